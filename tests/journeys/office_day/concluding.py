"""After the meeting: opinions answered, papers written, the archive made, signed, checked and read again."""

from __future__ import annotations

from pathlib import Path

from journeys.office_day.day import Day
from journeys.office_day.people import CHAIR, DELEGATE, SECRETARY

from reader.core.converting import found as libreoffice

ANSWER = "Ghi vào khoản 2: còn 1,2 km, xong trước 30/9/2027."
ACCEPTED = 0


def answer(day: Day) -> None:
    """Six voices are two matters; those that say the same get one answer."""
    secretary = day.window(SECRETARY)
    with day.report.step("opinions, merged and answered"):
        matters = secretary.ask("opinions", 6, "70-opinions")
        assert isinstance(matters, list)
        assert len(matters) == 2
        answered = set()
        for number, matter in enumerate(matters, 1):
            answered.add(secretary.ask("answer", matter, ACCEPTED, ANSWER, f"71-answer-{number}"))
        assert answered == {1, 5}
        secretary.ask("summary", str(day.files / "y-kien.docx"))


def write_papers(day: Day) -> None:
    """Word files, and PDFs by LibreOffice where it is installed."""
    secretary = day.window(SECRETARY)
    carried = next(vote for vote in day.votes if vote.carried and vote.words["kind"] == "resolution")
    papers = [
        ("minutes", "bien-ban", ("72-papers",)),
        ("resolution", "nghi-quyet", ()),
    ]
    with day.report.step("minutes, resolutions, result sheets") as step:
        for ending in (".docx", *([".pdf"] if libreoffice() else [])):
            for act, name, more in papers:
                words = (carried.id,) if act == "resolution" else ()
                secretary.ask(act, *words, str(day.files / f"{name}{ending}"), *more)
        for number in (2, 5):
            for ending in (".docx", ".pdf"):
                path = day.files / f"ket-qua-{number}{ending}"
                secretary.ask("result_sheet", day.votes[number - 1].id, str(path))
        step.detail = ", ".join(sorted(one.name for one in day.files.iterdir()))
    with day.report.step("paper and money saved") as step:
        step.detail = str(secretary.ask("savings", str(day.files / "giay.xlsx"), "73-savings"))
        assert "40 người" in step.detail


def archive(day: Day) -> Path:
    """Made and opened before the window, signed by the chair, verified by anybody."""
    secretary, path = day.window(SECRETARY), day.root / "ho-so.zip"
    with day.report.step("the archive, and read from it") as step:
        said = str(secretary.ask("archive", str(path), "80-archive"))
        assert f"{len(day.votes)} biểu quyết có chứng cứ" in said
        told = secretary.ask("open_archive", str(path), "81-opened")
        assert isinstance(told, list)
        assert len(told) == len(day.votes)
        step.detail = f"{path.stat().st_size / 1e6:.1f} MB"
        day.shoot("82-after", CHAIR, DELEGATE)
        day.leave()
    with day.report.step("signed by the chair, and verified"):
        day.sohop(CHAIR, "archive", "sign", path, "--yes")
        said = day.sohop(SECRETARY, "verify", path)
        assert f"{CHAIR} cùng ký bản liệt kê" in said
        assert all(vote.title in said for vote in day.votes)
        day.sohop(SECRETARY, "archive", "open", path, day.root / "mo-lai")
    return path
