"""What each kind of event does: one function each, in the writer's transaction.

An effect returns a ``Verdict`` or raises ``SohopError``, which refuses the event and undoes its writes.
"""

from __future__ import annotations

from typing import assert_never

from sync.errors import Code, SohopError
from sync.hub.actors import Actor
from sync.hub.batch import Act, Batch, Verdict
from sync.hub.effects import (
    ballots,
    conduct,
    counting,
    keys,
    marks,
    motions,
    opinions,
    packets,
    recalls,
    voters,
)
from sync.hub.tables import To
from sync.model.conduct import (
    AddSpeaker,
    BeginSpeaking,
    DropSpeaker,
    EndSpeaking,
    GiveTime,
    OrderSpeakers,
    PointAgenda,
    PutAttendance,
)
from sync.model.counts import AdmitBallot, ConfirmVotes, EnterVotes, WithdrawVotes
from sync.model.events import (
    AnnulMotion,
    ApprovePacket,
    AskForKey,
    CastBallot,
    CheckIn,
    ChooseVotingDevice,
    CloseMotion,
    DropMark,
    DropOpinion,
    EndAsk,
    EndVoting,
    GiveKey,
    HearAsk,
    OpenAsk,
    OpenMotion,
    PublishPacket,
    PutMark,
    PutOpinion,
    PutSealedMark,
    RecallPacket,
    ReportDestroyed,
    ReportFork,
    ReportReady,
    SubmitPacket,
)
from sync.model.review import ReturnPacket


def apply(batch: Batch, act: Act, who: Actor) -> Verdict:
    """Do what the event says. Raises ``SohopError`` with the reason of refusal."""
    body = act.event.body
    if who.revoked and not isinstance(body, CastBallot):
        raise SohopError(Code.DEVICE_REVOKED)
    match body:
        case CastBallot():
            return ballots.cast(batch, act, who, body)
        case PutMark():
            return marks.put(batch, act, who, body)
        case PutSealedMark():
            return marks.put_sealed(batch, act, who, body)
        case DropMark():
            return marks.drop(batch, act, who, body)
        case PutOpinion():
            return opinions.put(batch, act, who, body)
        case DropOpinion():
            return opinions.drop(batch, act, who, body)
        case CheckIn():
            return opinions.check_in(batch, act, who)
        case PointAgenda():
            return conduct.point(batch, act, who, body)
        case PutAttendance():
            return conduct.put_attendance(batch, act, who, body)
        case AddSpeaker() | OrderSpeakers() | BeginSpeaking() | GiveTime() | EndSpeaking() | DropSpeaker():
            return conduct.speakers(batch, act, who, body)
        case OpenMotion():
            return motions.open_motion(batch, act, who, body)
        case EndVoting():
            return motions.end_voting(batch, act, who, body)
        case CloseMotion():
            return motions.close_motion(batch, act, who, body)
        case AnnulMotion():
            return motions.annul_motion(batch, act, who, body)
        case EnterVotes():
            return counting.enter(batch, act, who, body)
        case AdmitBallot():
            return counting.admit(batch, act, who, body)
        case ConfirmVotes():
            return counting.confirm(batch, act, who, body)
        case WithdrawVotes():
            return counting.withdraw(batch, act, who, body)
        case SubmitPacket():
            return packets.submit(batch, act, who, body)
        case ApprovePacket():
            return packets.approve(batch, act, who, body)
        case ReturnPacket():
            return packets.send_back(batch, act, who, body)
        case PublishPacket():
            return packets.publish(batch, act, who, body)
        case RecallPacket():
            return recalls.recall(batch, act, who, body)
        case ReportDestroyed():
            return recalls.destroyed(batch, act, who, body)
        case ReportReady():
            return _ready(batch, act, who)
        case AskForKey() | HearAsk() | OpenAsk() | GiveKey() | EndAsk():
            return keys.carry(batch, act, who)
        case ChooseVotingDevice():
            return voters.choose(batch, act, who)
        case ReportFork():
            return motions.forked(batch, act, who, body)
        case _:
            assert_never(body)


def _ready(batch: Batch, act: Act, who: Actor) -> Verdict:
    """The desk learns what a laptop could open without the line."""
    meeting = act.event.meeting
    batch.need_reader(who, meeting)
    batch.store(act, "ready")
    batch.deliver(act.id, meeting, To.DESK)
    return Verdict()
