"""What proving a vote costs: the hub's tree and its proofs, the file, and checking it without the program.

Ballots are cast by up to a thousand voters, who replace them; each is signed and verified.
"""

from __future__ import annotations

from time import perf_counter

from _common import Figure, median_ms
from support.evidence import Cast, Story, a_motion, written
from support.packets import PaperOffice, a_member

from sync import verify
from sync.hub.tree import Tree
from sync.model.people import Role
from sync.wire.log import leaf_hash

_GOAL_MS_A_BALLOT = 2.0
_PROOFS = 50
"""So many at places all over the log are timed together."""


def measure(size: int, runs: int) -> list[Figure]:
    """For a motion of so many ballots; each figure's name ends with how many."""
    few = 1 if size > 10_000 else runs
    story = _story(size)
    leaves = [leaf for _, leaf in story.ballots]
    tree = Tree(leaf_hash(leaf) for leaf in leaves)
    file = story.named()
    data = written(file)
    began = perf_counter()
    outcome = verify.check(verify.parse(data, ""), story.office.root_key)
    checked_ms = (perf_counter() - began) * 1000
    if outcome.broken is not None:
        raise outcome.broken
    tree_ms = median_ms(few, lambda: Tree(leaf_hash(leaf) for leaf in leaves))
    places = [size * n // _PROOFS for n in range(1, _PROOFS)]
    proof_ms = median_ms(runs, lambda: [tree.proof(place) for place in places]) / len(places)
    link_ms = median_ms(runs, lambda: [tree.link(place, size) for place in places]) / len(places)
    longest = max(len(tree.proof(place)) for place in places)
    name = f"{size} ballots"
    return [
        Figure(f"hub's tree from the leaves, once after a start, {name}", tree_ms, "ms"),
        Figure(f"hub's proof for a receipt, {name}", proof_ms * 1000, "µs"),
        Figure(f"the longest of those, {name}", 32 * longest, "bytes"),
        Figure(f"hub's proof that a log grew, {name}", link_ms * 1000, "µs"),
        Figure(f"file, {name}", len(data) / 1e6, "MB"),
        Figure(f"file, each, {name}", len(data) / size, "bytes"),
        Figure(f"sohop verify, {name}", checked_ms / 1000, "s"),
        Figure(f"sohop verify, each, {name}", checked_ms / size, "ms", _goal(size)),
    ]


def _goal(size: int) -> float | None:
    """A small file costs most for what is signed once."""
    return _GOAL_MS_A_BALLOT if size >= 1_000 else None


def _story(size: int) -> Story:
    office = PaperOffice()
    voters = [a_member(f"v{n}", Role.DELEGATE) for n in range(min(size, 1_000))]
    casts = [Cast(voters[n % len(voters)], (f"c{1 + n % 3}",), seq=1 + n // len(voters)) for n in range(size)]
    return Story(office, a_motion(office, office.motion().rule), casts, roll=voters, present=voters)
