"""The log's tree against the vectors of Certificate Transparency, and every size up to 64."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.wire.log import consistency_proof, extends, includes, inclusion_proof, leaf_hash, tree_root

INPUTS = [
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
]
LEAVES = [leaf_hash(bytes.fromhex(text)) for text in INPUTS]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
MANY = [leaf_hash(n.to_bytes(2, "big")) for n in range(64)]
SIZES = st.integers(1, 64)


def test_the_empty_tree():
    assert tree_root([]).hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.mark.parametrize("size", range(1, 9))
def test_known_roots(size):
    assert tree_root(LEAVES[:size]).hex() == ROOTS[size - 1]


def test_a_known_path_of_inclusion():
    assert [node.hex() for node in inclusion_proof(LEAVES, 0)] == [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]


def test_a_known_proof_of_consistency():
    assert [node.hex() for node in consistency_proof(LEAVES, 6)] == [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]


def test_a_leaf_is_never_a_node():
    two = LEAVES[0] + LEAVES[1]
    assert leaf_hash(two) != tree_root(LEAVES[:2])
    assert tree_root(LEAVES[:2]) == hashlib.sha256(b"\x01" + two).digest()


def test_every_leaf_of_every_size_is_included_where_it_stands_and_nowhere_else():
    for size in range(1, 65):
        root = tree_root(MANY[:size])
        for index in range(size):
            proof = inclusion_proof(MANY[:size], index)
            assert includes(root, size, index, MANY[index], proof)
            assert not includes(root, size, (index + 1) % size or size, MANY[index], proof)


def test_every_size_extends_every_smaller_one():
    roots = [tree_root(MANY[:size]) for size in range(65)]
    for second in range(1, 65):
        for first in range(1, second + 1):
            proof = consistency_proof(MANY[:second], first)
            assert extends(first, roots[first], second, roots[second], proof)
            if first > 1:
                assert not extends(first - 1, roots[first - 1], second, roots[second], proof)


@st.composite
def an_inclusion(draw):
    size = draw(SIZES)
    index = draw(st.integers(0, size - 1))
    return size, index, inclusion_proof(MANY[:size], index)


def altered(draw, proof):
    proof = list(proof)
    how = draw(st.sampled_from(["flip", "drop", "add", "swap"] if proof else ["add"]))
    place = draw(st.integers(0, max(0, len(proof) - 1)))
    if how == "flip":
        node = bytearray(proof[place])
        node[draw(st.integers(0, 31))] ^= 1 << draw(st.integers(0, 7))
        proof[place] = bytes(node)
    elif how == "drop":
        del proof[place]
    elif how == "add":
        proof.insert(place, draw(st.sampled_from([bytes(32), MANY[0], *proof])))
    else:
        proof = proof[::-1] if len(proof) > 1 else [*proof, bytes(32)]
    return proof


@settings(max_examples=200)
@given(an_inclusion(), st.data())
def test_an_altered_path_proves_nothing(good, data):
    size, index, proof = good
    root = tree_root(MANY[:size])
    assert not includes(root, size, index, MANY[index], altered(data.draw, proof))
    assert not includes(root, size, index, leaf_hash(b"another"), proof)
    assert not includes(leaf_hash(b"another"), size, index, MANY[index], proof)
    assert not includes(root, size, size, MANY[index], proof)
    assert not includes(root, size, -1, MANY[index], proof)


@settings(max_examples=200)
@given(SIZES, st.data())
def test_an_altered_proof_of_consistency_proves_nothing(second, data):
    first = data.draw(st.integers(1, second))
    proof = consistency_proof(MANY[:second], first)
    one, other = tree_root(MANY[:first]), tree_root(MANY[:second])
    assert not extends(first, one, second, other, altered(data.draw, proof))
    assert not extends(first, leaf_hash(b"fork"), second, other, proof)
    assert not extends(first, one, second, leaf_hash(b"fork"), proof)
    if first < second:
        assert not extends(second, other, first, one, proof)


def test_a_fork_of_the_same_size_is_no_extension():
    assert not extends(2, tree_root(MANY[:2]), 2, tree_root(MANY[2:4]), [])
    assert not extends(0, tree_root([]), 2, tree_root(MANY[:2]), [MANY[0]])


@pytest.mark.parametrize("index", [-1, 8, 100])
def test_there_is_no_path_for_a_leaf_outside(index):
    with pytest.raises(IndexError):
        inclusion_proof(LEAVES, index)


@pytest.mark.parametrize("first", [-1, 0, 9])
def test_there_is_no_proof_from_a_tree_outside(first):
    with pytest.raises(IndexError):
        consistency_proof(LEAVES, first)
