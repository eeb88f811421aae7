"""Documents come down over any line: whatever it does, what came is kept, to the byte."""

import random
from dataclasses import replace

import pytest
from support.packets import code_of
from support.shelf import Shelf

from sync.engine.pace import SMALLEST_REQUEST, Cap, Rate
from sync.engine.transfers import COMMIT_EVERY, FIRST_REST_S, LONGEST_REST_S, Fetcher, Watcher
from sync.engine.transport import Transport
from sync.errors import Code, SohopError
from sync.wire.chunks import frame
from sync.wire.codec import unpack
from sync.wire.messages import MAX_CHUNKS_A_REQUEST, MAX_PARTS, ChunksRequest, Refusal


class Line:
    """A laptop whose documents are still to come, and a hub that answers as told."""

    def __init__(self, shelf, serve, tools):
        self.shelf, self.tools = shelf, tools
        self.bad = {}
        self.cuts = []
        """How many bytes the next answers carry before the line is cut."""
        self.asked = []
        self.streamed = 0
        self.now = 0.0
        self.server = serve(self.answer)
        self.transport = Transport(self.server.url, "")
        self.cap = Cap(lambda: self.now)
        self.waits = []
        self.transport.wires.wait = self.wait
        self.rate = Rate(lambda: self.now)
        self.came = 0
        self.stored = []
        self.fetcher = Fetcher(self.transport, self.on_memory, self.rate, self.cap, lambda: self.now)
        self.wanted = None
        self.order = ("m-1",)

    def on_memory(self, work):
        return work(self)

    @property
    def downloads(self):
        return self.shelf

    def wait(self, seconds):
        self.now += seconds
        self.waits += [seconds] if seconds else []
        return self.transport.wires.hung_up

    def frames(self, request):
        for part in request.parts:
            bodies = self.shelf.list_of(part.document, part.base)[part.first : part.first + part.count]
            for number, piece in enumerate(bodies, part.first):
                yield frame(self.bad.get((part.document, number), piece))

    def answer(self, path, body):
        request = unpack(body, ChunksRequest)
        self.asked.append(request)
        stream = b"".join(self.frames(request))[request.skip :]
        keep = self.cuts.pop(0) if self.cuts else None
        part = stream if keep is None else stream[:keep]
        self.streamed += len(part)
        return self.tools.response(part, length=len(stream))

    def arrived(self, size):
        self.came += size

    def fetch(self):
        watcher = Watcher(self.arrived, self.stored.append)
        return self.fetcher.fetch(self.order, self.wanted, watcher)

    def all(self, tries=500):
        for _ in range(tries):
            try:
                if not self.fetch():
                    return
            except SohopError as error:
                if error.code is not Code.OFFLINE:
                    raise
        raise AssertionError("it never ends")


def data(seed, size):
    return random.Random(seed).randbytes(size)


DOCUMENTS = {"doc-1": data(1, 300_000), "doc-2": data(2, 90_000), "doc-3": data(3, 5_000)}


@pytest.fixture
def opened(serve, tools):
    made = []

    def make(**documents):
        made.append(Line(Shelf(**(documents or DOCUMENTS)), serve, tools))
        return made[-1]

    yield make
    for each in made:
        each.transport.close()


@pytest.fixture
def line(opened):
    return opened()


def whole(line):
    return all(line.shelf.have[name] == bodies for name, bodies in line.shelf.bodies.items())


def test_one_stream_brings_many_documents(opened):
    line = opened(**{f"doc-{n}": data(n, 5_000) for n in range(20)})
    assert line.fetch()
    assert not line.fetch()
    assert whole(line)
    (request,) = line.asked
    assert [part.document for part in request.parts] == list(line.shelf.bodies)
    assert sorted(line.stored) == sorted(line.shelf.bodies)


def test_requests_grow_with_the_line(line):
    line.all()
    assert line.shelf.limits[0] == SMALLEST_REQUEST
    line.rate.begin()
    for _ in range(100):
        line.now += 0.1
        line.rate.add(3_200)
    line.fetch()
    assert line.shelf.limits[-1] > 2_000_000


def test_a_request_stays_within_the_messages_bounds(opened):
    line = opened(**{f"doc-{n:03}": b"%d" % n for n in range(MAX_PARTS + 5)})
    line.all()
    assert whole(line)
    assert [len(request.parts) for request in line.asked] == [MAX_PARTS, 5]


def test_a_run_of_too_many_chunks_is_shortened(line, monkeypatch):
    plan = line.shelf.plan

    def generous(order, wanted, limit, without=()):
        runs = plan(order, wanted, 10**9)
        return [replace(run, chunks=run.chunks * (MAX_CHUNKS_A_REQUEST // 5)) for run in runs]

    line.shelf.plan = generous
    assert code_of(line.fetch) in {Code.HUB_BROKEN, Code.WRONG_DIGEST, Code.OFFLINE, None}
    assert sum(part.count for part in line.asked[0].parts) == MAX_CHUNKS_A_REQUEST


@pytest.mark.parametrize("every", [4_096, 10_000, 70_001])
def test_cuts_cost_not_one_byte_twice(line, every):
    line.cuts = [every] * 500
    line.all()
    assert whole(line)
    frames = sum(4 + len(piece) for bodies in line.shelf.bodies.values() for piece in bodies)
    # Up to three bytes of a frame's length are not worth keeping.
    assert frames <= line.streamed <= frames + 3 * len(line.asked)
    assert line.came == line.streamed


def test_a_cut_inside_a_frame_is_resumed_at_the_byte(line):
    first = len(line.shelf.bodies["doc-1"][0])
    line.cuts = [4 + first + 1_000]
    assert code_of(line.fetch) is Code.OFFLINE
    assert len(line.shelf.have["doc-1"]) == 1
    line.fetch()
    assert (line.asked[1].parts[0].first, line.asked[1].skip) == (1, 1_000)


def test_a_cut_after_few_bytes_forgets_nothing_it_had(line):
    line.cuts = [1_000, 10, 0, 10]
    for _ in range(4):
        assert code_of(line.fetch) is Code.OFFLINE
    line.fetch()
    assert [request.skip for request in line.asked] == [0, 1_000, 1_010, 1_010, 1_020]


def test_another_document_first_begins_at_its_beginning(line):
    line.cuts = [1_000]
    assert code_of(line.fetch) is Code.OFFLINE
    line.wanted = "doc-2"
    line.fetch()
    assert (line.asked[1].parts[0].document, line.asked[1].skip) == ("doc-2", 0)
    assert line.shelf.have["doc-2"] == line.shelf.bodies["doc-2"]


def test_what_was_kept_of_a_frame_is_checked_like_all_of_it(line):
    """The hub sent rubbish before the cut: the chunk is asked for again from its beginning."""
    piece = line.shelf.bodies["doc-1"][0]
    line.bad = {("doc-1", 0): b"?" * len(piece)}
    line.cuts = [1_000]
    assert code_of(line.fetch) is Code.OFFLINE
    line.bad = {}
    assert code_of(line.fetch) is Code.WRONG_DIGEST
    line.now += FIRST_REST_S
    line.all()
    assert whole(line)
    assert [request.skip for request in line.asked[:3]] == [0, 1_000, 0]


def test_a_frame_of_another_length_is_not_continued(line):
    line.bad = {("doc-1", 0): b"?" * 60_000}
    line.cuts = [1_000]
    assert code_of(line.fetch) is Code.OFFLINE
    line.bad = {}
    line.fetch()
    assert line.asked[1].skip == 0


def test_a_changed_chunk_is_dropped_and_those_before_it_are_kept(line):
    line.bad = {("doc-1", 2): line.shelf.bodies["doc-1"][2][:-1] + b"!"}
    assert code_of(line.fetch) is Code.WRONG_DIGEST
    assert line.shelf.have["doc-1"] == line.shelf.bodies["doc-1"][:2]
    assert line.shelf.trouble == {"doc-1": 1}
    line.bad = {}
    line.now += FIRST_REST_S
    line.all()
    assert whole(line)
    assert line.asked[1].parts[0].first == 2


def test_a_document_with_a_bad_chunk_keeps_the_line_from_no_other(line):
    """It is tried again later, and later each time."""
    line.bad = {("doc-1", 0): b"?" * len(line.shelf.bodies["doc-1"][0])}
    line.wanted = "doc-1"
    assert code_of(line.fetch) is Code.WRONG_DIGEST
    line.all()
    assert [line.shelf.have[name] == line.shelf.bodies[name] for name in DOCUMENTS] == [False, True, True]
    for rest in (FIRST_REST_S, 2 * FIRST_REST_S, 4 * FIRST_REST_S):
        line.now += rest - 1
        assert not line.fetch()
        line.now += 1
        assert code_of(line.fetch) is Code.WRONG_DIGEST
    line.bad = {}
    line.now += LONGEST_REST_S
    line.all()
    assert whole(line)


def patched(line):
    """``doc-3`` is offered as a patch, and asked for first."""
    line.shelf.patches["doc-3"] = [b"patch", b"more of it"]
    line.wanted = "doc-3"


def refusing(line, tools, which):
    """A hub that refuses requests in which ``which`` finds a part."""
    honest = line.server.answer

    def answer(path, body):
        request = unpack(body, ChunksRequest)
        code = next(filter(None, map(which, request.parts)), None)
        if code is None:
            return honest(path, body)
        line.asked.append(request)
        return tools.packed(Refusal(code=code), status="403 Forbidden")

    line.server.answer = answer


@pytest.mark.parametrize("piece", [b"wrong", b"of another length", b"\x00" * 70_000])
def test_a_patch_that_is_not_what_was_offered_is_dropped_and_the_document_fetched(line, piece):
    patched(line)
    line.bad = {("doc-3", 0): piece}
    assert line.fetch()
    line.bad = {}
    line.all()
    assert line.shelf.dropped == ["doc-3"]
    assert [request.parts[0].base != "" for request in line.asked[:2]] == [True, False]
    assert whole(line)


def test_a_patch_that_the_hub_ends_without_a_piece_is_dropped(line, tools):
    patched(line)
    honest, line.server.answer = line.server.answer, lambda path, body: tools.response(b"")
    assert line.fetch()
    line.server.answer = honest
    line.all()
    assert line.shelf.dropped == ["doc-3"]
    assert whole(line)


@pytest.mark.parametrize("code", [Code.NOT_PERMITTED, Code.RECALLED, Code.MALFORMED])
def test_a_patch_that_the_hub_refuses_is_dropped(line, tools, code):
    patched(line)
    refusing(line, tools, lambda part: code if part.base else None)
    line.all()
    assert line.shelf.dropped == ["doc-3"]
    assert [part.document for part in line.asked[1].parts] == ["doc-3", "doc-1"]
    assert whole(line)


def test_a_cut_costs_no_patch(line):
    patched(line)
    line.cuts = [0, 3, 6]
    for _ in range(3):
        assert code_of(line.fetch) is Code.OFFLINE
    assert line.shelf.dropped == []


@pytest.mark.parametrize("code", [Code.NOT_PERMITTED, Code.RECALLED])
def test_a_packet_that_one_may_have_no_more_does_not_hold_up_the_others(opened, tools, code):
    line = opened(**{f"doc-{n}": data(n, 5_000) for n in range(4)})
    gone = "ef" * 32
    line.shelf.manifests = {"doc-0": "aa" * 32, "doc-1": gone, "doc-2": gone}
    refusing(line, tools, lambda part: code if part.manifest == gone else None)
    line.all()
    assert [name for name, have in line.shelf.have.items() if have == line.shelf.bodies[name]] == [
        "doc-0",
        "doc-3",
    ]
    assert len(line.asked) == 4  # all; the first alone; the second alone; the rest
    assert not line.fetch()
    assert len(line.asked) == 4


def test_a_refusal_of_another_kind_is_an_error(line, tools):
    refusing(line, tools, lambda part: Code.DEVICE_REVOKED)
    assert code_of(line.fetch) is Code.DEVICE_REVOKED


def test_a_frame_larger_than_a_chunk_ends_the_stream(line, tools):
    line.server.answer = lambda path, body: tools.response(b"\xff\xff\xff\xff")
    assert code_of(line.fetch) is Code.TOO_LARGE


@pytest.mark.parametrize("answer", [b"", b"\x00\x00"])
def test_a_hub_that_ends_without_one_chunk_is_broken_and_not_asked_for_ever(line, tools, answer):
    line.server.answer = lambda path, body: tools.response(answer)
    assert code_of(line.fetch) is Code.HUB_BROKEN


def test_a_hub_that_sends_more_than_it_was_asked_for_is_broken(line, tools):
    answer = line.server.answer
    line.server.answer = lambda path, body: tools.response(
        answer(path, body).split(b"\r\n\r\n", 1)[1] + frame(b"more")
    )
    assert code_of(line.fetch) is Code.HUB_BROKEN


def test_who_hangs_up_stops_the_stream_at_the_byte(opened):
    line = opened(**{"doc-1": data(1, 200_000)})
    came = []
    line.arrived = lambda size: (came.append(size), line.transport.wires.hang_up())
    assert line.fetch()
    assert sum(came) < 100_000
    line.transport.wires.take_up()
    line.arrived = lambda size: None
    line.all()
    assert whole(line)
    assert line.asked[1].skip + sum(
        4 + len(piece) for piece in line.shelf.bodies["doc-1"][: line.asked[1].parts[0].first]
    ) == pytest.approx(sum(came), abs=3)


def test_who_hung_up_before_is_not_asked(line):
    line.transport.wires.hang_up()
    assert line.fetch()
    assert line.asked == []


def test_chunks_become_durable_a_few_at_a_time(opened):
    line = opened(**{"doc-1": data(4, 3_000_000)})
    line.shelf.plan = lambda order, wanted, limit, without, plan=line.shelf.plan: plan(order, wanted, 10**7)
    line.fetch()
    assert max(line.shelf.commits) == COMMIT_EVERY
    assert whole(line)


def test_on_a_slow_line_chunks_become_durable_every_few_seconds(line):
    def slow(size):
        line.now += size / 16_000

    line.arrived = slow
    line.all()
    # About two seconds of 16 KB each.
    assert max(line.shelf.commits) <= 5
    assert whole(line)


def test_a_recall_during_the_download_ends_it_without_an_error(line):
    line.shelf.gone = {"doc-1"}
    assert line.fetch()
    line.shelf.bodies.pop("doc-1")
    line.all()
    assert whole(line)


def test_a_memory_that_always_wants_what_it_refuses_is_a_failure(line):
    line.shelf.gone = {"doc-1"}
    for _ in range(3):
        assert line.fetch()
    assert code_of(line.fetch) is Code.PACKET_UNKNOWN


def test_a_disk_that_is_full_keeps_nothing_wrong(line):
    put = line.shelf.put_chunks

    def full(run, first, chunks):
        raise SohopError(Code.DISK_FULL)

    line.shelf.put_chunks = full
    line.cuts = [60_000]
    assert code_of(line.fetch) is Code.DISK_FULL
    line.shelf.put_chunks = put
    line.all()
    assert whole(line)
    assert line.shelf.trouble == {}


def test_a_cap_is_kept_by_reading_no_faster(line, tools):
    line.cap.rate = 20_000
    line.all()
    assert whole(line)
    assert line.now >= line.streamed / 20_000 - 1


def test_a_hub_is_slowed_down_by_who_reads_slowly(line, tools):
    """It cannot push megabytes into a laptop that takes a few kilobytes."""

    def endless():
        yield tools.response(b"", length=10**12)
        while True:
            yield frame(bytes(60_000))

    line.server.answer = lambda path, body: endless()
    line.cap.rate = 4_000
    line.waits = Waits(line.transport, 20)
    line.transport.wires.wait = line.waits
    line.shelf.bodies = {"doc-1": [bytes(60_000)] * 300}
    line.shelf.have = {"doc-1": []}
    line.shelf.plan = lambda order, wanted, limit, without, plan=line.shelf.plan: plan(order, wanted, 10**9)
    line.fetch()
    assert line.came < 20 * 16_384 + 1
    assert line.server.down < 10_000_000


class Waits:
    """Hangs up after so many."""

    def __init__(self, transport, left):
        self.transport, self.left = transport, left

    def __call__(self, seconds):
        self.left -= 1
        if self.left <= 0:
            self.transport.wires.hang_up()
        return self.transport.wires.hung_up


def test_small_things_only_asks_for_the_wanted_document_alone(line):
    line.order, line.wanted = (), "doc-2"
    line.all()
    assert [part.document for request in line.asked for part in request.parts] == ["doc-2"]
