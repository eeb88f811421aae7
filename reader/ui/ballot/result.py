"""The result of a closed motion: verdict, the sentence that explains it, the seats, the numbers."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from reader.core.views import MotionView, ResultView
from reader.ui import rows
from reader.ui.ballot import words
from reader.ui.ballot.proof import ProofRow
from reader.ui.format import language, number_text
from reader.ui.theme import Colour, Drawing, Role, Tone, current
from reader.ui.widgets.base import Themed, begin
from reader.ui.widgets.layout import Column, Flow, Row, Scroll
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.pill import TONE_INK, Glyph, Pill
from reader.ui.widgets.surface import Card
from reader.ui.widgets.threshold import Count, ThresholdBar, Vote, draw_cell
from sync.model.tally import percent

_SIDE_BY_SIDE = 500
_VOTES = (Vote.FOR, Vote.AGAINST, Vote.ABSTAIN)


def percent_text(part: int, whole: int) -> str:
    """``73,08 %``: two places, rounded half up by the tally's own integers."""
    return f"{number_text(float(percent(part, whole)), 2)} %"


def sentence(result: ResultView) -> str:
    """The sentence that explains the result, in the language of the window."""
    return result.sentence_en if language() == "en" else result.sentence_vi


class ResultBody(QWidget):
    """Verdict, sentence, seats and tables; without a frame, so that the secretary's page can hold it too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glyph = Glyph("check-circle", 34, Colour.OK, Drawing.FILL)
        self._verdict = Paragraph("", Role.VERDICT, Colour.OK)
        self._sentence = Paragraph("", Role.EMPHASIS)
        self.bar = ThresholdBar(Count(0, 0, 0, 0))
        self.choices = Figures(self.tr("Theo lựa chọn"))
        self.routes = Figures(self.tr("Phiếu đến bằng"))
        self._foot = Paragraph("", Role.BODY, Colour.INK2)
        head = Row(spacing=12)
        head.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._verdict, 1)
        tables = _Pair(self.choices, self.routes)
        column = Column(self, 0, 0)
        column.addLayout(head)
        column.addWidget(self._sentence)
        column.gap(10)
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
        verdict = words.verdict(result)
        self._verdict.set_text(verdict.text)
        ink = Colour.INK if verdict.tone is Tone.PLAIN else TONE_INK[verdict.tone]
        self._verdict.set_colour(ink)
        self._glyph.set_icon(verdict.icon, ink)
        self._glyph.setVisible(result.carried is not None)
        self._sentence.set_text(sentence(result))
        counts = dict(result.counts)
        votes = [counts.get(choice.id, 0) for choice in motion.choices]
        self.bar.setVisible(result.carried is not None)
        if result.carried is not None:
            self._set_bar(motion, result, votes)
        # A ballot with several answers counts once in each: the shares are of the people, not of the ticks.
        table = [
            Figure(
                choice.label,
                number,
                percent_text(number, result.total),
                None if result.carried is None else _VOTES[min(place, 2)],
            )
            for place, (choice, number) in enumerate(zip(motion.choices, votes, strict=True))
        ]
        none = Vote.NONE if result.carried is not None else None
        missing = percent_text(result.not_voted, result.total)
        table.append(Figure(self.tr("Không có phiếu"), result.not_voted, missing, none))
        self.choices.set_figures(table)
        self.routes.set_figures([Figure(words.route_text(via), n, "", None) for via, n in result.routes])
        self.routes.setVisible(bool(result.routes))
        cast = result.total - result.not_voted
        self._foot.set_text(
            self.tr("Đã ghi {cast} phiếu · không hợp lệ {invalid} · đến muộn {late}, không tính").format(
                cast=cast, invalid=result.invalid, late=result.late
            )
        )

    def _set_bar(self, motion: MotionView, result: ResultView, votes: list[int]) -> None:
        first, second = votes[0], votes[1] if len(votes) > 1 else 0
        others = sum(votes[2:]) + result.invalid
        everybody = result.base == result.total
        base = (
            self.tr("Tính trên tổng số {n} đại biểu") if everybody else self.tr("Tính trên {n} phiếu")
        ).format(n=result.base)
        self.bar.set_count(
            Count(
                seats=result.total,
                in_favour=first,
                against=second,
                abstain=min(others, result.total - first - second),
                needed=result.needed,
                present=result.present,
                base=0 if everybody else result.base,
                base_text=base,
            )
        )
        said = [f"{choice.label} {votes[n]}" for n, choice in enumerate(motion.choices)]
        said.append(self.tr("không có phiếu {n}").format(n=result.not_voted))
        self.bar.setAccessibleName(f"{', '.join(said)}. {sentence(result)}")
        self.bar.setToolTip(self.bar.accessibleName())


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
        self._rule.set_text(self.tr("{rule}: điều luật chưa đối chiếu.").format(rule=motion.rule_title))
        self._rule.setVisible(not motion.rule_checked)
        self.proof.set_motion(motion, provable=motion.ballot.proved)
        self.body.set_motion(motion)


class Figure:
    """A line of a small table: words, a number, its share, and the seat that stands for it in the bar."""

    def __init__(self, label: str, number: int, share: str, vote: Vote | None) -> None:
        self.label = label
        self.number = number
        self.share = share
        self.vote = vote


class Figures(QWidget, Themed):
    """A small table, painted: head, hairlines, numbers flush right."""

    def __init__(self, head: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = head
        self._figures: list[Figure] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.follow()

    def set_figures(self, figures: list[Figure]) -> None:
        """Show these lines."""
        self._figures = figures
        said = ". ".join(f"{one.label}: {one.number} {one.share}".rstrip() for one in figures)
        self.setAccessibleName(f"{self._head}. {said}")
        self.updateGeometry()
        self.update()

    @property
    def figures(self) -> list[Figure]:
        """The lines shown."""
        return self._figures

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lines(None, width)

    def sizeHint(self) -> QSize:
        width = self.px(240)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.px(200), self.px(60))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        self._lines(painter, self.width())
        painter.end()

    def _lines(self, painter: QPainter | None, width: int) -> int:
        px = self.px
        line = self.theme.line(Role.BODY)
        y = px(4)
        if painter is not None:
            rows.draw_text(painter, 0, y, width, self._head, Role.NOTE_STRONG, Colour.INK2)
        y += self.theme.line(Role.NOTE_STRONG) + px(4)
        swatch = px(28) if any(one.vote for one in self._figures) else 0
        share = px(86) if any(one.share for one in self._figures) else 0
        number = px(48)
        room = width - swatch - share - number
        for one in self._figures:
            high = rows.text_height(one.label, Role.BODY, room)
            if painter is not None:
                painter.fillRect(QRectF(swatch, y, width - swatch, 1), self.theme.colour(Colour.LINE))
                if one.vote:
                    corner = QPointF(0, y + px(4) + (line - px(18)) / 2)
                    draw_cell(painter, QRectF(corner.x(), corner.y(), px(18), px(18)), one.vote)
                top = y + px(4)
                rows.draw_text(painter, swatch, top, room, one.label, Role.BODY, Colour.INK)
                right = width - share
                rows.draw_text(
                    painter,
                    right - number,
                    top,
                    number,
                    str(one.number),
                    Role.BODY_STRONG,
                    Colour.INK,
                    right=True,
                )
                if one.share:
                    rows.draw_text(painter, right, top, share, one.share, Role.BODY, Colour.INK2, right=True)
            y += high + px(7)
        return y


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
