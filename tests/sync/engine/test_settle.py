"""A hub that lies, and the rest of its reply: a real vault keeps what is true and names what is not."""

import msgspec
import pytest
from support.packets import MEETING, MOTION, NOON, PaperOffice, a_key, a_member

from sync.engine.ports import Who
from sync.engine.settle import apply_reply, compose_request
from sync.errors import Code
from sync.model.events import DropMark, OpenMotion
from sync.model.people import PersonEntry, Role
from sync.wire.codec import encode_payload
from sync.wire.envelope import Envelope, Kind, seal
from sync.wire.messages import Delivered, ExchangeReply, Receipt, Turnout
from sync.wire.statements import HUB, Retired

OFFICE = PaperOffice()
ITEM = OFFICE.item(OFFICE.document(b"%PDF- one"))
FIRST = OFFICE.manifest(ITEM)
SECOND = OFFICE.manifest(ITEM, version=2)
STATE = b"s" * 16


def replaced(value, **fields):
    return msgspec.structs.replace(value, **fields)


@pytest.fixture
def vault(tmp_path):
    made = OFFICE.vault(tmp_path / "lan", OFFICE.lan)
    yield made
    made.close()


@pytest.fixture
def desk(tmp_path):
    made = OFFICE.vault(tmp_path / "thu", OFFICE.thu)
    yield made
    made.close()


def who(vault):
    me = vault.identity
    return Who(me.tenant, me.root_key, me.person, me.device, me.roles)


def hear(vault, **reply):
    """Apply a reply to what the vault would ask now."""
    whole = {"state": STATE, "time": NOON, "cursor": 0, **reply}
    return apply_reply(vault, who(vault), compose_request(vault), ExchangeReply(**whole))


def delivered(seq, envelope):
    return Delivered(seq, NOON, envelope)


def an_act(member=OFFICE.lan, seq=1):
    return OFFICE.event(member, DropMark(id=f"k-{seq}"), seq=seq)


def test_a_first_reply_brings_everything(tmp_path):
    vault = OFFICE.vault(tmp_path, OFFICE.lan, roster=False)
    applied = hear(
        vault,
        roster=OFFICE.by_root(OFFICE.roster()),
        certs=(OFFICE.cert(OFFICE.minh),),
        packets=(OFFICE.packet(FIRST, ITEM),),
        events=(delivered(3, an_act(OFFICE.minh)),),
        freshness=OFFICE.by_hub(Kind.FRESHNESS, OFFICE.freshness(FIRST)),
        cursor=5,
    )
    assert applied.refused == []
    assert (applied.received, applied.packets, applied.new_versions) == (1, 1, [MEETING])
    assert (vault.trust.cursor(), vault.trust.state()) == (5, STATE)
    assert vault.packets.newest_version(MEETING) == 1
    assert vault.trust.read_freshness().manifests[0].version == 1
    vault.close()


def test_the_same_reply_again_changes_nothing(vault):
    reply = {
        "packets": (OFFICE.packet(FIRST, ITEM),),
        "events": (delivered(1, an_act(OFFICE.minh)),),
        "cursor": 1,
    }
    hear(vault, **reply)
    again = hear(vault, **reply)
    assert again.refused == []
    assert again.new_versions == []
    assert len(vault.events.of_meeting(MEETING)) == 1


def test_without_a_roster_nothing_is_believed(tmp_path):
    vault = OFFICE.vault(tmp_path, OFFICE.lan, roster=False)
    forged = seal(Kind.ROSTER, OFFICE.tenant, encode_payload(OFFICE.roster()), "root", a_key("x"))
    applied = hear(vault, roster=forged, packets=(OFFICE.packet(FIRST, ITEM),))
    assert applied.refused == [Code.BAD_SIGNATURE]
    assert vault.packets.current(MEETING) is None
    assert vault.trust.state() == b""
    vault.close()


LIES = {
    "an old manifest": ({"packets": (OFFICE.packet(FIRST, ITEM),)}, Code.OLD_VERSION),
    "another manifest of the same version": (
        {"packets": (OFFICE.packet(OFFICE.manifest(ITEM, version=2, change="khác"), ITEM),)},
        Code.OLD_VERSION,
    ),
    "one signature": (
        {
            "packets": (
                replaced(
                    OFFICE.packet(SECOND, ITEM),
                    manifest=OFFICE.signed(OFFICE.manifest(ITEM, version=3), OFFICE.thu),
                ),
            )
        },
        Code.ONE_SIGNATURE,
    ),
    "a draft for somebody who is not at the desk": (
        {"packets": (OFFICE.packet(OFFICE.manifest(ITEM, version=3), ITEM, published=False),)},
        Code.ONE_SIGNATURE,
    ),
    "a descriptor of another packet": (
        {"packets": (OFFICE.packet(OFFICE.manifest(ITEM, version=3), OFFICE.item(number=2)),)},
        Code.WRONG_DIGEST,
    ),
    "one document twice": (
        {
            "packets": (
                OFFICE.packet(
                    OFFICE.manifest(ITEM, OFFICE.item(*ITEM.documents, number=2), version=3),
                    ITEM,
                    OFFICE.item(*ITEM.documents, number=2),
                ),
            )
        },
        Code.MALFORMED,
    ),
    "a forged closing": (
        {
            "events": (
                delivered(
                    11,
                    seal(
                        Kind.CLOSING,
                        OFFICE.tenant,
                        encode_payload(OFFICE.closing(SECOND, [])),
                        HUB,
                        OFFICE.thu.key,
                    ),
                ),
            )
        },
        Code.BAD_SIGNATURE,
    ),
    "an altered closing": (
        {
            "events": (
                delivered(
                    11,
                    Envelope(
                        Kind.CLOSING,
                        encode_payload(OFFICE.closing(SECOND, [], invalid=9)),
                        OFFICE.by_hub(Kind.CLOSING, OFFICE.closing(SECOND, [])).signatures,
                    ),
                ),
            )
        },
        Code.BAD_SIGNATURE,
    ),
    "an act of nobody": (
        {"events": (delivered(11, an_act(a_member("ma", Role.DELEGATE))),)},
        Code.UNKNOWN_DEVICE,
    ),
    "an act without a signature": (
        {"events": (delivered(11, Envelope(Kind.EVENT, an_act().payload, ())),)},
        Code.BAD_SIGNATURE,
    ),
    "a packet among the events": ({"events": (delivered(11, OFFICE.signed(FIRST)),)}, Code.BAD_SIGNATURE),
    "an officer's certificate by the hub": (
        {"certs": (OFFICE.cert(a_member("x", Role.CHAIR)),)},
        Code.NOT_PERMITTED,
    ),
    "an old roster": ({"roster": OFFICE.by_root(OFFICE.roster(1))}, Code.OLD_ROSTER),
    "freshness of an old roster": (
        {"freshness": OFFICE.by_hub(Kind.FRESHNESS, OFFICE.freshness(SECOND, hours=9))},
        Code.OLD_ROSTER,
    ),
    "freshness from yesterday": (
        {"freshness": OFFICE.by_hub(Kind.FRESHNESS, OFFICE.freshness(SECOND, roster=2, hours=-24))},
        Code.STALE,
    ),
    "freshness of an old version": (
        {"freshness": OFFICE.by_hub(Kind.FRESHNESS, OFFICE.freshness(FIRST, roster=2, hours=9))},
        Code.OLD_VERSION,
    ),
    "an outcome of an act that was not sent": (
        {"outcomes": (OFFICE.outcome(Receipt(event="9" * 64, accepted=True, recorded=NOON)),)},
        Code.HUB_BROKEN,
    ),
}


@pytest.fixture
def experienced(vault):
    """It has heard of roster 2 and of version 2."""
    hear(
        vault,
        roster=OFFICE.by_root(OFFICE.roster(2)),
        packets=(OFFICE.packet(SECOND, ITEM),),
        freshness=OFFICE.by_hub(Kind.FRESHNESS, OFFICE.freshness(SECOND, roster=2)),
        cursor=10,
    )
    assert vault.trust.state() == STATE
    return vault


@pytest.mark.parametrize("lie", LIES)
def test_a_lie_is_named_the_rest_is_kept_and_all_is_asked_for_again(experienced, lie):
    reply, code = LIES[lie]
    good = delivered(12, an_act(OFFICE.minh))
    reply = {**reply, "events": (*reply.get("events", ()), good), "cursor": 12}
    applied = hear(experienced, **reply)
    assert applied.refused == [code]
    assert applied.received == 1
    assert experienced.events.get(good.envelope.event_id) is not None
    assert experienced.trust.state() == b""
    assert experienced.packets.newest_version(MEETING) == 2
    assert experienced.packets.current(MEETING).manifest == SECOND
    assert experienced.trust.read_roster().number == 2
    assert experienced.trust.read_freshness().time == NOON
    # A refused event is asked for again; nothing else holds the cursor back.
    assert experienced.trust.cursor() == (10 if reply["events"][0].seq == 11 else 12)


def test_an_event_that_could_not_be_read_is_taken_when_its_certificate_comes(experienced):
    stranger = a_member("moi", Role.DELEGATE)
    reply = {"events": (delivered(11, an_act(stranger)),), "cursor": 11}
    assert hear(experienced, **reply).refused == [Code.UNKNOWN_DEVICE]
    applied = hear(experienced, certs=(OFFICE.cert(stranger),), **reply)
    assert (applied.refused, applied.received) == ([], 1)
    assert experienced.trust.cursor() == 11


def test_old_acts_of_a_device_that_was_retired_are_still_read(vault):
    opened = OFFICE.event(OFFICE.thu, OpenMotion(motion=MOTION, motion_digest="1" * 64))
    roster = OFFICE.roster(2, office=(OFFICE.duyet,), retired=(Retired(cert=OFFICE.thu.cert),))
    applied = hear(vault, roster=OFFICE.by_root(roster), events=(delivered(1, opened),), cursor=1)
    assert (applied.refused, applied.received) == ([], 1)


# --- receipts


@pytest.fixture
def voter(experienced):
    """With one ballot in the outbox."""
    experienced.outbox.append(lambda seq, prev: OFFICE.ballot(OFFICE.lan, SECOND, seq=seq))
    return experienced


def the_ballot(vault):
    return vault.outbox.pending(1)[0]


def receipt_for(ballot, **changes):
    leaves = OFFICE.leaves((OFFICE.minh, OFFICE.ballot(OFFICE.minh, SECOND)), (OFFICE.lan, ballot))
    return replaced(OFFICE.receipt(ballot.event_id, leaves, 1), **changes)


def test_a_proved_receipt_settles_the_ballot(voter):
    ballot = the_ballot(voter)
    applied = hear(voter, outcomes=(OFFICE.outcome(receipt_for(ballot)),))
    assert (applied.sent, applied.refused) == (1, [])
    assert voter.outbox.pending_count() == 0


def test_the_same_outcome_twice_is_one_act_sent(voter):
    outcome = OFFICE.outcome(receipt_for(the_ballot(voter)))
    assert hear(voter, outcomes=(outcome, outcome)).sent == 1


def forged(receipt, how):
    log = receipt.log
    return {
        "no log": replaced(receipt, log=None),
        "path": replaced(receipt, log=replaced(log, proof=(bytes(32),))),
        "index": replaced(receipt, log=replaced(log, index=0)),
        "head": replaced(
            receipt, log=replaced(log, head=seal(Kind.HEAD, OFFICE.tenant, log.head.payload, HUB, a_key("x")))
        ),
        "other motion": replaced(receipt, log=replaced(log, head=OFFICE.head([log.leaf], "v-9"))),
        "reserved": replaced(receipt, code=Code.MOTION_CHANGED, log=replaced(log, proof=())),
        "other event": replaced(receipt, event="9" * 64),
    }[how]


@pytest.mark.parametrize(
    ("how", "code"),
    [
        ("no log", Code.MALFORMED),
        ("path", Code.WRONG_DIGEST),
        ("index", Code.WRONG_DIGEST),
        ("head", Code.BAD_SIGNATURE),
        ("other motion", Code.WRONG_DIGEST),
        ("reserved", Code.WRONG_DIGEST),
    ],
)
def test_a_forged_receipt_settles_nothing(voter, how, code):
    bad = forged(receipt_for(the_ballot(voter)), how)
    applied = hear(voter, outcomes=(OFFICE.outcome(bad),))
    assert (applied.sent, applied.refused) == (0, [code])
    assert voter.outbox.pending_count() == 1
    assert voter.trust.state() == b""


def test_a_receipt_of_another_event_settles_nothing(voter):
    ballot = the_ballot(voter)
    outcome = replaced(OFFICE.outcome(receipt_for(ballot)), receipt=b"{}")
    assert hear(voter, outcomes=(outcome,)).refused == [Code.MALFORMED]
    outcome = replaced(outcome, receipt=encode_payload(forged(receipt_for(ballot), "other event")))
    assert hear(voter, outcomes=(outcome,)).refused == [Code.WRONG_DIGEST]
    assert voter.outbox.pending_count() == 1


def test_a_ballot_that_came_after_the_close_is_settled_without_a_log(voter):
    late = receipt_for(the_ballot(voter), code=Code.MOTION_NOT_OPEN, log=None)
    assert hear(voter, outcomes=(OFFICE.outcome(late),)).sent == 1


def test_a_refusal_settles_into_quarantine_and_blocks_nothing(voter):
    voter.outbox.append(lambda seq, prev: an_act_after(seq, prev))
    first, second = voter.outbox.pending(2)
    refused = Receipt(event=first.event_id, accepted=False, recorded=NOON, code=Code.NOT_ON_ROLL)
    taken = Receipt(event=second.event_id, accepted=True, recorded=NOON)
    assert hear(voter, outcomes=(OFFICE.outcome(refused), OFFICE.outcome(taken))).sent == 2
    assert [code for _, code in voter.outbox.quarantine()] == [Code.NOT_ON_ROLL]


def an_act_after(seq, prev):
    return OFFICE.event(OFFICE.lan, DropMark(id="k-9"), seq=seq, prev=prev)


# --- asking again


def test_more_is_asked_for_only_when_it_brought_something(vault):
    packet = (OFFICE.packet(FIRST, ITEM),)
    assert hear(vault, more=True, packets=packet).more
    assert hear(vault, more=True, cursor=4).more
    assert not hear(vault, more=True, cursor=4).more
    assert not hear(vault, more=False, cursor=9).more


def test_a_reply_with_a_lie_is_not_asked_for_again_at_once(vault):
    assert not hear(
        vault, more=True, cursor=4, events=(delivered(3, an_act(a_member("x", Role.GUEST))),)
    ).more


def test_a_cursor_never_goes_back(vault):
    hear(vault, cursor=9)
    hear(vault, cursor=3, events=(delivered(2, an_act(OFFICE.minh)),))
    assert vault.trust.cursor() == 9


def test_what_is_asked_is_what_is_there(experienced):
    request = compose_request(experienced)
    assert (request.cursor, request.roster, request.state) == (10, 2, STATE)
    assert request.manifests == (OFFICE.signed(SECOND).digest,)


# --- the desk

BALLOTS = tuple((m, OFFICE.ballot(m, FIRST)) for m in (OFFICE.lan, OFFICE.minh))
CLOSED = OFFICE.closed(FIRST, *BALLOTS)


def test_the_desk_gets_drafts_turnout_people_and_closed_motions(desk):
    people = (PersonEntry(person="p-lan", name="Lan", roles=(Role.DELEGATE,)),)
    applied = hear(
        desk,
        packets=(OFFICE.packet(FIRST, ITEM), OFFICE.packet(SECOND, ITEM, published=False)),
        turnout=(Turnout(motion=MOTION, meeting=MEETING, voted=("p-lan",)),),
        people=people,
        closed=(CLOSED,),
    )
    assert applied.refused == []
    assert applied.new_versions == [MEETING]
    assert [draft.manifest.version for draft in desk.packets.drafts(MEETING)] == [2]
    assert desk.trust.people() == list(people)
    assert desk.closed.of_meeting(MEETING) == [CLOSED]
    assert desk.packets.turnout(MEETING)[0].voted == ("p-lan",)


@pytest.mark.parametrize(
    ("closed", "code"),
    [
        (replaced(CLOSED, ballots=CLOSED.ballots[:1]), Code.WRONG_DIGEST),
        (replaced(CLOSED, closing=OFFICE.by_hub(Kind.CLOSING, OFFICE.closing(FIRST, []))), Code.WRONG_DIGEST),
        (
            replaced(
                CLOSED,
                closing=Envelope(Kind.CLOSING, CLOSED.closing.payload + b" ", CLOSED.closing.signatures),
            ),
            Code.BAD_SIGNATURE,
        ),
        (OFFICE.closed(FIRST, (a_member("ma", Role.DELEGATE), BALLOTS[0][1])), Code.UNKNOWN_DEVICE),
    ],
)
def test_the_desk_counts_no_ballots_but_those_of_the_log(desk, closed, code):
    applied = hear(desk, closed=(closed,))
    assert applied.refused == [code]
    assert desk.closed.of_meeting(MEETING) == []
    assert desk.trust.state() == b""
