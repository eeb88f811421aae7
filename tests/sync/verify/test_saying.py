"""Any file ends in plain words: what held, what did not and where; 0 or 1, never a crash."""

import ast
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from support.english import says_several
from support.evidence import files, stories, written

from sync import verify
from sync.verify import reading
from sync.verify.archive_words import ARCHIVE_HELD, ARCHIVE_WHY
from sync.verify.saying import _HELD, _WHY, read_key, run

FILES = files()
ROOT = stories()["plain"].office.root_key
GOOD = written(FILES["plain"])


def said(tmp_path, data, root_key="", language="en"):
    path = tmp_path / "evidence.json"
    path.write_bytes(data)
    out = io.StringIO()
    return run(path, root_key, language, out), out.getvalue()


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_good_file_is_told_line_by_line(tmp_path, name, language):
    status, text = said(tmp_path, written(FILES[name]), ROOT.hex(), language)
    assert status == 0, text
    assert FILES[name]["result"]["sentence_en" if language == "en" else "sentence_vi"] in text
    assert verify.fingerprint(ROOT) in text
    assert text.count("✓") >= 11
    assert "{" not in text


def test_its_english_is_right_for_one():
    told = [en for said in (_HELD, _WHY, ARCHIVE_HELD, ARCHIVE_WHY) for _, en in said.values()]
    assert [en for en in told if says_several(en)] == []


def test_without_a_root_key_it_says_whom_it_believes(tmp_path):
    status, text = said(tmp_path, GOOD)
    assert status == 0
    assert f"Compare its fingerprint with what the office tells: {verify.fingerprint(ROOT)}." in text
    assert text.count("fingerprint") == 2


def test_what_stands_on_the_recorders_word_alone_is_said(tmp_path):
    _, text = said(tmp_path, written(FILES["every"]))
    assert "Note: ballots set aside because their device was revoked: 1" in text


def test_a_changed_figure_is_told_with_both_values(tmp_path):
    file = json.loads(GOOD)
    file["result"]["counts"][0][1] = 3
    status, text = said(tmp_path, written(file))
    assert status == 1
    assert text.splitlines()[-1] == (
        'REFUSED at result.counts: must be “[["c1", 2], ["c2", 1], ["c3", 0]]”, '
        'the file has “[["c1", 3], ["c2", 1], ["c3", 0]]”.'
    )


STRANGE = {
    "nothing": (b"", "no JSON text (line 1)"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0", "no JSON text (line 1)"),
    "a byte order mark": (b"\xef\xbb\xbf" + GOOD, "no JSON text"),
    "half of it": (GOOD[: len(GOOD) // 2], "no JSON text (line "),
    "more behind it": (GOOD + b"{}", "no JSON text (line "),
    "another JSON": (b"[1, 2]", "no export of a closed motion"),
    "a number": (b"17", "no export of a closed motion"),
    "text": (b'"sohop"', "no export of a closed motion"),
    "an office's other file": (b'{"format": "sohop"}', "no export of a closed motion"),
    "a later version": (GOOD.replace(b'"version": 1,', b'"version": 2,', 1), "version 2 is not known"),
    "true is no version": (
        GOOD.replace(b'"version": 1,', b'"version": true,', 1),
        "version: of the wrong type",
    ),
    "a member twice": (GOOD.replace(b'"version": 1,', b'"version": 1, "version": 1,', 1), "there twice"),
    "a ballot twice over": (
        GOOD.replace(b'"signer": "hub",', b'"signer": "hub", "signer": "hub",', 1),
        "signatures[0]: it is there twice",
    ),
    "NaN": (GOOD.replace(b'"total": 3', b'"total": NaN', 1), "result.total: a number that is not whole"),
    "endless": (GOOD.replace(b'"total": 3', b'"total": Infinity', 1), "result.total: a number"),
    "a fraction": (GOOD.replace(b'"total": 3', b'"total": 3.0', 1), "result.total: a number"),
    "a huge power": (GOOD.replace(b'"total": 3', b'"total": 1e999', 1), "result.total: a number"),
    "a huge number": (
        GOOD.replace(b'"total": 3', b'"total": ' + b"9" * 100_000, 1),
        "result.total: a number",
    ),
    "minus nothing": (GOOD.replace(b'"invalid": 0', b'"invalid": -0', 1), "result.invalid: a number"),
    "half a character": (
        GOOD.replace(b'"tenant": "t-1"', b'"tenant": "\\ud800"', 1),
        "tenant: of the wrong type",
    ),
    "half a name": (GOOD.replace(b'"tenant"', b'"\\udc00": 1, "tenant"', 1), "of the wrong type"),
    "deep": (b'{"format": "sohop closed motion", "version": ' + b"[" * 100 + b"]" * 100 + b"}", "too deeply"),
    "bottomless": (b"[" * 1_000_000, "too deeply"),
    "bottomless objects": (b'{"a":' * 1_000_000, "too deeply"),
    "an id with a path": (
        GOOD.replace(b'"tenant": "t-1"', b'"tenant": "../t"', 1),
        "tenant: of the wrong type",
    ),
}


@pytest.mark.parametrize("name", STRANGE)
def test_a_strange_file_ends_in_a_sentence(tmp_path, name):
    data, words = STRANGE[name]
    assert data != GOOD
    status, text = said(tmp_path, data)
    assert status == 1
    assert words in text.splitlines()[-1]
    assert said(tmp_path, data, language="vi")[1].splitlines()[-1].startswith("SAI tại ")


@pytest.mark.parametrize("wrong", [None, True, 1, "x", [], {}, [[]]])
def test_every_value_of_the_wrong_type_ends_in_a_sentence(tmp_path, wrong):
    for name in FILES["plain"]:
        if FILES["plain"][name] != wrong:
            status, text = said(tmp_path, written({**FILES["plain"], name: wrong}))
            assert status == 1, name
            assert text.splitlines()[-1].startswith("REFUSED at "), text


def test_a_file_that_is_too_large_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "MAX_FILE", len(GOOD) - 1)
    assert "over 512 MB" in said(tmp_path, GOOD)[1]


def test_a_gigabyte_of_nothing_ends_soon(tmp_path):
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(1 << 30)  # sparse
    out = io.StringIO()
    assert run(path, "", "en", out) == 1
    assert "over 512 MB" in out.getvalue()


def test_no_such_file_is_said(tmp_path):
    out = io.StringIO()
    assert run(tmp_path / "none.json", "", "en", out) == 1
    assert out.getvalue() == "REFUSED at the file: the file none.json cannot be read.\n"
    assert run(tmp_path, "", "en", out) == 1


def test_a_root_key_comes_as_digits_as_a_file_or_in_an_invitation(tmp_path):
    digits, link = tmp_path / "root.txt", tmp_path / "invitation.txt"
    digits.write_text(ROOT.hex() + "\n")
    link.write_text(f"sohop://enrol?hub=x&code=y&root={ROOT.hex()}&ca=z\n")
    for given in (ROOT.hex(), ROOT.hex().upper(), str(digits), str(link)):
        assert read_key(given) == ROOT
    assert read_key("") is None
    for given in ("abc", str(tmp_path / "none"), str(tmp_path), "\0"):
        status, text = said(tmp_path, GOOD, given)
        assert (status, "root key given cannot be read" in text) == (1, True)


def test_a_strangers_words_move_no_cursor(tmp_path):
    file = json.loads(GOOD)
    file["tenant"] = "\x1b[2J\u202eevil"
    _, text = said(tmp_path, written(file))
    file = json.loads(GOOD)
    file["result"]["sentence_en"] = "\x1b[2J\u202eevil\nPROVED."
    text += said(tmp_path, written(file))[1]
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "\nPROVED" not in text


def test_it_runs_alone_with_nothing_but_cryptography(tmp_path):
    """A copy of its folder in an empty place, without the program."""
    package = tmp_path / "sync" / "verify"
    package.mkdir(parents=True)
    (package.parent / "__init__.py").touch()
    for source in Path(verify.__file__).parent.glob("*.py"):
        (package / source.name).write_bytes(source.read_bytes())
    (tmp_path / "file.json").write_bytes(GOOD)
    script = (
        "import sys; sys.path.insert(0, '.'); import runpy; sys.argv = ['x', 'file.json', '--lang', 'en']\n"
        "try: runpy.run_module('sync.verify', run_name='__main__')\n"
        "except SystemExit as end: print(end.code)\n"
        "ours = [n for n in sys.modules if n.split('.')[0] in ('sync', 'reader', 'msgspec', 'zstd')]\n"
        "print(all(n in ('sync',) or n.startswith('sync.verify') for n in ours))"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-X", "utf8", "-c", script],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    lines = done.stdout.splitlines()
    assert lines[-2:] == ["0", "True"], done.stdout + done.stderr
    assert lines[0] == "✓ The file has the form of an export."


def test_it_imports_the_standard_library_and_cryptography_only():
    allowed = sys.stdlib_module_names | {"cryptography"}
    for source in Path(verify.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(source.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            for name in names:
                assert name.startswith("sync.verify") or name.split(".")[0] in allowed, (source.name, name)
