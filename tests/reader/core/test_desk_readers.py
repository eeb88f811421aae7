"""Who has what, where somebody has two laptops."""

from dataclasses import replace

from msgspec.structs import replace as with_
from support.packets import MEETING, NOON, PaperOffice

from reader.core.book import Book
from reader.core.desk import desk
from reader.core.views import Readiness
from sync.model.events import ReportReady
from sync.model.ids import DeviceId
from sync.model.names import given_name_key
from sync.wire.messages import Delivered


def test_who_reads_on_one_laptop_has_opened_it_there(office: PaperOffice, desk_book: Book) -> None:
    item = office.item(office.document(b"%PDF- one"))
    manifest = office.manifest(item)
    office.deliver(desk_book.vault, manifest, item)
    other = replace(office.lan, cert=with_(office.lan.cert, device=DeviceId("d-lan-2")))
    digest = office.signed(manifest).digest
    for place, (member, complete) in enumerate(((office.lan, 1), (other, 2)), 1):
        report = ReportReady(manifest=digest, version=1, documents=2, complete=complete, opened=complete == 1)
        desk_book.vault.events.add(Delivered(place, NOON, office.event(member, report)))
    view = desk(desk_book, MEETING)
    assert view is not None
    names = [one.name for one in view.rows]
    assert names == sorted(names, key=given_name_key)
    (row,) = [one for one in view.rows if one.person == office.lan.person]
    assert (row.readiness, row.opened) == (Readiness.READY, True)
