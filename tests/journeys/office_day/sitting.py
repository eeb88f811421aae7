"""The meeting itself, from the page of conducting: who is there, where it is, who speaks, twelve votes."""

from __future__ import annotations

from journeys.office_day.day import Day
from journeys.office_day.folder import ITEMS
from journeys.office_day.people import ABSENT, CHAIR, DELEGATE, DELEGATES, NOTED, OTHERS, SECRETARY
from journeys.office_day.votes import Vote

GUEST = "Ông Hòa, Mặt trận xã"
NOTE = "Chủ tọa nêu hai phương án; đại biểu thảo luận, thống nhất phương án một. Giao UBND xã báo cáo lại."
NOW, COUNT_FIRST = 0, 1
REASON = "Mất mạng từ trước khi kết thúc"


def begin(day: Day) -> None:
    """Attendance, the first item, and a delegate who follows."""
    secretary, delegate = day.window(SECRETARY), day.window(DELEGATE)
    with day.report.step("attendance: most by themselves, two by hand"):
        secretary.ask("running")
        day.crowd.check_in(day.meeting, [name for name in OTHERS if name not in (ABSENT, NOTED)])
        secretary.ask("wait_headline", "Điểm danh: có mặt 36")
        secretary.ask("put_attendance", NOTED, "present")
        secretary.ask("put_absent", ABSENT, "đi công tác", "50-absent")
    with day.report.step("the meeting begins, and a delegate follows it"):
        secretary.ask("go_on", ITEMS[0])
        delegate.ask("wait_strip", "Đang ở mục 1")
        assert delegate.ask("follow") is True
        day.shoot("51-following", SECRETARY, DELEGATE)
        secretary.ask("project_meeting")
        secretary.ask("projected", ITEMS[0], "52-projected-item")


def debate(day: Day) -> None:
    """Two speak on the item, with time; and what is said is noted for the minutes."""
    secretary, delegate = day.window(SECRETARY), day.window(DELEGATE)
    item = str(delegate.ask("item_id", 2))
    with day.report.step("two speak, with their time"):
        delegate.ask("ask_to_speak", item, "về đường liên thôn")
        secretary.ask("wait_waiting", DELEGATE)
        assert secretary.ask("add_speaker", GUEST) == [DELEGATE, GUEST]
        secretary.ask("next_speaker", DELEGATE)
        delegate.ask("wait_strip", "Đến lượt bạn phát biểu")
        secretary.ask("projected", DELEGATE, "54-projected-speaker")
        day.shoot("53-speaking", SECRETARY, DELEGATE)
        secretary.ask("next_speaker", GUEST)
        assert "trên 7 phút" in str(secretary.ask("more_time"))
        secretary.ask("end_turn")
    with day.report.step("a note for the minutes"):
        assert secretary.ask("write_minutes", NOTE) == NOTE
        day.shoot("55-noted", SECRETARY)
    with day.report.step("opinions from laptops"):
        same = "Đề nghị ghi rõ chiều dài đoạn đường còn lại và mốc xong."
        day.crowd.say(day.meeting, item, dict.fromkeys(OTHERS[:5], same))
        day.crowd.say(day.meeting, item, {OTHERS[5]: "Cần nêu nguồn vốn duy tu hằng năm."})


def vote_on(day: Day, number: int, vote: Vote) -> None:
    """From the item to the announced result, as the room sees it."""
    secretary, delegate = day.window(SECRETARY), day.window(DELEGATE)
    picture = f"6{number:02}"
    with day.report.step(f"vote {number}: {vote.title}") as step:
        if not str(secretary.ask("running")).startswith(ITEMS[vote.item - 1]):
            secretary.ask("go_on", ITEMS[vote.item - 1])
        if vote.item == 2:
            debate(day)
        secretary.ask("turn_to", vote.id)
        if not vote.sealed:
            assert secretary.ask("open_motion", vote.id) == "open"
            delegate.ask("wait_motion", vote.id, "open")
            if DELEGATE in vote.choices:
                delegate.ask("vote", vote.id, vote.choices[DELEGATE], "")
            day.crowd.vote(day.meeting, vote.id, vote.on_laptops)
            day.crowd.vote(day.meeting, vote.id, {name: vote.choices[name] for name in vote.late}, sent=False)
        day.shoot(f"{picture}-open", *(SECRETARY, DELEGATE) if number in (2, 5, 6) else (SECRETARY,))
        counts = bool(vote.paper or vote.by_hand or vote.late)
        secretary.ask("end", vote.id, COUNT_FIRST if counts else NOW, f"{picture}-end" if number < 4 else "")
        if counts:
            _count(day, number, vote)
        secretary.ask("wait_state", vote.id, "closed")
        step.detail = str(secretary.ask("result", vote.id))
        delegate.ask("wait_motion", vote.id, "closed")
        if not vote.sealed:  # what was voted on at home is shown to the room only when somebody chooses it
            secretary.ask("projected", vote.title, f"{picture}-projected")
        day.shoot(f"{picture}-result", SECRETARY, DELEGATE)


def _count(day: Day, number: int, vote: Vote) -> None:
    """What was not cast on a laptop in time: two people write it down and confirm it."""
    secretary, chair = day.window(SECRETARY), day.window(CHAIR)
    picture = f"6{number:02}"
    secretary.ask("votes", vote.id)
    chair.ask("votes", vote.id)
    for name in vote.by_hand:
        secretary.ask("enter", vote.id, name, vote.choices[name], f"{picture}-hand")
    for name in vote.late:
        day.crowd.talk([name])
        secretary.ask("put_forward", vote.id, name, REASON, f"{picture}-late")
    if vote.paper:
        tellers = "Bùi Văn An, Lê Thị Én"
        given = secretary.ask("enter_paper", vote.id, list(vote.paper), tellers, f"{picture}-paper")
        assert given == len(DELEGATES) - 1  # one is away
    assert chair.ask("confirm", vote.id, f"{picture}-confirm", *vote.paper) == 1
    day.shoot(f"{picture}-counted", SECRETARY)
    secretary.ask("publish", vote.id, f"{picture}-announce")
    secretary.ask("running")
