"""What is no archive as its office signed it is refused, and where is said."""

import hashlib
import io
import json
import os
import random
import re
import struct
import zipfile
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.archives import NEW, OLD, Filed, entries_of, make, packed, signed
from support.mutations import damage, mutate
from support.packets import NOON, PaperOffice

from reader.core.archive import zip_writer
from reader.core.evidence_file import envelope_json
from sync import verify
from sync.model.annotation import Audience
from sync.model.conduct import PointAgenda
from sync.model.events import PutOpinion
from sync.model.opinion import Answer, OnItem, OnOpinion, Opinion, OpinionKind
from sync.trust import acts
from sync.verify import Why
from sync.verify.archive_acts import ROLES
from sync.verify.container import FAR, Container, Entry, central, ending, is_name, local
from sync.verify.saying import run

MANY = int(os.environ.get("SOHOP_EXAMPLES") or 0) * 5
OFFICE = PaperOffice()
PAGE, LIST, SIGNATURES = "muc-luc.html", "ban-liet-ke.json", "chu-ky.json"
PARTS = ("chung-thuc/co-quan.json", "chung-thuc/ban-ke/1.json", "chung-thuc/bieu-quyet/1.json")
HERE = "tai-lieu/01-du-toan/01-du-toan-nam-2027.pdf"


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    """The bytes of a good archive."""
    folder = tmp_path_factory.mktemp("archive")
    book = OFFICE.book(folder / "thu", OFFICE.thu)
    Filed(OFFICE, book.vault)
    made = make(book, folder / "x.zip")
    book.vault.close()
    assert made.broken == ""
    return made.path.read_bytes()


@pytest.fixture(scope="module")
def check(tmp_path_factory):
    path = tmp_path_factory.mktemp("check") / "x.zip"

    def refused(data):
        path.write_bytes(data)
        return verify.check_archive(path, OFFICE.root_key).broken

    return refused


@pytest.fixture(scope="module")
def entries(good):
    return entries_of(good)


def test_a_good_one_is_told_line_by_line(good, tmp_path):
    path = tmp_path / "x.zip"
    path.write_bytes(good)
    for language in ("vi", "en"):
        out = io.StringIO()
        assert run(path, OFFICE.root_key.hex(), language, out) == 0
        assert out.getvalue().count("✓") >= 10
        assert "{" not in out.getvalue()
        assert verify.fingerprint(OFFICE.root_key) in out.getvalue()
    out = io.StringIO()
    run(path, "", "en", out)
    assert "Compare its fingerprint" in out.getvalue()
    assert run(path, "00" * 32, "en", io.StringIO()) == 1


# --- the ZIP


def test_writer_and_verifier_have_one_form(good, entries):
    assert packed(entries) == good


@pytest.mark.parametrize("at", [0, 5, FAR - 1, FAR, FAR + 1, 2**40])
def test_they_have_one_form_for_places_that_are_far(at):
    one = zip_writer.Written("tai-lieu/a.pdf", 17, 0xDEADBEEF, at)
    other = Entry(one.name, one.size, one.crc, one.at)
    assert zip_writer._central(one) == central(other)
    assert zip_writer._local(one) == local(other)
    assert zip_writer._ending(3, 500, at) == ending(3, 500, at)


def test_common_programs_read_places_that_are_far(tmp_path):
    """A file of 6 GB that takes no room: three holes and an entry behind them."""
    big = 2**31
    path = tmp_path / "x.zip"
    with path.open("wb") as file:
        heads = []
        for number in range(3):
            at = file.tell()
            one = zip_writer.Written(f"a{number}", big, 0, at)
            file.write(zip_writer._local(one))
            file.seek(big, 1)
            heads.append(one)
        last = zip_writer.ZipWriter(file, heads)
        last.add("b.txt", [b"behind all"])
        last.close()
    with zipfile.ZipFile(path) as zipped:
        assert zipped.read("b.txt") == b"behind all"
        assert [one.header_offset for one in zipped.infolist()][3] > FAR
    with path.open("rb") as file:
        read = Container(file)
        assert read.read(read.entries[3], 100) == b"behind all"


def zipped(entries, method=zipfile.ZIP_STORED, change=lambda info: None):
    """As any program writes one."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, data in entries.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = method
            change(info)
            file.writestr(info, data)
    return out.getvalue()


def test_one_that_another_program_packed_is_refused(entries, check):
    assert check(zipped(entries)).why is Why.ZIP_HEADER
    broken = check(zipped(entries, zipfile.ZIP_DEFLATED))
    assert (broken.place, broken.why) == ("muc-luc.html", Why.ZIP_PACKED)


def test_a_bomb_is_not_unpacked(check):
    bomb = zipped({"muc-luc.html": bytes(50_000_000)}, zipfile.ZIP_DEFLATED)
    assert len(bomb) < 100_000
    assert check(bomb).why is Why.ZIP_PACKED


def test_a_link_is_refused(check):
    def link(info):
        info.external_attr = 0o120777 << 16

    broken = check(zipped({"muc-luc.html": b"/etc/passwd"}, change=link))
    assert (broken.place, broken.why) == ("muc-luc.html", Why.ZIP_LINK)


NAMES = {
    "up": b"../x", "up inside": b"tai-lieu/../../x", "absolute": b"/x", "drive": b"c:/x",
    "backslash": b"a\\x",
    "case": b"Muc-luc.html", "space": b"a b", "device": b"con", "device with ending": b"tai-lieu/nul.pdf",
    "dot": b".x", "dot at the end": b"x.", "two dots": b"a..b", "empty part": b"a//b", "folder": b"a/",
    "bidi": "a\u202egpj".encode(), "marks": "tờ-trình.pdf".encode(), "nothing": b"", "null": b"a\0b",
    "newline": b"a\n", "deep": b"a/b/c/d/e", "long": b"a" * 81, "stream": b"a:b",
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_is_unsafe_somewhere_is_refused(name, check):
    assert not is_name(NAMES[name])
    raw = NAMES[name]
    placeholder = "x" * len(raw)
    data = packed({placeholder: b"words"}).replace(placeholder.encode(), raw) if raw else packed({"": b"w"})
    broken = check(data)
    assert broken.why is Why.ZIP_NAME
    assert verify.reason(broken, english=True).startswith("REFUSED at #1: an unsafe name")


def test_a_name_twice_is_refused(check):
    data = packed({"a.txt": b"one", "b.txt": b"two"}).replace(b"b.txt", b"a.txt")
    assert (check(data).place, check(data).why) == ("a.txt", Why.TWICE)
    below = packed({"ab": b"one", "abc/d": b"two"}).replace(b"abc/d", b"ab/cd")
    assert check(below).why is Why.TWICE


def directory_at(data):
    return struct.unpack("<L", data[-6:-2])[0]


def test_overlapping_entries_are_refused(check):
    data = bytearray(packed({"a.txt": b"one" * 40, "b.txt": b"two" * 40}))
    second = directory_at(data) + 46 + 5
    data[second + 42 : second + 46] = bytes(4)  # the second is said to begin where the first does
    broken = check(bytes(data))
    assert (broken.place, broken.why) == ("b.txt", Why.ZIP_PLACE)


def test_a_gap_between_entries_is_refused(check):
    data = packed({"a.txt": b"one", "b.txt": b"two"})
    cut = data.index(b"PK\x03\x04", 4)
    wide = bytearray(data[:cut] + b"hidden" + data[cut:])
    place = directory_at(data) + 6
    struct.pack_into("<L", wide, len(wide) - 6, place)
    struct.pack_into("<L", wide, place + 46 + 5 + 42, cut + 6)
    assert check(bytes(wide)).why is Why.ZIP_PLACE


@pytest.mark.parametrize("more", [b"x", b"PK\x05\x06" + bytes(18), bytes(100)])
def test_bytes_behind_or_before_it_are_refused(good, check, more):
    assert check(good + more) is not None
    assert check(more + good) is not None


@pytest.mark.parametrize("size", [0, 1, 21, 22, 97, 98, 5_000])
def test_a_file_that_was_cut_is_refused(good, check, size):
    assert check(good[:size]).why in (Why.ZIP_CUT, Why.ZIP_END)
    assert check(good[: len(good) - size - 1]).why in (Why.ZIP_CUT, Why.ZIP_END)


def test_lies_of_zip64_are_refused(good, check):
    at = directory_at(good)
    count, length = struct.unpack("<HL", good[-12:-6])
    record = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, count, count, length, at)
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, at + length, 1)
    end = good[-22:-6] + b"\xff" * 4 + good[-2:]
    for lie in (
        good[:-22] + record + locator + end,  # it is not that far
        good[:-22] + record + locator + good[-22:],
        good[:-22] + end,
        good[:-22] + record[:48] + struct.pack("<Q", 2**63) + locator + end,
    ):
        assert check(lie) is not None


def test_more_entries_than_allowed_are_refused(check):
    data = bytearray(packed({"a.txt": b"one"}))
    struct.pack_into("<2H", data, len(data) - 14, 65_000, 65_000)
    assert check(bytes(data)).why is Why.ZIP_MANY


# --- the list


def test_an_entry_beyond_the_list_is_refused(entries, check):
    broken = check(packed({"a.txt": b"hidden", **entries}))
    assert broken is not None
    last = check(packed({**entries, "y-kien/z.txt": b"hidden"}))
    assert (last.place, last.why) == ("y-kien/z.txt", Why.ORDER)


def test_an_entry_less_or_elsewhere_is_refused(entries, check):
    for name in entries:
        rest = {each: data for each, data in entries.items() if each != name}
        assert check(packed(rest)) is not None, name
        assert check(packed({**rest, name: entries[name]})) is not None or name == SIGNATURES


def test_a_changed_entry_is_named(entries, check):
    for name in entries:
        if name in (LIST, SIGNATURES):
            continue
        changed = bytearray(entries[name])
        changed[len(changed) // 2] ^= 1
        broken = check(packed({**entries, name: bytes(changed)}))
        assert (broken.place, broken.why) == (name, Why.DIGEST)


def test_a_list_that_nobody_of_the_office_signed_is_refused(entries, check):
    changed = {**entries, PAGE: entries[PAGE].replace(b"</h1>", b" khac</h1>")}
    for signers, why in (
        ((OFFICE.lan,), Why.UNKNOWN_DEVICE),
        ((OFFICE.chu,), Why.ROLE),
        ((OFFICE.thu, OFFICE.kiem), Why.ROLE),
        ((OFFICE.thu, OFFICE.thu), Why.ROLE),
    ):
        broken = check(packed(signed(changed, OFFICE, *signers)))
        assert broken.place.startswith(f"{SIGNATURES}.signatures["), broken
        assert broken.why is why
    assert check(packed(signed(changed, OFFICE, OFFICE.thu, OFFICE.chu))) is None
    other = PaperOffice("t-2")
    assert check(packed(signed(changed, other, other.thu))).why is Why.SIGNATURE
    unsigned = signed(changed, OFFICE)
    assert check(packed({**unsigned, SIGNATURES: b'{"signatures":[]}\n'})).why is Why.SIGNERS


def test_signatures_are_written_in_one_way(entries, check):
    spaced = entries[SIGNATURES].replace(b":[", b": [")
    assert check(packed({**entries, SIGNATURES: spaced})).place == SIGNATURES


# --- what a secretary who signs it cannot change


def by_the_secretary(entries, check, **more):
    return check(packed(signed(entries, OFFICE, **more)))


def test_another_document_is_refused(entries, check):
    name = "tai-lieu/01-du-toan/02-phu-luc-thu-chi.pdf"
    broken = by_the_secretary({**entries, name: b"%PDF- another"}, check)
    assert broken.why is Why.NOT_NAMED
    two = {**entries, "tai-lieu-ban-cu/1/01-du-toan-nam-2027.pdf": NEW}
    assert by_the_secretary(two, check).why is Why.TWICE
    less = {each: data for each, data in entries.items() if data != OLD}
    broken = by_the_secretary(less, check)
    assert broken.place == f"tai-lieu ({hashlib.sha256(OLD).hexdigest()})"
    assert broken.why is Why.LACKING


def test_what_is_left_out_is_what_is_lacking(entries, check):
    digest = hashlib.sha256(OLD).hexdigest()
    less = {each: data for each, data in entries.items() if data != OLD}
    (gone,) = entries.keys() - less.keys()
    less[PAGE] = entries[PAGE].replace(f'<a href="{gone}">{gone}</a>'.encode(), b"")

    def leave(what, *names):
        return lambda said: said["left_out"][what].extend(names)

    assert by_the_secretary(less, check, change=leave("documents", digest)) is None
    for what, name in (
        ("documents", digest),
        ("items", "a" * 64),
        ("motions", "v-1"),
        ("documents", "b" * 64),
    ):
        broken = by_the_secretary(entries, check, change=leave(what, name))
        assert broken.place.startswith(f"{LIST}.left_out.{what}[")
        assert broken.why is Why.NOT_LEFT_OUT
    twice = by_the_secretary(less, check, change=leave("documents", digest, digest))
    assert twice.why is Why.ORDER


def test_an_item_of_few_is_not_said_to_be_left_out(entries, check):
    broken = by_the_secretary(entries, check, change=lambda said: said.update(restricted=False))
    assert broken.why is Why.RESTRICTED
    assert broken.place.endswith(".access")


def test_a_motion_without_its_evidence_is_refused(entries, check):
    less = {name: data for name, data in entries.items() if "bieu-quyet" not in name}
    broken = by_the_secretary(less, check)
    assert (broken.place, broken.why) == ("chung-thuc/bieu-quyet (v-1)", Why.LACKING)
    named = lambda said: said["left_out"]["motions"].append("v-1")  # noqa: E731
    assert by_the_secretary(less, check, change=named) is None


@pytest.mark.parametrize(
    "name",
    [
        *("bien-ban/a.exe", "bien-ban/a.html", "bien-ban/a.pdf.lnk", "bien-ban/a", "bien-ban/a.docm"),
        *("ket-qua/a.js", "ket-qua/a.svg", "ket-qua/a.html", "y-kien/a.xlsm", "y-kien/a.exe"),
    ],
)
def test_a_file_of_a_kind_that_may_run_is_refused(entries, check, name):
    parts = {each: data for each, data in entries.items() if each not in (LIST, SIGNATURES)}
    front = [each for each in parts if not each.startswith("chung-thuc/")]
    before = [each for each in front if each.split("/")[0] != name.split("/")[0]]
    order = sorted([*before, name], key=lambda each: [*_FOLDERS].index(each.split("/")[0]))
    made = {each: parts.get(each, b"MZ") for each in [*order, *(set_ for set_ in parts if set_ not in front)]}
    broken = by_the_secretary({**made, LIST: entries[LIST], SIGNATURES: entries[SIGNATURES]}, check)
    assert (broken.place, broken.why) == (name, Why.UNKNOWN)


_FOLDERS = ("muc-luc.html", "tai-lieu", "tai-lieu-ban-cu", "bien-ban", "ket-qua", "y-kien")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<h2>", b"<script>alert(1)</script><h2>"),
        (b"<h2>", b'<h2 onclick="alert(1)">'),
        (b"<h2>", b"<H2 onclick=alert(1)>"),
        (b"<h2>", b'<img src="https://example.org/x.png"><h2>'),
        (b"<h2>", b"<svg/onload=alert(1)><h2>"),
        (b"<h2>", b'<a href="https://example.org/">x</a><h2>'),
        (b"<h2>", b'<a href="javascript:alert(1)">x</a><h2>'),
        (b"<h2>", b'<a href="tai-lieu/khong-co.pdf">x</a><h2>'),
        (b"<h2>", b'<a href="muc-luc.html" onclick="x">x</a><h2>'),
        (b"<h2>", b'<meta http-equiv="refresh" content="0;url=//example.org"><h2>'),
        (b"<h2>", b"<!-- <h2>"),
        (b"<h2>", b"<style>p{}</style><h2>"),
        (b"<h2>", b"<"),
        (b"<h2>", b"\xff<h2>"),
        (b"</html>\n", b"</html>\n<p>"),
        (b"default-src 'none'", b"default-src *"),
        (b"\n<meta http-equiv", b"\n<meta http-equi"),
        (b"<title>", b"<title><script>"),
        (b"</style>", b"@import 'https://example.org/x.css';</style>"),
        (b"</style>", b"p{background:url(//example.org)}</style>"),
        (b"</style>", b"p{background:\\75rl}</style>"),
        (b"<!DOCTYPE html>", b""),
    ],
)
def test_a_page_that_runs_or_fetches_something_is_refused(entries, check, old, new):
    assert old in entries[PAGE]
    broken = by_the_secretary({**entries, PAGE: entries[PAGE].replace(old, new, 1)}, check)
    assert broken.why is Why.PAGE
    assert broken.place.startswith(f"{PAGE}:")


def test_only_the_desk_answers_and_only_delegates_ask(good, tmp_path, check):
    name = "chung-thuc/viec.jsonl"
    lines = entries_of(good)[name].splitlines(keepends=True)
    answer, question = Answer.ACCEPTED, OpinionKind.QUESTION
    for member, changes, why in (
        (OFFICE.lan, {"answer": answer}, Why.ROLE),
        (OFFICE.lan, {}, None),
        (OFFICE.thu, {"kind": question, "about": OnItem(item="i-1")}, Why.ROLE),
        (OFFICE.lan, {"kind": question, "about": OnItem(item="i-1")}, None),
        (OFFICE.duyet, {"answer": answer}, None),
    ):
        opinion = Opinion(
            id="o-77",
            audience=Audience.SECRETARY,
            text="Có",
            **{"kind": OpinionKind.REPLY, "about": OnOpinion(opinion="o-1"), **changes},
        )
        event = OFFICE.event(member, PutOpinion(opinion=opinion), seq=900)
        said = {"recorded": json.loads(lines[-1])["recorded"], "envelope": envelope_json(event)}
        changed = b"".join([*lines, json.dumps(said).encode() + b"\n"])
        broken = by_the_secretary({**entries_of(good), name: changed}, check)
        assert (broken and broken.why) == why, (member, changes)


def test_acts_are_refused_by_their_line(entries, check):
    name = "chung-thuc/viec.jsonl"
    lines = entries[name].splitlines(keepends=True)

    def with_lines(*changed):
        return by_the_secretary({**entries, name: b"".join(changed)}, check)

    assert with_lines(*lines[:3], *lines[4:]) is None  # one act less says less, and nothing false
    assert (with_lines(*lines, lines[-1]).place, with_lines(*lines, lines[-1]).why) == (
        f"{name}:{len(lines) + 1}",
        Why.TWICE,
    )
    assert with_lines(lines[1], lines[0], *lines[2:]).why is Why.ORDER
    assert with_lines(*lines[:-1], lines[-1][:-1]).why is Why.ZIP_CUT
    closing = next(n for n, line in enumerate(lines) if b'"kind":"closing"' in line)
    broken = with_lines(*lines[:closing], *lines[closing + 1 :])
    assert broken.place == "chung-thuc/bieu-quyet/1.json" or "closing" in broken.place
    swapped = json.loads(lines[4])
    swapped["envelope"]["signatures"] = json.loads(lines[5])["envelope"]["signatures"]
    line = json.dumps(swapped).encode() + b"\n"
    broken = with_lines(*lines[:4], line, *lines[5:])
    assert broken.place.startswith(f"{name}:5.envelope")


def test_acts_want_the_roles_that_laptops_want():
    def tag(kind):
        return kind.__struct_config__.tag

    assert {tag(kind): {str(role) for role in roles} for kind, roles in acts.ROLES.items()} == ROLES


def test_a_delegate_conducts_nothing(good, tmp_path, check):
    book = OFFICE.book(tmp_path / "thu", OFFICE.thu)
    filed = Filed(OFFICE, book.vault)
    filed.says(OFFICE.lan, PointAgenda(item="i-1", at=NOON))
    made = make(book, tmp_path / "x.zip")
    book.vault.close()
    assert made.broken
    assert check(made.path.read_bytes()).why is Why.ROLE


def with_sum(data, crc):
    """The same with its last four bytes such that its CRC-32 is this one."""
    table = [(zlib.crc32(bytes((n,))) ^ zlib.crc32(b"\0")) & 0xFFFF_FFFF for n in range(256)]
    data, state, at_top = data[:-4], crc ^ 0xFFFF_FFFF, {each >> 24: n for n, each in enumerate(table)}
    for byte in reversed((zlib.crc32(data) ^ 0xFFFF_FFFF).to_bytes(4, "little")):
        place = at_top[state >> 24]
        state = (((state ^ table[place]) << 8) & 0xFFFF_FFFF) | (place ^ byte)
    return data + state.to_bytes(4, "little")


@pytest.mark.parametrize("kind", ["chung-thuc/muc/", "chung-thuc/bieu-quyet/1.json"])
def test_a_file_that_changes_while_it_is_checked_is_refused(good, entries, tmp_path, kind):
    path = tmp_path / "x.zip"
    path.write_bytes(good)
    name = next(each for each in entries if each.startswith(kind))
    data = entries[name]
    other = with_sum(data.replace(b'"', b" "), zlib.crc32(data))
    assert (len(other), zlib.crc32(other)) == (len(data), zlib.crc32(data))

    def heard(share):
        if share == 1:  # every sum was taken, nothing is read yet
            path.write_bytes(good.replace(data, other))

    broken = verify.check_archive(path, OFFICE.root_key, heard).broken
    assert (broken.place, broken.why) == (name, Why.DIGEST)


def test_more_values_than_anybody_holds_are_refused_before_they_are_read():
    with pytest.raises(verify.BrokenError) as refused:
        verify.parse(b"[" + b"[]," * 2_500_001 + b"[]]", "x.json")
    assert (refused.value.place, refused.value.why) == ("x.json", Why.MANY)


# --- anything at all


class Case:
    """A good archive and who checks others; short in a report."""

    def __init__(self, good, entries, check):
        self.good, self.entries, self.check = good, entries, check

    def __repr__(self):
        return "a good archive"


@pytest.fixture(scope="module")
def case(good, entries, check):
    return Case(good, entries, check)


def refusal(seed, case):
    """A change of some kind, and what is said of it."""
    good, entries, check = case.good, case.entries, case.check
    dice = random.Random(seed)
    kind = dice.choice(["damage", "damage", "order", "part", "part", "bytes"])
    if kind == "damage":
        return kind, check(damage(dice, good))
    names = list(entries)
    if kind == "order":
        one, other = dice.sample(range(len(names)), 2)
        names[one], names[other] = names[other], names[one]
        return f"{kind} {one} {other}", check(packed({name: entries[name] for name in names}))
    if kind == "part":
        name = dice.choice(PARTS)
        whole = {each: json.loads(entries[each]) for each in PARTS}
        others = [{"part": whole[each]} for each in PARTS if each != name]
        done, changed = mutate(dice, {"part": whole[name]}, others)
        part = json.loads(changed).get("part")
        data = json.dumps(None if part == whole[name] else part).encode()
    else:
        name = dice.choice([each for each in names if "/muc/" in each or each.endswith(".pdf")])
        done, data = "", damage(dice, entries[name])
    changed = {each: data if each == name else entries[each] for each in names}
    return f"{kind} {name} {done}", by_the_secretary(changed, check)


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 2**64))
def test_a_changed_archive_is_refused_and_the_place_is_named(case, seed):
    done, broken = refusal(seed, case)
    assert broken is not None, done
    for english in (False, True):
        assert not re.search(r"\{[a-z]+\}", verify.reason(broken, english=english))


@pytest.mark.storm
@settings(max_examples=max(MANY, 300), deadline=None)
@given(st.integers(0, 2**64))
def test_thousands_of_changed_archives_are_refused(case, seed):
    done, broken = refusal(seed, case)
    assert broken is not None, done
