"""The hub describes itself: every route, every message, and a bound on everything that travels."""

from __future__ import annotations

import json
from collections.abc import Iterator

import msgspec
import pytest
from msgspec import inspect
from starlette.routing import Route
from support.asgi import ask
from support.world import World

from sync.hub.app import build_app
from sync.hub.logs import RequestLog
from sync.wire.openapi import OPERATIONS, build, message_types


def test_every_route_is_described_and_every_message_by_its_name(world: World) -> None:
    app = build_app(world.hub)
    reply = ask(app, "/v1/openapi.json", method="GET")
    assert (reply.status, reply.headers["content-type"]) == (200, "application/json")
    assert reply.headers["cache-control"] == "no-store"
    described = json.loads(reply.body)
    assert described["openapi"].startswith("3.1")
    routes = {(route.path, method) for route in routes_of(app) for method in route.methods - {"HEAD"}}
    assert routes <= {(path, method.upper()) for path, of in described["paths"].items() for method in of}
    schemas = described["components"]["schemas"]
    assert {kind.__name__ for kind in message_types()} <= set(schemas)
    assert set(references(described)) <= {f"#/components/schemas/{name}" for name in schemas}


def test_limits_are_in_the_document() -> None:
    schemas = build()["components"]["schemas"]
    parts = schemas["ChunksRequest"]["properties"]["parts"]
    assert (parts["minItems"], parts["maxItems"]) == (1, 256)
    assert schemas["Part"]["properties"]["count"]["maximum"] == 4_096
    assert schemas["Blobs"]["properties"]["digests"]["maxItems"] == 4_096
    assert schemas["Part"]["properties"]["document"]["maxLength"] == 64


def test_only_what_needs_no_token_says_so(world: World) -> None:
    app = build_app(world.hub)
    paths = {route.path for route in routes_of(app)}
    for each in OPERATIONS:
        if each.path in paths and each.token:
            assert ask(app, each.path, b"").status == 401, each.path


@pytest.mark.parametrize("kind", message_types(), ids=lambda kind: kind.__name__)
def test_every_field_has_a_bound(kind: type) -> None:
    assert list(unbounded(inspect.type_info(kind), kind.__name__, set())) == []


def routes_of(app: object) -> list[Route]:
    """Through the log that the application is wrapped in."""
    assert isinstance(app, RequestLog)
    return app.routes


def references(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            if name == "$ref":
                yield inner
            else:
                yield from references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from references(inner)


def unbounded(kind: inspect.Type, where: str, seen: set[type]) -> Iterator[str]:
    """Places without a limit: numbers need both ends, text, bytes and lists a greatest length."""
    match kind:
        case inspect.Metadata():
            yield from unbounded(kind.type, where, seen)
        case inspect.IntType() | inspect.FloatType():
            if (kind.ge is None and kind.gt is None) or (kind.le is None and kind.lt is None):
                yield where
        case inspect.StrType() | inspect.BytesType():
            if kind.max_length is None:
                yield where
        case inspect.ListType() | inspect.VarTupleType() | inspect.SetType() | inspect.FrozenSetType():
            if kind.max_length is None:
                yield where
            yield from unbounded(kind.item_type, f"{where}[]", seen)
        case inspect.DictType():
            if kind.max_length is None:
                yield where
            yield from unbounded(kind.key_type, f"{where}.key", seen)
            yield from unbounded(kind.value_type, f"{where}.value", seen)
        case inspect.TupleType():
            for place, inner in enumerate(kind.item_types):
                yield from unbounded(inner, f"{where}[{place}]", seen)
        case inspect.UnionType():
            for inner in kind.types:
                yield from unbounded(inner, where, seen)
        case inspect.StructType():
            if kind.cls not in seen:
                seen.add(kind.cls)
                for field in kind.fields:
                    yield from unbounded(field.type, f"{kind.cls.__name__}.{field.name}", seen)
        case inspect.BoolType() | inspect.NoneType() | inspect.EnumType() | inspect.DateTimeType():
            pass
        case inspect.DateType():
            pass
        case _:
            yield f"{where}: {kind!r}"


def test_the_walk_finds_what_has_no_bound() -> None:
    class Loose(msgspec.Struct):
        text: str
        pairs: tuple[tuple[int, bytes], ...]

    found = list(unbounded(inspect.type_info(Loose), "", set()))
    assert found == ["Loose.text", "Loose.pairs", "Loose.pairs[][0]", "Loose.pairs[][1]"]
