"""Writing an opinion or a reply: what kind, about what, to whom; nothing is lost while it is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reader.ui.plain import plain_line
from reader.ui.said import words
from reader.ui.said.draft import OpinionDraft
from reader.ui.theme import Colour, Role
from reader.ui.widgets import Button, Field, Kind, Panel, Paragraph, Row
from reader.ui.widgets.select import Select
from reader.ui.widgets.tabs import Segments
from reader.ui.widgets.text_area import TextArea
from sync.model.annotation import Audience
from sync.model.ids import DocumentId
from sync.model.opinion import Answer, OpinionKind

_KINDS: Final = (OpinionKind.COMMENT, OpinionKind.QUESTION, OpinionKind.FLOOR)
_AUDIENCES: Final = (Audience.SECRETARY, Audience.MEETING)
_ANSWERS: Final = (None, Answer.ACCEPTED, Answer.REJECTED, Answer.ANSWERED)
_LONGEST_CLAUSE: Final = 300
_LONGEST_NAME: Final = 26
"""Letters of a document's name that a narrow pane has room for."""


class Composer(Panel):
    """One at a time. `draftChanged` comes within a second of every change."""

    draftChanged = Signal(object)
    """OpinionDraft."""
    sent = Signal(object)
    """OpinionDraft, not empty."""
    cancelled = Signal(object)
    """OpinionDraft as it was left."""

    def __init__(self, *, answers: bool = False, parent: QWidget | None = None) -> None:
        super().__init__((16, 12, 12, 12), 8, Colour.PAPER, parent)
        self._draft = OpinionDraft()
        self._answers = answers
        self._documents: tuple[DocumentId | None, ...] = (None,)
        self._title = Paragraph("", Role.BODY_STRONG, max_lines=2)
        kinds = [self.tr("Góp ý"), self.tr("Chất vấn"), self.tr("Phát biểu")]
        self.kind = Segments(kinds, name=self.tr("Loại ý kiến"))
        self.about = Select(name=self.tr("Về nội dung nào"))
        self.clause = Field(placeholder=self.tr("Điều, khoản (nếu có)"))
        self.clause.edit.setMaxLength(_LONGEST_CLAUSE)
        self.text = TextArea(self.tr("Nội dung ý kiến"), least=88)
        answered = [self.tr("Chỉ trả lời"), *(words.answer_name(one) for one in _ANSWERS if one is not None)]
        self.answer = Segments(answered, name=self.tr("Kết luận của thư ký"))
        self.audience = Segments([self.tr("Thư ký"), self.tr("Cả kỳ họp")], name=self.tr("Ai đọc được"))
        self._told = Paragraph("", Role.NOTE, Colour.INK2)
        self.send = Button(self.tr("Gửi"), Kind.PRIMARY)
        self._cancel = Button(self.tr("Hủy"))
        buttons = Row(spacing=8)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.send)
        for part in (self._title, self.kind, self.about, self.clause, self.answer, self.text, self.audience):
            self.column.addWidget(part)
        self.column.addWidget(self._told)
        self.column.addLayout(buttons)
        self.send.clicked.connect(lambda _checked=False: self._send())
        self._cancel.clicked.connect(lambda _checked=False: self.cancel())
        self.text.kept.connect(lambda: self.draftChanged.emit(self.draft))
        self.text.submitted.connect(self._send)
        self.text.left.connect(self.cancel)
        self.text.textChanged.connect(self._show)
        self.clause.changed.connect(lambda _text: self.text.touch())
        self.about.currentIndexChanged.connect(lambda _number: self._changed())
        for choice in (self.kind, self.audience, self.answer):
            choice.changed.connect(lambda _number: self._changed())

    @property
    def draft(self) -> OpinionDraft:
        """As it stands now."""
        draft = replace(self._draft, text=self.text.text)
        if draft.is_reply:
            return replace(draft, answer=_ANSWERS[max(0, self.answer.chosen)])
        kind = _KINDS[max(0, self.kind.chosen)]
        if draft.opinion is not None:
            return replace(draft, kind=kind, clause=self.clause.text.strip())
        # Whoever asks for the word asks the chair, who is of the desk.
        floor = kind is OpinionKind.FLOOR
        audience = Audience.SECRETARY if floor else _AUDIENCES[max(0, self.audience.chosen)]
        document = self._documents[max(0, self.about.currentIndex())]
        clause = self.clause.text.strip() if document is not None else ""
        return replace(draft, kind=kind, audience=audience, document=document, clause=clause)

    @property
    def changed(self) -> bool:
        """There is something in it that was not sent."""
        return self.draft != self._draft

    def edit(
        self,
        draft: OpinionDraft,
        title: str,
        documents: Sequence[tuple[DocumentId, str]] = (),
        *,
        can_ask: bool = True,
        whole: str = "",
    ) -> None:
        """Write this; the keyboard goes into its text. ``whole`` is the name of the item as a whole."""
        self._draft = draft
        self._title.set_text(title)
        fresh = not draft.is_reply and draft.opinion is None
        self._documents = (None, *(document for document, _ in documents))
        self.about.blockSignals(True)
        self.about.clear()
        self.about.addItems([whole, *(_short(name) for _, name in documents)])
        if draft.document in self._documents:
            self.about.setCurrentIndex(self._documents.index(draft.document))
        self.about.blockSignals(False)
        self.kind.choose(_KINDS.index(draft.kind) if draft.kind in _KINDS else 0)
        self.audience.choose(_AUDIENCES.index(draft.audience) if draft.audience in _AUDIENCES else 0)
        self.answer.choose(_ANSWERS.index(draft.answer))
        self.clause.set_text(draft.clause)
        self.text.write(draft.text)
        self.kind.setVisible(not draft.is_reply)
        self.kind.set_usable(1, can_ask or draft.kind is OpinionKind.QUESTION)
        self.about.setVisible(fresh)
        self.answer.setVisible(draft.is_reply and self._answers)
        self._show()
        self.text.take_keyboard()
        self._draft = self.draft

    def forget(self) -> None:
        """Nothing is being written."""
        self._draft = OpinionDraft()
        self.text.write("")
        self.clause.set_text("")
        self.text.keep_now()

    def cancel(self) -> None:
        """Stop writing."""
        draft = self.draft
        self.forget()
        self.cancelled.emit(draft)

    def _changed(self) -> None:
        self._show()
        self.text.touch()

    def _show(self) -> None:
        draft = self.draft
        reply, floor = draft.is_reply, draft.kind is OpinionKind.FLOOR
        self.clause.setVisible(not reply and draft.document is not None)
        self.audience.setVisible(not reply and draft.opinion is None and not floor)
        if reply:
            hint = self.tr("Viết trả lời ở đây…")
        elif floor:
            hint = self.tr("Nội dung muốn phát biểu (nếu cần)…")
        else:
            hint = self.tr("Viết ý kiến ở đây…")
        self.text.setPlaceholderText(hint)
        self._told.set_text(self._readers(draft))
        self.send.setEnabled(not draft.is_empty)

    def _readers(self, draft: OpinionDraft) -> str:
        if draft.is_reply:
            return self.tr("Ai đọc được ý kiến này thì đọc được trả lời.")
        if draft.audience is Audience.MEETING:
            return self.tr("Mọi người dự kỳ họp đọc được, ghi tên người viết.")
        return self.tr("Thư ký và chủ tọa đọc được, ghi tên người viết.")

    def _send(self) -> None:
        draft = self.draft
        if not draft.is_empty:
            self.forget()
            self.sent.emit(draft)


def _short(name: str) -> str:
    line = plain_line(name)
    return line if len(line) <= _LONGEST_NAME else line[: _LONGEST_NAME - 1].rstrip() + "…"
