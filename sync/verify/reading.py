"""JSON from a stranger: bounded, strict, and every value knows its place in the file."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import NoReturn

MAX_FILE = 512 * 1024 * 1024
MAX_NUMBER = 2**53
MAX_DEPTH = 64
MAX_VALUES = 5_000_000
"""About half a gigabyte when they are read, whatever they are; 400,000 ballots have fewer."""

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}\Z")
_DIGEST = re.compile(r"[0-9a-f]{64}\Z")


class Why(StrEnum):
    """What is wrong at a place; the sentences are in ``saying``."""

    # the file
    NO_FILE = "no_file"
    TOO_LARGE = "too_large"
    MANY = "many"
    NOT_JSON = "not_json"
    TWICE = "twice"
    NUMBER = "number"
    DEEP = "deep"
    TYPE = "type"
    UNKNOWN = "unknown"
    LACKING = "lacking"
    BASE64 = "base64"
    NO_EXPORT = "no_export"
    VERSION = "version"
    # keys and signatures
    BAD_KEY = "bad_key"
    OTHER_ROOT = "other_root"
    SIGNATURE = "signature"
    SIGNERS = "signers"
    OTHER_OFFICE = "other_office"
    ORDER = "order"
    OLD_ROSTER = "old_roster"
    SAME_KEY = "same_key"
    UNKNOWN_DEVICE = "unknown_device"
    ROLE = "role"
    SAME_PERSON = "same_person"
    # what it says
    OTHER_MOTION = "other_motion"
    MISMATCH = "mismatch"
    NOT_FITTING = "not_fitting"
    ROOT = "root"
    PROOF = "proof"
    FATE = "fate"
    FIGURE = "figure"
    RULE = "rule"
    MOMENT = "moment"
    EARLY = "early"
    # votes by hand and on paper
    NOT_CLOSED = "not_closed"
    NOT_LATE = "not_late"
    NOT_OWN = "not_own"
    NOT_ON_ROLL = "not_on_roll"
    SECRET = "secret"
    # an archive
    ZIP_CUT = "zip_cut"
    ZIP_END = "zip_end"
    ZIP_MANY = "zip_many"
    ZIP_NAME = "zip_name"
    ZIP_PACKED = "zip_packed"
    ZIP_LINK = "zip_link"
    ZIP_HEADER = "zip_header"
    ZIP_PLACE = "zip_place"
    ZIP_SUM = "zip_sum"
    TOO_LARGE_PART = "too_large_part"
    DIGEST = "digest"
    NOT_HERE = "not_here"
    NOT_NAMED = "not_named"
    NOT_LEFT_OUT = "not_left_out"
    RESTRICTED = "restricted"
    PAGE = "page"
    NO_BALLOTS = "no_ballots"


class BrokenError(Exception):
    """The first thing that does not hold: where it stands, and why."""

    def __init__(self, place: str, why: Why, **fields: object) -> None:
        super().__init__(place, why, fields)
        self.place = place
        self.why = why
        self.fields = fields


class Node:
    """A value with its place. Each reading method raises ``BrokenError`` when it is something else."""

    __slots__ = ("_key", "_parent", "value")

    def __init__(self, value: object, parent: Node | None = None, key: str | int = "") -> None:
        self.value = value
        self._parent = parent
        self._key = key

    @property
    def place(self) -> str:
        """Such as ``ballots[3].envelope``; empty for the whole file."""
        if self._parent is None:
            return str(self._key)
        before = self._parent.place
        if isinstance(self._key, int):
            return f"{before}[{self._key}]"
        return f"{before}.{self._key}" if before else self._key

    def fail(self, why: Why, **fields: object) -> NoReturn:
        """This does not hold."""
        raise BrokenError(self.place, why, **fields)

    def need(self, holds: bool, why: Why, **fields: object) -> None:
        """Fail unless it holds."""
        if not holds:
            self.fail(why, **fields)

    def only(self, *names: str) -> None:
        """An object with exactly these members."""
        value = self._object()
        for name in names:
            if name not in value:
                Node(None, self, name).fail(Why.LACKING)
        for name in value:
            if name not in names:
                Node(None, self, name if name.isidentifier() else "?").fail(Why.UNKNOWN)

    def __getitem__(self, name: str) -> Node:
        """A member of an object."""
        value = self._object()
        if name not in value:
            Node(None, self, name).fail(Why.LACKING)
        return Node(value[name], self, name)

    def maybe(self, name: str, default: object) -> Node:
        """A member of an object; one that is not there has this value."""
        return Node(self._object().get(name, default), self, name)

    def each(self, most: int = 200_000) -> Iterator[Node]:
        """The elements of an array."""
        value = self._array(most)
        return (Node(one, self, place) for place, one in enumerate(value))

    def count(self, most: int = 200_000) -> int:
        """How many elements an array has."""
        return len(self._array(most))

    @property
    def missing(self) -> bool:
        """Whether this is null."""
        return self.value is None

    def text(self, most: int = 20_000) -> str:
        """Text."""
        if not isinstance(self.value, str) or len(self.value) > most:
            self.fail(Why.TYPE, wanted="text")
        return self.value

    def id(self) -> str:
        """An id."""
        text = self.text()
        self.need(_ID.match(text) is not None, Why.TYPE, wanted="id")
        return text

    def digest(self) -> str:
        """SHA-256 in hexadecimal."""
        text = self.text()
        self.need(_DIGEST.match(text) is not None, Why.TYPE, wanted="digest")
        return text

    def number(self, least: int = 0, most: int = MAX_NUMBER) -> int:
        """A whole number."""
        if type(self.value) is not int or not least <= self.value <= most:
            self.fail(Why.TYPE, wanted="number")
        return self.value

    def flag(self) -> bool:
        """True or false."""
        if not isinstance(self.value, bool):
            self.fail(Why.TYPE, wanted="flag")
        return self.value

    def data(self, size: int | None = None) -> bytes:
        """Base64, in its only form; ``size`` bytes."""
        text = self.value
        if not isinstance(text, str):
            self.fail(Why.TYPE, wanted="bytes")
        try:
            data = base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError):
            self.fail(Why.BASE64)
        self.need(base64.b64encode(data).decode() == text, Why.BASE64)
        self.need(size is None or len(data) == size, Why.TYPE, wanted="bytes")
        return data

    def same(self, expected: object) -> None:
        """Exactly this value: ``True`` is not 1."""
        if not _same(self.value, expected):
            self.fail(Why.MISMATCH, expected=_short(expected), found=_short(self.value))

    def _object(self) -> dict[str, object]:
        if not isinstance(self.value, dict):
            self.fail(Why.TYPE, wanted="object")
        return self.value

    def _array(self, most: int) -> list[object]:
        if not isinstance(self.value, list) or len(self.value) > most:
            self.fail(Why.TYPE, wanted="array")
        return self.value


def read_file(path: Path) -> Node:
    """The whole file. Raises ``BrokenError``."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE + 1)
    except (OSError, ValueError) as error:
        raise BrokenError("", Why.NO_FILE, name=path.name) from error
    if len(data) > MAX_FILE:
        raise BrokenError("", Why.TOO_LARGE)
    return parse(data, "")


def parse(data: bytes, place: str, *, fractions: bool = False) -> Node:
    """JSON text that stands at ``place``; numbers are whole unless ``fractions``. Raises ``BrokenError``."""
    root = Node(None, None, place)
    values = sum(data.count(mark) for mark in (b",", b"[", b"{"))  # or more: it may stand in text
    root.need(values <= MAX_VALUES, Why.MANY)
    try:
        root.value = (_WITH_FRACTIONS if fractions else _DECODER).decode(data.decode("utf-8"))
        _look_through(root)
    except RecursionError:
        root.fail(Why.DEEP)
    except UnicodeDecodeError as error:
        root.fail(Why.NOT_JSON, line=data.count(b"\n", 0, error.start) + 1)
    except json.JSONDecodeError as error:
        root.fail(Why.NOT_JSON, line=error.lineno)
    return root


def canonical(node: Node) -> str:
    """The JSON text over which the motion's digest is: see "The motion's digest"."""
    return json.dumps(node.value, ensure_ascii=False, separators=(",", ":"))


class _Bad:
    """Stands where something was that JSON allows and we do not, until its place is known."""

    def __init__(self, why: Why) -> None:
        self.why = why


def _members(pairs: list[tuple[str, object]]) -> object:
    made = dict(pairs)
    return made if len(made) == len(pairs) else _Bad(Why.TWICE)


def _whole(text: str) -> object:
    if len(text) > 17 or text == "-0":
        return _Bad(Why.NUMBER)
    number = int(text)
    return number if abs(number) <= MAX_NUMBER else _Bad(Why.NUMBER)


def _broken(_: str) -> object:
    return _Bad(Why.NUMBER)


_DECODER = json.JSONDecoder(
    object_pairs_hook=_members, parse_int=_whole, parse_float=_broken, parse_constant=_broken
)


def _fraction(text: str) -> object:
    """Of a place on a page; nothing here counts by it."""
    return float(text) if len(text) <= 40 and abs(float(text)) <= MAX_NUMBER else _Bad(Why.NUMBER)


_WITH_FRACTIONS = json.JSONDecoder(
    object_pairs_hook=_members, parse_int=_whole, parse_float=_fraction, parse_constant=_broken
)


def _look_through(root: Node) -> None:
    """Nesting and text of everything that was read."""
    if isinstance(root.value, _Bad):
        root.fail(root.value.why)
    layer = [root]
    for _ in range(MAX_DEPTH):
        below: list[Node] = []
        for node in layer:
            value = node.value
            if isinstance(value, dict):
                for name, one in value.items():
                    if not _is_text(name):
                        node.fail(Why.TYPE, wanted="text")
                    _look_at(below, one, node, name)
            elif isinstance(value, list):
                for place, one in enumerate(value):
                    _look_at(below, one, node, place)
        if not below:
            return
        layer = below
    layer[0].fail(Why.DEEP)


def _look_at(below: list[Node], value: object, parent: Node, key: str | int) -> None:
    if isinstance(value, (dict, list)):
        below.append(Node(value, parent, key))
    elif isinstance(value, _Bad):
        Node(value, parent, key).fail(value.why)
    elif isinstance(value, str) and not _is_text(value):
        Node(value, parent, key).fail(Why.TYPE, wanted="text")


def _is_text(text: str) -> bool:
    """Half a character of UTF-16 is no text."""
    return text.isascii() or not any("\ud800" <= char <= "\udfff" for char in text)


def _same(one: object, other: object) -> bool:
    if isinstance(one, list) and isinstance(other, (list, tuple)):
        return len(one) == len(other) and all(_same(a, b) for a, b in zip(one, other, strict=True))
    return type(one) is type(other) and one == other


def _short(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 200 else f"{text[:200]}…"
