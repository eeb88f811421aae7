"""What the room is shown: one motion, or the meeting as it sits; and that it is shown only once."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from reader.core.views import DeskMotion, DeskView
from reader.ui.best_clock import BestClock
from reader.ui.desk.item_scene import item_scene
from reader.ui.desk.projector import Projector
from reader.ui.desk.scene import scene
from sync.model.ids import MotionId
from sync.model.motion import MotionState
from sync.model.rules import Timing

_TICK_MS = 1_000
GOING = (MotionState.OPEN, MotionState.ENDED)


def voted_on(view: DeskView) -> DeskMotion | None:
    """What is voted on in the room now. A motion that is open for days by its schedule is not."""
    return next(
        (one for one in view.motions if one.motion.state in GOING and one.motion.timing is Timing.STRICT),
        None,
    )


class Projection(QObject):
    """Holds the projector while there is one. `changed` is sent when the room sees something else, or
    nothing."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self._view: DeskView | None = None
        self._clock = BestClock()
        self._motion: MotionId | None = None
        """The one chosen to be shown; None while the meeting is."""
        self._result: MotionId | None = None
        """Of the meeting: the motion just closed, until the meeting goes on."""
        self._went_on: object = None
        self.projector: Projector | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._draw)

    @property
    def shows_meeting(self) -> bool:
        """The room is shown the meeting as it sits."""
        return self.projector is not None and self._motion is None

    def shows(self, motion: MotionId | None) -> bool:
        """The room is shown this motion, because somebody chose it."""
        return self.projector is not None and motion is not None and self._motion == motion

    def toggle_motion(self, view: DeskView, motion: MotionId) -> None:
        """Show this one; nothing, when it is the one shown."""
        if self.shows(motion):
            self.end()
        else:
            self._begin(view, motion)

    def toggle_meeting(self, view: DeskView) -> None:
        """Show the meeting as it sits; nothing, when that is shown."""
        if self.shows_meeting:
            self.end()
        else:
            self._begin(view, None)

    def set_view(self, view: DeskView) -> None:
        """Another state. Nothing is shown of a motion that is not there any more."""
        self._view = view
        self._clock.set(view.as_of)
        if self.projector is not None and self._motion is not None and self._find(self._motion) is None:
            self.end()
        self._draw()

    def end(self) -> None:
        """Nothing is shown to the room any more."""
        if self.projector is not None:
            self.projector.end()

    def _begin(self, view: DeskView, motion: MotionId | None) -> None:
        self._motion, self._result = motion, None
        self._view = view
        self._clock.set(view.as_of)
        begun = self.projector is None
        if self.projector is None:
            self.projector = Projector(self._parent)
            self.projector.ended.connect(self._ended)
        self._draw()
        if begun:
            self.projector.begin()
        self.changed.emit()

    def _ended(self) -> None:
        self.projector = self._motion = None
        self._timer.stop()
        self.changed.emit()

    def _draw(self) -> None:
        view, projector = self._view, self.projector
        if view is None or projector is None:
            return
        motion = self._find(self._motion) if self._motion is not None else self._of_meeting(view)
        if motion is not None:
            projector.set_scene(scene(view, motion), motion.motion.id)
        else:
            projector.set_scene(item_scene(view, self._clock.now()), None)
        if motion is None and view.sitting.speaking is not None:
            self._timer.start()
        else:
            self._timer.stop()

    def _of_meeting(self, view: DeskView) -> DeskMotion | None:
        """The motion that is voted on, or whose result was just announced: until the next item or speaker."""
        speaking = view.sitting.speaking
        point = view.sitting.point
        now = (None if point is None else point.item, None if speaking is None else speaking.turn)
        if now != self._went_on:
            self._went_on, self._result = now, None
        going = voted_on(view)
        if going is not None:
            self._result = going.motion.id
            return going
        return self._find(self._result) if self._result is not None else None

    def _find(self, motion: MotionId) -> DeskMotion | None:
        motions = self._view.motions if self._view is not None else ()
        return next((one for one in motions if one.motion.id == motion), None)
