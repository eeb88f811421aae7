"""Closed motions by the program's own rules, counted by the real tally among 26."""

from __future__ import annotations

from typing import Any

from msgspec import structs
from support.packets import PaperOffice

from reader.core.rulebook import rulebook
from reader.core.views import ResultView
from reader.core.voting import as_view
from sync.model.ids import ItemId, MotionId
from sync.model.motion import Choice, Motion, Window
from sync.model.rules import MotionKind, Rule
from sync.model.tally import result_of_counts

_OFFICE = PaperOffice()
CLOSED = _OFFICE.closing(_OFFICE.manifest(), []).closed


def rule(kind: MotionKind = MotionKind.RESOLUTION, **changes: Any) -> Rule:
    """A rule that comes with the program, with `changes`."""
    return structs.replace(rulebook()[kind], **changes)


def counted(
    kind: MotionKind,
    votes: tuple[int, ...],
    *,
    labels: tuple[str, ...] = (),
    present: int = 26,
    seats: int = 1,
    chair: str = "",
    invalid: int = 0,
    **changes: Any,
) -> tuple[Rule, tuple[Choice, ...], ResultView]:
    """The rule, the choices (c0, c1, …) and the result of these votes."""
    used = rule(kind, **changes)
    choices = tuple(Choice(id=f"c{n}", label=one) for n, one in enumerate(labels or used.choices))
    motion = Motion(
        id=MotionId("v-1"),
        item=ItemId("i-3"),
        title="Tên",
        question="Câu hỏi",
        choices=choices,
        max_choices=seats,
        rule=used,
        window=Window(timing=used.timings[0]),
    )
    result = result_of_counts(
        motion,
        total=26,
        present=present,
        counts={f"c{n}": number for n, number in enumerate(votes)},
        invalid=invalid,
        late=0,
        not_voted=26 - min(26, sum(votes) + invalid),
        chair=chair,
    )
    return used, choices, as_view(motion, result, CLOSED)
