"""Whatever a line does to the streams, a document here is the right one, and the rest can be continued."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from sync.errors import Code, SohopError

SHARED = 30_000
CHANGES = st.lists(
    st.tuples(st.integers(0, 59_999), st.binary(min_size=1, max_size=40)), min_size=1, max_size=30
)
"""Where in the first document bytes are put in, and which."""
KINDS = st.sampled_from(["good", "bad", "long", "none"])
"""Of the patch that is offered."""


def machine(make, mould):
    """Three versions of two documents; streams come in any portions, mixed, repeated, wrong and late."""

    class Arrivals(RuleBasedStateMachine):
        @initialize(seed=st.integers(0, 50), changes=CHANGES, kind=KINDS)
        def begin(self, seed, changes, kind):
            self.parent = Path(tempfile.mkdtemp())
            self.vault = mould.cast(self.parent / "profile")
            shared = make.some_bytes(SHARED, seed)
            self.contents = {
                "doc-1": make.some_bytes(60_000, seed + 100) + shared,
                "doc-2": make.some_bytes(10_000, seed + 200) + shared + shared,
            }
            self.version = 0
            self.recalled = 0
            self.bodies = {}  # of every version: (manifest, document, base) → what a hub sends
            self.runs = []
            self.truth = {}
            self.publish([], "none")
            self.an_honest_line_brings_the_rest()
            self.publish(changes, kind)

        def teardown(self):
            if hasattr(self, "vault"):
                self.an_honest_line_brings_the_rest()
                self.what_can_be_opened_is_right()
                self.vault.close()
                shutil.rmtree(self.parent)

        def publish(self, changes, kind):
            before = dict(self.contents)
            for place, inserted in changes:
                data = self.contents["doc-1"]
                self.contents["doc-1"] = data[:place] + inserted + data[place + len(inserted) // 2 :]
            self.version += 1
            documents, offers, bodies = [], [], {}
            for name, data in self.contents.items():
                document, body = make.a_document(data, name)
                documents.append(document)
                self.truth[document.sha256] = data
                bodies[name, ""] = body
                if kind != "none" and data != before[name]:
                    target = data if kind == "good" else data[::-1] if kind == "long" else data[:-1] + b"?"
                    offer, pieces = make.a_patch(before[name], target, document, piece=150)
                    offers.append(offer)
                    bodies[name, offer.base] = pieces
            packet = make.a_packet(*documents, version=self.version, patches=offers)
            self.vault.packets.put(*packet)
            manifest = packet[0].manifest.digest
            self.bodies.update({(manifest, *key): value for key, value in bodies.items()})

        @precondition(lambda self: self.version < 4)
        @rule(changes=CHANGES, kind=KINDS)
        def a_new_version_arrives(self, changes, kind):
            self.publish(changes, kind)

        @rule(
            limit=st.integers(1, 90_000),
            wanted=st.sampled_from([None, "doc-2"]),
            portion=st.integers(1, 5),
            cut=st.integers(0, 12),
        )
        def a_stream_comes_until_it_is_cut(self, limit, wanted, portion, cut):
            planned = make.plan(self.vault, limit=limit, wanted=wanted)
            assert planned or self.is_whole() or self.version <= self.recalled
            for run in planned:
                body = self.bodies[run.manifest, run.document, run.base]
                for first in range(run.first, run.first + len(run.chunks), portion):
                    end = min(first + portion, run.first + len(run.chunks))
                    if cut > 0:
                        self.put(run, first, body[first:end])
                    cut -= 1
            self.runs = (self.runs + planned)[-8:]

        @precondition(lambda self: self.runs)
        @rule(data=st.data())
        def some_of_it_comes(self, data):
            run = data.draw(st.sampled_from(self.runs))
            body = self.bodies[run.manifest, run.document, run.base]
            first = data.draw(st.integers(run.first, run.first + len(run.chunks) - 1))
            count = data.draw(st.integers(1, len(run.chunks)))
            self.put(run, first, body[first : first + count])

        @precondition(lambda self: self.runs)
        @rule()
        def all_of_it_comes_in_order(self):
            for run in self.runs:
                body = self.bodies[run.manifest, run.document, run.base]
                self.put(run, run.first, body[run.first : run.first + len(run.chunks)])
            self.runs = []

        @precondition(lambda self: self.runs)
        @rule(data=st.data(), wrong=st.binary(min_size=1, max_size=50))
        def something_else_comes(self, data, wrong):
            run = data.draw(st.sampled_from(self.runs))
            self.put(run, run.first, [wrong], honest=False)

        def put(self, run, first, pieces, honest=True):
            refusal = None
            try:
                self.vault.downloads.put_chunks(run, first, pieces)
            except SohopError as error:
                refusal = error.code
            if run.manifest not in self.here():
                assert refusal is Code.PACKET_UNKNOWN
            else:
                assert refusal is None or (refusal is Code.WRONG_DIGEST and not honest)

        def here(self):
            rows = self.vault._database.all("SELECT manifest FROM packet")
            return {row[0] for row in rows}

        @rule()
        def the_program_is_started_again(self):
            self.vault.close()
            self.vault = mould.open(self.parent / "profile")

        @precondition(lambda self: self.version > 2)
        @rule(back=st.integers(0, 2))
        def a_version_is_recalled(self, back):
            self.recalled = max(self.recalled, self.version - back)
            self.vault.packets.recall("m-1", self.version - back)

        def is_whole(self):
            stored = self.vault.packets.current("m-1")
            return stored is not None and stored.complete

        @invariant()
        def what_can_be_opened_is_right(self):
            if not hasattr(self, "truth"):
                return
            for sha256, data in self.truth.items():
                if self.vault.documents.is_complete(sha256):
                    assert make.read_back(self.vault, sha256) == data

        @invariant()
        def what_is_still_to_come_is_never_more_than_is_missing(self):
            if hasattr(self, "truth"):
                for one in self.vault.downloads.progress("m-1"):
                    assert 0 <= one.to_come <= one.size - one.have

        def an_honest_line_brings_the_rest(self):
            for _ in range(60):
                planned = make.plan(self.vault, limit=60_000)
                if not planned:
                    break
                for run in planned:
                    body = self.bodies[run.manifest, run.document, run.base]
                    self.put(run, run.first, body[run.first : run.first + len(run.chunks)])
            assert self.is_whole() or self.version <= self.recalled

    return Arrivals


@pytest.mark.parametrize("stories", [12, pytest.param(60, marks=pytest.mark.storm)])
def test_streams_in_any_portions_with_patches_and_recalls_never_give_wrong_bytes(make, mould, stories):
    run_state_machine_as_test(
        machine(make, mould),
        settings=settings(
            max_examples=stories,
            stateful_step_count=20,
            suppress_health_check=list(HealthCheck),
        ),
    )
