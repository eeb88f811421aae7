"""The growing tree is the tree of RFC 9162."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.hub.tree import Tree
from sync.wire.log import (
    consistency_proof,
    extends,
    includes,
    inclusion_proof,
    leaf_hash,
    tree_root,
)

MOST = 300
LEAVES = [leaf_hash(n.to_bytes(2, "big")) for n in range(MOST)]
GROWN = Tree(LEAVES)
sizes = st.integers(1, MOST)


def test_root_and_proofs_agree_with_the_definition_at_every_size() -> None:
    leaves = [leaf_hash(bytes([n])) for n in range(70)]
    tree = Tree()
    assert tree.root() == tree_root([])
    for size, leaf in enumerate(leaves, 1):
        assert tree.append(leaf) == size - 1
        assert tree.root() == tree_root(leaves[:size])
        for index in {0, size // 2, size - 1}:
            proof = tree.proof(index)
            assert proof == inclusion_proof(leaves[:size], index)
            assert includes(tree.root(), size, index, leaves[index], proof)
    assert Tree(leaves).root() == tree.root()
    for outside in (-1, 70):
        with pytest.raises(IndexError):
            tree.proof(outside)


@given(sizes, sizes)
def test_a_grown_tree_proves_of_any_two_of_its_sizes_that_one_began_the_other(one: int, other: int) -> None:
    first, second = sorted((one, other))
    path = GROWN.link(first, second)
    assert path == consistency_proof(LEAVES[:second], first)
    assert extends(first, tree_root(LEAVES[:first]), second, tree_root(LEAVES[:second]), path)


@pytest.mark.parametrize(("first", "second"), [(0, 5), (-1, 5), (6, 5), (5, MOST + 1)])
def test_it_proves_nothing_of_sizes_that_it_never_had(first: int, second: int) -> None:
    with pytest.raises(IndexError):
        GROWN.link(first, second)


def test_proofs_of_a_large_log_cost_a_few_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    tree = Tree(LEAVES[n % MOST] for n in range(100_000))
    looked_up = []
    real = Tree._hash
    monkeypatch.setattr(Tree, "_hash", lambda *args: looked_up.append(args) or real(*args))
    tree.proof(54_321)
    tree.link(54_321, 99_999)
    tree.root()
    assert len(looked_up) < 150
