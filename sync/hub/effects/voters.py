"""On which laptop a person votes: chosen by them, and held against each ballot."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.engine import Row

from sync.audit import Audit
from sync.hub import tables, voting_devices
from sync.hub.actors import Actor
from sync.hub.batch import Act, Batch, Verdict
from sync.hub.effects.finding import opened
from sync.hub.packets import PacketView
from sync.hub.rosters import FIRST_EPOCH
from sync.hub.stored import keep_moment, moment
from sync.hub.tables import To
from sync.model.events import OWN
from sync.model.ids import DeviceId, PersonId
from sync.model.motion import Motion
from sync.model.voting_device import voting_device


def choose(batch: Batch, act: Act, who: Actor) -> Verdict:
    """The acting laptop votes on what opens from now on. A second time changes nothing."""
    if voting_devices.current(batch.connection, who.person) == who.device:
        return Verdict()
    voting_devices.choose(batch.connection, batch.now, who.person, who.device)
    batch.store(act, "voting")
    batch.deliver(act.id, OWN, To.PERSON, who.person)
    batch.audit(Audit.VOTING_DEVICE, act, who.device)
    return Verdict()


def votes_here(
    batch: Batch, who: Actor, row: Row[tuple[object, ...]], view: PacketView, motion: Motion
) -> bool:
    """Whether this motion takes this person's ballots from this laptop: never from two of them."""
    chosen = batch.voting(who.person)
    if all(one.device == who.device for one in chosen):
        return True
    voted = _voted(batch, who.person, row)
    if voted is None and _may_be_from_before(batch, view):
        return any(one.device == who.device for one in chosen)
    return voting_device(chosen, moment(opened(batch, row, motion)), voted) == who.device


def _voted(batch: Batch, person: PersonId, row: Row[tuple[object, ...]]) -> DeviceId | None:
    """The laptop of this person's first ballot on the motion as it stands; one that was revoked when it came
    counts for nothing."""
    ballots, events = tables.ballots.c, tables.events.c
    device = batch.connection.execute(
        select(events.device)
        .join(tables.ballots, ballots.id == events.id)
        .where(
            ballots.motion == row.id,
            ballots.person == person,
            ballots.digest == row.digest,
            ballots.revoked.is_(False),
        )
        .order_by(ballots.place)
        .limit(1)
    ).scalar_one_or_none()
    return None if device is None else DeviceId(device)


def _may_be_from_before(batch: Batch, view: PacketView) -> bool:
    """Whether the packet is older than the restoration of this hub from a backup. Acts on it are sent again
    then, and openings, choices and ballots arrive in another order than the first time."""
    rosters = tables.rosters.c
    newest = batch.connection.execute(
        select(rosters.epoch, func.min(rosters.signed)).group_by(rosters.epoch).order_by(rosters.epoch.desc())
    ).first()
    if newest is None or newest[0] == FIRST_EPOCH:
        return False
    return keep_moment(view.manifest.made) < int(newest[1])
