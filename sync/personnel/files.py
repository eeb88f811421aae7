"""The rows of a list that another program wrote: CSV in any of the encodings met here, or an Excel workbook.

Everything is bounded before it is read: the file, what is packed in it, its rows, their cells.
"""

from __future__ import annotations

import csv
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO, StringIO
from pathlib import Path
from typing import Final

from sync.errors import Code, SohopError

MOST_BYTES: Final = 8 * 1024 * 1024
MOST_ROWS: Final = 5_000
"""Of people; some more lines may stand above them."""
_HEADS: Final = 50
_MOST_COLUMNS: Final = 64
_MOST_CELL: Final = 2_000
_MOST_UNPACKED: Final = 64 * 1024 * 1024
_MOST_SHEETS: Final = 20
_ENTITIES: Final = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))
"""No program writes a document type into a workbook; whoever does wants its entities unpacked."""
_DELIMITERS: Final = ";,\t"
_FORMULA: Final = ("=", "@", "+", "-")


@dataclass(frozen=True)
class Cell:
    """What stands in one cell. ``formula``: a program would reckon instead of showing it."""

    text: str = ""
    formula: bool = False


Row = tuple[Cell, ...]
Sheet = list[Row]


def read_sheets(path: Path) -> list[Sheet]:
    """The sheets of a workbook, or the one of a CSV file; of a CSV one for each way to part its columns.

    Raises ``SohopError(FILE_MISSING | FILE_UNREADABLE | PEOPLE_FILE_LARGE | PEOPLE_FILE_WRONG)``.
    """
    name = path.name
    try:
        if not path.is_file():
            raise SohopError(Code.FILE_MISSING, name=name)
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise SohopError(Code.FILE_UNREADABLE, name=name) from error
    if len(data) > MOST_BYTES:
        raise SohopError(Code.PEOPLE_FILE_LARGE, name=name, size=MOST_BYTES >> 20, rows=MOST_ROWS)
    sheets = list(_workbook(data, name)) if data.startswith(b"PK\x03\x04") else _tables(data, name)
    if any(len(sheet) > MOST_ROWS + _HEADS for sheet in sheets):
        raise SohopError(Code.PEOPLE_FILE_LARGE, name=name, size=MOST_BYTES >> 20, rows=MOST_ROWS)
    return sheets


def _tables(data: bytes, name: str) -> list[Sheet]:
    text = unicodedata.normalize("NFC", _decoded(data, name))
    try:
        return [_table(text, delimiter) for delimiter in _DELIMITERS if delimiter in text] or [
            _table(text, ";")
        ]
    except csv.Error as error:
        raise SohopError(Code.PEOPLE_FILE_WRONG, name=name) from error


def _table(text: str, delimiter: str) -> Sheet:
    rows: Sheet = []
    for row in csv.reader(StringIO(text, newline=""), delimiter=delimiter):
        rows.append(tuple(_written(cell) for cell in row[:_MOST_COLUMNS]))
        if len(rows) > MOST_ROWS + _HEADS:
            break
    return rows


def _decoded(data: bytes, name: str) -> str:
    """By its mark, else UTF-8, else what Vietnamese Windows wrote before. Raises ``SohopError``."""
    try:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            text = data.decode("utf-16")
        elif b"\x00" in data[:200]:  # Excel's "Unicode text" that lost its mark
            text = data.decode("utf-16-le" if data[1:2] == b"\x00" else "utf-16-be")
        else:
            try:
                text = data.decode("utf-8-sig")
            except UnicodeDecodeError:
                text = data.decode("cp1258")
    except UnicodeDecodeError as error:
        raise SohopError(Code.PEOPLE_FILE_WRONG, name=name) from error
    if "\x00" in text:
        raise SohopError(Code.PEOPLE_FILE_WRONG, name=name)
    return text


def _workbook(data: bytes, name: str) -> Iterator[Sheet]:
    from openpyxl import load_workbook  # only here: it takes long to come in

    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > _MOST_UNPACKED:
                raise SohopError(Code.PEOPLE_FILE_LARGE, name=name, size=MOST_BYTES >> 20, rows=MOST_ROWS)
            if any(mark in packed.read(entry) for entry in packed.infolist() for mark in _ENTITIES):
                raise SohopError(Code.PEOPLE_FILE_WRONG, name=name)
        book = load_workbook(BytesIO(data), read_only=True, data_only=False, keep_links=False)
        try:
            for sheet in book.worksheets[:_MOST_SHEETS]:
                cells = sheet.iter_rows(max_row=MOST_ROWS + _HEADS + 1, max_col=_MOST_COLUMNS)
                yield [tuple(_held(cell.value, cell.data_type) for cell in row) for row in cells]
        finally:
            book.close()
    except SohopError:
        raise
    except Exception as error:
        # openpyxl answers a broken workbook with whatever its parts raise: KeyError, ValueError, ParseError…
        raise SohopError(Code.PEOPLE_FILE_WRONG, name=name) from error


def _written(text: str) -> Cell:
    """A cell of a text file. What begins like a formula is one to the program that opens the file."""
    return Cell(text[:_MOST_CELL], text.lstrip().startswith(_FORMULA) and len(text.strip()) > 1)


def _held(value: object, kind: str) -> Cell:
    if value is None or kind == "e":
        return Cell()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = unicodedata.normalize("NFC", str(value))[:_MOST_CELL]
    return Cell(text, kind == "f" or _written(text).formula)


def is_empty(row: Iterable[Cell]) -> bool:
    """Whether nothing is written in it."""
    return not any(cell.text.strip() for cell in row)
