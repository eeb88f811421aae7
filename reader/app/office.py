"""The headless commands of secretary, approver and chair. Each prints one plain sentence, or why not."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TextIO

from reader.app import archive, bundles, evidence, notes, papers
from reader.app.laptop import Laptop
from reader.app.passphrase import ask
from reader.app.uploading import upload_shown
from reader.app.words import Speaker
from reader.core import collecting, exporting, library, preparing, recalling, running
from reader.core.composing.folder import read_folder
from reader.core.inspecting import check_folder
from reader.core.line_views import Trip
from reader.core.rulebook import rulebook
from reader.store.events import EventState, Known
from sync.errors import SohopError
from sync.model.events import ApprovePacket, Event, PublishPacket, RecallPacket, SubmitPacket
from sync.model.ids import EventId, MeetingId, MotionId
from sync.trust.freshness import age
from sync.wire.statements import HUB

BYTES_PER_MINUTE = 128_000 // 8 * 60


def run(arguments: argparse.Namespace, profile: Path, say: Speaker) -> int:
    """Carry out one command; 0 when it was done. Raises ``SohopError``."""
    match (arguments.command, getattr(arguments, "verb", "")):
        case ("packet", "check"):
            return _check(arguments.folder, say)
        case ("sync", _):
            return _sync(arguments, profile, say)
        case ("packet", "submit"):
            return _submit(arguments, profile, say)
        case ("packet", "approve"):
            return _approve(arguments, profile, say)
        case ("packet", "publish"):
            return _publish(arguments, profile, say)
        case ("packet", "recall"):
            return _recall(arguments, profile, say)
        case ("packet", "reach"):
            return _reach(arguments, profile, say)
        case ("unsent", "list"):
            return _unsent(arguments, profile, say)
        case ("unsent", "export"):
            return _export(arguments, profile, say)
        case ("bundle", verb):
            with _laptop(arguments, profile, say) as laptop:
                return {"make": bundles.make, "open": bundles.take, "list": bundles.show}[verb](
                    arguments, laptop, say
                )
        case ("notes", "export"):
            with _laptop(arguments, profile, say) as laptop:
                return notes.export(arguments, laptop, say)
        case ("notes", "import"):
            with _laptop(arguments, profile, say) as laptop:
                return notes.take_in(arguments, laptop, say)
        case ("motion", "export"):
            return _evidence(arguments, profile, say)
        case ("motion", verb):
            return _motion(arguments, verb, profile, say)
        case ("collect", _):
            return _collect(arguments, profile, say)
        case ("minutes" | "invitation" | "resolution" | "libreoffice" | "savings", _):
            with _laptop(arguments, profile, say) as laptop:
                return papers.run(arguments, laptop, say)
        case ("archive", verb):
            with _laptop(arguments, profile, say) as laptop:
                return (archive.make if verb == "make" else archive.sign)(arguments, laptop, say)
    raise AssertionError(f"unknown command {arguments.command}")


def _check(folder: Path, say: Speaker) -> int:
    packet = read_folder(folder)
    found = check_folder(packet)
    size = sum(path.stat().st_size for _, path in packet.files())
    for document, _ in packet.files():
        if not found[document.file].has_text:
            print(say("check-scan", name=document.file))
    print(
        say(
            "checked",
            documents=len(found),
            pages=sum(one.pages for one in found.values()),
            size=f"{size / 1e6:.1f}",
            minutes=-(-size // BYTES_PER_MINUTE),
        )
    )
    return 0


def _submit(arguments: argparse.Namespace, profile: Path, say: Speaker) -> int:
    packet = read_folder(arguments.folder)
    inspected = check_folder(packet)
    with _laptop(arguments, profile, say) as laptop:
        laptop.sync(documents=False)
        draft = preparing.prepare(laptop.book, packet.table, packet, inspected, rulebook())
        size = sum(path.stat().st_size for _, path in packet.files())
        with upload_shown(size, say) as arrived:
            submitted = preparing.submit(laptop.book, draft, laptop.uploads, arrived)
        laptop.sync(documents=False)
        if refused := _refused(laptop, say):
            return refused
    print(say("submitted", version=submitted.version, meeting=submitted.meeting, sent=submitted.sent // 1000))
    return 0


def _approve(arguments: argparse.Namespace, profile: Path, say: Speaker) -> int:
    meeting = MeetingId(arguments.meeting)
    with _laptop(arguments, profile, say) as laptop:
        laptop.sync(documents=False)
        draft = preparing.draft_of(laptop.book, meeting)
        manifest = draft.manifest
        print(
            say(
                "to-approve",
                title=manifest.meeting.title,
                version=manifest.version,
                documents=sum(len(item.documents) for item in draft.items),
                motions=len(manifest.motions),
                change=manifest.change,
            )
        )
        if not arguments.yes and input(say("approve-question")).strip().lower() not in {"c", "y"}:
            print(say("not-approved"))
            return 1
        preparing.approve(laptop.book, meeting)
        laptop.sync(documents=False)
        if refused := _refused(laptop, say):
            return refused
    print(say("approved", version=manifest.version))
    return 0


def _publish(arguments: argparse.Namespace, profile: Path, say: Speaker) -> int:
    with _laptop(arguments, profile, say) as laptop:
        laptop.sync(documents=False)
        draft = preparing.publish(laptop.book, MeetingId(arguments.meeting))
        laptop.sync(documents=False)
        if refused := _refused(laptop, say):
            return refused
    print(say("published", version=draft.manifest.version))
    return 0


def _motion(arguments: argparse.Namespace, verb: str, profile: Path, say: Speaker) -> int:
    meeting, motion = MeetingId(arguments.meeting), MotionId(arguments.motion)
    with _laptop(arguments, profile, say) as laptop:
        laptop.sync(documents=False)
        if verb == "open":
            how = running.open_with_all if arguments.all_present else running.open_motion
            how(laptop.book, meeting, motion)
        elif verb == "annul":
            running.annul_motion(laptop.book, meeting, motion, arguments.reason)
        elif verb == "end":
            running.end_voting(laptop.book, meeting, motion, early=arguments.early)
        else:
            running.close_motion(laptop.book, meeting, motion, early=arguments.early)
        laptop.sync(documents=False)
        if refused := _refused(laptop, say):
            return refused
    print(say({"open": "opened", "annul": "annulled", "end": "ended"}.get(verb, "closed"), motion=motion))
    return 0


def _collect(arguments: argparse.Namespace, profile: Path, say: Speaker) -> int:
    with _laptop(arguments, profile, say) as laptop:
        laptop.sync(documents=False)
        meeting = MeetingId(arguments.meeting)
        files = collecting.collect(laptop.book, meeting, arguments.to)
        proofs, status = evidence.collect(laptop, meeting, arguments.to, say)
    print(say("collected", count=len(files) + proofs, folder=arguments.to))
    return status


def _evidence(arguments: argparse.Namespace, profile: Path, say: Speaker) -> int:
    with _laptop(arguments, profile, say) as laptop:
        return evidence.export(laptop, arguments.meeting, arguments.motion, arguments.to, say)


def _recall(arguments: argparse.Namespace, profile: Path, say: Speaker) -> int:
    meeting = MeetingId(arguments.meeting)
    with _laptop(arguments, profile, say) as laptop:
        laptop.sync(documents=False)
        stored = laptop.book.vault.packets.current(meeting)
        version = arguments.version or (stored.manifest.version if stored else None)
        title = stored.manifest.meeting.title if stored else meeting
        if version is not None and not arguments.yes:
            print(say("to-recall", title=title, version=version))
            if input(say("recall-question")).strip().lower() not in {"c", "y"}:
                print(say("not-recalled"))
                return 1
        upto = recalling.recall(laptop.book, meeting, arguments.reason, version)
        laptop.sync(documents=False)
        if refused := _refused(laptop, say):
            return refused
    print(say("recalled", title=title, version=upto, meeting=meeting))
    return 0


def _reach(arguments: argparse.Namespace, profile: Path, say: Speaker) -> int:
    meeting = MeetingId(arguments.meeting)
    with _laptop(arguments, profile, say) as laptop:
        laptop.sync(documents=False)
        view = recalling.reach(laptop.book, meeting)
        recalled = laptop.book.vault.packets.tombstone(meeting)  # also when a later version is here
    if view is None:
        # The hub lists a recall only until every laptop has confirmed.
        print(say("reach-done", version=recalled) if recalled else say("reach-none"))
        return 0 if recalled else 1
    print(say("reach-version", version=view.version))
    for key, rows in (
        ("reach-destroyed", view.destroyed),
        ("reach-told", view.told),
        ("reach-never", view.outstanding),
    ):
        print(say(key, count=len(rows)))
        for row in rows:
            print(f"  {row.person or '?'}  ({row.device})")
    return 0


def _sync(arguments: argparse.Namespace, profile: Path, say: Speaker) -> int:
    with _laptop(arguments, profile, say) as laptop:
        if arguments.room:
            laptop.sync_room(arguments.room)
            print(say("synced-room", address=arguments.room))
        try:
            laptop.sync()
        except SohopError:
            _say_age(laptop, say, sys.stderr)
            if not arguments.room:
                raise
            print(say("no-office"))
        waiting = sum(one.trip is Trip.WAITING for one in library.waiting(laptop.book))
        print(say("synced", waiting=waiting, files=len(library.fetching(laptop.book, None))))
        _say_age(laptop, say, sys.stdout)
    return 0


def _say_age(laptop: Laptop, say: Speaker, where: TextIO) -> None:
    """How old what is here is, by the hub's signed word."""
    freshness = laptop.book.vault.trust.read_freshness()
    if freshness is None:
        print(say("never-heard"), file=where)
        return
    minutes = int(age(freshness, laptop.book.now()).total_seconds()) // 60
    days, hours = minutes // 1440, minutes // 60
    unit, count = (
        ("days", days) if hours >= 48 else ("hours", hours) if minutes >= 120 else ("minutes", minutes)
    )
    when = freshness.time.astimezone().strftime("%H:%M %d/%m/%Y")
    print(say("as-of", time=when, age=say(f"ago-{unit}", count=count)), file=where)


def _unsent(arguments: argparse.Namespace, profile: Path, say: Speaker) -> int:
    with _laptop(arguments, profile, say) as laptop:
        acts = exporting.listed(laptop.book, say.language)
    print("\n".join(acts) if acts else say("unsent-none"))
    return 0


def _export(arguments: argparse.Namespace, profile: Path, say: Speaker) -> int:
    with _laptop(arguments, profile, say) as laptop:
        made = exporting.export_unsent(laptop.book, arguments.file, say.language)
    print(say("unsent-exported", count=made.count, file=made.path))
    return 0


def _refused(laptop: Laptop, say: Speaker) -> int:
    """1 with its sentence when the newest act was refused by the hub, or on a packet and waits there, else
    0."""
    last, name = laptop.book.vault.outbox.head()
    known = laptop.book.vault.events.get(EventId(name))
    kept = HUB in (hub for hub, _ in laptop.book.vault.outbox.relays(EventId(name)))
    if kept and known is not None and known.state is EventState.PENDING and _is_on_packet(known):
        print(say("waits-at-hub"), file=sys.stderr)
        return 1
    for _, event, code in laptop.book.vault.outbox.quarantine():
        if event.seq == last:
            print(say("refused", sentence=SohopError(code).sentence(say.language)), file=sys.stderr)
            return 1
    return 0


def _is_on_packet(known: Known) -> bool:
    body = known.event.body if isinstance(known.event, Event) else None
    return isinstance(body, SubmitPacket | ApprovePacket | PublishPacket | RecallPacket)


def _laptop(arguments: argparse.Namespace, profile: Path, say: Speaker) -> Laptop:
    return Laptop(profile, ask(arguments.passphrase_fd, say("passphrase")))
