"""The growing tree is the tree of RFC 9162."""

from __future__ import annotations

import pytest

from sync.hub.tree import Tree
from sync.wire.log import includes, inclusion_proof, leaf_hash, tree_root


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
