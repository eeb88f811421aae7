"""A stranger's XML, bounded: no document type (so no entities, and nothing fetched), no more than so much of
anything.
"""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

MAX_BYTES: Final = 64 * 1024**2
_ELEMENTS: Final = 400_000
_DEEPEST: Final = 40
_ATTRIBUTES: Final = 64


class NotSafeError(ValueError):
    """It is no XML, or more than is read."""


def parse(data: bytes) -> Element:
    """The root element; names with a namespace as ``{address}name``. Raises ``NotSafeError``."""
    if len(data) > MAX_BYTES:
        raise NotSafeError("too many bytes")
    parser = expat.ParserCreate(namespace_separator="}")
    builder = TreeBuilder()
    depth = elements = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth, elements
        depth, elements = depth + 1, elements + 1
        if depth > _DEEPEST or elements > _ELEMENTS or len(attributes) > _ATTRIBUTES:
            raise NotSafeError("too many elements")
        builder.start(_named(tag), {_named(name): value for name, value in attributes.items()})

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_named(tag))

    def refuse(*_: object) -> int:
        raise NotSafeError("a document type")

    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    # Whatever could define or call an entity begins with one of these.
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.UnparsedEntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise NotSafeError(str(error)) from error
    except (ValueError, LookupError) as error:  # an encoding that does not exist, or bytes that are not in it
        raise NotSafeError(str(error)) from error
    return builder.close()


def _named(name: str) -> str:
    return "{" + name if "}" in name else name
