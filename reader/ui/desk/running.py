"""Conducting a meeting on one page: who is there, the item or its vote, who speaks."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from reader.core.views import DeskView
from reader.ui.desk.attendance import AttendancePane
from reader.ui.desk.course import CoursePane
from reader.ui.desk.item_strip import ItemStrip
from reader.ui.desk.projection import Projection
from reader.ui.desk.speakers import SpeakersPane
from reader.ui.theme import current
from reader.ui.widgets.layout import Column, hold
from reader.ui.widgets.select import Select
from reader.ui.widgets.tabs import Segments
from sync.model.conduct import CONDUCTORS

_WIDE, _MIDDLE = 1_140, 800
_LEFT, _RIGHT = range(2)


class RunningPage(QWidget):
    """Three panes; two or one of them where there is less room, and which is chosen above them. Its parts
    send what is asked for."""

    def __init__(self, projection: Projection | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: DeskView | None = None
        self._mode = ""
        self.projection = projection or Projection(self)
        self.projection.changed.connect(self._show)
        self.strip = ItemStrip()
        self.strip.projectPressed.connect(self._project)
        self.attendance = AttendancePane()
        self.course = CoursePane()
        self.course.motion.acts.projectPressed.connect(self._project_motion)
        self.speakers = SpeakersPane()
        sides = [self.tr("Điểm danh"), self.tr("Phát biểu")]
        self.side = Segments(sides, name=self.tr("Bên cạnh"))
        self.side.choose(1)
        self.side.changed.connect(lambda _number: self._fit())
        self.which = Select([*self.course.names, *sides], self.tr("Phần nào"))
        self.which.currentIndexChanged.connect(lambda _number: self._fit())
        self.course.parts.changed.connect(self._turned)
        self._which_place = QWidget()
        above = Column(self._which_place, (20, 10, 20, 2))
        for chooser in (self.side, self.which):
            above.addWidget(chooser)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for number, pane in enumerate((self.attendance, self.course, self.speakers)):
            self.splitter.addWidget(pane)
            self.splitter.setStretchFactor(number, 1 if pane is self.course else 0)
        for pane in (self.attendance, self.speakers):
            hold(pane, min_width=260)
        column = Column(self, 0)
        column.addWidget(self.strip)
        column.addWidget(self._which_place)
        column.addWidget(self.splitter, 1)
        current().changed.connect(self._fit)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 240)

    def set_view(self, view: DeskView) -> None:
        """Show another state; what is chosen, scrolled and being written stays."""
        self._view = view
        may = bool(CONDUCTORS & set(view.owner.roles))
        point = view.sitting.point
        self.attendance.set_view(view.conduct.attendance, may=may)
        self.course.set_view(view)
        self.speakers.set_view(view, None if point is None else point.item, may=may)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show(self) -> None:
        view = self._view
        if view is not None:
            may = bool(CONDUCTORS & set(view.owner.roles))
            self.strip.set_view(view, may=may, projects=self.projection.shows_meeting)
            shown = self.projection.shows(self.course.motion.motion)
            self.course.motion.acts.name_projection(shown)
            self.strip.fit(self.width() / current().scale >= _MIDDLE)

    def _project(self) -> None:
        if self._view is not None:
            self.projection.toggle_meeting(self._view)

    def _turned(self, part: int) -> None:
        """The middle has turned by itself, as when a vote was opened: the list above follows."""
        if self.which.currentIndex() < len(self.course.names):
            self.which.setCurrentIndex(part)

    def _project_motion(self) -> None:
        motion = self.course.motion.motion
        if self._view is not None and motion is not None:
            self.projection.toggle_motion(self._view, motion)

    def _fit(self) -> None:
        width = self.width() / current().scale
        mode = "three" if width >= _WIDE else "two" if width >= _MIDDLE else "one"
        one, three = mode == "one", mode == "three"
        self._which_place.setVisible(not three)
        self.side.setVisible(mode == "two")
        self.which.setVisible(one)
        self.course.parts.setVisible(not one)
        # Of the one list: the parts of the middle, then the two sides.
        chosen = self.which.currentIndex() - len(self.course.names) if one else self.side.chosen
        if one and chosen < 0:
            self.course.parts.choose(self.which.currentIndex())
        self.course.setVisible(not one or chosen < 0)
        self.attendance.setVisible(three or chosen == _LEFT)
        self.speakers.setVisible(three or chosen == _RIGHT)
        made = f"{mode} {current().scale}"
        if made != self._mode:
            self._mode = made
            px = current().px
            left, right = px(340), px(348)
            self.splitter.setSizes([left, max(1, self.width() - left - right), right])
            if self._view is not None:
                self._show()
