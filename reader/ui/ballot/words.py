"""The words of voting: the state of a motion, the three states of a ballot, why one was not counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from reader.core.views import BallotState, Lull, MotionView, OtherLaptop, Passage
from reader.ui.ballot import by_hand
from reader.ui.ballot.lulls import lull_state
from reader.ui.ballot.outcome import State, closed_state
from reader.ui.ballot.reasons import may_still_count, not_counted, why_not_counted, why_refused
from reader.ui.format import language, moment_text
from reader.ui.passing import shortly
from reader.ui.plain import plain, plain_line
from reader.ui.theme import Tone
from reader.ui.widgets.trail import Step, StepState
from sync.model.motion import MotionState
from sync.model.rules import Secrecy, Timing

TO_VOTE = frozenset({BallotState.NONE, BallotState.REFUSED, BallotState.NOT_COUNTED})
"""States of a ballot after which an open motion still waits for this person,"""
FOR_GOOD = frozenset({"by_hand", "late", "revoked", "not_on_roll"})
"""unless the ballot was not counted for one of these reasons: another one would fare no better."""
PATIENCE = timedelta(minutes=1)


@dataclass(frozen=True)
class TrailWords:
    """The heading that says the state, and the three nodes; `flat` has short titles for one line."""

    heading: str
    tone: Tone
    steps: tuple[Step, ...]
    flat: tuple[Step, ...]


def waits_for_me(motion: MotionView) -> bool:
    """Open, and this person can and has yet to vote."""
    return motion.can_vote and wants_ballot(motion)


def wants_ballot(motion: MotionView) -> bool:
    """There is no ballot of this person's yet that counts, or could."""
    return motion.ballot.state in TO_VOTE and motion.ballot.reason not in FOR_GOOD


def list_state(motion: MotionView) -> State:
    """The line under a motion in the list."""
    if motion.state is MotionState.CLOSED:
        return closed_state(motion)
    if motion.state is MotionState.ANNULLED:
        return State(QCoreApplication.translate("Ballot", "Đã hủy"), Tone.PLAIN, "prohibit")
    if motion.secrecy is Secrecy.SECRET:
        return State(
            QCoreApplication.translate("Ballot", "Phiếu kín, bỏ phiếu giấy"), Tone.PLAIN, "list-dashes"
        )
    if motion.lull is not Lull.NONE:
        return lull_state(motion.lull)
    if motion.state is MotionState.DRAFTED:
        return State(QCoreApplication.translate("Ballot", "Chưa mở"), Tone.PLAIN, "circle-dashed")
    if motion.state is MotionState.ENDED:
        return _counting()
    if (said := by_hand.list_state(motion)) is not None:
        return said
    if motion.takes_my_ballot and motion.elsewhere is not None and wants_ballot(motion):
        return State(
            QCoreApplication.translate("Ballot", "Đang mở · bỏ phiếu trên máy “{name}”").format(
                name=other_name(motion.elsewhere)
            ),
            Tone.WAIT,
            "desktop",
        )
    if not motion.on_roll:
        return State(
            QCoreApplication.translate("Ballot", "Đang mở · không có tên trong danh sách"),
            Tone.PLAIN,
            "lock-simple-open",
        )
    return {
        BallotState.NONE: State(
            QCoreApplication.translate("Ballot", "Đang mở · chưa bỏ phiếu"), Tone.INFO, "lock-simple-open"
        ),
        BallotState.SEALED: _sealed_state(motion),
        BallotState.RECEIVED: State(
            QCoreApplication.translate("Ballot", "Đang mở · đã nhận phiếu"), Tone.OK, "tray"
        ),
        BallotState.COUNTED: State(
            QCoreApplication.translate("Ballot", "Đang mở · đã nhận phiếu"), Tone.OK, "tray"
        ),
        BallotState.NOT_COUNTED: State(
            QCoreApplication.translate("Ballot", "Đang mở · cần bỏ phiếu lại")
            if wants_ballot(motion)
            else not_counted(motion.ballot.reason),
            Tone.WAIT,
            "warning",
        ),
        BallotState.REFUSED: State(
            QCoreApplication.translate("Ballot", "Phiếu chưa được nhận"), Tone.BAD, "warning-octagon"
        ),
    }[motion.ballot.state]


def _sealed_state(motion: MotionView) -> State:
    passage = motion.ballot.passage
    if passage.room is not None:
        said = QCoreApplication.translate("Ballot", "Đang mở · trạm đã nhận phiếu")
        return State(said, Tone.INFO, "tray")
    if passage.forwarded:
        return State(QCoreApplication.translate("Ballot", "Đang mở · phiếu đã chuyển đi"), Tone.INFO, "tray")
    if passage.copied is not None:
        said = QCoreApplication.translate("Ballot", "Đang mở · phiếu đã chép ra USB")
        return State(said, Tone.WAIT, "usb")
    return State(
        QCoreApplication.translate("Ballot", "Đang mở · phiếu chờ gửi"), Tone.WAIT, "hourglass-medium"
    )


def annulled_text(motion: MotionView) -> str:
    """Why a motion counts for nothing any more."""
    return QCoreApplication.translate(
        "Ballot", "Biểu quyết này đã bị hủy; phiếu đã gửi được lưu, không tính. Lý do: {reason}"
    ).format(reason=plain(motion.annulled))


def other_name(laptop: OtherLaptop) -> str:
    """What the other laptop calls itself, in one line."""
    return plain_line(laptop.name) or QCoreApplication.translate("Ballot", "chưa rõ tên")


def vote_there(laptop: OtherLaptop, *, voted: bool) -> str:
    """Why a motion is not voted on here, and what to do instead."""
    if voted:
        said = QCoreApplication.translate("Ballot", "Muốn đổi lựa chọn thì đổi trên máy “{name}”.")
    elif laptop.revoked:
        said = QCoreApplication.translate(
            "Ballot",
            "Nội dung này mở khi bạn biểu quyết trên máy “{name}”, máy đó đã bị thu hồi quyền. Báo thư ký để "
            "bỏ phiếu giấy.",
        )
    else:
        said = QCoreApplication.translate(
            "Ballot",
            "Nội dung này bỏ phiếu trên máy “{name}”. Không dùng được máy đó: báo thư ký để bỏ phiếu giấy.",
        )
    return said.format(name=other_name(laptop))


def not_sealed(motion: MotionView) -> str:
    """Why a choice that was begun can't be sealed any more."""
    if motion.takes_my_ballot:
        return QCoreApplication.translate("Ballot", "Nội dung này bỏ phiếu trên máy khác, nên chưa gửi gì.")
    if motion.lull is Lull.CHANGED:
        return QCoreApplication.translate(
            "Ballot", "Nội dung đã thay đổi trước khi niêm phong, nên chưa gửi gì."
        )
    return QCoreApplication.translate(
        "Ballot", "Biểu quyết đã kết thúc trước khi niêm phong, nên chưa gửi gì."
    )


def pill_state(motion: MotionView) -> State:
    """The pill at the top of the ballot."""
    if motion.lull is not Lull.NONE:
        return lull_state(motion.lull)
    if motion.state is MotionState.OPEN:
        return State(QCoreApplication.translate("Ballot", "Đang mở"), Tone.INFO, "lock-simple-open")
    if motion.state is MotionState.ENDED:
        return _counting()
    if motion.state is MotionState.CLOSED:
        closed = motion.result.closed_at if motion.result else None
        if closed is None:
            return State(QCoreApplication.translate("Ballot", "Đã kết thúc"), Tone.PLAIN, "lock-simple")
        return State(
            QCoreApplication.translate("Ballot", "Đã kết thúc lúc {time}").format(time=moment_text(closed)),
            Tone.PLAIN,
            "lock-simple",
        )
    if motion.state is MotionState.ANNULLED:
        return State(QCoreApplication.translate("Ballot", "Đã hủy"), Tone.PLAIN, "prohibit")
    return State(QCoreApplication.translate("Ballot", "Chưa mở"), Tone.PLAIN, "circle-dashed")


def _counting() -> State:
    return State(QCoreApplication.translate("Ballot", "Đang kiểm phiếu"), Tone.WAIT, "hourglass-medium")


def secrecy_state(motion: MotionView) -> State:
    """The second pill: whether names are seen."""
    if motion.secrecy is Secrecy.SECRET:
        return State(
            QCoreApplication.translate("Ballot", "Phiếu kín, bỏ phiếu giấy"), Tone.PLAIN, "eye-slash"
        )
    return State(QCoreApplication.translate("Ballot", "Biểu quyết công khai"), Tone.PLAIN, "eye")


def unchecked(motion: MotionView) -> str:
    """That no person has compared the article of this motion's rule."""
    title = motion.rule.title_en if language() == "en" else motion.rule.title
    return QCoreApplication.translate("Ballot", "{rule}: điều luật chưa đối chiếu.").format(rule=title)


def timing_text(motion: MotionView) -> str:
    """When it opened, or will; or until when ballots are taken."""
    if motion.state is MotionState.DRAFTED:
        if motion.opened_at is None:
            return ""
        return QCoreApplication.translate("Ballot", "Mở lúc {time} theo lịch").format(
            time=moment_text(motion.opened_at)
        )
    if motion.state is MotionState.ENDED and motion.ended_at is not None:
        return QCoreApplication.translate("Ballot", "Ngừng nhận phiếu lúc {time}").format(
            time=moment_text(motion.ended_at)
        )
    if motion.state is MotionState.OPEN and motion.timing is Timing.SEALED_UNTIL and motion.until:
        return QCoreApplication.translate("Ballot", "Nhận phiếu đến {time}").format(
            time=moment_text(motion.until)
        )
    if motion.opened_at is None:
        return ""
    return QCoreApplication.translate("Ballot", "Mở lúc {time}").format(time=moment_text(motion.opened_at))


def change_text(motion: MotionView) -> str:
    """Until when the choice may be changed."""
    if motion.timing is Timing.SEALED_UNTIL and motion.until:
        return QCoreApplication.translate("Ballot", "Đổi được đến {time}.").format(
            time=moment_text(motion.until)
        )
    return QCoreApplication.translate("Ballot", "Đổi được đến khi chủ tọa kết thúc biểu quyết.")


def confirm_text(motion: MotionView) -> str:
    """What sealing means, in the confirmation."""
    if motion.timing is Timing.SEALED_UNTIL and motion.until:
        return QCoreApplication.translate(
            "Ballot",
            "Phiếu được niêm phong trên máy này rồi tự gửi khi có mạng. Chỉ tính khi hệ thống nhận trước "
            "{time}; đến lúc đó vẫn đổi được.",
        ).format(time=moment_text(motion.until))
    return QCoreApplication.translate(
        "Ballot",
        "Phiếu được niêm phong trên máy này rồi tự gửi. Chỉ tính khi {recorder} nhận trước lúc chủ tọa "
        "kết thúc; đến lúc đó vẫn đổi được.",
    ).format(
        recorder=QCoreApplication.translate("Ballot", "hệ thống")
        if motion.room is None
        else QCoreApplication.translate("Ballot", "trạm phòng họp")
    )


def trail(motion: MotionView) -> TrailWords:
    """The state of this person's ballot, as a heading and three nodes."""
    if motion.by_hand is not None and by_hand.is_the_vote(motion):
        heading, tone = by_hand.heading(motion, motion.by_hand)
        return TrailWords(heading, tone, *by_hand.steps(motion, motion.by_hand))
    ballot = motion.ballot
    room = motion.room is not None
    titles = (
        (
            QCoreApplication.translate("Ballot", "1. Niêm phong trên máy"),
            QCoreApplication.translate("Ballot", "Niêm phong"),
        ),
        (
            QCoreApplication.translate("Ballot", "2. Trạm phòng họp nhận"),
            QCoreApplication.translate("Ballot", "Trạm nhận"),
        )
        if room
        else (
            QCoreApplication.translate("Ballot", "2. Hệ thống nhận"),
            QCoreApplication.translate("Ballot", "Hệ thống nhận"),
        ),
        (
            QCoreApplication.translate("Ballot", "3. Được tính vào kết quả"),
            QCoreApplication.translate("Ballot", "Được tính"),
        ),
    )
    later = QCoreApplication.translate("Ballot", "Biết sau khi kết thúc biểu quyết.")
    if motion.state is MotionState.ENDED:
        later = QCoreApplication.translate("Ballot", "Biết sau khi công bố kết quả.")
    sealed = _at(ballot.sealed_at)
    received = _at(ballot.received_at)
    match ballot.state:
        case BallotState.NONE:
            heading, tone = QCoreApplication.translate("Ballot", "Chưa bỏ phiếu"), Tone.PLAIN
            states = (StepState.NEXT, StepState.NEXT, StepState.NEXT)
            details = (
                QCoreApplication.translate("Ballot", "Sau khi xác nhận."),
                QCoreApplication.translate("Ballot", "Máy tự gửi."),
                later,
            )
            if motion.state is MotionState.ENDED:
                details = ("", "", "")
        case BallotState.SEALED:
            heading, tone = (
                _where(ballot.passage),
                Tone.INFO if ballot.passage.with_hub else Tone.WAIT,
            )
            states = (StepState.DONE, StepState.NOW, StepState.NEXT)
            sent = _on_its_way(ballot.passage)
            details = (
                _join(sealed, QCoreApplication.translate("Ballot", "Mất điện cũng không mất.")),
                sent,
                later,
            )
        case BallotState.RECEIVED:
            heading, tone = (
                QCoreApplication.translate("Ballot", "Đã nhận qua trạm phòng họp")
                if room
                else QCoreApplication.translate("Ballot", "Hệ thống đã nhận"),
                Tone.INFO,
            )
            states = (StepState.DONE, StepState.DONE, StepState.NEXT)
            details = (sealed, _join(received, _receipt(ballot.proved)), later)
        case BallotState.COUNTED:
            heading, tone = QCoreApplication.translate("Ballot", "Đã được tính"), Tone.OK
            states = (StepState.DONE, StepState.DONE, StepState.DONE)
            settled = _join(_at(ballot.settled_at), QCoreApplication.translate("Ballot", "Có trong kết quả."))
            details = (sealed, _join(received, _receipt(ballot.proved)), settled)
        case BallotState.NOT_COUNTED:
            heading, tone = not_counted(ballot.reason), Tone.WAIT
            last = StepState.NOW if may_still_count(ballot.reason) else StepState.FAILED
            states = (StepState.DONE, StepState.DONE, last)
            details = (sealed, _join(received, _receipt(ballot.proved)), why_not_counted(ballot.reason))
        case BallotState.REFUSED:
            heading, tone = QCoreApplication.translate("Ballot", "Phiếu chưa được nhận"), Tone.BAD
            states = (StepState.DONE, StepState.FAILED, StepState.NEXT)
            details = (sealed, why_refused(ballot.reason), later)
    whole = list(zip(titles, details, states, strict=True))
    return TrailWords(
        heading,
        tone,
        tuple(Step(title, detail, state) for (title, _short), detail, state in whole),
        tuple(Step(short, detail, state) for (_title, short), detail, state in whole),
    )


def waits_too_long(motion: MotionView, now: datetime) -> bool:
    """A vote in the room whose ballot is still on the laptop after a minute: time to raise a hand."""
    ballot = motion.ballot
    return (
        motion.timing is Timing.STRICT
        and motion.state is MotionState.OPEN
        and ballot.state is BallotState.SEALED
        and ballot.sealed_at is not None
        and now - ballot.sealed_at >= PATIENCE
    )


def waits_long_text(motion: MotionView) -> str:
    """What a ballot has to reach in time."""
    if motion.room is not None:
        return QCoreApplication.translate(
            "Ballot",
            "Phiếu vẫn an toàn trên máy này. Phiếu chỉ được tính khi tới trạm phòng họp trước lúc kết thúc.",
        )
    return QCoreApplication.translate(
        "Ballot",
        "Phiếu vẫn an toàn trên máy này. Phiếu chỉ được tính khi tới máy chủ cơ quan trước lúc kết thúc.",
    )


def _where(passage: Passage) -> str:
    if passage.room is not None:
        return QCoreApplication.translate("Ballot", "Đã nhận qua trạm phòng họp – chờ máy chủ ghi nhận")
    on = shortly(passage)
    if on is None:
        return QCoreApplication.translate("Ballot", "Đã niêm phong trên máy này – chờ gửi")
    return on.text


def _on_its_way(passage: Passage) -> str:
    if passage.room is not None:
        said = QCoreApplication.translate("Ballot", "Chờ máy chủ ghi nhận. Trạm giữ phiếu và tự chuyển lên.")
    elif passage.forwarded:
        said = QCoreApplication.translate("Ballot", "Chờ trạm phòng họp ghi nhận. Máy vẫn giữ và gửi lại.")
    elif passage.copied is None:
        return QCoreApplication.translate("Ballot", "Chưa tới. Máy tự gửi lại khi có mạng.")
    else:
        return QCoreApplication.translate(
            "Ballot", "Chép ra USB lúc {time}. Đưa USB cho thư ký; có mạng thì máy vẫn tự gửi."
        ).format(time=moment_text(passage.copied))
    if passage.copied is None:
        return said
    copied = QCoreApplication.translate("Ballot", "Đã chép ra USB lúc {time}.")
    return f"{said} {copied.format(time=moment_text(passage.copied))}"


def _receipt(proved: bool) -> str:
    return (
        QCoreApplication.translate("Ballot", "Có giấy nhận, chữ ký đúng.")
        if proved
        else QCoreApplication.translate("Ballot", "Chưa kiểm được giấy nhận.")
    )


def _at(when: datetime | None) -> str:
    return "" if when is None else moment_text(when)


def _join(time: str, words: str) -> str:
    return f"{time}. {words}" if time else words
