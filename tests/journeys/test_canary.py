"""Words planted in documents, titles, notes and ballots stand in no file that the window ever wrote."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from support.town import PASSPHRASE, make_folder, town

from tools.demo.person import Person
from tools.demo.stage import DELEGATE

DOCUMENT, TITLE, PRIVATE, SHARED, OPINION = (
    "chimlactailieu",
    "chimlactieude",
    "chimlạcriêngtôi",
    "chimlạcgửithưký",
    "chimlạcýkiến",
)
WORDS = (DOCUMENT, TITLE, PRIVATE, SHARED, OPINION)


def test_no_planted_word_is_in_any_file_open_locked_or_killed(tmp_path: Path) -> None:
    around = tmp_path / "around"
    environment = {
        name: str(around / name.lower())
        for name in (
            "HOME",
            "TMPDIR",
            "XDG_CACHE_HOME",
            "XDG_CONFIG_HOME",
            "XDG_DATA_HOME",
            "XDG_RUNTIME_DIR",
        )
    }
    for folder in environment.values():
        Path(folder).mkdir(parents=True, mode=0o700)
    with town(tmp_path) as place:
        place.submit(make_folder(tmp_path / "packet", words=DOCUMENT, title=TITLE))
        place.approve()
        place.publish()
        profile = tmp_path / DELEGATE.key
        person = Person(profile, tmp_path / "pictures", environment)
        try:
            person.ask("unlock", PASSPHRASE)
            person.ask("download")
            assert person.ask("search", DOCUMENT) == 3
            place.hub.kill()
            person.ask("meeting")
            person.ask("note", "a", DOCUMENT, PRIVATE, False)
            person.ask("note", "a", DOCUMENT, SHARED, True)
            person.ask("vote", "m-1", 2, OPINION)
            seen = [profile, around, place.hub.log_path]
            assert _found(seen) == []
            person.ask("lock")
            assert _found(seen) == []
            person.ask("unlock", PASSPHRASE)
            assert person.ask("search", DOCUMENT) >= 3
            person.ask("meeting")
            person.ask("place", "a")
        finally:
            person.kill()
        assert _found(seen) == []
        assert (profile / "vault.db").stat().st_size > 0


def test_the_search_itself_finds_a_planted_word(tmp_path: Path) -> None:
    (tmp_path / "leak").write_bytes(b"\x00\x01" + unicodedata.normalize("NFD", PRIVATE).encode() + b"\xff")
    assert _found([tmp_path]) == [("leak", PRIVATE)]


def _found(places: list[Path]) -> list[tuple[str, str]]:
    files = [f for place in places for f in ([place] if place.is_file() else place.rglob("*")) if f.is_file()]
    forms = {
        word: [
            unicodedata.normalize(form, word).encode(coding)
            for form in ("NFC", "NFD")
            for coding in ("utf-8", "utf-16-le")
        ]
        for word in WORDS
    }
    return [
        (file.name, word)
        for file in files
        for data in [file.read_bytes()]
        for word, patterns in forms.items()
        if any(pattern in data for pattern in patterns)
    ]
