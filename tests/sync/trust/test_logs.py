"""One log, or two: what the recorder shows of a motion at different times."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.packets import MOTION, code_of

from sync.errors import Code
from sync.trust.logs import LogMark, check_link, check_marks, link_of
from sync.wire.log import consistency_proof, leaf_hash, tree_root

LEAVES = [b"%d" % n for n in range(20)]
OTHERS = [b"other %d" % n for n in range(20)]


def mark(size, leaves=LEAVES, frozen=False):
    return LogMark(MOTION, size, tree_root([leaf_hash(leaf) for leaf in leaves[:size]]).hex(), frozen)


@given(st.integers(1, 20), st.integers(1, 20))
def test_a_log_that_only_grew_is_one_log(one, other):
    first, second = sorted((one, other))
    check_marks(mark(first), mark(second, frozen=True))
    path = link_of(mark(first), LEAVES[:second])
    check_link(mark(first), mark(second), path)


@given(st.integers(1, 20), st.integers(1, 20))
def test_a_log_that_became_another_is_never_linked(one, other):
    first, second = sorted((one, other))
    for path in ((), link_of(mark(first), LEAVES[:second]), link_of(mark(first, OTHERS), OTHERS[:second])):
        assert (
            code_of(lambda path=path: check_link(mark(first, OTHERS), mark(second), path)) is Code.LOG_FORKED
        )
    assert code_of(lambda: link_of(mark(first, OTHERS), LEAVES[:second])) is Code.LOG_FORKED


def test_two_roots_for_one_size_are_two_logs():
    assert code_of(lambda: check_marks(mark(3), mark(3, OTHERS))) is Code.LOG_FORKED
    assert code_of(lambda: check_marks(mark(3), mark(3, frozen=True))) is None


@pytest.mark.parametrize("size", [0, 1, 4])
def test_a_closed_log_that_lacks_what_was_received_is_another_log(size):
    assert code_of(lambda: check_marks(mark(5), mark(size, frozen=True))) is Code.LOG_FORKED
    assert code_of(lambda: check_marks(mark(size, frozen=True), mark(5))) is Code.LOG_FORKED
    assert code_of(lambda: check_marks(mark(5), mark(size))) is None  # merely older


def test_a_path_of_another_motion_links_nothing():
    path = consistency_proof([leaf_hash(leaf) for leaf in LEAVES[:5]], 3)
    other = mark(5)._replace(motion="v-2")
    assert code_of(lambda: check_link(mark(3), other, path)) is Code.LOG_FORKED
