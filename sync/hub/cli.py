"""``sohop-hub``: makes, runs and administers an office's hub. No secret is ever an argument."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console

from sync.errors import Code, SohopError
from sync.hub import office as offices
from sync.hub.catalogue import Say, language, say
from sync.hub.files import write_new
from sync.hub.hub import Layout
from sync.hub.listing import show
from sync.hub.serve import serve
from sync.model.ids import DeviceId, PersonId
from sync.model.people import Role
from sync.wire.invitation import link, shown

LEAST_PASSPHRASE = 8


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when it was done, 1 with one sentence when not."""
    options = _parser().parse_args(arguments)
    try:
        _COMMANDS[options.command](options)
    except _CommandError as failure:
        print(failure, file=sys.stderr)
        return 1
    except SohopError as error:
        print(_sentence(options, error), file=sys.stderr)
        return 1
    return 0


class _CommandError(Exception):
    """One sentence for the person at the command line."""


def _init(options: argparse.Namespace) -> None:
    folder: Path = options.dir_new
    layout = Layout(folder)
    if layout.database.exists() or layout.online_key.exists():
        raise _CommandError(say(Say.E_EXISTS, options.lang, dir=folder))
    apart = folder.parent / f"{folder.absolute().name}-root.key"
    root_file: Path = layout.kept_root if options.keep_root else options.root_file or apart
    if root_file.exists():
        raise _CommandError(say(Say.E_ROOT_EXISTS, options.lang, file=root_file))
    name = options.name or _ask(options, Say.OFFICE_NAME, "--name")
    term = options.term if options.term is not None else _ask(options, Say.TERM, "")
    passphrase = _new_passphrase(options)
    offices.make(
        folder,
        name=name,
        term=term,
        addresses=options.address,
        root_file=root_file,
        passphrase=passphrase,
    )
    print(say(Say.MADE, options.lang, name=name, dir=folder))
    print(say(Say.ROOT_KEPT if options.keep_root else Say.ROOT_APART, options.lang, file=root_file))


def _serve(options: argparse.Namespace) -> None:
    host, port = _address(options)
    try:
        serve(
            options.dir_new,
            host,
            port,
            tls=not options.no_tls,
            ready=lambda url: print(f"listening {url}", flush=True),
        )
    except OSError as error:
        raise _CommandError(say(Say.E_LISTEN, options.lang, address=options.listen)) from error


def _person_add(options: argparse.Namespace) -> None:
    with_office = offices.Office(options.dir)
    print(with_office.add_person(options.name, [Role(role) for role in options.role], options.title))
    with_office.close()


def _invite(options: argparse.Namespace) -> None:
    with_office = offices.Office(options.dir)
    try:
        issued = with_office.invite(PersonId(options.person), options.hub_address)
    except SohopError as error:
        if error.code is not Code.UNKNOWN_DEVICE:
            raise
        raise _CommandError(say(Say.E_NO_PERSON, options.lang, id=options.person)) from error
    finally:
        with_office.close()
    text = link(issued.invitation)
    print(say(Say.CODE, options.lang, code=shown(issued.invitation.secret)))
    print(say(Say.LINK, options.lang, link=text))
    print(say(Say.EXPIRES, options.lang, when=f"{issued.expires.astimezone():%H:%M %d/%m/%Y}"))
    if options.file is not None:
        try:
            write_new(options.file, text.encode() + b"\n", private=True)
        except FileExistsError as error:
            raise _CommandError(say(Say.E_FILE_EXISTS, options.lang, file=options.file)) from error
        print(say(Say.WRITTEN, options.lang, file=options.file))


def _roster_sign(options: argparse.Namespace) -> None:
    with_office = offices.Office(options.dir)
    root_file: Path = options.root or with_office.layout.kept_root
    if not root_file.exists():
        raise _CommandError(say(Say.E_NO_ROOT_FILE, options.lang, file=root_file))
    passphrase = _passphrase(options, Say.ROOT_PASSPHRASE)
    try:
        roster, fresh = with_office.sign_roster(root_file, passphrase)
    except SohopError as error:
        said = {
            Code.MALFORMED: Say.E_BAD_ROOT_FILE,
            Code.OTHER_TENANT: Say.E_OTHER_ROOT,
            Code.WRONG_PASSPHRASE: Say.E_WRONG_PASSPHRASE,
        }.get(error.code)
        if said is None:
            raise
        raise _CommandError(say(said, options.lang, file=root_file)) from error
    finally:
        with_office.close()
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
    with_office = offices.Office(options.dir)
    try:
        cert = with_office.revoke(DeviceId(options.device))
    except SohopError as error:
        if error.code is not Code.UNKNOWN_DEVICE:
            raise
        raise _CommandError(say(Say.E_NO_DEVICE, options.lang, id=options.device)) from error
    finally:
        with_office.close()
    print(say(Say.REVOKED, options.lang, device=cert.device, name=cert.name))
    if set(cert.roles) - {Role.DELEGATE, Role.GUEST}:
        print(say(Say.REVOKED_OFFICE, options.lang))


def _list(options: argparse.Namespace) -> None:
    with_office = offices.Office(options.dir)
    with with_office.read() as connection:
        show(connection, Console(), options.lang)
    with_office.close()


_COMMANDS: dict[str, Callable[[argparse.Namespace], None]] = {
    "init": _init,
    "serve": _serve,
    "person": _person_add,
    "invite": _invite,
    "roster": _roster_sign,
    "revoke": _revoke,
    "list": _list,
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("sohop-hub")
    parser.add_argument("--dir", type=Path, default=Path(os.environ.get("SOHOP_HUB", ".")), metavar="DIR")
    parser.add_argument("--lang", choices=["vi", "en"], type=language, default=language(None))
    commands = parser.add_subparsers(dest="command", required=True)

    init = commands.add_parser("init")
    init.add_argument("dir_new", type=Path, metavar="DIR")
    init.add_argument("--name")
    init.add_argument("--term")
    init.add_argument("--address", action="extend", nargs="+", default=[], metavar="NAME")
    kept = init.add_mutually_exclusive_group()
    kept.add_argument("--root-file", type=Path, metavar="FILE")
    kept.add_argument("--keep-root", action="store_true")
    init.add_argument("--passphrase-fd", type=int, metavar="N")

    serving = commands.add_parser("serve")
    serving.add_argument("dir_new", type=Path, metavar="DIR")
    serving.add_argument("--listen", default=f"127.0.0.1:{offices.DEFAULT_PORT}", metavar="HOST:PORT")
    serving.add_argument("--no-tls", action="store_true")

    person = commands.add_parser("person").add_subparsers(dest="verb", required=True).add_parser("add")
    person.add_argument("name")
    person.add_argument("--role", action="append", required=True, choices=[role.value for role in Role])
    person.add_argument("--title", default="")

    invite = commands.add_parser("invite")
    invite.add_argument("person")
    invite.add_argument("--hub-address", default="", metavar="URL")
    invite.add_argument("--file", type=Path, metavar="OUT")

    sign = commands.add_parser("roster").add_subparsers(dest="verb", required=True).add_parser("sign")
    sign.add_argument("--root", type=Path, metavar="FILE")
    sign.add_argument("--passphrase-fd", type=int, metavar="N")

    revoke = commands.add_parser("revoke")
    revoke.add_argument("device")
    commands.add_parser("list")
    return parser


def _address(options: argparse.Namespace) -> tuple[str, int]:
    host, _, port = options.listen.rpartition(":")
    if not host or not port.isdecimal() or int(port) > 65535:
        raise _CommandError(say(Say.E_LISTEN_FORM, options.lang, address=options.listen))
    return host.strip("[]"), int(port)


def _ask(options: argparse.Namespace, question: Say, option: str) -> str:
    """Ask on a terminal. Without one, what has an option is needed and the rest stays empty."""
    if sys.stdin.isatty():
        return input(say(question, options.lang)).strip()
    if option:
        raise _CommandError(say(Say.E_NEEDED, options.lang, option=option))
    return ""


def _new_passphrase(options: argparse.Namespace) -> str:
    passphrase = _passphrase(options, Say.NEW_PASSPHRASE)
    if len(passphrase) < LEAST_PASSPHRASE:
        raise _CommandError(say(Say.E_PASSPHRASE_SHORT, options.lang, least=LEAST_PASSPHRASE))
    if options.passphrase_fd is None and passphrase != _passphrase(options, Say.PASSPHRASE_AGAIN):
        raise _CommandError(say(Say.E_PASSPHRASE_DIFFERENT, options.lang))
    return passphrase


def _passphrase(options: argparse.Namespace, question: Say) -> str:
    if options.passphrase_fd is not None:
        with os.fdopen(options.passphrase_fd, encoding="utf-8", closefd=False) as file:
            return file.readline().rstrip("\r\n")
    if not sys.stdin.isatty():
        raise _CommandError(say(Say.E_PASSPHRASE_NONE, options.lang))
    return getpass.getpass(say(question, options.lang))


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
