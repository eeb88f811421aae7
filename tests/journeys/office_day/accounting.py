"""Whether all of it is as it was generated: votes against what each laptop was told to choose, and papers."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import docx
import pymupdf
from journeys.office_day.day import Day
from journeys.office_day.people import ABSENT, HANDED, LATE, OTHERS, SECRETARY
from journeys.office_day.sitting import GUEST, NOTE


def account(day: Day) -> None:
    """Every vote once, and every total."""
    with day.report.step("every vote exactly once, and every total"):
        day.sohop(SECRETARY, "collect", day.meeting, "--to", day.root / "ket-qua")
        collected = json.loads((day.root / "ket-qua" / "meeting.json").read_text("utf-8"))
        motions = {one["id"]: one for one in collected["motions"]}
        assert len(motions) == len(day.votes)
        for vote in day.votes:
            motion = motions[vote.id]
            counted = Counter(one["name"] for one in motion["ballots"] if one["counted"])
            assert set(counted.values()) <= {1}, vote.title
            cast = {one["name"]: one["choices"] for one in motion["ballots"] if one["counted"]}
            assert cast == {name: [vote.labels[one]] for name, one in vote.choices.items()}, vote.title
            by_hand = {one["name"] for one in motion["ballots"] if one["via"] == "hand"}
            assert by_hand == set(vote.by_hand), vote.title
            assert tuple(motion["result"]["counts"][label] for label in vote.labels) == vote.totals, (
                vote.title
            )
    with day.report.step("each laptop says the same"):
        for name in (OTHERS[0], HANDED, LATE):
            told = day.crowd.ballots(day.meeting, name)
            for vote in day.votes:
                mine = name in vote.choices and name not in vote.by_hand
                assert (told[vote.id] == "counted") == mine, (name, vote.title)


def look_at_papers(day: Day) -> None:
    """What must be in them; and their pages as pictures."""
    with day.report.step("papers say it, and their pages are drawn"):
        said = _words(day.files / "bien-ban.docx")
        for words in (NOTE, GUEST, ABSENT, *(vote.title for vote in day.votes)):
            assert words in said, words
        for file in sorted(day.files.glob("*.pdf")):
            with pymupdf.open(file) as pages:
                for number, page in enumerate(pages.pages(0, min(4, len(pages))), 1):
                    page.get_pixmap(dpi=80).save(day.pictures / f"90-{file.stem}-{number}.png")


def _words(path: Path) -> str:
    document = docx.Document(str(path))
    lines = [one.text for one in document.paragraphs]
    lines += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join(lines)
