"""What a result says: the verdict in the words of its rule, seats, flags, and the lines of its table."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from reader.core.views import MotionView, ResultView
from reader.ui.format import language, number_text
from reader.ui.theme import Tone
from reader.ui.widgets.threshold import Count, Vote
from sync.model.motion import Choice
from sync.model.result import percent
from sync.model.rules import Base, Form, MotionKind

_ABOUT_A_PERSON = frozenset({MotionKind.REMOVAL, MotionKind.CONFIDENCE_VOTE})
"""Whatever these come to is nothing to be glad of: their verdict has no colour."""
_VOTES = (Vote.FOR, Vote.AGAINST, Vote.ABSTAIN)


@dataclass(frozen=True)
class State:
    """Words, tone and icon of a state."""

    text: str
    tone: Tone
    icon: str


@dataclass(frozen=True)
class Figure:
    """A line of the table: words, a number, its share of everybody, and what stands for it in the bar.

    `note` says what became of it. `part`, from 0 to 1, draws it a bar of its own, with a mark at `needed`.
    """

    label: str
    number: int
    share: str = ""
    vote: Vote | None = None
    note: State | None = None
    part: float | None = None
    needed: float | None = None


def verdict(motion: MotionView) -> State:
    """The heading of a result; empty words where there is none."""
    result, rule = motion.result, motion.rule
    if result is None:
        return State("", Tone.PLAIN, "")
    if result.quorum is False:
        return State(
            QCoreApplication.translate("Ballot", "Không đủ số người"),
            Tone.WAIT,
            "warning-circle",
        )
    if rule.form is Form.EACH:
        return _seats(motion, result)
    if result.carried is None:
        text = (
            (rule.title_en if language() == "en" else rule.title)
            if rule.flags
            else QCoreApplication.translate("Ballot", "Kết quả thăm dò")
        )
        return State(text, Tone.PLAIN, "chart-bar")
    said = _first_upper(_carried_words(motion, carried=result.carried))
    if rule.kind in _ABOUT_A_PERSON:
        return State(said, Tone.PLAIN, "")
    return State(said, Tone.OK, "check-circle") if result.carried else State(said, Tone.PLAIN, "x-circle")


def closed_state(motion: MotionView) -> State:
    """The line under a closed motion in a list."""
    result = motion.result
    if result is None:
        return State(
            QCoreApplication.translate("Ballot", "Đã kết thúc · chờ kết quả"), Tone.PLAIN, "lock-simple"
        )
    if result.quorum is False:
        return State(
            QCoreApplication.translate("Ballot", "Đã kết thúc: không đủ số người"),
            Tone.WAIT,
            "warning-circle",
        )
    if result.carried is None:
        return State(QCoreApplication.translate("Ballot", "Đã kết thúc: có kết quả"), Tone.PLAIN, "chart-bar")
    said = verdict(motion)
    text = QCoreApplication.translate("Ballot", "Đã kết thúc: {verdict}").format(
        verdict=_carried_words(motion, carried=result.carried)
    )
    return State(text, said.tone, said.icon or "lock-simple")


def sentence(motion: MotionView) -> str:
    """What explains the result, in the language of the window, without the flags."""
    result = motion.result
    if result is None:
        return ""
    said = result.sentence_en if language() == "en" else result.sentence_vi
    for title in reversed(flags(motion)):
        said = said.removesuffix(f" {title}.")
    return said


def flags(motion: MotionView) -> list[str]:
    """What follows from the result beside its verdict."""
    up = () if motion.result is None else motion.result.flags
    found = [flag for flag in motion.rule.flags if flag.id in up]
    return [flag.title_en if language() == "en" else flag.title for flag in found]


def percent_text(part: int, whole: int) -> str:
    """``73,08 %``: two places, rounded half up by the tally's own integers."""
    return f"{number_text(float(percent(part, whole)), 2)} %"


def base_text(motion: MotionView, result: ResultView) -> str:
    """What the needed votes are a share of."""
    if result.base == result.total and motion.rule.base is not Base.PRESENT:
        return QCoreApplication.translate(
            "Ballot", "Tính trên tổng số {n} đại biểu", None, result.base
        ).format(n=result.base)
    said = {
        Base.PRESENT: QCoreApplication.translate("Ballot", "Tính trên {n} người có mặt"),
        Base.VALID: QCoreApplication.translate("Ballot", "Tính trên {n} phiếu hợp lệ", None, result.base),
    }.get(motion.rule.base, QCoreApplication.translate("Ballot", "Tính trên {n} phiếu", None, result.base))
    return said.format(n=result.base)


def bar_count(motion: MotionView, result: ResultView) -> Count:
    """The seats of the bar: first those for the choice that needs the votes."""
    votes = [number for _, number in _judged_first(motion, result)]
    total = result.total
    first = min(votes[0], total)
    second = min(votes[1] if len(votes) > 1 else 0, total - first)
    return Count(
        seats=total,
        in_favour=first,
        against=second,
        abstain=min(sum(votes[2:]) + result.invalid, total - first - second),
        needed=result.needed,
        present=result.present,
        base=0 if result.base == total else result.base,
        base_text=base_text(motion, result),
    )


def figures(motion: MotionView, result: ResultView) -> list[Figure]:
    """One line a choice, then who brought no ballot. Shares are of everybody: a ballot with several answers
    counts once in each."""
    lines = _judged_first(motion, result)
    barred = has_bar(motion)
    if motion.rule.form is Form.EACH:
        lines = sorted(lines, key=lambda line: -line[1])
    made = []
    for place, (choice, number) in enumerate(lines):
        share = percent_text(number, result.total)
        if barred:
            made.append(
                Figure(choice.label, number, share, _VOTES[min(place, 2)], _side(motion, result, choice))
            )
        else:
            part = number / result.base if result.base else 0.0
            judged = result.quorum is not False and result.needed > 0 and result.base > 0
            mark = result.needed / result.base if judged else None
            seat = _seat(motion, result, choice)
            made.append(Figure(choice.label, number, share, note=seat, part=min(1.0, part), needed=mark))
    if result.invalid:
        label = QCoreApplication.translate("Ballot", "Phiếu không hợp lệ")
        share = percent_text(result.invalid, result.total)
        made.append(Figure(label, result.invalid, share, Vote.ABSTAIN if barred else None))
    label = QCoreApplication.translate("Ballot", "Không có phiếu")
    share = percent_text(result.not_voted, result.total)
    made.append(Figure(label, result.not_voted, share, Vote.NONE if barred else None))
    return made


def has_bar(motion: MotionView) -> bool:
    """Whether one choice needs so many votes: the bar of seats shows how many it has."""
    if motion.result is None or motion.result.quorum is False:
        return False
    return motion.rule.form is Form.CHOICE and motion.rule.threshold is not None


def _seats(motion: MotionView, result: ResultView) -> State:
    seats, won = motion.max_choices, len(result.elected)
    if result.tied:
        text = QCoreApplication.translate("Ballot", "Trúng {n}, còn {left} chỗ phải bầu lại")
        return State(text.format(n=won, left=seats - won), Tone.WAIT, "warning-circle")
    if not won:
        return State(QCoreApplication.translate("Ballot", "Chưa ai trúng"), Tone.PLAIN, "x-circle")
    text = QCoreApplication.translate("Ballot", "Trúng {n} trên {seats} chỗ").format(n=won, seats=seats)
    return State(text, Tone.OK if won == seats else Tone.PLAIN, "check-circle")


def _seat(motion: MotionView, result: ResultView, choice: Choice) -> State | None:
    """What became of a candidate."""
    if motion.rule.form is not Form.EACH or result.quorum is False:
        return None
    if choice.id in result.elected:
        return State(QCoreApplication.translate("Ballot", "Trúng"), Tone.OK, "check-circle")
    if choice.id in result.tied:
        text = QCoreApplication.translate("Ballot", "Bằng phiếu, phải bầu lại")
        return State(text, Tone.WAIT, "warning-circle")
    if dict(result.counts).get(choice.id, 0) >= result.needed:
        return State(QCoreApplication.translate("Ballot", "Đủ phiếu, hết chỗ"), Tone.PLAIN, "circle-dashed")
    return State(QCoreApplication.translate("Ballot", "Chưa đủ phiếu"), Tone.PLAIN, "circle-dashed")


def _side(motion: MotionView, result: ResultView, choice: Choice) -> State | None:
    """The chair's, where it decided."""
    if result.tie and result.chair == choice.id:
        return State(QCoreApplication.translate("Ballot", "Chủ tọa chọn"), Tone.INFO, "scales")
    return None


def _judged_first(motion: MotionView, result: ResultView) -> list[tuple[Choice, int]]:
    counts = dict(result.counts)
    lines = [(choice, counts.get(choice.id, 0)) for choice in motion.choices]
    if has_bar(motion) and motion.rule.on < len(lines):
        lines.insert(0, lines.pop(motion.rule.on))
    return lines


def _carried_words(motion: MotionView, *, carried: bool) -> str:
    said = motion.rule.words
    if language() == "en":
        return said.carried_en if carried else said.failed_en
    return said.carried if carried else said.failed


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]
