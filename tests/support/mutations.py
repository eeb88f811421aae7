"""Ways to change the file of a closed motion: each leaves another file than before."""

from __future__ import annotations

import base64
import copy
import json
import random
from collections.abc import Callable, Iterator

from support.packets import PaperOffice, a_key

from sync.wire.envelope import Kind, sign

File = dict[str, object]
Place = tuple[str | int, ...]

_BASE64 = frozenset({"payload", "value", "leaf", "root_key", "path", "link"})


def mutate(dice: random.Random, file: File, others: list[File]) -> tuple[str, bytes]:
    """What was done, and the bytes that came of it."""
    while True:
        name = dice.choice(list(_MUTATIONS))
        changed = copy.deepcopy(file)
        done = _MUTATIONS[name](dice, changed, others)
        if done and json.dumps(changed) != json.dumps(file):
            return f"{name} at {done}", json.dumps(changed, ensure_ascii=False).encode()


def damage(dice: random.Random, data: bytes) -> bytes:
    """Bits flipped or bytes cut off."""
    if dice.random() < 0.3:
        return data[: dice.randrange(len(data) - 1)]
    place = dice.randrange(len(data))
    return data[:place] + bytes([data[place] ^ 1 << dice.randrange(8)]) + data[place + 1 :]


def places(value: object, place: Place = ()) -> Iterator[tuple[Place, object]]:
    """Every value in the file."""
    yield place, value
    if isinstance(value, dict):
        for name, one in value.items():
            yield from places(one, (*place, name))
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from places(one, (*place, number))


def _holder(file: object, place: Place) -> tuple[dict | list, str | int]:
    for step in place[:-1]:
        file = file[step]  # type: ignore[index]
    return file, place[-1]  # type: ignore[return-value]


def _some(dice: random.Random, file: File, wanted: Callable[[Place, object], bool]) -> tuple[Place, object]:
    found = [(place, value) for place, value in places(file) if place and wanted(place, value)]
    return dice.choice(found) if found else ((), None)


def _named(place: Place) -> str:
    return ".".join(map(str, place))


def _drop_member(dice: random.Random, file: File, _: list[File]) -> str:
    place, _value = _some(dice, file, lambda place, _: isinstance(place[-1], str))
    holder, name = _holder(file, place)
    del holder[name]
    return _named(place)


def _add_member(dice: random.Random, file: File, _: list[File]) -> str:
    place, value = _some(dice, file, lambda _, value: isinstance(value, dict))
    value[dice.choice(["note", "version ", "Format", ""])] = dice.choice([1, "x", None])  # type: ignore[index]
    return _named(place)


def _array(dice: random.Random, file: File, least: int) -> tuple[Place, list]:
    place, value = _some(dice, file, lambda _, value: isinstance(value, list) and len(value) >= least)
    return place, value  # type: ignore[return-value]


def _drop_element(dice: random.Random, file: File, _: list[File]) -> str:
    place, array = _array(dice, file, 1)
    if place:
        del array[dice.randrange(len(array))]
    return _named(place)


def _repeat_element(dice: random.Random, file: File, _: list[File]) -> str:
    place, array = _array(dice, file, 1)
    if place:
        array.insert(dice.randrange(len(array) + 1), copy.deepcopy(dice.choice(array)))
    return _named(place)


def _reorder(dice: random.Random, file: File, _: list[File]) -> str:
    place, array = _array(dice, file, 2)
    if place:
        one, other = dice.sample(range(len(array)), 2)
        array[one], array[other] = array[other], array[one]
    return _named(place)


def _flip(dice: random.Random, file: File, _: list[File]) -> str:
    place, value = _some(
        dice, file, lambda place, value: isinstance(value, str) and bool(_BASE64 & set(place))
    )
    data = bytearray(base64.b64decode(value))  # type: ignore[arg-type]
    data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    holder, name = _holder(file, place)
    holder[name] = base64.b64encode(data).decode()  # type: ignore[index]
    return _named(place)


def _scalar(dice: random.Random, file: File, _: list[File]) -> str:
    place, value = _some(dice, file, lambda _, value: not isinstance(value, (dict, list)))
    holder, name = _holder(file, place)
    instead: list[object] = [None, True, False, 0, -1, 2**60, "", "0" * 64, [], {}]
    if isinstance(value, int):
        instead += [value + 1, value - 1, str(value)]
    if isinstance(value, str):
        instead += [value + " ", value[1:], value.upper(), f"{value}=", value + "\n"]
    holder[name] = dice.choice(instead)  # type: ignore[index]
    return _named(place)


def _swap_in(dice: random.Random, file: File, others: list[File]) -> str:
    """What stands at this place in the file of another motion, meeting or office."""
    other = copy.deepcopy(dice.choice(others))
    place, _value = _some(dice, file, lambda place, _: len(place) <= 2)
    try:
        theirs, name = _holder(other, place)
        value = theirs[name]  # type: ignore[index]
    except (KeyError, IndexError, TypeError):
        return ""
    holder, name = _holder(file, place)
    holder[name] = value  # type: ignore[index]
    return _named(place)


def _resign(dice: random.Random, file: File, _: list[File]) -> str:
    """Other words under a stranger's signature."""
    place, value = _some(dice, file, lambda _, value: isinstance(value, dict) and "signatures" in value)
    payload = base64.b64decode(value["payload"])  # type: ignore[index]
    if dice.random() < 0.7:
        at = dice.randrange(len(payload))
        payload = payload[:at] + payload[at : at + 1].swapcase() + payload[at + 1 :]
    for one in value["signatures"]:  # type: ignore[index]
        signed = sign(Kind(value["kind"]), PaperOffice().tenant, payload, one["signer"], a_key("thief"))  # type: ignore[index]
        one["value"] = base64.b64encode(signed.value).decode()
    value["payload"] = base64.b64encode(payload).decode()  # type: ignore[index]
    return _named(place)


_MUTATIONS = {
    "drop a member": _drop_member,
    "add a member": _add_member,
    "drop an element": _drop_element,
    "repeat an element": _repeat_element,
    "reorder": _reorder,
    "flip a bit": _flip,
    "another value": _scalar,
    "swap between files": _swap_in,
    "sign again with another key": _resign,
}
