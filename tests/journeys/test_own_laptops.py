"""Two laptops of one delegate and a real hub: notes of the one are read on the other, and by nobody else."""

from __future__ import annotations

import base64
from pathlib import Path

from support.town import FLOOR_KIB, MEETING, PASSPHRASE, make_folder, town

from reader.app.first_start import Enrolling
from reader.app.laptop import Laptop
from reader.core import annotating, note_key
from reader.core.enrolling import create
from reader.core.key_talk import Ended, Stage
from sync.engine.enrolment import contact
from sync.model.annotation import MarkKind
from sync.model.events import OWN, EndReason
from tools.demo.stage import DELEGATE, OTHER

WORD = "chimlạcriêngtôi"


def test_a_second_laptop_gets_the_key_after_comparing_and_no_other_does(tmp_path: Path) -> None:
    with town(tmp_path) as place:
        place.submit(make_folder(tmp_path / "packet"))
        place.approve()
        place.publish()
        with place.laptop(DELEGATE) as old, place.laptop(OTHER) as colleague:
            old.sync()
            _write(old, f"{WORD} một")
            old.sync()

            def another(name: str) -> Laptop:
                invitation = place.office.invite(old.book.identity.person, place.hub.url)
                found = contact(invitation)
                book, code = create(
                    tmp_path / name, PASSPHRASE, found, Enrolling(found), memory_kib=FLOOR_KIB
                )
                assert code == ""
                book.vault.close()
                return Laptop(tmp_path / name, PASSPHRASE)

            with another("moi") as new:
                new.sync()
                _write(new, f"{WORD} hai")
                new.sync()
                assert (_texts(new), note_key.keys(new.book).temporary) == ([f"{WORD} hai"], True)
                asked = note_key.ask(new.book)
                _talk(new, old, colleague)
                (there,) = note_key.keys(old.book).asked
                assert (there.stage, there.ask) == (Stage.ASKED, asked)
                assert there.other == note_key.keys(old.book).strangers[0]  # it is told, too
                note_key.hear(old.book, asked)
                _talk(old, new, old)
                here, (there,) = note_key.keys(new.book).asking, note_key.keys(old.book).asked
                assert here is not None
                assert here.digits == there.digits != ""
                note_key.same(old.book, asked)
                note_key.same(new.book, asked)
                _talk(old, new, old, colleague)
                assert _texts(new) == _texts(old) == [f"{WORD} hai", f"{WORD} một"]
                assert new.book.identity.note_key == old.book.identity.note_key

            # A laptop that somebody got a certificate for in this person's name asks, and is told off.
            with another("gia") as false:
                false.sync()
                asked = note_key.ask(false.book)
                _talk(false, old, colleague)
                assert len(note_key.keys(old.book).strangers) == 2
                note_key.end(old.book, asked, EndReason.REFUSED)
                _talk(old, false)
                refused = note_key.keys(false.book).asking
                assert refused is not None
                assert refused.ended is Ended.REFUSED
                assert _texts(false) == []

            assert colleague.book.vault.events.of_meeting(OWN) == []
            secret = old.book.identity.note_key
            seen = [path for path in place.office.folder.rglob("*") if path.is_file()]
            seen.append(Path(place.hub.log_path))
            assert len(seen) > 3
            kept = b"".join(path.read_bytes() for path in seen)
            assert old.book.identity.device.encode() in kept
            for form in (secret, secret.hex().encode(), base64.b64encode(secret), WORD.encode()):
                assert form not in kept


def _write(laptop: Laptop, text: str) -> None:
    stored = laptop.book.vault.packets.current(MEETING)
    assert stored is not None
    document = stored.items[0].documents[0]
    annotating.put(
        laptop.book,
        MEETING,
        document=document.id,
        sha256=document.sha256,
        page=0,
        kind=MarkKind.NOTE,
        text=text,
    )


def _texts(laptop: Laptop) -> list[str]:
    return sorted(fact.mark.text for fact in laptop.book.project(MEETING).marks)


def _talk(*laptops: Laptop) -> None:
    for laptop in laptops:
        laptop.sync(documents=False)
