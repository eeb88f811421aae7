"""Documents and patches go to whom they may, in one stream that goes on at the byte."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlalchemy import select
from starlette.types import Message, Receive
from support.asgi import receiving, scope_of
from support.meetings import Made, make_packet
from support.world import World, submission

from sync.errors import Code, SohopError
from sync.hub import downloads, patches, tables
from sync.hub.app import build_app
from sync.model.events import RecallPacket
from sync.model.ids import DocumentId
from sync.wire.chunks import FrameReader, joined
from sync.wire.codec import digest, pack, unpack
from sync.wire.messages import MAX_CHUNKS_A_REQUEST, ChunksRequest, ExchangeReply, Packet, Part
from sync.wire.patch import apply

ALL = DocumentId("d-all")
LAN = DocumentId("d-lan")
SEEDED = random.Random(3)
FIRST = SEEDED.randbytes(200_000)
SECOND = FIRST[:70_000] + b"a sentence that was put in" + FIRST[70_000:]
THIRD = SECOND[:150_000] + b"and one more" + SECOND[150_000:]


def part_of(packet: Made, document: str = ALL, first: int = 0, count: int = 1000, base: str = "") -> Part:
    return Part(manifest=packet.digest, document=document, first=first, count=count, base=base)


def code_of(laptop, *parts: Part, skip: int = 0) -> Code:
    with pytest.raises(SohopError) as refused:
        laptop.stream(*parts, skip=skip)
    return refused.value.code


def restricted(world: World, content: dict[DocumentId, bytes], previous: Made | None = None) -> Made:
    """``d-all`` for everybody, ``d-lan`` for Lan."""
    return make_packet(
        world.tenant,
        world.roll,
        restricted={LAN: [world.lan.cert.person]},
        previous=previous,
        content=content,
    )


def revised(world: World, content: bytes, previous: Made | None = None) -> Made:
    return make_packet(world.tenant, world.roll, previous=previous, content={ALL: content})


def newest(laptop) -> Packet:
    """As a laptop receives it that has nothing yet."""
    laptop.state, laptop.cursor = b"", 0
    return max(laptop.exchange().packets, key=lambda packet: packet.seq)


def rows(world: World) -> list[tuple[str, str, bool]]:
    with world.hub.database.read() as connection:
        found = connection.execute(select(tables.patches)).all()
    return [(row.target, row.base, row.pieces is not None) for row in found]


def test_runs_of_several_documents_come_in_the_order_asked(world: World) -> None:
    packet = world.publish(restricted(world, {ALL: FIRST, LAN: SECOND}))
    other = world.publish(make_packet(world.tenant, world.roll, size=5_000))
    world.lan.sign_in()
    every = world.lan.chunks(packet.digest, ALL)
    lan = world.lan.chunks(packet.digest, LAN)
    asked = [
        part_of(packet, LAN, 2, 3),
        part_of(other),
        part_of(packet, ALL, 4, 1),
        part_of(packet, LAN, 0, 1),
    ]
    stream = world.lan.stream(*asked)
    wanted = [*lan[2:5], other.documents[ALL], every[4], lan[0]]
    assert b"".join(FrameReader().feed(stream)) == b"".join(wanted)
    assert b"".join(every) == FIRST


def test_one_part_that_is_not_permitted_refuses_all_alike(world: World) -> None:
    packet = world.publish(restricted(world, {ALL: FIRST, LAN: SECOND}))
    draft = make_packet(world.tenant, world.roll)
    world.submit(draft)
    world.minh.sign_in()
    world.guest.sign_in()
    nowhere = replace(part_of(packet), manifest=digest(b"nowhere"))
    for refused in (
        part_of(packet, LAN),
        part_of(packet, LAN, first=10**6),
        part_of(packet, "no-such"),
        part_of(draft),
        nowhere,
        part_of(packet, base=digest(b"no such base")),
        part_of(packet, base="x"),
    ):
        assert code_of(world.minh, part_of(packet), refused) is Code.NOT_PERMITTED
    assert code_of(world.guest, part_of(packet)) is Code.NOT_PERMITTED
    world.office.revoke(world.minh.cert.device)
    world.minh.sign_in()
    assert code_of(world.minh, part_of(packet)) is Code.DEVICE_REVOKED


def test_a_request_is_bounded_over_all_its_parts(world: World) -> None:
    packet = world.publish(revised(world, FIRST))
    world.lan.sign_in()
    half = part_of(packet, count=MAX_CHUNKS_A_REQUEST // 2)
    assert world.lan.stream(half, half)
    assert code_of(world.lan, half, half, part_of(packet, count=1)) is Code.TOO_LARGE
    assert code_of(world.lan, part_of(packet, first=10**6)) is Code.MALFORMED
    assert code_of(world.lan) is Code.MALFORMED


def test_the_longest_request_that_the_limits_allow_is_read(world: World) -> None:
    packet = world.publish(revised(world, FIRST))
    world.lan.sign_in()
    part = replace(part_of(packet, count=1), document="x" * 64, base="0" * 64, first=2**53)
    request = ChunksRequest(parts=(part,) * 256, skip=60_000)
    body = pack(request)
    assert downloads.unpack(body, ChunksRequest, downloads.MAX_REQUEST) == request
    assert code_of(world.lan, *request.parts) is Code.NOT_PERMITTED


def test_a_stream_goes_on_at_the_byte(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "SLICE", 30_000)
    packet = world.publish(revised(world, FIRST))
    world.lan.sign_in()
    part = part_of(packet)
    whole = world.lan.stream(part)
    pieces = list(FrameReader().feed(whole))
    assert joined(pieces) == whole
    longest = 4 + len(pieces[0])
    for skip in (0, 1, 4, 5, longest - 1):
        assert world.lan.stream(part, skip=skip) == whole[skip:]
    assert code_of(world.lan, part, skip=longest) is Code.MALFORMED
    for cut in range(1, len(whole), 4096):
        reader = FrameReader()
        got = list(reader.feed(whole[:cut]))
        again = FrameReader(unfinished=reader.unfinished)
        rest = world.lan.stream(part_of(packet, first=len(got)), skip=len(reader.unfinished))
        assert got + list(again.feed(rest)) == pieces
        assert len(rest) == len(whole) - cut  # not one byte twice


def test_a_revised_document_comes_as_a_patch(world: World) -> None:
    first = world.publish(revised(world, FIRST))
    assert newest(world.lan).patches == ()
    second = world.publish(revised(world, SECOND, first))
    (offer,) = newest(world.lan).patches
    assert (offer.document, offer.base) == (ALL, digest(FIRST))
    assert offer.size < 1_000
    (patch,) = FrameReader().feed(world.lan.stream(part_of(second, base=offer.base)))
    assert [digest(patch)] == [piece.digest for piece in offer.pieces]
    assert apply(FIRST, patch, len(SECOND)) == SECOND
    stream = world.lan.stream(part_of(second, base=offer.base), part_of(second, first=0, count=1), skip=9)
    assert stream[: offer.size - 5] == patch[5:]


def test_patches_reach_back_over_several_versions(world: World) -> None:
    first = world.publish(revised(world, FIRST))
    second = world.publish(revised(world, SECOND, first))
    same = world.publish(revised(world, SECOND, second))
    third = world.publish(revised(world, THIRD, same))
    offers = newest(world.minh).patches
    assert [offer.base for offer in offers] == [digest(SECOND), digest(FIRST)]
    world.publish(revised(world, FIRST, third))
    assert {offer.base for offer in newest(world.minh).patches} == {digest(THIRD), digest(SECOND)}


def test_a_patch_is_made_once(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    first = world.publish(revised(world, FIRST))
    second = revised(world, SECOND, first)
    world.submit(second)
    made = rows(world)
    assert made == [(digest(SECOND), digest(FIRST), True)]
    monkeypatch.setattr(patches, "make", None)
    world.submit(second)
    again = revised(world, SECOND, first)  # other bytes of a manifest, the same documents
    world.submit(again)
    assert rows(world) == made
    world.approve(again)


def test_a_patch_no_smaller_than_the_missing_chunks_is_not_offered(world: World) -> None:
    first = world.publish(revised(world, FIRST))
    world.publish(revised(world, SEEDED.randbytes(90_000), first))
    assert newest(world.lan).patches == ()
    assert [worth for *_, worth in rows(world)] == [False]
    assert code_of(world.lan, part_of(first, base=digest(FIRST))) is Code.NOT_PERMITTED


def test_patches_tell_nothing_of_what_was_restricted_before(world: World) -> None:
    first = world.publish(restricted(world, {ALL: FIRST, LAN: FIRST}))
    opened = make_packet(
        world.tenant,
        world.roll,
        restricted={LAN: []},
        previous=first,
        content={ALL: FIRST, LAN: SECOND},
    )
    world.publish(opened)
    assert len(newest(world.minh).descriptors) == 2
    assert newest(world.minh).patches == ()
    wanted = part_of(opened, LAN, base=digest(FIRST))
    assert code_of(world.minh, wanted) is Code.NOT_PERMITTED
    assert [offer.document for offer in newest(world.lan).patches] == [LAN]
    assert [offer.document for offer in newest(world.chair).patches] == [LAN]
    assert world.lan.stream(wanted)


def test_a_patch_to_a_document_now_restricted_is_offered_to_nobody_else(world: World) -> None:
    first = world.publish(
        make_packet(world.tenant, world.roll, restricted={LAN: []}, content={ALL: FIRST, LAN: FIRST})
    )
    second = world.publish(restricted(world, {ALL: FIRST, LAN: SECOND}, first))
    assert newest(world.minh).patches == ()
    assert code_of(world.minh, part_of(second, LAN, base=digest(FIRST))) is Code.NOT_PERMITTED
    assert len(newest(world.lan).patches) == 1


def test_somebody_who_was_no_reader_before_is_offered_nothing(world: World) -> None:
    first = world.publish(make_packet(world.tenant, [world.lan.cert.person], content={ALL: FIRST}))
    second = world.publish(revised(world, SECOND, first))
    assert newest(world.minh).patches == ()
    assert code_of(world.minh, part_of(second, base=digest(FIRST))) is Code.NOT_PERMITTED
    assert len(newest(world.lan).patches) == 1


def test_without_time_or_with_long_documents_there_is_no_patch_and_no_error(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = world.publish(revised(world, FIRST))
    with monkeypatch.context() as context:
        context.setattr(patches, "BUDGET_S", 0.0)
        second = world.publish(revised(world, SECOND, first))
    assert newest(world.lan).patches == ()
    monkeypatch.setattr(patches, "MAX_PATCHED", 1_000)
    world.publish(revised(world, THIRD, second))
    assert newest(world.lan).patches == ()
    assert rows(world) == []


def test_an_older_version_that_can_no_longer_be_read_is_nobodys_error(world: World) -> None:
    first = world.publish(revised(world, FIRST))
    second = world.publish(revised(world, SECOND, first))
    for name in (first.blobs[0], first.manifest.items[0]):
        lost = digest(name) if isinstance(name, bytes) else name
        (Path(world.office.folder) / "blobs" / lost[:2] / lost).unlink()
    world.hub.packets._cached.cache_clear()
    third = world.publish(revised(world, THIRD, second))
    got = newest(world.lan)
    assert got.manifest.digest == third.digest
    assert [offer.base for offer in got.patches] == [digest(SECOND)]


def test_a_draft_that_does_not_follow_gets_no_patches(world: World) -> None:
    first = world.publish(revised(world, FIRST))
    second = world.publish(revised(world, SECOND, first))
    before = rows(world)
    stranger = revised(world, THIRD, first)
    world.upload(stranger)
    overtaken = world.secretary.act(stranger.meeting, submission(world.secretary, stranger))
    assert overtaken.code is Code.PACKET_SUPERSEDED
    assert len(rows(world)) == len(before) + 1  # from the first, which it does follow
    skipping = revised(world, THIRD, revised(world, THIRD, second))
    world.upload(skipping)
    world.secretary.act(skipping.meeting, submission(world.secretary, skipping))
    assert len(rows(world)) == len(before) + 1


def test_nothing_is_patched_from_what_was_recalled(world: World) -> None:
    first = world.publish(revised(world, FIRST))
    second = world.publish(revised(world, SECOND, first))
    wanted = part_of(second, base=digest(FIRST))
    world.lan.sign_in()
    assert world.lan.stream(wanted)
    recall = RecallPacket(version=2, reason="Sai số liệu")
    assert world.secretary.act(first.meeting, recall).accepted
    assert code_of(world.lan, wanted) is Code.RECALLED
    third = world.publish(revised(world, THIRD, second))
    got = newest(world.lan)
    assert (got.manifest.digest, got.patches) == (third.digest, ())
    assert code_of(world.lan, part_of(third, base=digest(SECOND))) is Code.NOT_PERMITTED


def test_a_stream_under_way_ends_when_its_packet_is_recalled(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(downloads, "SLICE", 30_000)
    monkeypatch.setattr(downloads, "ASK_S", 0.0)
    bugs: list[BaseException] = []
    monkeypatch.setattr("sync.hub.app.note_bug", bugs.append)
    packet = world.publish(make_packet(world.tenant, world.roll, size=900_000))
    world.lan.sign_in()
    came: list[int] = []

    def recalled() -> None:
        assert world.secretary.act(packet.meeting, RecallPacket(version=1, reason="Nhầm")).accepted

    async def send(message: Message) -> None:
        came.append(len(message.get("body", b"")))
        if len(came) == 5:
            await asyncio.to_thread(recalled)

    async def run() -> None:
        wanted = pack(ChunksRequest(parts=(part_of(packet),)))
        scope = scope_of("/v1/chunks", world.lan.token)
        await build_app(world.hub)(scope, receiving([wanted], stays=True), send)

    with pytest.raises(RuntimeError, match="already started"):
        asyncio.run(run())
    assert 0 < sum(came) < 450_000
    assert bugs == []


def test_slow_readers_hold_no_thread_that_an_exchange_needs(world: World) -> None:
    packet = world.publish(make_packet(world.tenant, world.roll, size=900_000))
    for laptop in (world.lan, world.minh):
        laptop.sign_in()
    app = build_app(world.hub)
    wanted = pack(ChunksRequest(parts=(part_of(packet),)))
    readers = 60  # of about 40 threads

    async def run() -> list[bytes]:
        waiting, over = asyncio.Semaphore(0), asyncio.Event()
        answered: list[bytes] = []

        async def slow(message: Message) -> None:
            if message.get("body"):
                waiting.release()
                await over.wait()

        def patient() -> Receive:
            """The body, and then a line that stays."""
            body = receiving([wanted])

            async def receive() -> Message:
                message = await body()
                if message["type"] == "http.disconnect":
                    await over.wait()
                return message

            return receive

        async def quick(message: Message) -> None:
            answered.append(message.get("body", b""))

        async with asyncio.timeout(60), asyncio.TaskGroup() as group:
            for _ in range(readers):
                scope = scope_of("/v1/chunks", world.lan.token)
                group.create_task(app(scope, patient(), slow))
            for _ in range(readers):
                await waiting.acquire()
            body = pack(world.minh.request())
            await app(scope_of("/v1/exchange", world.minh.token), receiving([body]), quick)
            over.set()
        return answered

    reply = unpack(b"".join(asyncio.run(run())), ExchangeReply)
    assert [each.manifest.digest for each in reply.packets] == [packet.digest]
