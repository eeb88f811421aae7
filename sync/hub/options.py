"""The command line of ``sohop-hub``: its commands and options, explained in the language asked for."""

from __future__ import annotations

import argparse
import os
import sys
import textwrap
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from sync.audit import Audit
from sync.hub.catalogue import language
from sync.hub.helps import HELPS, explain
from sync.hub.office import DEFAULT_PORT
from sync.model.people import Role
from sync.wire.rooms import DEFAULT_ROOM_PORT

_Commands = argparse._SubParsersAction  # its only name


def read_options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """``act`` names the command. Ends the program with status 2 when the line cannot be understood."""
    words = sys.argv[1:] if arguments is None else arguments
    early = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    early.add_argument("--lang")
    try:
        chosen = early.parse_known_args(words)[0].lang
    except argparse.ArgumentError:
        chosen = None
    return _parser(language(chosen if chosen in {"vi", "en"} else None)).parse_args(words)


def _parser(lang: str) -> argparse.ArgumentParser:
    parser = _PARSERS[lang](prog="sohop-hub", description=explain("sohop-hub", lang))
    parser.add_argument(
        "--dir",
        type=Path,
        default=Path(os.environ.get("SOHOP_HUB", ".")),
        metavar="DIR",
        help=explain("--dir", lang),
    )
    parser.add_argument("--lang", choices=["vi", "en"], default=lang, help=explain("--lang", lang))
    commands = _under(parser, lang)

    init = _command(commands, "init", lang)
    _add(init, "dir_new", lang, type=Path, metavar="DIR")
    _add(init, "--name", lang)
    _add(init, "--term", lang)
    _add(init, "--address", lang, action="extend", nargs="+", default=[], metavar="NAME")
    kept = init.add_mutually_exclusive_group()
    kept.add_argument("--root-file", type=Path, metavar="FILE", help=explain("--root-file", lang))
    kept.add_argument("--keep-root", action="store_true", help=explain("--keep-root", lang))
    _pipe(init, lang)

    serving = _command(commands, "serve", lang)
    _add(serving, "dir_new", lang, type=Path, metavar="DIR")
    _add(serving, "--listen", lang, default=f"127.0.0.1:{DEFAULT_PORT}", metavar="HOST:PORT")
    _add(serving, "--no-tls", lang, action="store_true")
    _add(serving, "--backup", lang, type=Path, metavar="FOLDER")

    _people(_under(_command(commands, "person", lang, act=False), lang), lang)

    invite = _command(commands, "invite", lang)
    _add(invite, "person", lang)
    _add(invite, "--hub-address", lang, default="", metavar="URL")
    _add(invite, "--file", lang, type=Path, metavar="OUT")

    _root(_command(_under(_command(commands, "roster", lang, act=False), lang), "roster sign", lang), lang)

    _add(_command(commands, "revoke", lang), "device", lang)
    _command(commands, "list", lang)

    _room(commands, lang)

    log = _command(commands, "log", lang)
    _add(
        log,
        "--kind",
        lang,
        action="append",
        default=[],
        choices=[kind.value for kind in Audit],
        metavar="KIND",
    )
    _add(log, "--person", lang, default="")
    _add(log, "--device", lang, default="")
    _add(log, "--days", lang, type=int)
    _add(log, "--most", lang, type=int, default=50)

    office = _command(commands, "office", lang)
    _add(office, "--name", lang)
    _add(office, "--term", lang)
    _add(office, "--emblem", lang, type=Path, metavar="FILE")
    _add(office, "--no-emblem", lang, action="store_true")

    tls = _under(_command(commands, "tls", lang, act=False), lang)
    _command(tls, "tls show", lang)
    renew = _command(tls, "tls renew", lang)
    _root(renew, lang)
    _add(renew, "--address", lang, action="extend", nargs="+", default=[], metavar="NAME")

    root = _under(_command(commands, "root", lang, act=False), lang)
    _command(root, "root show", lang)
    rotate = _command(root, "root rotate", lang)
    _root(rotate, lang)
    _add(rotate, "--new", lang, type=Path, metavar="FILE", required=True)

    _add(_command(commands, "backup", lang), "target", lang, type=Path, metavar="FOLDER")
    _command(commands, "check", lang)

    restore = _command(commands, "restore", lang)
    _add(restore, "target", lang, type=Path, metavar="FOLDER")
    _add(restore, "--copy", lang, metavar="TIME")
    _root(restore, lang)
    _add(restore, "--yes", lang, action="store_true")

    restored = _command(commands, "restored", lang)
    _root(restored, lang)
    _add(restored, "--yes", lang, action="store_true")

    bundle = _under(_command(commands, "bundle", lang, act=False), lang)
    for verb in ("out", "home", "in", "list"):
        _add(_command(bundle, f"bundle {verb}", lang), "place", lang, type=Path, metavar="PLACE")
    out = bundle.choices["out"]
    _add(out, "--meeting", lang, default="", metavar="ID")
    _add(out, "--device", lang, action="append", default=[], metavar="ID")
    return parser


def _room(commands: _Commands[argparse.ArgumentParser], lang: str) -> None:
    room = _under(_command(commands, "room", lang, act=False), lang)
    carry = _command(room, "room carry", lang)
    _add(carry, "device", lang)
    _add(carry, "meetings", lang, nargs="*", metavar="MEETING")
    joining = _command(room, "room join", lang)
    _add(joining, "dir_new", lang, type=Path, metavar="DIR")
    _add(joining, "--code-file", lang, type=Path, metavar="FILE")
    _add(joining, "--hub-address", lang, default="", metavar="URL")
    _add(_command(room, "room meet", lang), "dir_new", lang, type=Path, metavar="DIR")
    serving = _command(room, "room serve", lang)
    _add(serving, "dir_new", lang, type=Path, metavar="DIR")
    _add(serving, "--listen", lang, default=f"0.0.0.0:{DEFAULT_ROOM_PORT}", metavar="HOST:PORT")
    _add(serving, "--quiet", lang, action="store_true")
    _add(serving, "--with-parent", lang, action="store_true")


def _people(commands: _Commands[argparse.ArgumentParser], lang: str) -> None:
    roles = [role.value for role in Role]
    add = _command(commands, "person add", lang)
    _add(add, "name", lang)
    _add(add, "--role", lang, action="append", required=True, choices=roles)
    _add(add, "--title", lang, default="")
    _add(add, "--group", lang, action="append", default=[])
    _add(add, "--code", lang, default="")

    change = _command(commands, "person change", lang)
    _add(change, "person", lang)
    _add(change, "--name", lang)
    _add(change, "--role", lang, action="append", choices=roles)
    _add(change, "--title", lang)
    _add(change, "--group", lang, action="append")
    _add(change, "--code", lang)

    leave = _command(commands, "person leave", lang)
    _add(leave, "person", lang)
    _add(leave, "--yes", lang, action="store_true")

    _command(commands, "person list", lang)
    taken = _command(commands, "person import", lang)
    _add(taken, "file", lang, type=Path, metavar="FILE")
    _add(taken, "--yes", lang, action="store_true")


def _command(
    commands: _Commands[argparse.ArgumentParser], words: str, lang: str, *, act: bool = True
) -> argparse.ArgumentParser:
    said = explain(words, lang)
    parser = commands.add_parser(words.rpartition(" ")[2], help=said.partition("\n")[0], description=said)
    if act:
        parser.set_defaults(act=words)
    return parser


def _under(parser: argparse.ArgumentParser, lang: str) -> _Commands[argparse.ArgumentParser]:
    return parser.add_subparsers(
        dest="verb", required=True, title=explain("commands", lang), metavar=explain("COMMAND", lang)
    )


def _add(parser: argparse.ArgumentParser, name: str, lang: str, **how: Any) -> None:
    # One name may mean something else to another command.
    act = str(parser.get_default("act"))
    said = f"{act} {name}" if f"{act} {name}" in HELPS else name
    parser.add_argument(name, help=explain(said, lang), **how)


def _root(parser: argparse.ArgumentParser, lang: str) -> None:
    _add(parser, "--root", lang, type=Path, metavar="FILE")
    _pipe(parser, lang)


def _pipe(parser: argparse.ArgumentParser, lang: str) -> None:
    _add(parser, "--passphrase-fd", lang, type=int, metavar="N")


class _Format(argparse.HelpFormatter):
    """argparse's frame in our two languages; descriptions keep their paragraphs."""

    lang = "vi"

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(textwrap.fill(line, width) for line in text.splitlines())

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, explain("usage", self.lang) if prefix is None else prefix)


class _English(_Format):
    lang = "en"


class _Parser(argparse.ArgumentParser):
    lang = "vi"

    def __init__(self, prog: str | None = None, description: str | None = None, **how: object) -> None:
        super().__init__(
            prog=prog,
            description=description,
            formatter_class=_English if self.lang == "en" else _Format,
            add_help=False,
            allow_abbrev=False,
        )
        self._positionals.title = explain("arguments", self.lang)
        self._optionals.title = explain("options", self.lang)
        self.add_argument("-h", "--help", action="help", help=explain("--help", self.lang))

    def error(self, message: str) -> NoReturn:
        """Usage, what is wrong, status 2."""
        self.print_usage(sys.stderr)
        self.exit(2, explain("wrong", self.lang).format(prog=self.prog, message=message) + "\n")


class _EnglishParser(_Parser):
    lang = "en"


_PARSERS = {"vi": _Parser, "en": _EnglishParser}
