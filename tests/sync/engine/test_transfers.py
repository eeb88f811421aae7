"""Runs of chunks into a real vault, blobs up: whatever the line does, what came is kept."""

import random

import pytest
from support.packets import DOCUMENT, MEETING, PaperOffice, code_of

from sync.engine.transfers import FIRST_RUN, Pace, fetch_run, upload
from sync.engine.transport import Transport
from sync.errors import Code, SohopError
from sync.wire.chunks import frame, pieces
from sync.wire.codec import digest, unpack
from sync.wire.messages import MAX_CHUNKS_A_REQUEST, MAX_UPLOAD, Blobs, ChunksRequest, Stored

OFFICE = PaperOffice()
DATA = random.Random(3).randbytes(500_000)
BODIES = [piece for _, piece in pieces(DATA)]


class Line:
    """A laptop with a packet whose document is still to come, and a hub that answers as told."""

    def __init__(self, vault, serve, tools):
        self.vault, self.tools = vault, tools
        self.bad = {}
        self.keep = None
        self.asked = []
        self.transport = Transport(serve(self.answer).url, "")
        self.pace = Pace()
        self.interrupted = False
        self.bytes = 0

    def answer(self, path, body):
        request = unpack(body, ChunksRequest)
        self.asked.append(request)
        run = BODIES[request.first : request.first + request.count]
        run = [self.bad.get(request.first + place, piece) for place, piece in enumerate(run)]
        stream = b"".join(map(frame, run))
        if self.keep is None:
            return self.tools.response(stream)
        return self.tools.response(stream[: self.keep], length=len(stream))

    def fetch(self):
        def arrived(size):
            self.bytes += size

        return fetch_run(
            self.transport,
            lambda work: work(self.vault),
            lambda: (MEETING,),
            None,
            lambda: self.interrupted,
            self.pace,
            lambda: 0.0,
            arrived,
        )

    @property
    def have(self):
        return self.vault.downloads.progress(MEETING)[0].have


@pytest.fixture
def line(tmp_path, serve, tools):
    vault = OFFICE.vault(tmp_path, OFFICE.lan)
    item = OFFICE.item(OFFICE.document(DATA))
    OFFICE.deliver(vault, OFFICE.manifest(item), item)
    made = Line(vault, serve, tools)
    yield made
    made.transport.close()
    vault.close()


def test_runs_follow_one_another_until_nothing_is_left(line):
    while line.fetch().left:
        pass
    assert line.have == len(DATA) == line.bytes
    assert line.vault.documents.size(digest(DATA)) == len(DATA)
    assert line.asked[0].count == FIRST_RUN
    assert sum(request.count for request in line.asked) == len(BODIES)
    assert line.fetch().document is None


def test_a_cut_keeps_every_whole_chunk_before_it(line):
    whole = 3
    line.keep = sum(4 + len(piece) for piece in BODIES[:whole]) + 100
    assert code_of(line.fetch) is Code.OFFLINE
    # The library may hold back a piece of the line that was cut: at most that is lost.
    assert sum(map(len, BODIES[:whole])) - 64 * 1024 <= line.have <= sum(map(len, BODIES[:whole]))
    line.keep = None
    before = line.have
    while line.fetch().left:
        pass
    assert line.have == len(DATA)
    assert line.asked[1].first == sum(
        1 for n in range(len(BODIES)) if sum(map(len, BODIES[: n + 1])) <= before
    )


def test_a_changed_chunk_is_dropped_and_those_before_it_are_kept(line):
    line.bad = {2: BODIES[2][:-1] + b"!"}
    assert code_of(line.fetch) is Code.WRONG_DIGEST
    assert line.have == sum(map(len, BODIES[:2]))
    line.bad = {}
    line.fetch()
    assert line.asked[1].first == 2


def test_an_act_of_the_person_interrupts_after_a_chunk(line):
    line.interrupted = True
    progress = line.fetch()
    assert (progress.document, progress.received, progress.left) == (DOCUMENT, len(BODIES[0]), True)
    assert line.have == len(BODIES[0])


def test_a_hub_that_ends_without_one_chunk_is_broken_and_not_asked_for_ever(serve, tools, line):
    line.transport.close()
    line.transport = Transport(serve(tools.response(b"")).url, "")
    assert code_of(line.fetch) is Code.HUB_BROKEN


def test_the_pace_follows_the_line():
    pace = Pace()
    for _ in range(12):
        pace.learn(pace.run, 1.0)
    assert pace.run == MAX_CHUNKS_A_REQUEST
    pace.learn(pace.run, 30.0)
    assert pace.run == MAX_CHUNKS_A_REQUEST // 2
    for _ in range(12):
        pace.learn(pace.run, 30.0)
    assert pace.run == FIRST_RUN
    pace.learn(3, 0.1)  # the document's end says nothing of the line
    assert pace.run == FIRST_RUN


# --- up


def test_only_what_the_hub_lacks_goes_up_in_bounded_requests(serve, tools):
    blobs = {digest(data): data for data in (random.Random(n).randbytes(1_500_000) for n in range(4))}
    names = list(blobs)

    def answer(path, body):
        if path == "/v1/missing":
            return tools.packed(Blobs(digests=tuple(names[1:])))
        return tools.packed(Stored(count=1))

    server = serve(answer)
    transport = Transport(server.url, "")
    arrived = []
    sent = upload(transport, [(name, lambda name=name: blobs[name]) for name in names], arrived.append)
    transport.close()
    assert sent == sum(arrived) == 4_500_000
    bodies = [body for path, body in server.requests if path == "/v1/upload"]
    assert len(bodies) == 2
    assert all(len(body) <= MAX_UPLOAD + 8 for body in bodies)


def test_a_file_that_changed_under_an_upload_is_a_bug(serve, tools):
    server = serve(tools.packed(Blobs(digests=(digest(b"a"),))))
    transport = Transport(server.url, "")
    with pytest.raises(AssertionError):
        upload(transport, [(digest(b"a"), lambda: b"b")], lambda size: None)
    transport.close()
    assert len(server.requests) == 1
    assert issubclass(SohopError, Exception)
