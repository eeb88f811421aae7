"""The secretary's merge: what was shared, what is the same put together, and one answer for all of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from reader.core.merging import Group
from reader.core.views import DeskView
from reader.ui import clipboard
from reader.ui.desk.lines import LineList, LineRow, Part
from reader.ui.format import moment_text
from reader.ui.plain import plain, plain_line
from reader.ui.said import words
from reader.ui.said.draft import OpinionDraft
from reader.ui.theme import Colour, Role, current
from reader.ui.widgets.button import Button, Kind
from reader.ui.widgets.choice import Choices
from reader.ui.widgets.empty import Empty
from reader.ui.widgets.layout import Column, Row, hold
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.shrinking import Shrinking
from reader.ui.widgets.surface import Panel
from reader.ui.widgets.text_area import TextArea
from sync.model.annotation import Audience
from sync.model.opinion import Answer, OpinionKind

_NARROW: Final = 900
_ANSWERS: Final = (Answer.ACCEPTED, Answer.REJECTED, Answer.ANSWERED)
_WORDINGS: Final = 5


class OpinionsPage(QWidget):
    """The list of matters; beside it, or in its place for want of room, the answer to the one chosen.

    It fills itself when it is seen: there may be thousands of voices.
    """

    answered = Signal(object, object, str)
    """Group, Answer and words for all of it."""
    draftChanged = Signal(object)
    """OpinionDraft of an answer, within a second of every change."""
    draftWanted = Signal(object)
    """Group: is a draft kept for any of its voices?"""
    exportRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting: tuple[DeskView, tuple[Group, ...]] | None = None
        """What is to be shown as soon as the page is seen."""
        self._groups: dict[str, Group] = {}
        self._count = Paragraph("", Role.BODY_STRONG, max_lines=2)
        self.copy_button = Button(self.tr("Chép tất cả"), icon="copy")
        self.copy_button.clicked.connect(lambda _checked=False: self.copy())
        self.export_button = Button(self.tr("Xuất bảng tổng hợp…"), icon="export")
        self.export_button.clicked.connect(lambda _checked=False: self.exportRequested.emit())
        self.rows = LineList(self.tr("Ý kiến đã gửi"))
        self.rows.selectionModel().currentRowChanged.connect(lambda _new, _old: self._choose())
        self.panel = AnswerPanel()
        self.panel.answered.connect(self._on_answered)
        self.panel.draftChanged.connect(self.draftChanged)
        self.panel.back.clicked.connect(lambda _checked=False: self._back())
        self._side = Shrinking(self.panel)
        hold(self._side, min_width=300)
        listed = QWidget()
        column = Column(listed, (26, 12, 24, 16), 12)
        self._top = QWidget()
        top = Row(self._top, 0, 12)
        top.addWidget(self._count, 1)
        top.addWidget(self.copy_button)
        top.addWidget(self.export_button)
        column.addWidget(self._top)
        self._list = Panel()
        self._list.column.addWidget(self.rows)
        both = Row(spacing=16)
        both.addWidget(self._list, 3)
        self._beside = QWidget()
        beside = Column(self._beside)
        beside.addWidget(self._side)
        beside.addStretch(1)
        both.addWidget(self._beside, 2)
        column.addLayout(both, 1)
        empty = Empty(
            "note-pencil", self.tr("Chưa có ý kiến nào gửi thư ký"), self.tr("Đại biểu gửi thì hiện ở đây.")
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(empty)
        self._pages.addWidget(listed)
        Column(self, 0).addWidget(self._pages)
        self._choose()

    def set_view(self, view: DeskView, groups: tuple[Group, ...]) -> None:
        """Show another state and its merge; what is chosen, written and scrolled to stays."""
        self._waiting = view, groups
        if self.isVisible():
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill()

    def _fill(self) -> None:
        if self._waiting is None:
            return
        view, groups = self._waiting
        self._waiting = None
        self._groups = {one.first.id: one for one in groups}
        voices = sum(len(one.voices) for one in groups)
        open_ones = sum(one.unanswered > 0 for one in groups)
        said = self.tr("{matters} từ {opinions}").format(
            matters=self.tr("{n} nội dung", None, len(groups)).format(n=len(groups)),
            opinions=self.tr("{n} ý kiến", None, voices).format(n=voices),
        )
        if open_ones:
            said += " · " + self.tr("{n} chưa trả lời").format(n=open_ones)
        self._count.set_text(said)
        goes_on = _same(self.panel.group, groups)
        self.rows.set_rows(_rows(view, groups), "" if goes_on is None else goes_on.first.id)
        self._pages.setCurrentIndex(1 if groups else 0)
        self._choose()

    def copy(self) -> None:
        """Put all of it on the clipboard as plain text."""
        clipboard.copy("\n\n".join(row.spoken() for row in self.rows.rows))

    def resume(self, draft: OpinionDraft) -> None:
        """Go on with an answer that was being written."""
        self.panel.resume(draft)

    def keep(self) -> None:
        """What is being written goes to the disk now."""
        self.panel.text.keep_now()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _choose(self) -> None:
        found = self._groups.get(self.rows.key)
        fresh = self.panel.set_group(found)
        if fresh and found is not None:
            self.draftWanted.emit(found)
        self._fit()

    def _fit(self) -> None:
        """Both where there is room for both."""
        narrow = self.width() < current().px(_NARROW)
        chosen = self.panel.group is not None
        self._list.setVisible(not (narrow and chosen))
        self._beside.setVisible(chosen)
        self._top.setVisible(not (narrow and chosen))
        self.panel.back.setVisible(narrow)

    def _back(self) -> None:
        self.rows.choose("")

    def _on_answered(self, group: Group, given: Answer, text: str) -> None:
        self.answered.emit(group, given, text)


class AnswerPanel(Panel):
    """One matter: who says so, and what the desk makes of it."""

    answered = Signal(object, object, str)
    draftChanged = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((20, 16, 20, 16), 8, Colour.PAPER, parent)
        self.group: Group | None = None
        self.back = Button(self.tr("Danh sách ý kiến"), Kind.QUIET, icon="caret-left")
        self._title = Paragraph("", Role.BODY_STRONG, max_lines=3)
        self._who = Paragraph("", Role.NOTE, Colour.INK2, max_lines=4)
        self._words = Paragraph("", Role.BODY, max_lines=6)
        self.choices = Choices(
            [words.answer_name(one) for one in _ANSWERS], compact=True, name=self.tr("Kết luận của thư ký")
        )
        self.choices.changed.connect(lambda _numbers: self._touch())
        self.text = TextArea(self.tr("Lời trả lời"), least=56)
        self.text.setPlaceholderText(self.tr("Lý do, cách tiếp thu (nếu cần)…"))
        self.text.textChanged.connect(self._show)
        self.text.kept.connect(lambda: self.draftChanged.emit(self._draft()))
        self.text.submitted.connect(self._send)
        self._told = Paragraph("", Role.NOTE, Colour.INK2)
        self.send = Button("", Kind.PRIMARY)
        self.send.clicked.connect(lambda _checked=False: self._send())
        for part in (self.back, self._title, self._who, self._words, self.choices, self.text, self._told):
            self.column.addWidget(part)
        self.column.addWidget(self.send)

    def set_group(self, group: Group | None) -> bool:
        """Answer this one; True when it is another than before. A group with a voice of the one before is
        the same: what is written stays."""
        before = self.group
        another = _same(before, (group,) if group is not None else ()) is None
        if another:
            self.text.keep_now()
        self.group = group
        if group is not None:
            self._title.set_text(place_of(group))
            self._who.set_text(", ".join(plain_line(name) for name in group.authors))
            self._words.set_text(_first_words(group))
        if another:
            given = group.answer if group is not None else None
            known = given.answer if given is not None else None
            self.choices.set_chosen(() if known is None else (_ANSWERS.index(known),))
            self.text.write(given.text if given is not None else "")
        elif before is not None:
            self._kept_at(before.first.id)
        self._show()
        return another

    def resume(self, draft: OpinionDraft) -> None:
        """Go on with what was being written."""
        if self.group is None or not any(voice.id == draft.group for voice in self.group.voices):
            return
        if draft.answer is not None:
            self.choices.set_chosen((_ANSWERS.index(draft.answer),))
        self.text.write(draft.text)
        self._kept_at(draft.group)
        self._show()

    @property
    def answer(self) -> Answer | None:
        """What is chosen."""
        numbers = self.choices.chosen
        return _ANSWERS[numbers[0]] if numbers else None

    def _draft(self) -> OpinionDraft:
        group = self.group.first.id if self.group is not None else ""
        return OpinionDraft(group=group, answer=self.answer, text=self.text.text)

    @property
    def _changed(self) -> bool:
        """Something is written that was not sent."""
        given = self.group.answer if self.group is not None else None
        sent = (None, "") if given is None else (given.answer, given.text)
        return (self.answer, self.text.text) != sent

    def _kept_at(self, voice: str) -> None:
        """The draft was kept for this voice: it goes where it is looked for first."""
        if self.group is not None and voice != self.group.first.id:
            self.draftChanged.emit(OpinionDraft(group=voice))
            if self._changed:
                self.draftChanged.emit(self._draft())

    def _touch(self) -> None:
        self._show()
        self.text.touch()

    def _show(self) -> None:
        group, given = self.group, self.answer
        if group is None:
            return
        count = len(group.voices)
        sends = self.tr("Gửi trả lời")
        if count > 1:
            sends = self.tr("Gửi trả lời cho {n} ý kiến", None, count).format(n=count)
        self.send.set_text(sends)
        # Explaining takes words; accepting and rejecting may go without.
        enough = given is not None and (given is not Answer.ANSWERED or bool(self.text.text))
        self.send.setEnabled(self._changed and enough)
        everybody = any(voice.audience is Audience.MEETING for voice in group.voices)
        self._told.set_text(
            self.tr("Ai đọc được ý kiến thì đọc được trả lời; có ý kiến gửi cả kỳ họp.")
            if everybody
            else self.tr("Chỉ thư ký, chủ tọa và người viết đọc được.")
        )

    def _send(self) -> None:
        group, given = self.group, self.answer
        if group is not None and given is not None and self.send.isEnabled():
            self.text.write(self.text.text)
            self.answered.emit(group, given, self.text.text)


def _same(before: Group | None, groups: Sequence[Group]) -> Group | None:
    """Where the earliest voice is now that is still there."""
    now = {voice.id: group for group in groups for voice in group.voices}
    voices = before.voices if before is not None else ()
    return next((now[voice.id] for voice in voices if voice.id in now), None)


def place_of(group: Group) -> str:
    """Where a matter is, below its document: page and clause."""
    page = "" if group.page is None else words.page_name(group.page)
    old = words.old_version() if group.first.old else ""
    place = " · ".join(part for part in (page, old, plain_line(group.clause)) if part)
    whole = words.whole_document() if group.first.document is not None else words.whole_item()
    kind = words.kind_name(group.first.kind) if group.first.kind is OpinionKind.QUESTION else ""
    return " · ".join(part for part in (kind, place or whole) if part)


def _first_words(group: Group) -> str:
    first = group.first
    return plain(first.text) or (f"“{plain_line(first.quote)}”" if first.quote else "")


def _rows(view: DeskView, groups: tuple[Group, ...]) -> list[LineRow]:
    """Under their item and document, in the order of the merge."""
    titles = {item.id: plain_line(f"{item.number}. {item.title}") for item in view.items}
    names = {document.id: plain_line(document.name) for item in view.items for document in item.documents}
    made: list[LineRow] = []
    last = ""
    for group in groups:
        first = group.first
        title = titles.get(first.item, words.gone_head()) if first.item is not None else words.gone_head()
        name = names.get(first.document, "") if first.document is not None else ""
        head = " · ".join(part for part in (title, name) if part)
        if head != last:
            made.append(LineRow(head=head))
            last = head
        made.append(_row(group))
    return made


def _row(group: Group) -> LineRow:
    first = group.first
    side = moment_text(first.at)
    if len(group.voices) > 1:
        side = words.voices_count(len(group.voices))
    parts = [Part(", ".join(plain_line(name) for name in group.authors), Role.NOTE, Colour.INK2, 2)]
    if first.quote:
        parts.append(Part(f"“{plain_line(first.quote)}”", Role.NOTE, Colour.INK2, 2))
    parts += [Part(said, lines=8) for text in group.words[:_WORDINGS] if (said := plain(text))]
    parts.append(_answer(group))
    return LineRow(key=first.id, title=place_of(group), side=side, parts=tuple(parts))


def _answer(group: Group) -> Part:
    given = group.answer
    if given is not None and given.answer is not None:
        state = words.answer_state(given.answer)
        said = plain_line(given.text)
        text = f"{state.text}: {said}" if said else state.text
        return Part(text, Role.NOTE_STRONG, state.colour, 4, state.icon)
    if group.unanswered == len(group.voices):
        return Part(words.no_answer(), Role.NOTE_MEDIUM, Colour.WAIT, 1, "clock")
    return Part(words.some_answers(), Role.NOTE_MEDIUM, Colour.WAIT, 2, "clock")
