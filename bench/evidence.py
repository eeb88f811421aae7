"""What proving a vote costs: the log's root and proofs, the file, and checking all of it without the program.

Ballots are cast by up to a thousand voters, who replace them; each is signed and verified.
"""

from __future__ import annotations

from time import perf_counter

from _common import Figure, Grid, arguments, median_ms, show
from support.evidence import Cast, Story, a_motion, written
from support.packets import PaperOffice, a_member

from sync import verify
from sync.hub.tree import Tree
from sync.model.people import Role
from sync.wire.log import consistency_proof, inclusion_proof, leaf_hash, tree_root

_GOAL_MS_A_BALLOT = 2.0


def main() -> None:
    """One column for each number of ballots."""
    options = arguments(__doc__ or "", runs=3)
    sizes = (100, 1_000) if options.small else (100, 1_000, 10_000, 100_000)
    rows: dict[str, list[str]] = {}
    figures: list[Figure] = []
    for size in sizes:
        for figure in _measure(size, options.runs):
            rows.setdefault(figure.name.rsplit(",", 1)[0], []).append(f"{figure.value:.3g} {figure.unit}")
            figures.append(figure)
    grid = Grid(
        "Proving a vote",
        ("ballots", *(f"{size:,}" for size in sizes)),
        tuple((name, *values) for name, values in rows.items()),
    )
    goals = [figure for figure in figures if figure.goal is not None]
    show(
        "Goals",
        goals,
        "the hub's own work for a ballot (a signature, a commit). One core; files of the "
        "form `named`, in memory",
        as_json=options.json,
        grid=grid,
        in_grid=[figure for figure in figures if figure.goal is None],
    )


def _measure(size: int, runs: int) -> list[Figure]:
    few = 1 if size > 10_000 else runs
    story = _story(size)
    leaves = [leaf for _, leaf in story.ballots]
    hashes = [leaf_hash(leaf) for leaf in leaves]
    tree = Tree(hashes)
    file = story.named()
    data = written(file)
    began = perf_counter()
    outcome = verify.check(verify.parse(data, ""), story.office.root_key)
    checked_ms = (perf_counter() - began) * 1000
    if outcome.broken is not None:
        raise outcome.broken
    root_ms = median_ms(few, lambda: tree_root([leaf_hash(leaf) for leaf in leaves]))
    place = size // 2
    proof_ms = median_ms(runs, lambda: tree.proof(place))
    path = inclusion_proof(hashes, place)
    link_ms = median_ms(few, lambda: consistency_proof(hashes, place))
    name = f"{size} ballots"
    return [
        Figure(f"root of the log from its leaves, {name}", root_ms, "ms"),
        Figure(f"hub's proof for a receipt, {name}", proof_ms * 1000, "µs"),
        Figure(f"that proof, {name}", 32 * len(path), "bytes"),
        Figure(f"hub's proof that a log grew, {name}", link_ms, "ms"),
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


if __name__ == "__main__":
    main()
