"""The ballot itself: state, question, documents, answers, and the one act that belongs to its state."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from reader.core.views import BallotState, Lull, MotionView
from reader.ui.ballot import by_hand, words
from reader.ui.ballot.draft import Draft, lacking, needs_text, still_fits
from reader.ui.ballot.lulls import lull_text
from reader.ui.theme import SPACE, Colour, Role, Tone
from reader.ui.widgets.banner import Banner
from reader.ui.widgets.base import Themed, begin, box
from reader.ui.widgets.button import Button, Kind, Size
from reader.ui.widgets.choice import Choices
from reader.ui.widgets.layout import Column, Flow, Gap, Row, Scroll, clear, hold
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.pill import TONE_INK, Pill
from reader.ui.widgets.surface import Line, Surface
from sync.model.motion import MotionState
from sync.model.rules import Secrecy

_MAX_TEXT = 20_000


class BallotPaper(QFrame, Themed):
    """One motion's ballot. It keeps nothing of its own but the cursor of the free answer.

    `edited` is sent with a Draft on every tick and key; `castPressed`, `changePressed` and `keepPressed`
    (leave the sealed ballot as it is) for the buttons.
    """

    edited = Signal(Draft)
    castPressed = Signal()
    changePressed = Signal()
    keepPressed = Signal()
    documentOpened = Signal(str)
    """DocumentId"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._motion: MotionView | None = None
        self._draft = Draft()
        self._flat = False
        self._editing = False
        self._filling = self._casting = False

        self._state = Pill("")
        self._secrecy = Pill("")
        self._when = Paragraph("", Role.NOTE, Colour.INK2, max_lines=1)
        pills = QWidget()
        flow = Flow(pills, 0, 8)
        flow.addWidget(self._state)
        flow.addWidget(self._secrecy)
        self._pills = pills
        top = Row(spacing=16)
        top.addWidget(pills, 1)
        top.addWidget(self._when, 0, Qt.AlignmentFlag.AlignTop)
        self._heading = Paragraph("", Role.PAGE_TITLE, Colour.WAIT)
        self._question = Paragraph("", Role.QUESTION)
        self._links = QWidget()
        self._link_flow = Flow(self._links, (0, 14, 0, 0), 28)
        self._hint = Paragraph("", Role.BODY, Colour.INK2)
        self._choices: Choices | None = None
        self._choice_place = Column(margins=(0, 4, 0, 0))
        self._text_label = Paragraph(self.tr("Ý kiến của đại biểu"), Role.BODY_STRONG)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self._text_label.text())
        self.text.setPlaceholderText(self.tr("Ghi ý kiến ở đây"))
        self.text.textChanged.connect(self._typed)
        hold(self.text, height=112)
        self._sealed_text = Paragraph("", Role.SERIF_TEXT)
        self._notice = Paragraph("", Role.BODY_MEDIUM, Colour.INK2)
        self._rule = Paragraph("", Role.NOTE, Colour.INK2)
        self.banner = Banner("", tone=Tone.BAD)
        self._banner_place = QWidget()
        Column(self._banner_place, (0, 10, 0, 0)).addWidget(self.banner)
        self._banner_place.hide()
        self.hand = Banner("", tone=Tone.INFO)
        """What the desk has written down of this person's vote."""
        self._hand_place = QWidget()
        Column(self._hand_place, (0, 8, 0, 16)).addWidget(self.hand)
        self.below = Column()
        """Place for the flat trail when there is no pane for it."""

        inside = QWidget()
        self._inside = Column(inside, (25, 15, 25, 12), 0)
        self._inside.addLayout(top)
        self._inside.addWidget(self._banner_place)
        self._notice_gap = Gap(height=12)
        self._gaps = (Gap(height=20), Gap(height=14))
        self._inside.addWidget(self._gaps[0])
        self._inside.addWidget(self._hand_place)
        self._inside.addWidget(self._heading)
        self._inside.addWidget(self._question)
        self._inside.addWidget(self._links)
        self._inside.addWidget(self._gaps[1])
        self._inside.gap(8)
        self._inside.addWidget(self._hint)
        self._inside.addLayout(self._choice_place)
        self._inside.addWidget(self._text_label)
        self._inside.addWidget(self.text)
        self._inside.addWidget(self._sealed_text)
        self._inside.addWidget(self._notice_gap)
        self._inside.addWidget(self._notice)
        self._inside.gap(10)
        self._inside.addLayout(self.below)
        self._inside.addWidget(self._rule)
        self._inside.addStretch(1)
        self.area = Scroll(inside)

        self.footer = Surface(None)
        foot = Row(self.footer, (25, 8, 25, 16), 16)
        self._foot_note = Paragraph("", Role.BODY, Colour.INK2)
        self.keep_button = Button(self.tr("Giữ phiếu cũ"), size=Size.MAIN)
        self.keep_button.clicked.connect(self.keepPressed)
        self.change_button = Button(self.tr("Đổi lựa chọn…"), size=Size.MAIN)
        self.change_button.clicked.connect(self.changePressed)
        self.cast_button = Button(self.tr("Bỏ phiếu…"), Kind.PRIMARY, size=Size.MAIN)
        self.cast_button.clicked.connect(self.castPressed)
        foot.addWidget(self._foot_note, 1)
        foot.addWidget(self.keep_button)
        foot.addWidget(self.change_button)
        foot.addWidget(self.cast_button)
        self._line = Line(colour=Colour.LINE2)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self.area, 1)
        self._column.addWidget(self._line)
        self._column.addWidget(self.footer)
        self.set_flat(False)
        self.follow()

    @property
    def choices(self) -> Choices | None:
        """The answers now shown; None before the first motion."""
        return self._choices

    def set_flat(self, flat: bool) -> None:
        """Lay it out for one column: no frame, the state as a heading, the act pinned below a line."""
        self._flat = flat
        self._line.setVisible(flat)
        for gap in self._gaps:
            gap.setVisible(not flat)
        self._question.set_role(Role.SERIF_TEXT if flat else Role.QUESTION)
        self.footer.set_colours(Colour.PAPER if flat else None, None)
        self.restyle()

    def restyle(self) -> None:
        # Room for the double frame, so that a scroll bar stays inside it.
        side = 0 if self._flat else self.px(8)
        self._column.setContentsMargins(side, side, side, side)
        super().restyle()

    def set_motion(self, motion: MotionView, draft: Draft | None, *, casting: bool = False) -> None:
        """Show a motion: with a draft, its answers, to be edited; without, what was sealed.

        Called again for the same motion it changes only what differs: the cursor and the focus stay.
        """
        other = self._motion is None or self._motion.id != motion.id
        before, self._motion = self._motion, motion
        self._casting = casting or (self._casting and not other)
        self._editing = draft is not None and motion.can_vote
        self._draft = still_fits(motion, draft) if draft is not None else _sealed(motion)
        self._filling = True
        if other or before is None or before.documents != motion.documents:
            self._set_links(motion)
        if other or before is None or _answers(before) != _answers(motion):
            self._set_choices(motion)
        self._set_head(motion)
        self._set_answers(motion, casting)
        self._set_text(motion)
        self._set_footer(motion, casting)
        self._filling = False
        if self._casting and self.change_button.isVisibleTo(self):
            self._casting = False  # sealed: the focus goes to where the pressed button was
            self.change_button.setFocus(Qt.FocusReason.OtherFocusReason)
        if other:
            self.area.verticalScrollBar().setValue(0)

    def show_problem(self, title: str, text: str, tone: Tone = Tone.BAD) -> None:
        """Say what went wrong, above the question; empty takes it away."""
        self._banner_place.setVisible(bool(title))
        self.banner.set_tone(tone)
        self.banner.set_words(title, text)
        if title:
            self.area.ensureWidgetVisible(self.banner)

    def sizeHint(self) -> QSize:
        return QSize(self.px(652), self.px(600))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._flat:
            return
        painter = begin(self)
        colour = self.theme.colour
        whole = QRectF(self.rect())
        box(painter, whole, colour(Colour.PAPER), colour(Colour.LINE2), self.px(SPACE.radius_page))
        inset = self.px(6)
        box(painter, whole.adjusted(inset, inset, -inset, -inset), None, colour(Colour.LINE), self.px(2))
        painter.end()

    def _set_head(self, motion: MotionView) -> None:
        for pill, state in (
            (self._state, words.pill_state(motion)),
            (self._secrecy, words.secrecy_state(motion)),
        ):
            pill.set_state(state.text, state.tone, state.icon)
        self._when.set_text(words.timing_text(motion))
        self._question.set_text(motion.question or motion.title)
        sealed = motion.ballot.state is not BallotState.NONE and motion.secrecy is Secrecy.OPEN
        heading = words.trail(motion)
        self._heading.set_text(heading.heading)
        self._heading.set_colour(TONE_INK[heading.tone])
        self._heading.setVisible(self._flat and sealed)
        self._pills.setVisible(not (self._flat and sealed))
        self._when.setVisible(not (self._flat and sealed))
        self._links.setVisible(bool(motion.documents) and not (self._flat and sealed))
        hand = motion.by_hand
        self._hand_place.setVisible(hand is not None)
        if hand is not None:
            self.hand.set_tone(Tone.OK if hand.counts else Tone.WAIT)
            self.hand.set_words(by_hand.title(motion, hand), by_hand.text(motion, hand))
        self._rule.set_text(words.unchecked(motion))
        self._rule.setVisible(not motion.rule.checked)
        self.setAccessibleName(motion.title)

    def _set_links(self, motion: MotionView) -> None:
        clear(self._link_flow)
        for document, name in motion.documents:
            link = Button(name, Kind.LINK, icon="file-text")
            link.clicked.connect(lambda _checked=False, document=document: self.documentOpened.emit(document))
            self._link_flow.addWidget(link)

    def _set_choices(self, motion: MotionView) -> None:
        if self._choices is not None:
            self._choice_place.removeWidget(self._choices)
            self._choices.hide()
            self._choices.deleteLater()
        multi = motion.max_choices > 1
        self._choices = Choices(
            [choice.label for choice in motion.choices],
            multi=multi,
            limit=motion.max_choices if multi else 0,
            compact=len(motion.choices) > 4,
            name=self.tr("Các câu trả lời"),
        )
        self._choices.changed.connect(self._ticked)
        self._choice_place.addWidget(self._choices)

    def _set_answers(self, motion: MotionView, casting: bool) -> None:
        assert self._choices is not None
        paper_only = motion.secrecy is Secrecy.SECRET
        wanted = tuple(n for n, choice in enumerate(motion.choices) if choice.id in self._draft.choices)
        if self._choices.chosen != wanted:
            self._choices.set_chosen(wanted)
        self._choices.lock(not self._editing or casting)
        sealed = motion.ballot.state is not BallotState.NONE and not self._editing
        for number, choice in enumerate(self._choices.choices):
            mine = sealed and number in wanted
            choice.set_note(self.tr("Đã niêm phong") if mine else "", "envelope-simple" if mine else "")
            choice.setVisible(mine or not (self._flat and sealed))
        self._choices.setVisible(not paper_only)
        said = ""
        if paper_only:
            said = self.tr("Phiếu kín: bỏ phiếu giấy tại phòng họp. Máy này không ghi lựa chọn.")
        elif motion.lull is not Lull.NONE:
            said = lull_text(motion.lull)
        elif motion.state is MotionState.DRAFTED:
            said = self.tr("Chưa mở biểu quyết. Mở rồi thì bỏ phiếu ngay ở đây.")
        elif motion.state is MotionState.OPEN and not motion.on_roll:
            said = self.tr("Không có tên trong danh sách biểu quyết của nội dung này.")
        elif motion.state is MotionState.ENDED:
            said = self.tr("Đã ngừng nhận phiếu, đang kiểm phiếu. Không bỏ phiếu hay đổi phiếu được nữa.")
        elif motion.state is MotionState.ANNULLED:
            said = words.annulled_text(motion)
        elif motion.state is MotionState.CLOSED:
            said = self.tr("Đã kết thúc biểu quyết. Kết quả hiện ở đây khi máy nhận được.")
        self._notice.set_text(said)
        self._notice.setVisible(bool(said))
        self._notice_gap.setVisible(bool(said))
        most = motion.max_choices
        self._hint.setVisible(most > 1 and not paper_only)
        self._hint.set_text(
            self.tr("Chọn tối đa {n}. Đã chọn {chosen}.").format(n=most, chosen=len(self._draft.choices))
        )

    def _set_text(self, motion: MotionView) -> None:
        asked = needs_text(motion, self._draft) and motion.secrecy is Secrecy.OPEN
        if self.text.toPlainText() != self._draft.text:
            self.text.setPlainText(self._draft.text)
        self._text_label.setVisible(asked)
        self.text.setVisible(asked and self._editing)
        self._sealed_text.set_text(f"“{self._draft.text}”")
        self._sealed_text.setVisible(asked and not self._editing)

    def _set_footer(self, motion: MotionView, casting: bool) -> None:
        sealed = not words.wants_ballot(motion)
        there = motion.elsewhere if motion.takes_my_ballot else None
        self.cast_button.setVisible(self._editing or (there is not None and not sealed))
        self.keep_button.setVisible(self._editing and sealed and not casting)
        self.change_button.setVisible(motion.can_vote and sealed and not self._editing)
        missing = lacking(motion, self._draft)
        self.cast_button.setEnabled(not missing and not casting and there is None)
        self.cast_button.set_text(self.tr("Đang niêm phong…") if casting else self.tr("Bỏ phiếu…"))
        note = ""
        if self._editing and sealed:
            note = missing or self.tr("Phiếu đã niêm phong vẫn giữ đến khi niêm phong phiếu mới.")
        elif self._editing:
            note = missing
        elif there is not None:
            note = words.vote_there(there, voted=sealed)
        elif motion.can_vote:
            note = words.change_text(motion)
        self._foot_note.set_text(note)
        self.footer.setVisible(self._editing or motion.takes_my_ballot)
        self._line.setVisible(self._flat and self.footer.isVisibleTo(self))

    def _ticked(self, chosen: tuple[int, ...]) -> None:
        if self._motion is None or self._filling:
            return
        ids = tuple(self._motion.choices[number].id for number in chosen)
        self._edit(Draft(ids, self._draft.text))
        if needs_text(self._motion, self._draft):
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.ensureWidgetVisible(self.text)

    def _typed(self) -> None:
        if self._motion is not None and not self._filling:
            self._edit(Draft(self._draft.choices, self.text.toPlainText()[:_MAX_TEXT]))

    def _edit(self, draft: Draft) -> None:
        assert self._motion is not None
        self._draft = draft
        self._filling = True
        self._set_answers(self._motion, casting=False)
        self._set_text(self._motion)
        self._set_footer(self._motion, casting=False)
        self._filling = False
        self.edited.emit(draft)


def _sealed(motion: MotionView) -> Draft:
    return Draft(motion.ballot.choices, motion.ballot.text)


def _answers(motion: MotionView) -> tuple[object, ...]:
    return (motion.choices, motion.max_choices)
