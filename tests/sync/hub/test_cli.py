"""The administrator's commands: one sentence when something is wrong, no secret among the arguments."""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path

import pytest
from support.english import says_several
from support.laptop import Laptop

from sync.audit import MEANINGS, Audit
from sync.errors import Code, SohopError
from sync.hub.catalogue import SENTENCES
from sync.hub.cli import _COMMANDS, main
from sync.hub.helps import HELPS, explain
from sync.hub.keys import read_root, write_root
from sync.hub.sayable import Say
from sync.model.people import Role
from sync.root_file import FLOOR_KIB, Root
from sync.verify import fingerprint
from sync.wire.invitation import read_link, read_secret
from tools.office import HubProcess, Office, make_office, running_hub


def run(*arguments: str, passphrase: str = "") -> int:
    if not passphrase:
        return main(arguments)
    with tempfile.TemporaryFile() as file:
        file.write(passphrase.encode())
        file.seek(0)
        return main([*arguments, "--passphrase-fd", str(file.fileno())])


def test_an_office_from_the_first_command_to_a_signed_roster(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, root = tmp_path / "hub", tmp_path / "usb" / "root.key"
    root.parent.mkdir()
    made = run(
        "init", str(folder), "--name", "UBND xã", "--root-file", str(root), passphrase="mật khẩu dài\n"
    )
    assert made == 0
    assert "UBND xã" in capsys.readouterr().out
    assert not (folder / "root.key").exists()
    for secret in ("online.key", "tls.pem", "hub.db"):
        assert (folder / secret).stat().st_mode & 0o077 == 0
    assert root.stat().st_mode & 0o077 == 0

    hub = ("--dir", str(folder))
    assert run(*hub, "person", "add", "Trần Thị Thu", "--role", "secretary", "--role", "delegate") == 0
    person = capsys.readouterr().out.strip()
    out = tmp_path / "thu.sohop"
    with running_hub(folder) as serving:
        assert run(*hub, "invite", person, "--hub-address", serving.url, "--file", str(out)) == 0
        printed = capsys.readouterr().out
        invitation = read_link(out.read_text())
        assert read_secret(printed.splitlines()[0].rpartition(" ")[2]) == invitation.secret
        assert invitation.address == serving.url
        with Laptop.enrol(serving.url, folder / "ca.crt", invitation) as laptop:
            device = laptop.cert.device
            assert run(*hub, "roster", "sign", "--root", str(root), passphrase="mật khẩu dài") == 0
            assert "Trần Thị Thu" in capsys.readouterr().out
            laptop.exchange()
            assert run(*hub, "list") == 0
            listed = capsys.readouterr().out
            assert "Trần Thị Thu" in listed
            assert run(*hub, "revoke", device) == 0
            with pytest.raises(SohopError) as refused:
                laptop.exchange()
            assert refused.value.code is Code.TOKEN_EXPIRED


def test_what_is_wrong_is_one_sentence_and_status_one(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hub = ("--dir", str(office.folder), "--lang", "en")
    root = str(office.root_file)
    wrong = [
        (("--lang", "en", "init", str(office.folder)), "already holds a hub", ""),
        (("--lang", "en", "init", str(tmp_path / "x"), "--name", "X"), "at least 8", "short"),
        (("--lang", "en", "--dir", str(tmp_path), "list"), "holds no hub", ""),
        ((*hub, "invite", "p-nobody"), "no person p-nobody", ""),
        ((*hub, "revoke", "d-none"), "no device d-none", ""),
        ((*hub, "roster", "sign"), "was not found", "x"),
        ((*hub, "roster", "sign", "--root", root), "not right", "another passphrase"),
        ((*hub, "roster", "sign", "--root", str(office.ca_path)), "no root file", "x"),
        (("--lang", "en", "serve", str(office.folder), "--listen", "8080"), "HOST:PORT", ""),
        (
            ("--lang", "en", "serve", str(office.folder), "--listen", "0.0.0.0:0", "--no-tls"),
            "not encrypted",
            "",
        ),
    ]
    for arguments, expected, passphrase in wrong:
        assert run(*arguments, passphrase=passphrase) == 1, arguments
        printed = capsys.readouterr()
        assert expected in printed.err
        assert len(printed.err.splitlines()) == 1
    assert not (tmp_path / "x").exists()


def test_the_certificate_is_shown_and_renewed(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    hub = ("--dir", str(office.folder), "--lang", "en")
    assert run(*hub, "tls", "show") == 0
    shown = capsys.readouterr().out
    for expected in ("Names: localhost, 127.0.0.1, ::1", "Days left: 1094", "The office's CA is good until"):
        assert expected in shown
    root = ("--root", str(office.root_file))
    renew = (*hub, "tls", "renew", *root)
    assert run(*renew, "--address", "hop.example.vn", "10.0.0.7", passphrase=office.passphrase) == 0
    renewed = capsys.readouterr().out
    assert "Names: hop.example.vn, 10.0.0.7, localhost" in renewed
    fingerprint = re.compile("[0-9a-f]{64}")
    assert fingerprint.findall(renewed) != fingerprint.findall(shown)
    (office.folder / "tls.pem").unlink()
    for arguments in (("tls", "show"), ("tls", "renew", *root), ("list",)):
        assert run(*hub, *arguments) == 1
        assert "tls renew --address" in capsys.readouterr().err
    assert run(*renew, "--address", "hop.example.vn", passphrase=office.passphrase) == 0
    assert run(*hub, "list") == 0


def test_the_root_is_changed_with_two_passphrases_over_one_pipe(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hub = ("--dir", str(office.folder), "--lang", "en")
    old, new = str(office.root_file), str(tmp_path / "new.key")
    rotate = (*hub, "root", "rotate", "--root", old, "--new", new)
    both = f"{office.passphrase}\nmật khẩu mới\n"
    assert run(*rotate, passphrase=both) == 0
    said = capsys.readouterr().out
    assert f"Destroy the old root file {old}" in said
    assert run(*rotate, passphrase=both) == 0
    for arguments, expected, passphrase in (
        (rotate, "not right", office.passphrase + "\nanother"),
        (("roster", "sign", "--root", old), "not the root key in use", office.passphrase),
        (("root", "rotate", "--root", new, "--new", new), "not the next root key", "mật khẩu mới\n" * 2),
    ):
        capsys.readouterr()
        assert run(*hub, *arguments[4 * (arguments is rotate) :], passphrase=passphrase) == 1
        assert expected in capsys.readouterr().err
    assert run(*hub, "roster", "sign", "--root", new, passphrase="mật khẩu mới") == 0
    assert "Roster number 3" in capsys.readouterr().out


def test_the_root_key_is_shown_for_comparing(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    hub = ("--dir", str(office.folder), "--lang", "en")
    assert run(*hub, "root", "show") == 0
    first, key = capsys.readouterr().out.splitlines()
    root = read_root(office.root_file, office.passphrase)
    assert bytes.fromhex(key) == root.public
    assert first == f"Root key number 1, fingerprint: {fingerprint(root.public)}"
    office.rotate_root()
    assert run(*hub, "root", "show") == 0
    assert capsys.readouterr().out.startswith("Root key number 2, fingerprint: ")


def test_a_restored_hub_asks_before_it_begins_anew(
    office: Office, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    restored = ("--dir", str(office.folder), "--lang", "en", "restored", "--root", str(office.root_file))
    assert run(*restored, passphrase=office.passphrase) == 1
    assert "--yes" in capsys.readouterr().err
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _: "no")
    assert run(*restored, passphrase=office.passphrase) == 1
    printed = capsys.readouterr()
    assert "revoke again" in printed.out
    assert "nothing has changed" in printed.err
    monkeypatch.setattr("builtins.input", lambda _: "yes")
    assert run(*restored, passphrase=office.passphrase) == 0
    assert "Roster number 2" not in (said := capsys.readouterr().out)
    assert "roster number 2" in said
    assert run(*restored, "--yes", passphrase=office.passphrase) == 0


def test_a_hub_moves_to_another_machine_with_two_commands(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    usb, new = tmp_path / "usb", tmp_path / "new"
    with running_hub(office.folder):
        assert run("--dir", str(office.folder), "backup", str(usb)) == 0
    root = ("--root", str(office.root_file), "--yes")
    assert run("--dir", str(new), "restore", str(usb), *root, passphrase=f"{office.passphrase}\n") == 0
    printed = capsys.readouterr().out
    assert "thời kỳ mới" in printed
    assert "Nguyên vẹn" in printed
    with running_hub(new) as serving:
        assert serving.url
    assert run("--dir", str(new), "check") == 0
    assert run("--dir", str(new), "restore", str(usb), *root) == 1
    assert "không trống" in capsys.readouterr().err
    assert run("--dir", str(tmp_path / "x"), "restore", str(tmp_path / "nothing"), *root) == 1
    assert "bản sao lưu nào" in capsys.readouterr().err


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("act", sorted(_COMMANDS))
def test_every_command_explains_itself_in_the_language_asked_for(
    act: str, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--lang", lang, *act.split(), "--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert said.startswith(f"{explain('usage', lang)}sohop-hub {act}")
    flat = "".join(said.split())
    assert "".join(explain(act, lang).split()) in flat
    other = {"vi": "en", "en": "vi"}[lang]
    assert explain("--help", lang) in said
    assert explain("--help", other) not in said


def test_a_wrong_line_is_status_two_and_an_unreadable_place_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for line in ((), ("invite",), ("tls",), ("nothing",), ("--lang", "fr", "list"), ("revoke", "d", "--ye")):
        with pytest.raises(SystemExit) as ended:
            main(line)
        assert ended.value.code == 2
        assert "sohop-hub" in capsys.readouterr().err
    nowhere = tmp_path / "file"
    nowhere.write_text("")
    assert run("init", str(nowhere / "hub"), "--name", "x", passphrase="mật khẩu dài") == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_only_one_program_serves_a_folder(office: Office) -> None:
    with running_hub(office.folder), pytest.raises(RuntimeError, match="đang chạy hệ thống"):
        HubProcess(office.folder).start()


def test_the_root_file_opens_with_its_passphrase_only(office: Office, tmp_path: Path) -> None:
    root = read_root(office.root_file, office.passphrase)
    with pytest.raises(SohopError) as error:
        read_root(office.root_file, "khác")
    assert error.value.code is Code.WRONG_PASSPHRASE
    text = office.root_file.read_text()
    weak = tmp_path / "weak.key"
    weak.write_text(text.replace(f'"memory_kib": {FLOOR_KIB}', '"memory_kib": 1024'))
    with pytest.raises(SohopError) as error:
        read_root(weak, office.passphrase)
    assert error.value.code is Code.MALFORMED
    with pytest.raises(FileExistsError):
        write_root(office.root_file, Root(root.tenant, root.key, b""), "x", FLOOR_KIB)
    assert office.root_file.read_text() == text


def test_another_offices_root_signs_nothing_here(office: Office, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = make_office(tmp_path / "other")
    with pytest.raises(SohopError) as error:
        type(office)(office.folder, other.root_file).sign_roster()
    assert error.value.code is Code.OTHER_TENANT


def test_every_sentence_and_audit_event_is_in_both_languages() -> None:
    for said in Say:
        assert SENTENCES[said].vi
        assert SENTENCES[said].en
        assert not says_several(SENTENCES[said].en)
    for entry in HELPS.values():
        assert entry.vi
        assert entry.en
    for kind in Audit:
        assert MEANINGS[kind].vi
        assert MEANINGS[kind].en


def test_the_log_has_no_names_queries_or_bodies(office: Office) -> None:
    with running_hub(office.folder) as hub:
        invitation = office.invite(office.add("Canary Tên", Role.DELEGATE), hub.url)
        with Laptop.enrol(hub.url, office.ca_path, invitation) as laptop:
            laptop.exchange()
            laptop.line.session.get(hub.url + "/canary-path?canary=1", timeout=10)
    log = hub.log_path.read_text("utf-8")
    assert "route=/v1/exchange status=200" in log
    for canary in ("anary", "127.0.0.1", laptop.cert.person, laptop.token, invitation.secret):
        assert canary not in log
    assert os.sep + "tmp" not in log
