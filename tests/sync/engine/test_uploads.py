"""A packet goes up through any number of cuts, and nothing twice that arrived whole."""

import random

import pytest
from support.packets import code_of

from sync.engine.pace import Cap
from sync.engine.transport import Transport
from sync.engine.uploads import WINDOW, Uploader
from sync.errors import Code
from sync.wire.chunks import FrameReader, frame
from sync.wire.codec import digest, pack, unpack
from sync.wire.messages import MAX_BLOB, MAX_UPLOAD, Blobs, Refusal, Stored

TOKEN_OVER = Refusal(code=Code.TOKEN_EXPIRED)


class Hub:
    """Keeps every whole frame that arrives. ``troubles`` are what the next uploads meet: a number of bytes
    after which the line is cut, or an answer."""

    def __init__(self, serve, tools):
        self.tools = tools
        self.blobs = {}
        self.troubles = []
        self.asked = []
        self.bodies = []
        self.expired = False
        self.server = serve(self.answer)
        self.transport = Transport(self.server.url, "")
        self.signed_in = 0
        self.now = 0.0
        self.waits = []
        self.transport.wires.wait = self.wait

    def wait(self, seconds):
        self.now += seconds
        self.waits += [seconds] if seconds else []
        return self.transport.wires.hung_up

    def sign_in(self):
        self.signed_in += 1
        self.transport.access.token = f"token {self.signed_in}"
        self.expired = False

    def uploader(self, **more):
        more.setdefault("clock", lambda: self.now)
        return Uploader(self.transport, self.sign_in, jitter=lambda: 0.5, **more)

    def answer(self, path, body):
        if self.expired:
            return self.tools.packed(TOKEN_OVER, status="401 Unauthorized")
        if path == "/v1/missing":
            asked = unpack(body, Blobs).digests
            self.asked.append(len(asked))
            return self.tools.packed(Blobs(digests=tuple(d for d in asked if d.hex() not in self.blobs)))
        trouble = self.troubles.pop(0) if self.troubles else None
        if isinstance(trouble, bytes):
            return trouble
        # A second of line for each 16,000 bytes.
        self.now += len(body) / 16_000
        self.bodies.append(len(body))
        for piece in FrameReader(MAX_BLOB).feed(body if trouble is None else body[:trouble]):
            self.blobs[digest(piece)] = piece
        return b"" if trouble is not None else self.tools.packed(Stored(count=1))


@pytest.fixture
def hub(serve, tools):
    made = Hub(serve, tools)
    yield made
    made.transport.close()


def blobs_of(*sizes, seed=1):
    found = [random.Random(f"{seed} {n}").randbytes(size) for n, size in enumerate(sizes)]
    return {digest(piece): piece for piece in found}


def sources(blobs):
    return [(name, lambda name=name: blobs[name]) for name in blobs]


def test_only_what_the_hub_lacks_goes_up_and_progress_is_told_in_bytes(hub):
    blobs = blobs_of(*[20_000] * 30)
    known = dict(list(blobs.items())[:10])
    hub.blobs = dict(known)
    arrived = []
    assert hub.uploader().upload(sources(blobs), arrived.append) == sum(arrived) == 400_000
    assert hub.blobs == blobs
    assert hub.signed_in == 1


def test_batches_take_about_ten_seconds_of_the_line_and_never_the_whole_packet(hub):
    blobs = blobs_of(*[16_000] * 120)
    held = []
    loaded = [(name, lambda name=name: held.append(1) or blobs[name]) for name in blobs]
    hub.uploader().upload(loaded)
    assert hub.bodies[0] <= 64 * 1024 + 16_000
    assert max(hub.bodies) <= 160_000
    assert hub.bodies[2] > 120_000
    # One is read to see that it does not fit any more, and once again for the next batch.
    assert len(held) <= 120 + len(hub.bodies)


def test_one_large_blob_is_a_batch_of_its_own(hub):
    blobs = blobs_of(3_000_000, 10)
    hub.uploader().upload(sources(blobs))
    assert hub.blobs == blobs
    assert all(size <= MAX_UPLOAD for size in hub.bodies)


def test_many_digests_are_asked_about_in_windows(hub):
    blobs = blobs_of(*[10] * (2 * WINDOW + 5))
    hub.uploader().upload(sources(blobs))
    assert hub.asked == [WINDOW, WINDOW, 5]
    assert hub.blobs == blobs


def test_after_a_cut_only_what_did_not_arrive_is_asked_about_and_sent_again(hub):
    blobs = blobs_of(*[10_000] * 6)
    hub.troubles = [2 * 10_004 + 500]
    arrived = []
    assert hub.uploader().upload(sources(blobs), arrived.append) == 60_000
    assert arrived == [20_000, 40_000]
    assert hub.asked == [6, 6]
    assert sum(hub.bodies) == 6 * 10_004 + 4 * 10_004
    assert hub.waits == []  # something came: no waiting


def test_a_packet_survives_many_cuts(hub):
    blobs = blobs_of(*[16_000] * 200)
    hub.troubles = [40_000, None, 150_000, 0, 0, 20_000, None, 90_000, 0, 100_000] * 3
    assert hub.uploader().upload(sources(blobs)) == 3_200_000
    assert hub.blobs == blobs
    # Beyond what had to go, a cut costs what of the batch the line did not carry, and at most a blob of it.
    assert max(hub.waits) <= 4.0


def test_while_nothing_arrives_it_waits_ever_longer_and_then_gives_up(hub):
    hub.troubles = [0] * 50
    uploader = hub.uploader(give_up=lambda failures: failures >= 5)
    assert code_of(lambda: uploader.upload(sources(blobs_of(10)))) is Code.OFFLINE
    assert hub.waits == [2.0, 4.0, 8.0, 16.0]


def test_a_hub_that_breaks_is_tried_again(hub, tools):
    hub.troubles = [tools.response(b"", status="503 Busy")] * 2
    blobs = blobs_of(10)
    assert hub.uploader().upload(sources(blobs)) == 10
    assert hub.waits == [2.0, 4.0]


def test_a_token_that_expires_on_the_way_is_renewed(hub, tools):
    over = tools.packed(TOKEN_OVER, status="401 Unauthorized")
    hub.troubles = [None, over, None, over]
    blobs = blobs_of(*[60_000] * 5)
    assert hub.uploader().upload(sources(blobs)) == 300_000
    assert hub.signed_in == 3


def test_a_hub_that_expires_every_token_is_not_asked_for_ever(hub, tools):
    hub.troubles = [tools.packed(TOKEN_OVER, status="401 Unauthorized")] * 9
    assert code_of(lambda: hub.uploader().upload(sources(blobs_of(10)))) is Code.TOKEN_EXPIRED


def test_what_trying_again_does_not_help_ends_it(hub, tools):
    hub.troubles = [tools.packed(Refusal(code=Code.NOT_PERMITTED), status="403 Forbidden")]
    assert code_of(lambda: hub.uploader().upload(sources(blobs_of(10)))) is Code.NOT_PERMITTED


def test_who_hangs_up_cancels_it_and_what_arrived_stays(hub):
    blobs = blobs_of(*[60_000] * 5)

    def arrived(size):
        hub.transport.wires.hang_up()

    assert code_of(lambda: hub.uploader().upload(sources(blobs), arrived)) is Code.OFFLINE
    assert len(hub.blobs) == 1


def test_a_cap_holds_for_what_goes_up(hub):
    hub.uploader(cap=(cap := Cap(lambda: hub.now)))
    cap.rate = 4_000
    hub.uploader(cap=cap).upload(sources(blobs_of(*[40_000] * 5)))
    assert sum(hub.waits) >= 200_000 / 4_000 - 60  # the line's own seconds count too
    assert hub.now >= 200_000 / 4_000 - 1


def test_a_hub_that_lacks_what_it_was_not_asked_about_is_not_believed(serve, tools):
    server = serve(tools.packed(Blobs(digests=(bytes(32),))))
    transport = Transport(server.url, "")
    transport.access.token = "word"
    assert Uploader(transport, lambda: None).upload(sources(blobs_of(10))) == 0
    transport.close()


def test_a_file_that_changed_under_an_upload_is_a_bug(hub):
    with pytest.raises(AssertionError):
        hub.uploader().upload([(digest(b"a"), lambda: b"b")])


def test_frames_travel_as_they_are(hub):
    blobs = blobs_of(100)
    hub.uploader().upload(sources(blobs))
    assert [body for path, body in hub.server.requests if path == "/v1/upload"] == [frame(*blobs.values())]
    assert pack(TOKEN_OVER)
