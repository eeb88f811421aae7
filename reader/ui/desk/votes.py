"""The motions for who runs the meeting: turnout while open, then the result and each named ballot."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from reader.core.evidence import MAY_SEE_ALL
from reader.core.views import DeskMotion, DeskView, Lull, MotionView
from reader.ui.ballot.proof import ProofRow
from reader.ui.ballot.result import ResultBody
from reader.ui.ballot.words import annulled_text, list_state, pill_state, secrecy_state, timing_text
from reader.ui.desk import words
from reader.ui.desk.acts import MotionActs
from reader.ui.desk.projection import Projection
from reader.ui.desk.projector import Projector
from reader.ui.desk.sheet import SheetPage
from reader.ui.lists import RowList
from reader.ui.plain import plain_line
from reader.ui.theme import Colour, Role, Tone, current
from reader.ui.widgets.banner import Banner
from reader.ui.widgets.empty import Empty
from reader.ui.widgets.layout import Column, Flow, Scroll, hold
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.pill import Pill
from reader.ui.widgets.progress import Bar
from reader.ui.widgets.rows import RowData, RowDelegate, RowModel
from reader.ui.widgets.surface import Panel
from reader.ui.widgets.tabs import Segments
from sync.model.ids import MotionId
from sync.model.motion import MotionState
from sync.model.names import given_name_key
from sync.model.rules import Secrecy

_GOING = (MotionState.OPEN, MotionState.ENDED)
_RESULT, _SHEET, _EACH, _LEFT = range(4)
"""The parts of a motion's page."""


class VotesPage(QWidget):
    """Motions at the left, one of them at the right with its one act. ``acts`` and ``sheet`` send what is
    asked for."""

    def __init__(self, projection: Projection | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: DeskView | None = None
        self._motion: MotionId | None = None
        self._filling = False
        self._was: tuple[MotionId, MotionState] | None = None
        """What was shown last."""
        self.projection = projection or Projection(self)
        self.projection.changed.connect(self._name_projection)
        self._list = RowModel(parent=self)
        self.rows = RowList(self.tr("Nội dung biểu quyết"))
        self.rows.setModel(self._list)
        self.rows.setItemDelegate(RowDelegate(self.rows))
        self.rows.selectionModel().currentChanged.connect(self._moved)
        left = Panel()
        left.column.addWidget(self.rows)
        hold(left, min_width=240, max_width=420)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self._make_detail())
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([316, 1000])
        self._pages = QStackedWidget()
        self._pages.addWidget(Empty("list-checks", self.tr("Tập tài liệu này không có nội dung biểu quyết")))
        self._pages.addWidget(splitter)
        Column(self, 0).addWidget(self._pages)

    def set_view(self, view: DeskView) -> None:
        """Show another state; the motion chosen and the scrolled places stay."""
        self._view = view
        ids = [motion.motion.id for motion in view.motions]
        if self._motion not in ids:
            opened = [one.motion.id for one in view.motions if one.motion.state in _GOING]
            self._motion = opened[0] if opened else ids[0] if ids else None
        self._pages.setCurrentIndex(1 if ids else 0)
        self._show()
        self.projection.set_view(view)

    @property
    def projector(self) -> Projector | None:
        """What the room looks at, if it is shown anything."""
        return self.projection.projector

    def end_projection(self) -> None:
        """Nothing is shown to the room any more."""
        self.projection.end()

    def show_motion(self, motion: MotionId) -> None:
        """Choose a motion."""
        self._motion = motion
        self._show()

    def _make_detail(self) -> QWidget:
        self._state = Pill("")
        self._secrecy = Pill("")
        self._when = Paragraph("", Role.NOTE, Colour.INK2)
        pills = QWidget()
        flow = Flow(pills, 0, 8)
        for widget in (self._state, self._secrecy, self._when):
            flow.addWidget(widget)
        self._title = Paragraph("", Role.SERIF_TITLE)
        self.acts = MotionActs()
        self.acts.projectPressed.connect(self._project)
        self._turnout = Paragraph("", Role.PAGE_TITLE)
        self._bar = Bar(total=True)
        self._parts = Segments(
            [
                self.tr("Kết quả"),
                self.tr("Bảng đối chiếu"),
                self.tr("Từng phiếu"),
                self.tr("Chưa bỏ phiếu"),
            ],
            name=self.tr("Chi tiết biểu quyết"),
        )
        self._note = Paragraph("", Role.BODY, Colour.INK2)
        self._result = ResultBody()
        inside = QWidget()
        body = Column(inside, (0, 0, 8, 8), 0)
        body.addWidget(self._note)
        body.addWidget(self._result)
        self.forked = Banner(self.tr("Có máy thấy hai sổ ghi phiếu khác nhau"), tone=Tone.BAD)
        self.proof = ProofRow()
        body.addWidget(self.proof)
        body.addStretch(1)
        self._ballot_model = RowModel(parent=self)
        self.ballots = _row_list(self.tr("Từng phiếu"), self._ballot_model)
        self._left_model = RowModel(parent=self)
        self.left = _row_list(self.tr("Chưa bỏ phiếu"), self._left_model)
        self.sheet = SheetPage()
        parts = _Parts()
        for page in (Scroll(inside), self.sheet, self.ballots, self.left):
            parts.addWidget(page)
        self._parts.changed.connect(parts.setCurrentIndex)
        self._parts.changed.connect(lambda _part: self._show_turnout())
        detail = QWidget()
        column = Column(detail, (26, 18, 24, 16), 0)
        column.addWidget(pills)
        column.gap(4)
        column.addWidget(self._title)
        column.gap(8)
        column.addWidget(self.acts)
        column.gap(8)
        column.addWidget(self.forked)
        column.addWidget(self._turnout)
        column.gap(6)
        column.addWidget(self._bar)
        column.gap(14)
        column.addWidget(self._parts)
        column.gap(14)
        column.addWidget(parts, 1)
        return Scroll(detail)

    def _show(self) -> None:
        view, chosen = self._view, self._chosen()
        if view is None or chosen is None:
            return
        self._filling = True
        self._list.set_rows([_motion_row(one, one.motion.id == self._motion) for one in view.motions])
        self.rows.scheduleDelayedItemsLayout()
        number = view.motions.index(chosen)
        if self.rows.currentIndex().row() != number:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.rows.selectionModel().setCurrentIndex(self._list.index(number), flags)
        self._filling = False
        motion = chosen.motion
        for pill, state in ((self._state, pill_state(motion)), (self._secrecy, secrecy_state(motion))):
            pill.set_state(state.text, state.tone, state.icon)
        self._when.set_text("" if motion.state is MotionState.CLOSED else timing_text(motion))
        self._title.set_text(plain_line(motion.question or motion.title))
        self._turnout.set_text(words.turnout(chosen))
        self._bar.set_share(words.turned_out(chosen) / chosen.roll if chosen.roll else 0.0)
        self._bar.setAccessibleName(words.turnout(chosen))
        self._set_parts(chosen)
        self._result.setVisible(motion.result is not None)
        self._result.set_motion(motion)
        self.proof.set_motion(motion, provable=bool(MAY_SEE_ALL & set(view.owner.roles)))
        self._note.set_text(self._said(motion))
        self._note.setVisible(motion.result is None)
        self.forked.setVisible(bool(chosen.forked))
        self.forked.set_words(
            self.tr("Có máy thấy hai sổ ghi phiếu khác nhau"),
            self.tr(
                "Máy của {names}. Chưa công bố kết quả; so dấu sổ phiếu và kiểm phiếu lại bằng giấy."
            ).format(names=plain_line(", ".join(chosen.forked))),
        )
        self.acts.set_motion(view, chosen)
        self.sheet.set_motion(view, chosen)
        self._name_projection()
        self._fill_lists(view, chosen)

    def _said(self, motion: MotionView) -> str:
        if motion.secrecy is Secrecy.SECRET and motion.state in (MotionState.DRAFTED, *_GOING):
            return self.tr("Phiếu kín: bỏ phiếu giấy, kiểm phiếu tại phòng họp.")
        if motion.state is MotionState.DRAFTED:
            return self.tr("Chưa mở. Mở rồi thì câu hỏi, các lựa chọn và danh sách không đổi được nữa.")
        if motion.state is MotionState.OPEN:
            return self.tr("Chỉ hiện số phiếu đã nhận. Lựa chọn và kết quả hiện sau khi kết thúc.")
        if motion.state is MotionState.ENDED:
            return self.tr("Đã ngừng nhận phiếu, đang kiểm phiếu. Kết quả hiện sau khi công bố.")
        if motion.state is MotionState.ANNULLED:
            return annulled_text(motion)
        return self.tr("Đã kết thúc. Kết quả hiện khi máy nhận được.")

    def _set_parts(self, chosen: DeskMotion) -> None:
        """The sheet while votes come and are counted, then the result. What was chosen stays as long as the
        motion is where it was."""
        motion = chosen.motion
        going = motion.state in _GOING and bool(chosen.sheet.rows)
        started = motion.state is not MotionState.DRAFTED
        named = started and motion.secrecy is Secrecy.OPEN
        usable = {
            _RESULT: not going,
            _SHEET: going,
            _EACH: named and not going,
            _LEFT: named and not going,
        }
        for part, shown in usable.items():
            self._parts.set_usable(part, shown)
        self._parts.setVisible(sum(usable.values()) > 1)
        now = (motion.id, motion.state)
        if now != self._was or not usable[self._parts.chosen]:
            self._was = now
            self._parts.choose(_SHEET if going else _RESULT)
        self._show_turnout()

    def _show_turnout(self) -> None:
        chosen = self._chosen()
        motion = chosen.motion if chosen is not None else None
        started = (
            motion is not None and motion.state in (*_GOING, MotionState.CLOSED) and motion.result is None
        )
        shown = started and self._parts.chosen != _SHEET  # whose sums say it too
        self._turnout.setVisible(shown)
        self._bar.setVisible(shown)

    def _fill_lists(self, view: DeskView, chosen: DeskMotion) -> None:
        voted = sorted(chosen.voted, key=given_name_key)
        if chosen.motion.state is MotionState.CLOSED and chosen.ballots:
            ordered = sorted(chosen.ballots, key=lambda ballot: given_name_key(ballot.name))
            made = [
                RowData(
                    plain_line(ballot.name),
                    note=words.ballot_fate(ballot),
                    note_icon="check-circle" if ballot.counted else "warning",
                    note_tone=Tone.OK if ballot.counted else Tone.WAIT,
                    right=words.ballot_answer(chosen, ballot),
                )
                for ballot in ordered
            ]
        else:
            note = self.tr("Đã nhận phiếu")
            made = [
                RowData(plain_line(name), right=note, right_icon="tray", right_tone=Tone.OK) for name in voted
            ]
        self._ballot_model.set_rows(made)
        self._left_model.set_rows([RowData(plain_line(name)) for name in words.left(chosen)])
        for one in (self.ballots, self.left):
            one.scheduleDelayedItemsLayout()

    def _project(self) -> None:
        """Show the room the motion chosen, or nothing when that is what it sees."""
        chosen, view = self._chosen(), self._view
        if chosen is not None and view is not None:
            self.projection.toggle_motion(view, chosen.motion.id)

    def _name_projection(self) -> None:
        here = self.projection.shows(self._motion)
        self.acts.name_projection(here)

    def _chosen(self) -> DeskMotion | None:
        if self._view is None:
            return None
        return next((one for one in self._view.motions if one.motion.id == self._motion), None)

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if self._filling or self._view is None or not 0 <= now.row() < len(self._view.motions):
            return
        self._motion = self._view.motions[now.row()].motion.id
        self._show()


class _Parts(QStackedWidget):
    """As high as what is left over: only in a small or much enlarged window the whole page scrolls."""

    def sizeHint(self) -> QSize:
        return QSize(current().px(400), current().px(150))

    def minimumSizeHint(self) -> QSize:
        return QSize(current().px(200), current().px(150))


def _row_list(name: str, model: RowModel) -> RowList:
    made = RowList(name)
    made.setModel(model)
    made.setItemDelegate(RowDelegate(made))
    return made


def _motion_row(one: DeskMotion, chosen: bool) -> RowData:
    state = list_state(one.motion)
    opened = one.motion.state in _GOING and one.motion.lull is Lull.NONE
    return RowData(
        plain_line(one.motion.title),
        note=words.motion_note(one) if opened else state.text,
        note_icon=pill_state(one.motion).icon if opened else state.icon,
        note_tone=pill_state(one.motion).tone if opened else state.tone,
        number=str(one.motion.number),
        number_now=chosen,
    )
