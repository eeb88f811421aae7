"""What people signed, in an archive: one act after another (check 6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sync.verify.motion import moment
from sync.verify.reading import BrokenError, Node, Why
from sync.verify.signed import COUNTS, RUNS, Office

MOST = 1_000_000
_RUN = (
    *("motion.open", "motion.end", "motion.close", "motion.annul", "votes.admit"),
    *("agenda.point", "attendance.put", "speaker.add", "speaker.order", "speaker.begin", "speaker.more"),
    *("speaker.end", "speaker.drop"),
)
ROLES = {
    **dict.fromkeys(_RUN, RUNS),
    **dict.fromkeys(("votes.enter", "votes.confirm", "votes.withdraw"), COUNTS),
    **dict.fromkeys(("packet.submit", "packet.publish"), frozenset({"secretary"})),
    **dict.fromkeys(("packet.approve", "packet.return"), frozenset({"approver"})),
    "packet.recall": frozenset({"secretary", "approver"}),
}
"""Who may do what; all else is everybody's."""
ANSWERS = frozenset({"secretary", "approver", "chair"})
"""Who may answer a mark or an opinion."""
_NEVER = ("ballot", "mark.sealed")


@dataclass
class Acts:
    """What there is, by digest."""

    ids: set[str] = field(default_factory=set)
    closings: dict[str, str] = field(default_factory=dict)
    """Motions by the digest of their closing."""
    annulled: set[str] = field(default_factory=set)


def read_acts(office: Office, meeting: str, lines: Iterator[Node], left_out: Node) -> Acts:
    """Check all of them."""
    found, used = Acts(), set()
    office.fractions = True
    last = None
    for node in lines:
        node.only("recorded", "envelope")
        when = moment(node["recorded"])
        node["recorded"].need(last is None or when >= last, Why.ORDER)
        last = when
        kind = node["envelope"]["kind"].text()
        if kind == "closing":
            envelope = office.by_hub(node["envelope"], kind)
            said = envelope.said
            found.closings[envelope.digest] = said["motion"].id()
        else:
            envelope, device = office.event(node["envelope"])
            said, body = envelope.said, envelope.said["body"]
            used.add(device.device)
            type_ = body["type"].text()
            body["type"].need(type_ not in _NEVER, Why.NO_BALLOTS)
            roles = ROLES.get(type_)
            if type_ == "opinion.put":
                opinion = body["opinion"]
                roles = None if opinion.maybe("answer", None).missing else ANSWERS
                asks = opinion["kind"].value == "question"
                node["envelope"].need(not asks or "delegate" in device.roles, Why.ROLE)
            allowed = roles is None or (device.device not in office.certified and bool(roles & device.roles))
            node["envelope"].need(allowed, Why.ROLE)
            if type_ == "motion.annul":
                found.annulled.add(body["motion"].id())
        said["meeting"].same(meeting)
        node.need(envelope.digest not in found.ids, Why.TWICE)
        node.need(len(found.ids) < MOST, Why.FIGURE, expected=MOST, found=MOST + 1)
        found.ids.add(envelope.digest)
    for place, name in enumerate(office.certified):
        if name not in used:
            raise BrokenError(f"chung-thuc/co-quan.json.devices[{place}]", Why.UNKNOWN)
    for one in left_out.each(MOST):
        one.need(one.value not in found.ids, Why.NOT_LEFT_OUT)
    return found
