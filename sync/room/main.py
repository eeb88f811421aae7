"""``sohop-hub``: the office's commands, and those of a room hub."""

from __future__ import annotations

import argparse
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from time import sleep

from sync.engine import enrolment
from sync.engine.networks import own_networks
from sync.errors import Code, SohopError
from sync.hub import cli
from sync.hub.asking import CommandError, ask
from sync.hub.catalogue import say
from sync.hub.sayable import Say
from sync.model.networks import Network, NetworkKind, is_everywhere
from sync.room.joining import KEY_MARK, join
from sync.room.office_line import Met
from sync.room.serving import meet_once, serve_room
from sync.wire.invitation import Invitation, read_link, read_secret

_LOOK_S = 2.0
"""Seconds after which a change of address is noticed."""


def main(arguments: Sequence[str] | None = None) -> int:
    """As ``sync.hub.cli.main``."""
    return cli.main(arguments, _COMMANDS)


def _join(options: argparse.Namespace) -> None:
    if options.code_file is None:
        text = ask(options, Say.ROOM_CODE, "")
    else:  # "-" is what a pipe gives
        piped = str(options.code_file) == "-"
        text = sys.stdin.readline() if piped else options.code_file.read_text("utf-8")
    text = text.strip()
    if text.startswith("sohop:"):
        invitation = read_link(text)
    else:
        invitation = Invitation(address=options.hub_address, secret=read_secret(text), ca="", root_key="")
    try:
        device = join(options.dir_new, enrolment.contact(invitation))
    except FileExistsError as error:
        raise CommandError(say(Say.E_EXISTS, options.lang, dir=options.dir_new)) from error
    mark = (options.dir_new / KEY_MARK).read_text("ascii")
    print(say(Say.ROOM_JOINED, options.lang, device=device, mark=mark))


def _meet(options: argparse.Namespace) -> None:
    _say_met(options, meet_once(options.dir_new))


def _serve(options: argparse.Namespace) -> None:
    host, port = cli.address(options)
    folder: Path = options.dir_new
    try:
        serve_room(
            folder,
            host,
            port,
            ready=lambda url: _listening(host, url),
            met=_line,
            announced=not options.quiet,
            with_parent=options.with_parent,
        )
    except SohopError as error:
        if error.code is not Code.NOT_YET_ON_ROSTER:
            raise
        raise CommandError(say(Say.E_ROOM_UNSIGNED, options.lang, dir=folder)) from error
    except OSError as error:
        raise CommandError(say(Say.E_LISTEN, options.lang, address=options.listen)) from error


def _listening(host: str, url: str) -> None:
    """Where it answers; and on every network of this laptop, by which others reach it, again when that
    changes."""
    print(f"listening {url}", flush=True)
    port = url.rpartition(":")[2]
    if not is_everywhere(host):
        _tell((Network(NetworkKind.OTHER, host),), port)
        return
    threading.Thread(target=_tell_on, args=(port,), name="networks", daemon=True).start()


def _tell_on(port: str) -> None:
    told: tuple[Network, ...] | None = None
    while True:
        now = own_networks()
        if now != told:
            told = now
            _tell(now, port)
        sleep(_LOOK_S)


def _tell(networks: tuple[Network, ...], port: str) -> None:
    """On one line: ``kind=address:port`` of each, the likely one first."""
    said = " ".join(f"{each.kind}={each.address}:{port}" for each in networks)
    print(f"networks {said}".strip(), flush=True)


def _line(met: Met | None) -> None:
    """For whoever reads this program's output: a machine."""
    if met is None:
        print("office no", flush=True)
    else:
        print(f"office yes {met.brought} {met.left} {met.forked} {met.packets}", flush=True)


def _say_met(options: argparse.Namespace, met: Met) -> None:
    print(say(Say.ROOM_MET, options.lang, brought=met.brought, packets=met.packets))
    if met.left:
        print(say(Say.ROOM_LEFT, options.lang, left=met.left), file=sys.stderr)
    if met.forked:
        print(say(Say.ROOM_FORKED, options.lang, forked=met.forked), file=sys.stderr)
    if not met.ready:
        print(say(Say.E_ROOM_UNSIGNED, options.lang, dir=options.dir_new), file=sys.stderr)


_COMMANDS: dict[str, Callable[[argparse.Namespace], None]] = {
    "room join": _join,
    "room meet": _meet,
    "room serve": _serve,
}


if __name__ == "__main__":
    sys.exit(main())
