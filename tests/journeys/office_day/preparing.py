"""The secretary makes a packet of a folder; the approver gives it back, then signs; everybody has it, and
in the last moment a document is replaced."""

from __future__ import annotations

from datetime import timedelta

from journeys.office_day.day import Day
from journeys.office_day.folder import CLOSED, ITEMS, make_folder, mended
from journeys.office_day.people import BEHIND, CHAIR, DELEGATE, DELEGATES, INSIDERS, OTHERS, SECRETARY
from simulator.quality import Quality

from reader.core.composing.submitting import Stage
from reader.core.converting import found as libreoffice

DOCUMENTS = 60
TITLE = "Kỳ họp thứ sáu Hội đồng nhân dân xã Suối Lam khóa II, nhiệm kỳ 2026–2031"
OTHER = 2
"""The choice that takes words."""
SLOW = Quality(rate=120_000, delay=0.05, cut_every=500_000)
RETURNED = "Tên chưa đúng trích yếu: ghi rõ năm của dự toán."
REPLACED = "Mức thu phí chợ sửa theo kết luận của Thường trực HĐND chiều qua."


def compose(day: Day) -> None:
    """From the folder to a draft with motions, readers and an invitation."""
    with day.report.step("a folder of 60 files") as step:
        folder = make_folder(day.root / "ho-so", word=libreoffice() is not None)
        assert folder.files == DOCUMENTS
        step.detail = f"{sum(one.stat().st_size for one in folder.path.rglob('*.*')) / 1e6:.1f} MB"
    secretary = day.window(SECRETARY)
    with day.report.step("composed from it"):
        times = [one.isoformat() for one in (day.starts, day.starts + timedelta(hours=9))]
        place = "Hội trường UBND xã Suối Lam"
        count = secretary.ask("compose", str(folder.path), TITLE, place, *times, "10-composed")
        assert count == DOCUMENTS
        assert secretary.ask("items") == list(ITEMS)
    with day.report.step("what the checks find"):
        _look_at_remarks(day)
    with day.report.step("twelve motions"):
        for number in range(1, 4):
            begins = (day.starts + timedelta(minutes=40 * number)).isoformat()
            secretary.ask("set_item", number, "Ông Nguyễn Văn Bình, Phó Chủ tịch UBND xã", begins)
        for number, vote in enumerate(day.votes, 1):
            picture = f"12-motion-{number}" if number in (1, 5, 6, 8) else ""
            vote.id = str(secretary.ask("add_motion", vote.item, vote.words, picture))
    with day.report.step("one item only for some"):
        assert secretary.ask("restrict", CLOSED, list(INSIDERS), "13-readers") == len(INSIDERS)
    with day.report.step("the invitation, and a file for calendars"):
        for ending in (".docx", *([".pdf"] if libreoffice() else [])):
            letter = day.files / f"giay-moi{ending}"
            secretary.ask("invitation", str(letter), str(day.files / "hop.ics"), "14-invitation")
        day.shoot("15-ready", SECRETARY)


def _look_at_remarks(day: Day) -> None:
    remarks = day.window(SECRETARY).ask("remarks")
    assert isinstance(remarks, dict)
    found = {name: said for name, said in remarks.items() if said}
    day.window(SECRETARY).ask("look_at", next(name for name in remarks if "tiếp xúc" in name), "11-remarks")
    said = " ".join(" ".join(words) for words in found.values())
    assert "quét" in said
    assert "trùng" in said.lower()
    assert "phụ lục" in said.lower()


def submit_and_approve(day: Day) -> None:
    """Over a bad line to the approver, back with a remark, and again."""
    secretary = day.window(SECRETARY)
    with day.report.step("submitted over a bad line") as step:
        day.line.become(SLOW)
        seen = secretary.ask("submit", "", "20-submit")
        assert isinstance(seen, int)
        assert seen > 5
        step.detail = f"{day.line.count.up / 1e6:.1f} MB up, {day.line.count.cuts} cuts"
        assert day.line.count.cuts
        day.line.become(Quality())
    chair = day.window(CHAIR)
    with day.report.step("the approver looks, and gives it back"):
        assert chair.ask("review", 1, "21-review") == DOCUMENTS
        names = secretary.ask("documents")
        assert isinstance(names, list)
        chair.ask("return", names[10], RETURNED, "22-return")
    with day.report.step("mended and submitted again"):
        secretary.ask("wait_stage", Stage.RETURNED)
        secretary.ask("rename", names[10], "Tờ trình về dự toán ngân sách năm 2027", "23-returned")
        secretary.ask("submit", "", "24-again")
    with day.report.step("approved and published"):
        assert chair.ask("review", 1, "25-review") == DOCUMENTS
        chair.ask("approve", "26-approve")
        day.meeting = str(secretary.ask("publish_packet", "27-publish"))


def spread(day: Day) -> None:
    """To forty laptops; one is behind and is reminded; then a document is replaced."""
    secretary, delegate = day.window(SECRETARY), day.window(DELEGATE)
    ahead = [name for name in OTHERS if name != BEHIND]
    with day.report.step("39 of 40 laptops have it"):
        day.crowd.talk(ahead)
        for name in (DELEGATE, CHAIR):
            day.window(name).ask("download")
            day.window(name).ask("meeting")
        day.crowd.open(day.meeting, ahead[:30])
        secretary.ask("who_has_it")
        said = secretary.ask("ready", len(DELEGATES) - 1, "31-one-lacks")
        assert "1 người" in str(said)
    with day.report.step("who lacks it is reminded, and gets it"):
        assert BEHIND in str(secretary.ask("remind", "32-reminded"))
        day.crowd.talk([BEHIND])
        assert day.crowd.lacking(day.meeting, OTHERS) == []
        secretary.ask("ready", len(DELEGATES), "33-all-ready")
        day.shoot("34-closed-item", DELEGATE)
    with day.report.step("sealed at home, days before"):
        sealed = next(vote for vote in day.votes if vote.sealed)
        day.crowd.vote(day.meeting, sealed.id, sealed.on_laptops)
        words = "Xin thêm tên cũ của bản vào biển tên đường." if sealed.choices[DELEGATE] == OTHER else ""
        delegate.ask("vote", sealed.id, sealed.choices[DELEGATE], words)
        delegate.ask("wait_ballot", sealed.id, "received")


def replace(day: Day) -> None:
    """A document is replaced late: under a minute of work, and everybody reads why."""
    secretary, chair, delegate = (day.window(name) for name in (SECRETARY, CHAIR, DELEGATE))
    with day.report.step("a document is replaced in the last moment") as step:
        file = mended(day.root / "To trinh sua.pdf")
        names = secretary.ask("documents")
        assert isinstance(names, list)
        step.detail = str(secretary.ask("replace", names[35], str(file), "40-replace"))
        secretary.ask("submit", REPLACED, "41-submit")
    with day.report.step("approved and published again"):
        chair.ask("leave_meeting")
        assert chair.ask("review", 2, "42-review") == DOCUMENTS
        chair.ask("approve", "43-approve")
        secretary.ask("publish_packet", "44-publish")
    with day.report.step("all forty have the new version, with its reason"):
        day.crowd.talk(OTHERS)
        delegate.ask("wait_version", 2)
        delegate.ask("show_documents")
        day.shoot("45-new-version", DELEGATE)
        chair.ask("download")
        chair.ask("meeting")
        secretary.ask("who_has_it")
        secretary.ask("ready", len(DELEGATES), "47-all-ready")
