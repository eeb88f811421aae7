"""``sohop-hub person …``: adding, changing, leaving, listing, and importing a list after it was looked at."""

from __future__ import annotations

import argparse

from msgspec.structs import replace
from rich.console import Console

from sync.errors import Code, SohopError
from sync.hub.asking import CommandError, confirm
from sync.hub.catalogue import say
from sync.hub.listing import show_people, table
from sync.hub.office import Office
from sync.hub.sayable import Say
from sync.model.ids import PersonId
from sync.model.people import PersonEntry, Role
from sync.personnel.columns import Doubt, Line
from sync.personnel.plan import Change, Plan, read_plan

_MOST_SHOWN = 60
_DOUBTS = {doubt: Say(f"doubt_{doubt.value}") for doubt in Doubt}


def add(office: Office, options: argparse.Namespace) -> None:
    """Add one person and print the id."""
    roles = [Role(role) for role in options.role]
    print(office.add_person(options.name, roles, options.title, options.group, options.code))


def change(office: Office, options: argparse.Namespace) -> None:
    """Change what was given of a person."""
    everybody, mark = office.people()
    before = _find(everybody, options)
    given = {
        "name": options.name,
        "title": options.title,
        "groups": None if options.group is None else tuple(filter(None, options.group)),
        "code": options.code,
        "roles": None if options.role is None else tuple(role for role in Role if role in options.role),
    }
    after = replace(before, **{name: value for name, value in given.items() if value is not None})
    office.keep_people([after], mark)
    print(say(Say.CHANGED, options.lang, name=after.name))
    if set(after.roles) != set(before.roles):
        print(say(Say.OLD_ROLES, options.lang))


def leave(office: Office, options: argparse.Namespace) -> None:
    """Somebody leaves, after a yes."""
    one = _find(office.people()[0], options)
    print(say(Say.LEAVING, options.lang, name=one.name))
    confirm(options)
    ended = office.leave(one.person)
    print(say(Say.LEFT, options.lang, name=one.name, count=len(ended)))


def show(office: Office, options: argparse.Namespace) -> None:
    """List everybody."""
    show_people(office.people()[0], Console(), options.lang)


def take_in(office: Office, options: argparse.Namespace) -> None:
    """Show what a file would change; write it after a yes."""
    known, mark = office.people()
    plan = read_plan(options.file, known)
    _show(plan, Console(), options.lang)
    if not plan.entries:
        print(say(Say.NOTHING_NEW, options.lang))
        return
    confirm(options)
    office.keep_people(plan.entries, mark)
    print(say(Say.IMPORTED, options.lang, count=len(plan.entries)))


def _find(everybody: tuple[PersonEntry, ...], options: argparse.Namespace) -> PersonEntry:
    for one in everybody:
        if one.person == PersonId(options.person):
            return one
    raise CommandError(SohopError(Code.UNKNOWN_PERSON).sentence(options.lang))


def _show(plan: Plan, console: Console, lang: str) -> None:
    for title, changes in ((Say.WILL_ADD, plan.added), (Say.WILL_CHANGE, plan.changed)):
        if changes:
            heads = (Say.ROW, Say.NAME, Say.TITLE, Say.GROUPS, Say.ROLES, Say.PERSON_CODE, Say.WHAT)
            console.print(table(lang, title, heads, [_change(one, lang) for one in changes[:_MOST_SHOWN]]))
            _say_rest(console, len(changes))
    if plan.doubtful:
        rows = [(str(line.number), line.name, _why(line, lang)) for line in plan.doubtful[:_MOST_SHOWN]]
        console.print(table(lang, Say.DOUBTFUL, (Say.ROW, Say.NAME, Say.WHAT), rows))
        _say_rest(console, len(plan.doubtful))
    counts = {name: len(getattr(plan, name)) for name in ("added", "changed", "doubtful")}
    print(say(Say.PLANNED, lang, same=plan.same, **counts))


def _say_rest(console: Console, count: int) -> None:
    if count > _MOST_SHOWN:
        console.print(f"… +{count - _MOST_SHOWN}")


def _change(one: Change, lang: str) -> tuple[str, ...]:
    """A row of the table: what is, and what was where it is another."""

    def both(now: str, before: str) -> str:
        return now if one.before is None or now == before else f"{before} → {now}"

    was = one.before or one.after
    return (
        str(one.line.number),
        both(one.after.name, was.name),
        both(one.after.title, was.title),
        both(", ".join(one.after.groups), ", ".join(was.groups)),
        both(", ".join(one.after.roles), ", ".join(was.roles)),
        both(one.after.code, was.code),
        _why(one.line, lang),
    )


def _why(line: Line, lang: str) -> str:
    return "; ".join(say(_DOUBTS[doubt], lang) for doubt in line.doubts)
