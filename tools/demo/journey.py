"""The main job, walked in a real window with a real hub that goes away and comes back."""

from __future__ import annotations

import json
from pathlib import Path

from tools.demo.person import Person
from tools.demo.report import Report
from tools.demo.stage import (
    APPROVER,
    DELEGATE,
    MEETING,
    OTHER,
    PASSPHRASE,
    SECRETARY,
    Stage,
    sample_folder,
    set_stage,
)

PRIVATE = "Hỏi: tăng 6,4 % nhưng dự phòng chỉ còn 2 %?"
SHARED = "Đề nghị ghi rõ chiều dài đoạn còn lại và mốc xong."
OPINION = "Đồng ý, nhưng xin làm rõ tiến độ đường liên thôn."
SAID = "Đề nghị nêu rõ nguồn vốn của từng đoạn đường."
READ = (("bao-cao-215", 9), ("bien-ban-tiep-xuc", 2), ("to-trinh-12", 1))
MOTIONS = ("yk-1", "yk-2", "td-1")


def walk(root: Path, pictures: Path, report: Report) -> None:
    """All steps, in order; the first that fails ends the journey with its error."""
    with report.step("hub: start in a temporary folder"):
        stage = set_stage(root)
    try:
        _prepare(stage, root, report)
        _offline(stage, pictures, report)
        _back(stage, root, pictures, report)
    finally:
        stage.close()


def _prepare(stage: Stage, root: Path, report: Report) -> None:
    with report.step("enrol a secretary, an approver and two delegates") as step:
        stage.enrol_all()
        step.detail = "4 laptops, roster signed"
    with report.step("submit, approve, publish the sample packet") as step:
        folder = sample_folder(root)
        step.detail = stage.sohop(SECRETARY, "packet", "check", folder).strip().splitlines()[-1]
        stage.publish(folder)


def _offline(stage: Stage, pictures: Path, report: Report) -> None:
    person = Person(stage.profile(DELEGATE), pictures)
    try:
        with report.step("unlock as a delegate") as step:
            step.detail = str(person.ask("unlock", PASSPHRASE))
        with report.step("download") as step:
            step.detail = str(person.ask("download"))
        with report.step("search everything on the laptop without accents") as step:
            step.detail = f"{person.ask('search', 'duong lien thon')} places"
        with report.step("stop the hub"):
            stage.hub.kill()
            person.ask("offline")
            person.ask("meeting")
        with report.step("read three documents") as step:
            pages = [person.ask("read", document, page) for document, page in READ]
            step.detail = f"at pages {pages}"
        with report.step("look at the small pages of a document") as step:
            step.detail = f"{person.ask('contents', READ[0][0])} pages"
        with report.step("find a word without accents") as step:
            step.detail = f"{person.ask('find', 'to-trinh-12', 'duong lien thon')} places"
        with report.step("highlight") as step:
            step.detail = str(person.ask("highlight"))
        with report.step("draw and write on a page, set a bookmark, and take all back") as step:
            step.detail = f"{person.ask('draw')} marks"
        with report.step("write a private note and one for the secretary"):
            person.ask("note", "to-trinh-12", "tang 6,4", PRIVATE, False)
            marks = person.ask("note", "to-trinh-12", "toi thieu 1.850", SHARED, True)
            _expect(marks, _marks(), "three marks")
        with report.step("check in, and give an opinion"):
            _expect(person.ask("say", SAID), 1, "one opinion")
        with report.step("vote on three motions") as step:
            states = [
                person.ask("vote", "yk-1", 0, ""),
                person.ask("vote", "yk-2", 2, OPINION),
                person.ask("vote", "td-1", 1, ""),
            ]
            _expect(states, ["sealed"] * 3, "sealed on this laptop")
            step.detail = ", ".join(map(str, states))
        with report.step("lock"):
            waiting = person.ask("sync_page", "07-sync-offline")
            _expect(waiting, 18, "three marks, five taken back and their ends, what was said, three ballots")
            person.ask("lock")
        with report.step("unlock again, then kill the program"):
            person.ask("unlock", PASSPHRASE)
    finally:
        person.kill()


def _back(stage: Stage, root: Path, pictures: Path, report: Report) -> None:
    person = Person(stage.profile(DELEGATE), pictures)
    try:
        with report.step("unlock after the kill: all still there") as step:
            person.ask("unlock", PASSPHRASE)
            person.ask("meeting")
            _expect(person.ask("marks"), _marks(), "the marks")
            _expect(person.ask("ballots", *MOTIONS), dict.fromkeys(MOTIONS, "sealed"), "the ballots")
            _expect(person.ask("place", "bao-cao-215"), 9, "the page of the report")
            step.detail = "3 marks, 3 ballots, page 10 of the report"
        with report.step("start the hub, sync"):
            stage.hub.restart()
            person.ask("wait_ballots", "received", *MOTIONS)
        with report.step("close the motions; the delegate sees the ballots counted"):
            stage.sohop(OTHER, "sync")
            for motion in MOTIONS:
                stage.sohop(APPROVER, "motion", "close", MEETING, motion)
            person.ask("wait_ballots", "counted", *MOTIONS)
        with report.step("the secretary collects exactly those notes and ballots") as step:
            stage.sohop(SECRETARY, "collect", MEETING, "--to", root / "collected")
            step.detail = _check_collected(root / "collected" / "meeting.json")
        person.leave()
        with report.step("the delegate exports a document with notes, and it is read back") as step:
            step.detail = _export_and_read_back(stage, root / "to-trinh-12 - ban co ghi chu.pdf")
        with report.step("the secretary's page in the window"):
            person = Person(stage.profile(SECRETARY), pictures)
            person.ask("unlock", PASSPHRASE)
            person.ask("meeting")
            person.ask("desk")
        person.leave()
    finally:
        person.kill()


def _export_and_read_back(stage: Stage, path: Path) -> str:
    """Taken in again, every note of the copy is known to be here."""
    which = ("--document", "to-trinh-12")
    said = stage.sohop(DELEGATE, "notes", "export", MEETING, *which, "--to", path)
    _expect("Đã ghi 3 ghi chú" in said, True, "notes in the copy")
    again = stage.sohop(DELEGATE, "notes", "import", MEETING, path, *which)
    _expect("Đã nhập 0 ghi chú riêng; 3 mục đã có từ trước" in again, True, "notes read back")
    return f"{len(_marks())} notes in {path.stat().st_size // 1024} KB"


def _check_collected(path: Path) -> str:
    collected = json.loads(path.read_text("utf-8"))
    notes = [(note["author"], note["text"]) for note in collected["notes"]]
    _expect(notes, [(DELEGATE.name, SHARED)], "notes for the secretary")
    ballots = {
        motion["id"]: [
            (one["name"], one["choices"], one["text"], one["counted"]) for one in motion["ballots"]
        ]
        for motion in collected["motions"]
    }
    _expect(ballots["yk-1"], [(DELEGATE.name, ["Tán thành"], "", True)], "ballots of yk-1")
    _expect(ballots["yk-2"], [(DELEGATE.name, ["Ý kiến khác"], OPINION, True)], "ballots of yk-2")
    _expect([one[0] for one in ballots["td-1"]], [DELEGATE.name], "ballots of td-1")
    sentences = [motion["result"]["sentence"] for motion in collected["motions"]]
    return " | ".join(sentences)


def _marks() -> list[str]:
    return sorted(["highlight|private|", f"note|private|{PRIVATE}", f"note|secretary|{SHARED}"])


def _expect(seen: object, wanted: object, what: str) -> None:
    if isinstance(seen, list) and isinstance(wanted, list):
        seen, wanted = sorted(seen, key=str), sorted(wanted, key=str)
    if seen != wanted:
        raise AssertionError(f"{what}: wanted {wanted!r}, saw {seen!r}")
