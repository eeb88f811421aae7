"""``sohop minutes | invitation | resolution``: the papers around a meeting, their templates; paper saved."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from reader.app.words import Speaker
from sync.model.ids import MeetingId, MotionId

if TYPE_CHECKING:
    from reader.app.laptop import Laptop
    from reader.core.book import Book

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_commands(commands: Commands, say: Speaker) -> None:
    """What can be asked for."""
    for name in ("minutes", "invitation", "resolution"):
        paper = commands.add_parser(name, help=say(name)).add_subparsers(dest="verb", required=True)
        write = paper.add_parser("write", help=say(f"{name}-write"))
        write.add_argument("meeting", help=say("meeting"))
        if name == "resolution":
            write.add_argument("motion", help=say("motion-id"))
        if name == "invitation":
            write.add_argument("--each", action="store_true", help=say("invitation-each"))
            write.add_argument("--draft", action="store_true", help=say("invitation-draft"))
        write.add_argument("--to", type=Path, required=True, metavar=say("file"), help=say("paper-to"))
        template = paper.add_parser("template", help=say("paper-template"))
        which = template.add_mutually_exclusive_group(required=True)
        which.add_argument("--save", type=Path, metavar=say("file"), help=say("template-save"))
        which.add_argument("--use", type=Path, metavar=say("file"), help=say("template-use"))
        which.add_argument("--reset", action="store_true", help=say("template-reset"))
    add_savings(commands, say)
    office = commands.add_parser("libreoffice", help=say("libreoffice"))
    which = office.add_mutually_exclusive_group()
    which.add_argument("--use", type=Path, metavar=say("file"), help=say("libreoffice-use"))
    which.add_argument("--reset", action="store_true", help=say("libreoffice-reset"))


def add_savings(commands: Commands, say: Speaker) -> None:
    """What is asked of saved paper."""
    savings = commands.add_parser("savings", help=say("savings"), description=say("savings-about"))
    savings.add_argument("--year", type=int, required=True, metavar="N", help=say("savings-year"))
    savings.add_argument("--price", type=int, metavar="N", help=say("savings-price"))
    savings.add_argument("--to", type=Path, metavar=say("file"), help=say("savings-to"))


def run(arguments: argparse.Namespace, laptop: Laptop, say: Speaker) -> int:
    """Carry out one of them; 0 when it was done. Raises ``SohopError``."""
    if arguments.command == "libreoffice":
        return _libreoffice(arguments, laptop.book, say)
    if arguments.command == "savings":
        return _savings(arguments, laptop.book, say)
    if arguments.verb == "template":
        return _template(arguments, laptop.book, say)
    laptop.sync(documents=False)
    return _write(arguments, laptop.book, say)


def _write(arguments: argparse.Namespace, book: Book, say: Speaker) -> int:
    from reader.core.converting import program
    from reader.core.exporting import write_export
    from reader.core.inviting import calendar_file, invitation_docx
    from reader.core.minutes_files import minutes_docx
    from reader.core.papers import save_paper
    from reader.core.resolving import resolution_docx

    meeting, path = MeetingId(arguments.meeting), arguments.to
    if arguments.command == "invitation" and path.suffix.lower() == ".ics":
        write_export(path, calendar_file(book, meeting, draft=arguments.draft))
    else:
        match arguments.command:
            case "minutes":
                data = minutes_docx(book, meeting)
            case "invitation":
                data = invitation_docx(book, meeting, each=arguments.each, draft=arguments.draft)
            case _:
                data = resolution_docx(book, meeting, MotionId(arguments.motion))
        path = save_paper(path, data, program(book))
    print(say("paper-written", file=path))
    return 0


def _template(arguments: argparse.Namespace, book: Book, say: Speaker) -> int:
    from reader.core.papers import Paper, choose_template, save_template

    paper = Paper(arguments.command)
    if arguments.save is not None:
        print(say("template-saved", file=save_template(paper, arguments.save)))
        return 0
    choose_template(book, paper, arguments.use)
    print(say("template-used" if arguments.use else "template-own"))
    return 0


def _libreoffice(arguments: argparse.Namespace, book: Book, say: Speaker) -> int:
    from reader.core.converting import choose_program, program, try_program

    if arguments.use is not None:
        try_program(arguments.use)
    if arguments.use is not None or arguments.reset:
        choose_program(book, arguments.use)
    used = program(book)
    print(say("libreoffice-none") if used is None else say("libreoffice-is", file=used))
    return 1 if used is None else 0


def _savings(arguments: argparse.Namespace, book: Book, say: Speaker) -> int:
    from reader.core import paper_saved

    if arguments.price is not None:
        paper_saved.put_price(book, arguments.price)
    year = paper_saved.year_of(book, arguments.year)
    for one in year.meetings:
        print(
            say("savings-meeting", title=one.title, readers=one.readers, pages=one.pages, sheets=one.sheets)
        )
    print(
        say(
            "savings-all",
            year=year.year,
            meetings=len(year.meetings),
            pages=year.pages,
            sheets=year.sheets,
            money=year.money,
            price=year.price,
        )
    )
    if arguments.to is not None:
        path = paper_saved.export(year, book.owner.office, book.now(), arguments.to)
        print(say("paper-written", file=path))
    return 0
