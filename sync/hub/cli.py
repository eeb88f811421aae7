"""``sohop-hub``: makes, runs and administers an office's hub. No secret is ever an argument."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

from rich.console import Console

from sync import certificates
from sync.certificates import WARN_DAYS, Certificate
from sync.errors import Code, SohopError
from sync.hub import bundles, log_cli, people_cli
from sync.hub import office as offices
from sync.hub.asking import CommandError, ask, confirm, new_passphrase, passphrase
from sync.hub.backup import BackupInsideError, RoomBackupError, back_up, put_back
from sync.hub.blobs import Blobs
from sync.hub.catalogue import say
from sync.hub.checking import Flaw, check
from sync.hub.files import write_new
from sync.hub.hub import Layout
from sync.hub.listing import show
from sync.hub.office import Office
from sync.hub.options import read_options
from sync.hub.sayable import Say
from sync.hub.serve import serve
from sync.model.emblem import only_pixels
from sync.model.ids import DeviceId, MeetingId, PersonId
from sync.model.people import Role
from sync.verify import fingerprint
from sync.wire.invitation import link, shown

_INTERRUPTED = 130


Command = Callable[[argparse.Namespace], None]


def main(arguments: Sequence[str] | None = None, more: Mapping[str, Command] = MappingProxyType({})) -> int:
    """Run one command; 0 when it was done, 1 with one sentence when not, 2 when the line is wrong.

    ``more`` are commands that need what is not the hub's to know.
    """
    options = read_options(arguments)
    try:
        {**_COMMANDS, **more}[options.act](options)
    except CommandError as failure:
        print(failure, file=sys.stderr)
        return 1
    except SohopError as error:
        print(_sentence(options, error), file=sys.stderr)
        return 1
    except OSError as error:
        if error.filename is None:
            raise
        print(say(Say.E_FILE, options.lang, file=error.filename), file=sys.stderr)
        return 1
    except (KeyboardInterrupt, EOFError):
        return _INTERRUPTED
    return 0


def _init(options: argparse.Namespace) -> None:
    folder: Path = options.dir_new
    layout = Layout(folder)
    if layout.database.exists() or layout.online_key.exists():
        raise CommandError(say(Say.E_EXISTS, options.lang, dir=folder))
    apart = folder.parent / f"{folder.absolute().name}-root.key"
    root_file: Path = layout.kept_root if options.keep_root else options.root_file or apart
    if root_file.exists():
        raise CommandError(say(Say.E_FILE_EXISTS, options.lang, file=root_file))
    name = options.name or ask(options, Say.OFFICE_NAME, "--name")
    term = options.term if options.term is not None else ask(options, Say.TERM, "")
    chosen = new_passphrase(options)
    offices.make(
        folder,
        name=name,
        term=term,
        addresses=options.address,
        root_file=root_file,
        passphrase=chosen,
    )
    print(say(Say.MADE, options.lang, name=name, dir=folder))
    print(say(Say.ROOT_KEPT if options.keep_root else Say.ROOT_APART, options.lang, file=root_file))


def _serve(options: argparse.Namespace) -> None:
    host, port = address(options)
    layout = Layout(options.dir_new)
    if not options.no_tls and layout.database.exists():
        _warn(options, _read(options, layout.tls))
    try:
        serve(
            options.dir_new,
            host,
            port,
            tls=not options.no_tls,
            ready=lambda url: print(f"listening {url}", flush=True),
            backup=options.backup,
        )
    except OSError as error:
        raise CommandError(say(Say.E_LISTEN, options.lang, address=options.listen)) from error


def _invite(options: argparse.Namespace) -> None:
    with _office(options) as office:
        try:
            issued = office.invite(PersonId(options.person), options.hub_address)
        except SohopError as error:
            if error.code is not Code.UNKNOWN_PERSON:
                raise
            raise CommandError(say(Say.E_NO_PERSON, options.lang, id=options.person)) from error
    text = link(issued.invitation)
    print(say(Say.CODE, options.lang, code=shown(issued.invitation.secret)))
    print(say(Say.LINK, options.lang, link=text))
    print(say(Say.EXPIRES, options.lang, when=f"{issued.expires.astimezone():%H:%M %d/%m/%Y}"))
    if options.file is not None:
        try:
            write_new(options.file, text.encode() + b"\n", private=True)
        except FileExistsError as error:
            raise CommandError(say(Say.E_FILE_EXISTS, options.lang, file=options.file)) from error
        print(say(Say.WRITTEN, options.lang, file=options.file))


def _roster_sign(options: argparse.Namespace) -> None:
    with _office(options) as office, _root_file(options, office) as root_file:
        roster, fresh = office.sign_roster(root_file, passphrase(options, Say.ROOT_PASSPHRASE))
    print(say(Say.ROSTER, options.lang, number=roster.number, count=len(roster.office)))
    for cert in fresh:
        print(
            say(
                Say.ROSTER_NEW,
                options.lang,
                name=cert.name,
                roles=", ".join(cert.roles),
                device=cert.device,
            )
        )


def _revoke(options: argparse.Namespace) -> None:
    with _office(options) as office:
        try:
            cert = office.revoke(DeviceId(options.device))
        except SohopError as error:
            if error.code is not Code.UNKNOWN_DEVICE:
                raise
            raise CommandError(say(Say.E_NO_DEVICE, options.lang, id=options.device)) from error
    print(say(Say.REVOKED, options.lang, device=cert.device, name=cert.name))
    if set(cert.roles) - {Role.DELEGATE, Role.GUEST}:
        print(say(Say.REVOKED_OFFICE, options.lang))


def _room_carry(options: argparse.Namespace) -> None:
    with _office(options) as office:
        try:
            office.carry(DeviceId(options.device), [MeetingId(each) for each in options.meetings])
        except SohopError as error:
            said = {Code.UNKNOWN_DEVICE: Say.E_NO_ROOM, Code.PACKET_UNKNOWN: Say.E_NO_MEETING}.get(error.code)
            if said is None:
                raise
            raise CommandError(say(said, options.lang, id=options.device)) from error
    print(say(Say.ROOM_CARRIES, options.lang, device=options.device, count=len(options.meetings)))


def _list(options: argparse.Namespace) -> None:
    with _office(options) as office:
        with office.read() as connection:
            show(connection, Console(), options.lang)
        _warn(options, _read(options, office.layout.tls))


def _change_office(options: argparse.Namespace) -> None:
    emblem = b"" if options.no_emblem else None
    if options.emblem is not None:
        emblem = only_pixels(options.emblem.read_bytes())
    with _office(options) as office:
        office.describe(options.name, options.term, emblem)
    print(say(Say.OFFICE_CHANGED, options.lang))


def _tls_show(options: argparse.Namespace) -> None:
    with _office(options) as office:
        _show(options, _read(options, office.layout.tls))
        ca = _read(options, office.layout.ca)
    print(say(Say.TLS_CA, options.lang, ends=_day(ca.ends)))


def _tls_renew(options: argparse.Namespace) -> None:
    with _office(options) as office, _root_file(options, office) as root_file:
        if not options.address:
            _read(options, office.layout.tls)  # its names are needed
        asked = passphrase(options, Say.ROOT_PASSPHRASE)
        _show(options, office.renew_tls(root_file, asked, options.address))
    print(say(Say.TLS_RENEWED, options.lang))


def _root_show(options: argparse.Namespace) -> None:
    with _office(options) as office:
        number, key = office.root()
    print(say(Say.ROOT_SHOWN, options.lang, number=number, fingerprint=fingerprint(key), key=key.hex()))


def _root_rotate(options: argparse.Namespace) -> None:
    with _office(options) as office, _root_file(options, office) as old:
        old_passphrase = passphrase(options, Say.ROOT_PASSPHRASE)
        new: Path = options.new
        begun = new.exists()
        new_passphrase_ = passphrase(options, Say.NEXT_PASSPHRASE) if begun else new_passphrase(options)
        try:
            roster = office.rotate_root(old, old_passphrase, new, new_passphrase_)
        except FileExistsError as error:
            raise CommandError(say(Say.E_OTHER_NEW_ROOT, options.lang, file=new)) from error
        kept = new.absolute().parent == office.layout.folder.absolute()
    print(say(Say.ROOT_CHANGED, options.lang, old=old, new=new, number=roster.number))
    print(say(Say.ROOT_KEPT if kept else Say.ROOT_APART, options.lang, file=new))


def _restored(options: argparse.Namespace) -> None:
    with _office(options) as office, _root_file(options, office) as root_file:
        print(say(Say.RESTORING, options.lang))
        confirm(options)
        roster = office.restored(root_file, passphrase(options, Say.ROOT_PASSPHRASE))
    print(say(Say.RESTORED, options.lang, number=roster.number, count=len(roster.office)))


def _backup(options: argparse.Namespace) -> None:
    try:
        done = back_up(options.dir, options.target, datetime.now(UTC))
    except SohopError as error:
        said = {Code.VAULT_IN_USE: Say.E_BACKUP_BUSY, Code.OTHER_TENANT: Say.E_OTHER_BACKUP}.get(error.code)
        if said is None:
            raise
        raise CommandError(say(said, options.lang, dir=options.target)) from error
    except BackupInsideError as error:
        raise CommandError(say(Say.E_BACKUP_INSIDE, options.lang, dir=options.dir)) from error
    except RoomBackupError as error:
        raise CommandError(say(Say.E_BACKUP_ROOM, options.lang)) from error
    print(say(Say.BACKED_UP, options.lang, copy=done.copy, blobs=done.blobs, size=f"{done.size / 1e6:.1f}"))
    for name in done.damaged:
        print(say(Say.FLAW, options.lang, what=Flaw.BLOB.value, which=name), file=sys.stderr)


def _restore(options: argparse.Namespace) -> None:
    target: Path = options.target
    try:
        copy = put_back(target, options.dir, target / "copies" / options.copy if options.copy else None)
    except FileExistsError as error:
        raise CommandError(say(Say.E_NOT_EMPTY, options.lang, dir=options.dir)) from error
    except SohopError as error:
        if error.code is not Code.VAULT_MISSING:
            raise
        raise CommandError(say(Say.E_NO_COPY, options.lang, dir=target)) from error
    print(say(Say.PUT_BACK, options.lang, copy=copy.name))
    _check(options)
    _restored(options)


def _check(options: argparse.Namespace) -> None:
    with _office(options) as office:
        blobs = Blobs(office.layout.blobs)
        try:
            with office.read() as connection:
                found = check(connection, blobs)
        finally:
            blobs.close()
    for flaw, which in found.flaws:
        print(say(Say.FLAW, options.lang, what=flaw.value, which=which), file=sys.stderr)
    if found.flaws:
        raise CommandError(say(Say.E_NOT_WHOLE, options.lang, count=len(found.flaws)))
    counts = {name: getattr(found, name) for name in ("events", "receipts", "packets", "blobs", "motions")}
    print(say(Say.CHECKED, options.lang, **counts))


_COMMANDS: dict[str, Command] = {
    "init": _init,
    "serve": _serve,
    "person add": lambda options: _with_office(people_cli.add, options),
    "person change": lambda options: _with_office(people_cli.change, options),
    "person leave": lambda options: _with_office(people_cli.leave, options),
    "log": lambda options: _with_office(log_cli.show, options),
    "office": _change_office,
    "person list": lambda options: _with_office(people_cli.show, options),
    "person import": lambda options: _with_office(people_cli.take_in, options),
    "invite": _invite,
    "roster sign": _roster_sign,
    "revoke": _revoke,
    "room carry": _room_carry,
    "list": _list,
    "tls show": _tls_show,
    "tls renew": _tls_renew,
    "root show": _root_show,
    "root rotate": _root_rotate,
    "backup": _backup,
    "restore": _restore,
    "check": _check,
    "restored": _restored,
    "bundle out": bundles.make_out,
    "bundle home": bundles.make_home,
    "bundle in": bundles.take_in,
    "bundle list": bundles.show,
}


def _with_office(act: Callable[[Office, argparse.Namespace], None], options: argparse.Namespace) -> None:
    with _office(options) as office:
        act(office, options)


@contextmanager
def _office(options: argparse.Namespace) -> Iterator[Office]:
    office = Office(options.dir)
    try:
        yield office
    finally:
        office.close()


@contextmanager
def _root_file(options: argparse.Namespace, office: Office) -> Iterator[Path]:
    """The root file, and what may be wrong with a root in an administrator's words."""
    file: Path = options.root or office.layout.kept_root
    if not file.exists():
        raise CommandError(say(Say.E_NO_ROOT_FILE, options.lang, file=file))
    try:
        yield file
    except SohopError as error:
        said = {
            Code.MALFORMED: Say.E_BAD_ROOT_FILE,
            Code.OTHER_TENANT: Say.E_OTHER_ROOT,
            Code.OLD_ROOT: Say.E_OLD_ROOT,
            Code.WRONG_PASSPHRASE: Say.E_WRONG_PASSPHRASE,
        }.get(error.code)
        if said is None:
            raise
        raise CommandError(say(said, options.lang, file=file)) from error


def _read(options: argparse.Namespace, path: Path) -> Certificate:
    try:
        return certificates.read(path.read_bytes())
    except (OSError, ValueError) as error:
        raise CommandError(say(Say.E_NO_TLS, options.lang, dir=path.parent)) from error


def _show(options: argparse.Namespace, certificate: Certificate) -> None:
    lang = options.lang
    print(say(Say.TLS_NAMES, lang, names=", ".join(certificate.names)))
    print(say(Say.TLS_DATES, lang, begins=_day(certificate.begins), ends=_day(certificate.ends)))
    print(say(Say.TLS_LEFT, lang, days=max(0, certificate.days_left(datetime.now(UTC)))))
    print(say(Say.TLS_FINGERPRINT, lang, fingerprint=certificate.fingerprint.hex()))
    _warn(options, certificate)


def _warn(options: argparse.Namespace, certificate: Certificate) -> None:
    days = certificate.days_left(datetime.now(UTC))
    if days < WARN_DAYS:
        said = Say.TLS_SOON if days >= 0 else Say.TLS_ENDED
        print(say(said, options.lang, days=days, ends=_day(certificate.ends)), file=sys.stderr, flush=True)


def _day(moment: datetime) -> str:
    return f"{moment.astimezone():%d/%m/%Y}"


def address(options: argparse.Namespace) -> tuple[str, int]:
    """Host and port of ``--listen``. Raises ``CommandError``."""
    host, _, port = options.listen.rpartition(":")
    if not host or not port.isdecimal() or int(port) > 65535:
        raise CommandError(say(Say.E_LISTEN_FORM, options.lang, address=options.listen))
    return host.strip("[]"), int(port)


def _sentence(options: argparse.Namespace, error: SohopError) -> str:
    """Errors of the world in an administrator's words; the catalogue's are for delegates."""
    folder = getattr(options, "dir_new", options.dir)
    said = {
        Code.VAULT_MISSING: Say.E_NO_HUB,
        Code.VAULT_NEWER: Say.E_NEWER,
        Code.VAULT_IN_USE: Say.E_IN_USE,
    }.get(error.code)
    return error.sentence(options.lang) if said is None else say(said, options.lang, dir=folder)


if __name__ == "__main__":
    sys.exit(main())
