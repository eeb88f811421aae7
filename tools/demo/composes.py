"""What a secretary can be asked to do while a packet is made: from a folder to readers, and again."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from reader.core.composing import composition as steps
from reader.core.composing.composition import Composition
from reader.core.composing.showing import ComposeView
from reader.core.composing.submitting import Stage
from reader.core.inviting import calendar_file, invitation_docx
from reader.ui.compose.access import AccessDialog
from reader.ui.compose.composer import Composer
from reader.ui.compose.sending import SubmitDialog
from reader.ui.compose.words import remark_word
from reader.ui.meeting.screen import Tab
from sync.model.motion import Late
from sync.model.rules import MotionKind, Secrecy, Timing
from tools.demo import dialogs
from tools.hand import Hand


class Composes:
    """Acts on the screen of composing; mixed into what any person can do."""

    _hand: Hand

    def act_compose(self, folder: str, title: str, place: str, starts: str, ends: str, picture: str) -> int:
        """A new meeting from a folder, as it is proposed; how many documents came of it."""
        hand, composing = self._hand, self._hand.book.composing
        hand.wait(hand.book.shelf.drafts.isVisible, "the shelf knows that this person may")
        begins, ended = datetime.fromisoformat(starts), datetime.fromisoformat(ends)
        composing.begin_from(Path(folder), title, begins, ended)
        proposal = dialogs.of(self._hand, self._composer.files, "what is proposed")
        hand.shoot(f"{picture}-proposal")
        dialogs.agree(self._hand, proposal)
        hand.wait(lambda: not self._composer.files.work.busy, "every file is read", 180)
        hand.wait(lambda: any(True for _ in self._packet.documents()), "it is shown")
        self._edit(lambda packet: steps.set_meeting(packet, place=place))
        hand.settle(0.5)
        hand.shoot(picture)
        return sum(1 for _ in self._packet.documents())

    def act_items(self) -> list[str]:
        """The agenda."""
        return [item.title for item in self._packet.items]

    def act_documents(self) -> list[str]:
        """Their names, in the order of the agenda."""
        return self._names()

    def act_remarks(self) -> dict[str, list[str]]:
        """What the checks have found, by the document's name."""
        view = self._composing
        return {
            document.name: [remark_word(one).text for one in view.draft.remarks.get(document.id, ())]
            for _, document in view.draft.packet.documents()
        }

    def act_look_at(self, name: str, picture: str) -> str:
        """Choose a row and take a picture."""
        self._choose(name)
        self._hand.settle(0.5)
        self._hand.shoot(picture)
        return name

    def act_set_item(self, number: int, speaker: str, starts: str) -> str:
        """Who reports on an item, and when."""
        item = self._packet.items[number - 1]
        begins = datetime.fromisoformat(starts)
        self._edit(lambda packet: steps.set_item(packet, item.id, speaker=speaker, starts=begins))
        self._hand.wait(lambda: self._packet.item(item.id).starts == begins, "it is kept")
        return item.title

    def act_restrict(self, item: str, names: list[str], picture: str) -> int:
        """Only these may read an item; how many that are."""
        hand, page = self._hand, self._composer.screen.side.item
        self._choose(item)
        hand.wait(page.isVisible, "the item's page")
        page.ask_access()
        dialog = dialogs.of(self._hand, page, "who may read it")
        assert isinstance(dialog, AccessDialog)
        dialog.which.choose(1)
        hand.wait(lambda: len(self._composing.people) == len(dialog.checks) > 0, "all are listed")
        wanted = {one.person for one in self._composing.people if one.name in names}
        for person, check in dialog.checks.items():
            check.setChecked(person in wanted)
        hand.shoot(picture)
        dialogs.agree(self._hand, dialog)
        hand.wait(lambda: any(one.access for one in self._packet.items), "it is kept")
        return len(wanted)

    def act_add_motion(self, number: int, words: dict[str, str], picture: str) -> str:
        """A motion on an item, with its kind, timing and the like where ``words`` names them; its id."""
        hand, screen = self._hand, self._composer.screen
        before = {one.id for one in self._packet.motions}
        self._choose(self._packet.items[number - 1].title)
        hand.click(screen.motion_button, "Thêm biểu quyết")
        hand.wait(lambda: len(self._packet.motions) > len(before), "a motion")
        motion = next(one.id for one in self._packet.motions if one.id not in before)
        changes = _of_motion(words)
        if changes:
            self._edit(lambda packet: steps.set_motion(packet, motion, **changes))
            hand.wait(
                lambda: all(getattr(self._packet.motion(motion), key) == one for key, one in changes.items()),
                "it is as wanted",
            )
        if picture:
            hand.wait(screen.side.motion.isVisible, "its page")
            hand.settle(0.4)
            hand.shoot(picture)
        return motion

    def act_rename(self, name: str, wanted: str, picture: str) -> str:
        """Another name for what was remarked on."""
        rows = self._composer.screen.list
        self._choose(name)
        self._hand.shoot(picture)
        assert rows.here is not None
        rows.rows.renamed.emit(rows.here.id, wanted)
        self._hand.wait(lambda: wanted in self._names(), "it is renamed")
        return wanted

    def act_invitation(self, letter: str, calendar: str, picture: str) -> str:
        """The letter to all, a Word file or a PDF, and the file for calendars."""
        composer, hand = self._composer, self._hand
        composer.ask_invitation()
        dialog = dialogs.of(self._hand, composer.inviting, "which letter")
        hand.shoot(picture)
        dialog.reject()
        meeting, writer = self._composing.meeting, composer.writer  # the system's own dialog asks where to
        writer.write(Path(letter), lambda book: invitation_docx(book, meeting, draft=True))
        hand.wait(lambda: Path(letter).exists() and not writer.work.busy, "the letter is written", 120)
        writer.write_calendar(Path(calendar), lambda book: calendar_file(book, meeting, draft=True))
        hand.wait(lambda: Path(calendar).exists(), "the calendar is written")
        return letter

    def act_submit(self, reason: str, picture: str) -> int:
        """Sign and submit; how often the progress was seen to be another."""
        hand, composer = self._hand, self._composer
        hand.click(composer.screen.bar.button, "Trình phê duyệt…")
        dialog = dialogs.of(self._hand, composer.sending, "what is submitted")
        assert isinstance(dialog, SubmitDialog)
        if reason:
            assert dialog.reason is not None
            hand.type(dialog.reason, reason)
        hand.shoot(f"{picture}-asked")
        dialogs.agree(self._hand, dialog)
        seen: set[float] = set()
        hand.wait(lambda: self._uploaded(seen, picture), "it is uploaded", 240)
        self.act_wait_stage(Stage.SUBMITTED)
        hand.shoot(picture)
        return len(seen)

    def act_wait_stage(self, stage: str) -> str:
        """Until the packet has come so far."""
        self._hand.wait(lambda: self._composing.standing.stage == stage, f"it is {stage}", 90)
        return stage

    def act_publish_packet(self, picture: str) -> str:
        """Let readers have what was approved."""
        hand, composer = self._hand, self._composer
        self.act_wait_stage(Stage.APPROVED)
        hand.shoot(f"{picture}-approved")
        hand.click(composer.screen.bar.button, "Phát hành…")
        dialog = dialogs.of(self._hand, composer.sending, "publish?")
        hand.shoot(f"{picture}-asked")
        dialogs.agree(self._hand, dialog)
        self.act_wait_stage(Stage.PUBLISHED)
        hand.shoot(picture)
        return self._composing.meeting

    def act_replace(self, name: str, path: str, picture: str) -> str:
        """From the meeting's desk: another file for one of its documents."""
        hand, composer = self._hand, self._composer
        hand.book.meeting.screen.show_tab(Tab.DESK)
        hand.wait(lambda: hand.book.meeting.desk_view is not None, "the desk")
        hand.desk.tabs.choose(0)
        hand.click(hand.desk.ready.revise_button, "Soạn bản mới")
        hand.wait(lambda: composer.screen.isVisible() and composer.view is not None, "a new version", 60)
        self._choose(name)
        assert composer.screen.list.here is not None
        composer.replace(composer.screen.list.here.id, Path(path))  # the system's own dialog asks which
        hand.wait(lambda: self._composing.changes.replaced, "the new file is read", 60)
        hand.settle(0.6)
        hand.shoot(picture)
        return self._composing.changes.replaced[0]

    def act_who_has_it(self) -> str:
        """From what was published to who has got it."""
        hand = self._hand
        hand.click(self._composer.screen.bar.button, "Xem ai đã có tài liệu")
        hand.wait(lambda: hand.desk.ready.isVisible() and hand.desk.ready.view is not None, "the board")
        return hand.desk.ready.headline

    # --- parts --------------------------------------------------------------------------------------------

    @property
    def _composer(self) -> Composer:
        return self._hand.book.composing.composer

    @property
    def _composing(self) -> ComposeView:
        view = self._composer.view
        assert view is not None
        return view

    @property
    def _packet(self) -> Composition:
        view = self._composer.view
        assert view is not None
        return view.draft.packet

    def _names(self) -> list[str]:
        return [one.name for _, one in self._packet.documents()]

    def _edit(self, step: object) -> None:
        """As a field of the side panel does."""
        self._composer.screen.side.edited.emit(step)

    def _choose(self, name: str) -> None:
        rows = self._composer.screen.list
        row = next(row for row in rows.rows.rows if row.title.endswith(name))
        rows.choose(row.id)
        self._hand.settle()

    def _uploaded(self, seen: set[float], picture: str) -> bool:
        """Look at the progress; a picture when it is under way."""
        work = self._composer.sending.work
        share = work.share
        if work.busy and share not in seen:
            seen.add(share)
            if len(seen) == 3:
                self._hand.shoot(f"{picture}-under-way")
        return not work.busy


def _of_motion(words: dict[str, str]) -> dict[str, object]:
    """A motion's values from words."""
    made: dict[str, object] = {}
    for key, word in words.items():
        if key == "kind":
            made[key] = MotionKind(word)
        elif key == "secrecy":
            made[key] = Secrecy(word)
        elif key == "timing":
            made[key] = Timing(word)
        elif key == "late":
            made[key] = Late(word)
        elif key == "choices":
            made[key] = tuple(word.split("|"))
        elif key in ("opens", "until"):
            made[key] = datetime.fromisoformat(word)
        else:
            made[key] = word
    return made
