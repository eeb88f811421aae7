"""What can be asked of who conducts a meeting before the window, and of who follows it."""

from __future__ import annotations

from reader.ui.desk.attendance import WhyDialog
from reader.ui.desk.running import RunningPage
from reader.ui.meeting.screen import Tab
from reader.ui.said.draft import OpinionDraft
from sync.model.annotation import Audience
from sync.model.conduct import TurnId
from sync.model.ids import ItemId
from sync.model.opinion import Attendance, OpinionKind
from tools.hand import Hand

_RUNNING = 1


class Conductor:
    """Acts on the page of conducting and on the strip of the meeting; mixed into what any person can do."""

    _hand: Hand

    # --- the desk

    def act_running(self) -> str:
        """Show the page; what its strip says."""
        hand = self._hand
        hand.book.meeting.screen.show_tab(Tab.DESK)
        hand.wait(lambda: hand.book.meeting.desk_view is not None, "the desk")
        hand.desk.tabs.choose(_RUNNING)
        hand.settle()
        return self._running.strip.said

    def act_go_on(self, title: str) -> str:
        """On to the next item, whose title this is."""
        self._hand.click(self._running.strip.next_button, "Sang mục")
        self._hand.wait(lambda: self._running.strip.said.startswith(title), f"the meeting is at {title}")
        return self._running.strip.said

    def act_point_at(self, document: str, page: int) -> int:
        """Read a document and point at its page."""
        hand, meeting = self._hand, self._hand.book.meeting
        meeting.screen.show_tab(Tab.DOCUMENTS)
        hand.open_document(document)
        meeting.reading.pane.view.go_to(page)
        hand.click(meeting.screen.sitting.point_button, "Chỉ trang này")

        def pointed() -> bool:
            point = meeting.view.sitting.point if meeting.view is not None else None
            return point is not None and (point.document, point.page) == (document, page)

        hand.wait(pointed, f"page {page} of {document} is pointed at")
        return page

    def act_put_attendance(self, name: str, state: str) -> str:
        """Write down whether somebody is there; the numbers then."""
        pane = self._running.attendance
        view = self._hand.book.meeting.desk_view
        assert view is not None
        row = next(one for one in view.conduct.attendance.rows if one.name == name)
        before = pane.headline
        pane.press(row.person, Attendance(state))
        self._hand.wait(lambda: pane.headline != before, f"{name} is {state}")
        return pane.headline

    def act_wait_headline(self, text: str) -> str:
        """Until the numbers of the attendance begin so."""
        pane = self._running.attendance
        self._hand.wait(lambda: pane.headline.startswith(text), text, 30)
        return pane.headline

    def act_add_speaker(self, name: str) -> list[str]:
        """Somebody asks in the room; who waits then."""
        hand, speakers = self._hand, self._running.speakers
        hand.click(speakers.add_button, "Thêm")
        hand.wait(lambda: speakers.dialog is not None and speakers.dialog.isVisible(), "the dialog")
        dialog = speakers.dialog
        assert dialog is not None
        dialog.field.set_text(name)
        assert dialog.action_button is not None
        hand.click(dialog.action_button, "Thêm")
        hand.wait(lambda: name in self.act_waiting(), f"{name} waits")
        return self.act_waiting()

    def act_waiting(self) -> list[str]:
        """Who waits to speak."""
        return [row.title for row in self._running.speakers.queue.shown if not row.header]

    def act_wait_waiting(self, *names: str) -> list[str]:
        """Until exactly these wait, in this order."""
        self._hand.wait(lambda: self.act_waiting() == list(names), f"{names} wait", 30)
        return self.act_waiting()

    def act_last_first(self) -> list[str]:
        """The last of those who wait is to speak first."""
        queue, before = self._running.speakers.queue, self.act_waiting()
        view = self._hand.book.meeting.desk_view
        assert view is not None
        queue.move_turn(TurnId(view.sitting.waiting[-1].turn), 0)
        self._hand.wait(lambda: self.act_waiting() != before, "the order is another")
        return self.act_waiting()

    def act_next_speaker(self, name: str) -> str:
        """The next one has the word."""
        self._hand.click(self._running.speakers.next_button, "Người kế tiếp")
        return self.act_wait_speaking(name)

    def act_wait_speaking(self, name: str) -> str:
        """Until this one has the word."""
        speakers = self._running.speakers
        self._hand.wait(lambda: name in speakers.card_text, f"{name} speaks", 30)
        return speakers.card_text

    def act_more_time(self) -> str:
        """Two minutes more."""
        speakers = self._running.speakers
        before = speakers.card_text.rpartition(" · ")[2]
        self._hand.click(speakers.more_button, "Thêm 2 phút")
        self._hand.wait(lambda: not speakers.card_text.endswith(before), "more time is given")
        return speakers.card_text

    def act_end_turn(self) -> str:
        """Nobody speaks any more."""
        self._hand.click(self._running.speakers.end_button, "Kết thúc lượt")
        speakers = self._running.speakers
        self._hand.wait(lambda: speakers.card_text == "Chưa ai phát biểu", "nobody speaks")
        return speakers.card_text

    def act_put_absent(self, name: str, reason: str, picture: str) -> str:
        """Write down that somebody is away, and why; the numbers then."""
        hand, pane = self._hand, self._running.attendance
        view = hand.book.meeting.desk_view
        assert view is not None
        row = next(one for one in view.conduct.attendance.rows if one.name == name)
        before = pane.headline
        pane.press(row.person, Attendance.ABSENT)
        hand.wait(lambda: isinstance(pane.dialog, WhyDialog) and pane.dialog.isVisible(), "why?")
        dialog = pane.dialog
        assert isinstance(dialog, WhyDialog)
        dialog.field.set_text(reason)
        hand.shoot(picture)
        assert dialog.action_button is not None
        hand.click(dialog.action_button, "Ghi")
        hand.wait(lambda: pane.headline != before, f"{name} is away")
        return pane.headline

    def act_turn_to(self, motion: str) -> str:
        """Show the vote on this motion, which belongs to the item that the meeting is at."""
        self.act_running()
        hand, course = self._hand, self._running.course
        number = course._keys.index(("motion", motion))
        course.rows.chosen.emit(course.rows.model().index(number, 0))
        hand.wait(lambda: course.motion.motion == motion, f"{motion} is shown")
        return motion

    def act_write_minutes(self, text: str) -> str:
        """A note on the item."""
        course = self._running.course
        course.parts.choose(2)
        self._hand.type(course.notes, text)
        self._hand.wait(lambda: course._saved.text() == "Đã lưu trên máy này", "the note is kept")
        return course.notes.toPlainText()

    def act_project_meeting(self) -> str:
        """Show the room the meeting, or stop; what it sees."""
        self._hand.click(self._running.strip.project_button, "Chiếu lên màn hình")
        projector = self._hand.desk.projection.projector
        return "" if projector is None else projector.scene.spoken

    def act_projected(self, words: str, picture: str) -> str:
        """Until the room sees these words; what it sees."""
        projection = self._hand.desk.projection

        def seen() -> bool:
            return projection.projector is not None and words in projection.projector.scene.spoken

        self._hand.wait(seen, f"the room sees “{words}”", 30)
        assert projection.projector is not None
        self._hand.settle(0.3)
        self._hand.shoot(picture, projection.projector)
        return projection.projector.scene.spoken

    # --- everybody

    def act_follow(self) -> bool:
        """Follow the chair."""
        self._hand.click(self._hand.book.meeting.screen.sitting.follow_button, "Theo chủ tọa")
        return self._hand.book.meeting.following.follows

    def act_wait_strip(self, text: str) -> str:
        """Until the strip says so."""
        strip = self._hand.book.meeting.screen.sitting
        self._hand.book.wake()
        self._hand.wait(lambda: strip.isVisible() and text in strip.said, f"“{text}” is said", 40)
        return strip.said

    def act_wait_place(self, document: str, page: int) -> int:
        """Until this page is before the person."""
        reading = self._hand.book.meeting.reading

        def there() -> bool:
            shown = reading.document
            here = shown is not None and shown.id == document and reading.shown is not None
            return here and reading.pane.view.page == page

        self._hand.wait(there, f"page {page} of {document}", 90)
        return page

    def act_ask_to_speak(self, item: str, text: str) -> str:
        """Ask the secretary for the word."""
        meeting = self._hand.book.meeting
        meeting.opining.send(
            OpinionDraft(item=ItemId(item), kind=OpinionKind.FLOOR, audience=Audience.SECRETARY, text=text)
        )
        self._hand.wait(lambda: meeting.view is not None and meeting.view.sitting.asked, "it is asked")
        return text

    def act_wait_attendance(self, text: str) -> str:
        """Until this person's own bar says so."""
        bar = self._hand.book.meeting.screen.check_in
        self._hand.book.wake()
        self._hand.wait(lambda: text in bar._state.text(), f"“{text}” is said", 40)
        return f"{bar._state.text()} · {bar._trip.text()}"

    @property
    def _running(self) -> RunningPage:
        return self._hand.desk.running
