"""The result of a closed motion: verdict, the sentence that explains it, the seats, the numbers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from reader.core.views import MotionView, ResultView
from reader.ui.ballot import outcome, reasons, words
from reader.ui.ballot.figures import Figures
from reader.ui.ballot.outcome import Figure
from reader.ui.ballot.proof import ProofRow
from reader.ui.plain import tip
from reader.ui.theme import Colour, Drawing, Role, Tone, current
from reader.ui.widgets.banner import Banner
from reader.ui.widgets.layout import Column, Flow, Row, Scroll
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.pill import TONE_INK, Glyph, Pill
from reader.ui.widgets.surface import Card
from reader.ui.widgets.threshold import Count, ThresholdBar

_SIDE_BY_SIDE = 500
_FILLED = ("check-circle", "x-circle", "warning-circle")


class ResultBody(QWidget):
    """Verdict, sentence, seats and tables; without a frame, so that the secretary's page can hold it too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glyph = Glyph("check-circle", 34, Colour.OK, Drawing.FILL)
        self.verdict = Paragraph("", Role.VERDICT, Colour.OK)
        self._sentence = Paragraph("", Role.EMPHASIS)
        self.flags = Banner("", "", Tone.WAIT, icon="warning-circle")
        self.bar = ThresholdBar(Count(0, 0, 0, 0))
        self.choices = Figures(self.tr("Theo lựa chọn"))
        self.routes = Figures(self.tr("Phiếu đến bằng"))
        self._foot = Paragraph("", Role.BODY, Colour.INK2)
        head = Row(spacing=12)
        head.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.verdict, 1)
        tables = _Pair(self.choices, self.routes)
        column = Column(self, 0, 0)
        column.addLayout(head)
        column.addWidget(self._sentence)
        column.gap(10)
        column.addWidget(self.flags)
        column.addWidget(self.bar)
        column.gap(4)
        column.addWidget(tables)
        column.gap(4)
        column.addWidget(self._foot)

    def set_motion(self, motion: MotionView) -> None:
        """Show the result of a motion that has one."""
        result = motion.result
        if result is None:
            return
        said = outcome.verdict(motion)
        self.verdict.set_text(said.text)
        ink = Colour.INK if said.tone is Tone.PLAIN else TONE_INK[said.tone]
        self.verdict.set_colour(ink)
        self._glyph.setVisible(said.icon in _FILLED)
        if said.icon in _FILLED:
            self._glyph.set_icon(said.icon, ink)
        self._sentence.set_text(outcome.sentence(motion))
        flags = outcome.flags(motion)
        self.flags.set_words("\n".join(flags))
        self.flags.setVisible(bool(flags))
        self.bar.setVisible(outcome.has_bar(motion))
        if outcome.has_bar(motion):
            self._set_bar(motion, result)
        self.choices.set_figures(outcome.figures(motion, result))
        self.routes.set_figures([Figure(reasons.route_text(via), n) for via, n in result.routes])
        self.routes.setVisible(bool(result.routes))
        cast = result.total - result.not_voted
        self._foot.set_text(
            self.tr("Đã ghi {cast} phiếu · không hợp lệ {invalid} · đến muộn {late}, không tính").format(
                cast=cast, invalid=result.invalid, late=result.late
            )
        )

    def _set_bar(self, motion: MotionView, result: ResultView) -> None:
        self.bar.set_count(outcome.bar_count(motion, result))
        counts = dict(result.counts)
        said = [f"{choice.label} {counts.get(choice.id, 0)}" for choice in motion.choices]
        said.append(self.tr("không có phiếu {n}").format(n=result.not_voted))
        self.bar.setAccessibleName(f"{', '.join(said)}. {outcome.sentence(motion)}")
        self.bar.setToolTip(tip(self.bar.accessibleName()))


class ResultPaper(Card):
    """The result in place of the ballot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, parent=parent)
        self._state = Pill("")
        self._secrecy = Pill("")
        self._question = Paragraph("", Role.SERIF_TEXT)
        self.body = ResultBody()
        self._rule = Paragraph("", Role.NOTE, Colour.INK2)
        inside = QWidget()
        pills = QWidget()
        flow = Flow(pills, 0, 8)
        flow.addWidget(self._state)
        flow.addWidget(self._secrecy)
        column = Column(inside, (28, 14, 28, 8), 0)
        column.addWidget(pills)
        column.gap(8)
        column.addWidget(self._question)
        column.gap(4)
        column.addWidget(self.body)
        column.addWidget(self._rule)
        self.proof = ProofRow()
        column.addWidget(self.proof)
        self.below = Column()
        column.addLayout(self.below)
        column.addStretch(1)
        self.area = Scroll(inside)
        self.column.addWidget(self.area)

    def set_motion(self, motion: MotionView) -> None:
        """Show the result of a motion that has one."""
        for pill, state in (
            (self._state, words.pill_state(motion)),
            (self._secrecy, words.secrecy_state(motion)),
        ):
            pill.set_state(state.text, state.tone, state.icon)
        self._question.set_text(motion.question or motion.title)
        self._rule.set_text(words.unchecked(motion))
        self._rule.setVisible(not motion.rule.checked)
        self.proof.set_motion(motion, provable=motion.ballot.proved)
        self.body.set_motion(motion)


class _Pair(QWidget):
    """Two tables beside one another, or one below the other where it is narrow."""

    def __init__(self, left: QWidget, right: QWidget) -> None:
        super().__init__()
        self._row = Row(self, 0, 28)
        self._row.addWidget(left, 4, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(right, 3, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() / current().scale < _SIDE_BY_SIDE
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._row.direction() is not way:
            self._row.setDirection(way)
        super().resizeEvent(event)
