"""``sohop``: without a command the window; with one, the work of an office without a window."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from reader import __version__
from reader.app import papers
from reader.app.words import Speaker, system_language
from sync.errors import SohopError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; gives its exit status: 0 done, 1 a failure said in one sentence, 2 wrong usage."""
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()
    _no_core_dumps()
    given = list(sys.argv[1:] if arguments is None else arguments)
    say = Speaker(_language(given))
    link = given.pop() if given and given[-1].startswith("sohop:") and "enrol" not in given else ""
    parsed = _parser(say).parse_args(given)
    profile = parsed.profile or _usual_profile()
    try:
        return _dispatch(parsed, profile, say, link)
    except SohopError as error:
        print(error.sentence(say.language), file=sys.stderr)
        return 1
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(say("stopped"), file=sys.stderr)
        return 1


def _usual_profile() -> Path:
    import platformdirs

    return Path(platformdirs.user_data_dir("sohop", appauthor=False))


def _no_core_dumps() -> None:
    """A crash must not leave keys and pages in a file. Windows writes none unless it was told to."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _dispatch(parsed: argparse.Namespace, profile: Path, say: Speaker, link: str) -> int:
    # Imports are here because each path needs others: the window must be up before crypto and HTTP are read.
    match parsed.command:
        case None:
            from reader.app.window import run_window

            return run_window(profile, parsed.lang, link)
        case "enrol":
            from reader.app.first_start import enrol_headless

            return enrol_headless(parsed, profile, say)
        case "probe":
            from reader.app.probing import probe

            return probe(parsed.files, say)
        case "verify":
            from sync.verify import run

            return run(parsed.file, parsed.root_key, say.language)
        case "archive" if parsed.verb == "open":
            from reader.app.archive import unpack

            return unpack(parsed, say)
        case "self-check":
            from reader.app.self_check import self_check

            return self_check(say)
        case _:
            from reader.app import office

            return office.run(parsed, profile, say)


def _parser(say: Speaker) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="sohop", description=say("about"))
    parser.add_argument("--version", action="version", version=f"sohop {__version__}")
    parser.add_argument("--profile", type=Path, help=say("profile"))
    parser.add_argument("--lang", choices=("vi", "en"), default=say.language, help=say("language"))
    parser.add_argument("--passphrase-fd", type=int, metavar="N", help=say("passphrase-fd"))
    commands = parser.add_subparsers(dest="command", metavar="…")

    enrol = commands.add_parser("enrol", help=say("enrol"))
    enrol.add_argument("link", nargs="?", default="", help=say("enrol-link"))
    enrol.add_argument("--hub", default="", help=say("enrol-hub"))

    syncing = commands.add_parser("sync", help=say("sync"))
    syncing.add_argument("--room", default="", metavar="ADDRESS", help=say("sync-room"))

    packet = commands.add_parser("packet", help=say("packet")).add_subparsers(dest="verb", required=True)
    for verb in ("check", "submit"):
        packet.add_parser(verb, help=say(f"packet-{verb}")).add_argument(
            "folder", type=Path, help=say("folder")
        )
    approve = packet.add_parser("approve", help=say("packet-approve"))
    approve.add_argument("meeting", help=say("meeting"))
    approve.add_argument("--yes", action="store_true", help=say("yes"))
    packet.add_parser("publish", help=say("packet-publish")).add_argument("meeting", help=say("meeting"))

    recall = packet.add_parser("recall", help=say("packet-recall"))
    recall.add_argument("meeting", help=say("meeting"))
    recall.add_argument("--version", type=int, metavar="N", help=say("recall-version"))
    recall.add_argument("--reason", required=True, help=say("recall-reason"))
    recall.add_argument("--yes", action="store_true", help=say("yes"))
    packet.add_parser("reach", help=say("packet-reach")).add_argument("meeting", help=say("meeting"))

    unsent = commands.add_parser("unsent", help=say("unsent")).add_subparsers(dest="verb", required=True)
    unsent.add_parser("list", help=say("unsent-list"))
    export = unsent.add_parser("export", help=say("unsent-export"))
    export.add_argument("file", type=Path, help=say("unsent-file"))

    notes = commands.add_parser("notes", help=say("notes")).add_subparsers(dest="verb", required=True)
    out = notes.add_parser("export", help=say("notes-export"))
    out.add_argument("meeting", help=say("meeting"))
    out.add_argument("--document", default="", metavar="ID", help=say("notes-document"))
    out.add_argument("--to", type=Path, required=True, metavar=say("file"), help=say("notes-to"))
    out.add_argument("--shared", action="store_true", help=say("notes-shared"))
    into = notes.add_parser("import", help=say("notes-import"))
    into.add_argument("meeting", help=say("meeting"))
    into.add_argument("file", nargs="?", type=Path, help=say("notes-file"))
    into.add_argument("--document", default="", metavar="ID", help=say("notes-document"))

    motion = commands.add_parser("motion", help=say("motion")).add_subparsers(dest="verb", required=True)
    for verb in ("open", "end", "close", "annul"):
        one = motion.add_parser(verb, help=say(f"motion-{verb}"))
        one.add_argument("meeting", help=say("meeting"))
        one.add_argument("motion", help=say("motion-id"))
        if verb == "annul":
            one.add_argument("--reason", required=True, help=say("reason"))
        if verb == "open":
            one.add_argument("--all-present", action="store_true", help=say("all-present"))
        if verb in ("end", "close"):
            one.add_argument("--early", action="store_true", help=say("early"))
    proof = motion.add_parser("export", help=say("motion-export"))
    proof.add_argument("meeting", help=say("meeting"))
    proof.add_argument("motion", help=say("motion-id"))
    proof.add_argument("--to", type=Path, required=True, help=say("motion-file"))

    verify = commands.add_parser("verify", help=say("verify"), description=say("verify-about"))
    verify.add_argument("file", type=Path, metavar=say("file"), help=say("verify-file"))
    verify.add_argument("--root-key", default="", metavar="HEX", help=say("verify-root"))

    collect = commands.add_parser("collect", help=say("collect"))
    collect.add_argument("meeting", help=say("meeting"))
    collect.add_argument("--to", type=Path, required=True, help=say("to"))

    papers.add_commands(commands, say)

    _archive(commands, say)

    bundle = commands.add_parser("bundle", help=say("bundle")).add_subparsers(dest="verb", required=True)
    for verb in ("make", "open", "list"):
        bundle.add_parser(verb, help=say(f"bundle-{verb}")).add_argument(
            "place", type=Path, metavar=say("place"), help=say("bundle-place")
        )
    bundle.choices["make"].add_argument("--meeting", default="", metavar="ID", help=say("bundle-meeting"))
    bundle.choices["make"].add_argument(
        "--device", action="append", default=[], metavar="ID", help=say("bundle-device")
    )
    for verb in ("make", "open"):
        bundle.choices[verb].add_argument("--room", default="", metavar="HOST", help=say("bundle-room"))

    probe = commands.add_parser("probe", help=say("probe"), description=say("probe-about"))
    probe.add_argument("files", nargs="+", metavar=say("file"), help=say("probe-files"))

    commands.add_parser("self-check", help=say("self-check"))
    return parser


def _archive(commands: argparse._SubParsersAction[argparse.ArgumentParser], say: Speaker) -> None:
    archive = commands.add_parser("archive", help=say("archive")).add_subparsers(dest="verb", required=True)
    made = archive.add_parser("make", help=say("archive-make"))
    made.add_argument("meeting", help=say("meeting"))
    made.add_argument("file", type=Path, metavar=say("file"), help=say("archive-file"))
    made.add_argument("--without-restricted", action="store_true", help=say("archive-without"))
    made.add_argument(
        "--minutes", type=Path, action="append", metavar=say("file"), help=say("archive-minutes")
    )
    signed = archive.add_parser("sign", help=say("archive-sign"))
    signed.add_argument("file", type=Path, metavar=say("file"))
    signed.add_argument("--yes", action="store_true", help=say("yes"))
    opened = archive.add_parser("open", help=say("archive-open"))
    opened.add_argument("file", type=Path, metavar=say("file"))
    opened.add_argument("folder", type=Path, help=say("archive-folder"))
    opened.add_argument("--root-key", default="", metavar="HEX", help=say("verify-root"))


def _language(given: Sequence[str]) -> str:
    """The language asked for, before the parser that speaks it exists."""
    for index, word in enumerate(given):
        if word == "--lang" and index + 1 < len(given):
            return given[index + 1]
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
    return system_language()
