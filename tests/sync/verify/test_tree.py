"""The tree against the published vectors of Certificate Transparency, and against the program's own."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.verify.tree import extends, leaf_hash, root_of, stands_in
from sync.wire import log

# RFC 6962's reference implementation, merkletree test data; RFC 9162 has the same tree.
INPUTS = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
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
PATHS = {  # leaf (from 0), size: path
    (0, 1): [],
    (0, 8): [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
    (5, 8): [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
    (2, 3): ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"],
    (1, 5): [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
}
LINKS = {
    (1, 1): [],
    (1, 8): [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
    (6, 8): [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
    (2, 5): [
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
}


def raw(nodes):
    return [bytes.fromhex(node) for node in nodes]


def test_the_tree_of_nothing():
    assert root_of([]) == hashlib.sha256(b"").digest()


@pytest.mark.parametrize("size", range(1, 9))
def test_published_roots(size):
    assert root_of(LEAVES[:size]).hex() == log.tree_root(LEAVES[:size]).hex() == ROOTS[size - 1]


@pytest.mark.parametrize(("index", "size"), PATHS)
def test_published_paths(index, size):
    root, path = bytes.fromhex(ROOTS[size - 1]), raw(PATHS[index, size])
    assert stands_in(root, size, index, LEAVES[index], path)
    assert log.inclusion_proof(LEAVES[:size], index) == path


@pytest.mark.parametrize(("first", "second"), LINKS)
def test_published_proofs_of_consistency(first, second):
    one, other = bytes.fromhex(ROOTS[first - 1]), bytes.fromhex(ROOTS[second - 1])
    link = raw(LINKS[first, second])
    assert extends(first, one, second, other, link)
    assert log.consistency_proof(LEAVES[:second], first) == link


MANY = [leaf_hash(n.to_bytes(2, "big")) for n in range(70)]
NODES = st.lists(st.sampled_from([*MANY[:3], bytes(32)]), max_size=7)


@given(st.integers(0, 70))
def test_both_come_to_the_same_root(size):
    assert root_of(MANY[:size]) == log.tree_root(MANY[:size])


@given(st.integers(1, 70), st.data())
def test_both_accept_and_refuse_the_same_paths(size, data):
    index = data.draw(st.integers(0, size - 1))
    leaves = MANY[:size]
    root, path = root_of(leaves), log.inclusion_proof(leaves, index)
    assert stands_in(root, size, index, leaves[index], path)
    other, nodes = data.draw(st.integers(0, 70)), data.draw(st.just(path) | NODES)
    mine = stands_in(root, size, other, leaves[index], nodes)
    assert mine == log.includes(root, size, other, leaves[index], nodes)
    assert not mine or (other, nodes) == (index, path)


@given(st.integers(1, 70), st.data())
def test_both_accept_and_refuse_the_same_links(second, data):
    first = data.draw(st.integers(1, second))
    one, other = root_of(MANY[:first]), root_of(MANY[:second])
    link = log.consistency_proof(MANY[:second], first)
    assert extends(first, one, second, other, link)
    size, nodes = data.draw(st.integers(0, 70)), data.draw(st.just(link) | NODES)
    assert extends(size, one, second, other, nodes) == log.extends(size, one, second, other, nodes)
