"""What importing a list would change, and what of it is doubtful. Pure; importing twice changes nothing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from sync.model.ids import PersonId, new_id
from sync.model.people import PersonEntry, Role
from sync.personnel.columns import Doubt, Line, read_lines
from sync.personnel.files import read_sheets


@dataclass(frozen=True)
class Change:
    """A person as the list has them. ``before`` is None for somebody new."""

    line: Line
    before: PersonEntry | None
    after: PersonEntry


@dataclass(frozen=True)
class Plan:
    """What would be done. ``doubtful`` rows are left out; ``same`` is how many are known just so."""

    added: tuple[Change, ...] = ()
    changed: tuple[Change, ...] = ()
    doubtful: tuple[Line, ...] = ()
    same: int = 0

    @property
    def entries(self) -> tuple[PersonEntry, ...]:
        """What is to be written."""
        return tuple(change.after for change in (*self.added, *self.changed))


def read_plan(path: Path, known: Sequence[PersonEntry]) -> Plan:
    """Read a file and compare it with who is known. Raises what ``read_sheets`` and ``read_lines`` do."""
    return plan(read_lines(read_sheets(path), path.name), known)


def plan(
    lines: Sequence[Line],
    known: Sequence[PersonEntry],
    fresh: Callable[[], PersonId] = lambda: PersonId(new_id("p")),
) -> Plan:
    """Whom each row means: by code (the office's or ours) first, else the only one of that name.

    Where a name stands for several and no code says who, or the code is one person's and the name another's,
    the row is doubtful: a guess would give one delegate another's rights.
    """
    names = Counter(line.name for line in lines)
    by_code = {code: one for one in known for code in (one.person, one.code) if code}
    by_name: dict[str, list[PersonEntry]] = defaultdict(list)
    for one in known:
        by_name[one.name].append(one)
    codes: Counter[str] = Counter(line.code for line in lines if line.code)
    meant = {
        line.number: by_code[line.code] for line in lines if line.code in by_code and codes[line.code] == 1
    }
    taken = Counter(one.person for one in meant.values())  # one row with our code, one with the office's

    added: list[Change] = []
    changed: list[Change] = []
    doubtful: list[Line] = []
    same = 0
    for line in lines:
        before = meant.get(line.number)
        doubt = None
        if line.code and (codes[line.code] > 1 or (before is not None and taken[before.person] > 1)):
            doubt = Doubt.SAME_CODE
        elif before is not None and line.name != before.name and by_name.get(line.name):
            doubt = Doubt.OTHER_NAME
        elif before is None and line.name:
            free = [
                one for one in by_name[line.name] if one.person not in taken and not (line.code and one.code)
            ]
            several = names[line.name] > 1 and (not line.code or bool(free))
            if several or len(free) > 1:
                doubt = Doubt.SAME_NAME
            before = free[0] if len(free) == 1 else None
        if doubt is not None:
            line = replace(line, doubts=(*line.doubts, doubt))
        if line.doubtful:
            doubtful.append(line)
            continue
        after = _merged(line, before, fresh)
        if before is None:
            told = line if line.roles else replace(line, doubts=(*line.doubts, Doubt.NO_ROLE))
            added.append(Change(told, None, after))
        elif after == before:
            same += 1
        else:
            changed.append(Change(line, before, after))
    return Plan(tuple(added), tuple(changed), tuple(doubtful), same)


def _merged(line: Line, before: PersonEntry | None, fresh: Callable[[], PersonId]) -> PersonEntry:
    """What the row says, and what was known where it says nothing."""
    if before is None:
        roles = line.roles or (Role.DELEGATE,)
        return PersonEntry(
            person=fresh(), name=line.name, title=line.title, roles=roles, groups=line.groups, code=line.code
        )
    code = before.code if line.code in ("", before.person) else line.code
    return msgspec.structs.replace(
        before,
        name=line.name or before.name,
        title=line.title or before.title,
        roles=line.roles or before.roles,
        groups=line.groups or before.groups,
        code=code,
    )
