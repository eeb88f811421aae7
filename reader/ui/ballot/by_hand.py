"""The words of what the desk has written down of this person's own vote, and what to do if it is wrong."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.core.views import BallotState, HandView, MotionView
from reader.ui.ballot.outcome import State
from reader.ui.format import moment_text
from reader.ui.plain import plain_line
from reader.ui.theme import Tone
from reader.ui.widgets.trail import Step, StepState
from sync.model.counts import Means
from sync.model.motion import OVER, MotionState


def is_the_vote(motion: MotionView) -> bool:
    """What was written down stands for this person's vote: there is no ballot of theirs that could count."""
    hand = motion.by_hand
    if hand is None or hand.means is None or (motion.state in OVER and not hand.counts):
        return False
    return hand.counts or motion.ballot.state is BallotState.NONE


def list_state(motion: MotionView) -> State | None:
    """The line under an open motion in the list; None where nothing was written down."""
    hand = motion.by_hand
    if hand is None or not hand.counts or motion.state is not MotionState.OPEN:
        return None
    return State(_tr("Đang mở · {means}").format(means=_done(hand).lower()), Tone.OK, _icon(hand))


def title(motion: MotionView, hand: HandView) -> str:
    """What was written down."""
    if hand.means is None:
        return (
            _tr("Phiếu đến muộn được chấp nhận tính")
            if hand.counts
            else _tr("Phiếu đến muộn đang được đề nghị tính")
        )
    labels = {choice.id: plain_line(choice.label) for choice in motion.choices}
    said = ", ".join(labels.get(choice, choice) for choice in hand.choices) or _tr("không chọn ai")
    return f"{_done(hand)}: {said}"


def text(motion: MotionView, hand: HandView) -> str:
    """By whom, whether it counts, and what to do if it is wrong."""
    who = _tr("{name} ghi lúc {time}").format(name=plain_line(hand.author), time=moment_text(hand.entered_at))
    if hand.counts:
        stands = _tr("{name} đã xác nhận").format(name=plain_line(hand.confirmer))
    elif motion.state in OVER:
        stands = _tr("không có người thứ hai xác nhận nên không được tính")
    else:
        stands = _tr("chờ người thứ hai xác nhận")
    said = f"{who}; {stands}."
    if motion.state in OVER or hand.means is None:
        return said
    wrong = (
        _tr("Nếu không đúng: báo ngay thư ký hoặc chủ tọa trước khi công bố kết quả.")
        if hand.counts or motion.state is MotionState.ENDED
        else _tr("Nếu không đúng: báo thư ký, hoặc bỏ phiếu trên máy này trước khi được xác nhận.")
    )
    return f"{said} {wrong}"


def heading(motion: MotionView, hand: HandView) -> tuple[str, Tone]:
    """The state of the vote in a few words."""
    if hand.counts:
        return _done(hand), Tone.OK
    return _tr("Đã ghi, chờ người thứ hai"), Tone.WAIT


def steps(motion: MotionView, hand: HandView) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    """The three nodes of a vote that came on no laptop; the second with short titles."""
    written = _tr("{name} ghi lúc {time}.").format(
        name=plain_line(hand.author), time=moment_text(hand.entered_at)
    )
    second = (
        _tr("{name} đã xác nhận.").format(name=plain_line(hand.confirmer))
        if hand.counts
        else _tr("Đang chờ.")
    )
    closed = motion.state is MotionState.CLOSED
    last = _tr("Có trong kết quả.") if closed and hand.counts else _tr("Biết sau khi công bố kết quả.")
    states = (
        StepState.DONE,
        StepState.DONE if hand.counts else StepState.NOW,
        StepState.DONE if closed and hand.counts else StepState.NEXT,
    )
    titles = (
        (_tr("1. Ghi bằng tay") if hand.means is Means.HAND else _tr("1. Ghi phiếu giấy"), _tr("Đã ghi")),
        (_tr("2. Người thứ hai xác nhận"), _tr("Xác nhận")),
        (_tr("3. Được tính vào kết quả"), _tr("Được tính")),
    )
    details = (written, second, last)
    whole = list(zip(titles, details, states, strict=True))
    return (
        tuple(Step(long, detail, state) for (long, _), detail, state in whole),
        tuple(Step(short, detail, state) for (_, short), detail, state in whole),
    )


def _done(hand: HandView) -> str:
    return _tr("Đã ghi bằng tay") if hand.means is Means.HAND else _tr("Đã ghi phiếu giấy")


def _icon(hand: HandView) -> str:
    return "hand-palm" if hand.means is Means.HAND else "file-text"


def _tr(text: str) -> str:
    return QCoreApplication.translate("ByHand", text)
