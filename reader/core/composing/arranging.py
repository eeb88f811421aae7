"""Which agenda a folder of files makes: proposed from the names of files and subfolders. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from reader.core.composing.guessing import split_order, stem
from reader.core.plain import plain_line
from reader.pdf import fold

_LAST: Final = (10**6,)
"""What has no number stands behind what has one."""
_LINE: Final = 500
_NUMBERS: Final = re.compile(r"(\d+)")


@dataclass(frozen=True)
class Group:
    """An agenda item that is proposed, with its files in order. ``title`` is empty where nothing says one:
    ``number`` is then what its files have in common, or 0 for those that have no item of their own."""

    title: str
    files: tuple[str, ...]
    number: int = 0


def propose(files: Iterable[str]) -> tuple[Group, ...]:
    """From paths inside the folder, with ``/`` between their parts.

    A subfolder is an item. Files beside the subfolders are grouped by the first part of their number where
    some have two (``2.1 …``); else they are one item. Items and documents stand in the order of their
    numbers, then of their names, in which 10 comes after 9.
    """
    folders: dict[str, list[str]] = {}
    loose: list[str] = []
    for file in files:
        folder, slash, _ = file.partition("/")
        (folders.setdefault(folder, []) if slash else loose).append(file)
    found = [(_place(folder), Group(_title(folder), ordered(inside))) for folder, inside in folders.items()]
    ranked = [(*place, group) for place, group in found]
    ranked += [((group.number,) if group.number else _LAST, (), group) for group in _loose(loose)]
    return tuple(group for _, _, group in sorted(ranked, key=lambda one: one[:2]))


def ordered(files: Sequence[str]) -> tuple[str, ...]:
    """By the numbers of their folders and names, then by their names."""
    return tuple(sorted(files, key=lambda file: [_place(part) for part in file.split("/")]))


def _loose(files: Sequence[str]) -> list[Group]:
    orders = {file: split_order(stem(file))[0] for file in files}
    if not any(len(order) > 1 for order in orders.values()):
        return [Group("", ordered(files))] if files else []
    groups = []
    for number in sorted({order[0] for order in orders.values() if order}):
        same = [file for file, order in orders.items() if order[:1] == (number,)]
        head = [file for file in same if len(orders[file]) == 1]
        title = split_order(stem(head[0]))[1] if len(head) == 1 and len(same) > 1 else ""
        groups.append(Group(plain_line(title)[:_LINE], ordered(same), number))
    rest = [file for file, order in orders.items() if not order]
    return [*groups, *([Group("", ordered(rest))] if rest else [])]


def _title(folder: str) -> str:
    return split_order(folder)[1][:_LINE] or plain_line(folder)[:_LINE]


def _place(name: str) -> tuple[tuple[int, ...], tuple[tuple[int, int | str], ...]]:
    order, rest = split_order(stem(name))
    parts = (part for part in _NUMBERS.split(fold(rest)) if part)
    natural = tuple((0, int(part)) if part.isdecimal() else (1, part) for part in parts)
    return order or _LAST, natural
