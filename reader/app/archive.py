"""``sohop archive``: a meeting into one signed file, a second signature on it, and its papers out again."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from reader.app.laptop import Laptop
from reader.app.words import Speaker
from reader.core import archiving
from reader.core.archive import opening
from reader.core.archive.plan import Wishes
from sync import verify
from sync.errors import SohopError
from sync.model.ids import MeetingId


def make(arguments: argparse.Namespace, laptop: Laptop, say: Speaker) -> int:
    """Make one from what is here, after asking the hub if there is a line; 1 when it does not hold."""
    try:
        laptop.sync(documents=False)
    except SohopError as error:
        print(error.sentence(say.language), file=sys.stderr)
    meeting = MeetingId(arguments.meeting)
    told = archiving.offer(laptop.book, meeting)
    for key, wanted in (("archive-running", told.running), ("archive-waiting", told.waiting)):
        if wanted:
            print(say(key, count=int(wanted)), file=sys.stderr)
    wishes = Wishes(restricted=not arguments.without_restricted, minutes=tuple(arguments.minutes or ()))
    with _shown(say("archive-making")) as tell:
        made = archiving.make(
            lambda work: work(laptop.book), meeting, arguments.file, wishes, tell, language=say.language
        )
    size = f"{made.size / 1e6:.1f}"
    print(say("archive-made", file=made.path, size=size, motions=made.motions, fingerprint=made.fingerprint))
    if made.left_out:
        print(say("archive-left-out", count=made.left_out), file=sys.stderr)
    if made.broken:
        print(say("archive-broken", reason=made.broken), file=sys.stderr)
        return 1
    return 0


def sign(arguments: argparse.Namespace, laptop: Laptop, say: Speaker) -> int:
    """Say what is in it, ask, and add this person's signature; 1 when they would not."""
    key = laptop.book.identity.root_key
    with _shown(say("archive-checking")) as tell:
        view = opening.look(arguments.file, key, say.language, tell)
    print("\n".join(view.checked))
    if not arguments.yes and input(say("archive-sign-question")).strip().lower() not in {"c", "y"}:
        print(say("archive-not-signed"))
        return 1
    with _shown(say("archive-checking")) as tell:
        contents = archiving.countersign(
            lambda work: work(laptop.book), arguments.file, view.digest, tell, language=say.language
        )
    print(say("archive-signed", file=arguments.file, names=", ".join(contents.signers)))
    return 0


def unpack(arguments: argparse.Namespace, say: Speaker) -> int:
    """Check one, say what was checked, and unpack what people read. Needs no book."""
    try:
        key = verify.read_key(arguments.root_key)
    except verify.BrokenError as broken:
        print(verify.reason(broken, english=say.language == "en"), file=sys.stderr)
        return 1
    with _shown(say("archive-checking")) as tell:
        view = opening.look(arguments.file, key, say.language, lambda share: tell(share / 2))
        if key is not None and not view.own:
            print(say("archive-other-root", fingerprint=view.fingerprint), file=sys.stderr)
            return 1
        count = opening.unpack(view, arguments.folder, say.language, lambda share: tell(0.5 + share / 2))
    print("\n".join(view.checked))
    if key is None:
        print(say("archive-compare", fingerprint=view.fingerprint))
    print(say("archive-opened", count=count, folder=arguments.folder))
    return 0


@contextmanager
def _shown(words: str) -> Iterator[Callable[[float], None]]:
    """A bar on a terminal, on standard error."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f} %"))
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(words, total=1.0)
        yield lambda share: progress.update(task, completed=share)
