"""A server's certificate is bounded, renewed in one step, and taken up while the hub runs."""

from __future__ import annotations

import os
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sync import certificates
from sync.audit import Audit
from sync.hub import tables
from sync.hub.office import Office as Administration
from sync.hub.tls import Serving
from sync.model.people import Role
from tools.office import Office

NOW = datetime(2026, 11, 26, tzinfo=UTC)


def shown(serving: Serving, ca: str) -> bytes:
    """The fingerprint that a new client sees, after it has checked the chain and the name."""
    client = ssl.create_default_context(cadata=ca)
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    ends = [
        client.wrap_bio(to_client, to_server, server_hostname="localhost"),
        serving.context.wrap_bio(to_server, to_client, server_side=True),
    ]
    while ends:
        for end in list(ends):
            try:
                end.do_handshake()
            except ssl.SSLWantReadError:
                continue
            ends.remove(end)
            if not end.server_side:
                der = end.getpeercert(binary_form=True)
    assert der is not None
    return certificates.fingerprint(ssl.DER_cert_to_PEM_cert(der).encode())


def test_a_certificate_lasts_three_years_and_no_longer_than_its_ca() -> None:
    ca, key = certificates.make_ca("Cơ quan", NOW)
    made = certificates.read(certificates.make_server(ca, key, ["hop.example.vn"], "Cơ quan", NOW))
    assert made.names == ("hop.example.vn", "localhost", "127.0.0.1", "::1")
    assert made.days_left(NOW) == 3 * 365
    assert made.days_left(NOW + timedelta(days=3 * 365, hours=1)) == -1
    late = NOW + timedelta(days=19 * 365)
    last = certificates.read(certificates.make_server(ca, key, [], "Cơ quan", late))
    assert last.ends == certificates.read(ca).ends == NOW + timedelta(days=20 * 365)


def test_another_cas_key_makes_no_certificate() -> None:
    ca, _ = certificates.make_ca("Cơ quan", NOW)
    _, other = certificates.make_ca("Cơ quan", NOW)
    with pytest.raises(ValueError, match="not the key"):
        certificates.make_server(ca, other, [], "Cơ quan", NOW)


def test_a_renewed_pair_has_a_new_key_the_same_names_and_is_taken_up(office: Office) -> None:
    ca = office.ca_path.read_text()
    serving = Serving(office.folder / "tls.pem")
    before = serving.certificate
    assert shown(serving, ca) == before.fingerprint
    assert serving.refresh() is None
    renewed = office.renew_tls()
    assert renewed.names == before.names
    assert renewed.fingerprint != before.fingerprint
    assert serving.refresh() == serving.certificate == renewed
    assert shown(serving, ca) == renewed.fingerprint
    assert (office.folder / "tls.pem").stat().st_mode & 0o077 == 0


def test_new_names_become_the_address_of_invitations(office: Office) -> None:
    person = office.add("Lan", Role.DELEGATE)
    assert office.invite(person).address == "https://localhost:8743"
    assert office.renew_tls("fd00::7", "hop.example.vn").names[:2] == ("fd00::7", "hop.example.vn")
    assert office.invite(person).address == "https://[fd00::7]:8743"
    office.renew_tls()
    assert office.invite(person).address == "https://[fd00::7]:8743"


def test_a_renewal_is_audited_with_its_fingerprint(office: Office) -> None:
    renewed = office.renew_tls()
    administration = Administration(office.folder)
    with administration.read() as connection:
        rows = connection.execute(tables.audit.select()).all()
    administration.close()
    assert [row.subject for row in rows if row.kind == Audit.TLS_RENEWED] == [renewed.fingerprint.hex()]


@pytest.mark.parametrize(("where", "name"), [(os, "open"), (os, "fsync"), (Path, "replace")])
def test_a_renewal_cut_off_at_any_step_leaves_the_old_pair_working(
    office: Office, monkeypatch: pytest.MonkeyPatch, where: object, name: str
) -> None:
    before = Serving(office.folder / "tls.pem").certificate

    def cut(*_: object) -> None:
        raise OSError("cut")

    with monkeypatch.context() as patched:
        patched.setattr(where, name, cut)
        with pytest.raises(OSError, match="cut"):
            office.renew_tls()
    serving = Serving(office.folder / "tls.pem")
    assert shown(serving, office.ca_path.read_text()) == before.fingerprint
    assert office.renew_tls() == serving.refresh()


@pytest.mark.parametrize("damage", ["empty", "no pair", "half", "gone"])
def test_a_damaged_file_does_not_disturb_who_is_being_served(office: Office, damage: str) -> None:
    path = office.folder / "tls.pem"
    serving = Serving(path)
    before = serving.certificate
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes({"empty": b"", "no pair": b"no pair", "half": path.read_bytes()[:-60]}[damage])
    with pytest.raises((ValueError, OSError)):
        serving.refresh()
    assert serving.refresh() is None
    assert serving.certificate == before
    assert shown(serving, office.ca_path.read_text()) == before.fingerprint
    assert office.renew_tls("localhost") == serving.refresh()
