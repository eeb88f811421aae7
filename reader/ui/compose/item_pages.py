"""The side panel for the meeting itself and for an item of the agenda."""

from __future__ import annotations

from PySide6.QtCore import Signal

from reader.core.composing import composition as steps
from reader.core.composing.showing import ComposeView
from reader.ui.compose.access import AccessButton, AccessDialog
from reader.ui.compose.fields import Form, LineInput, MomentInput
from reader.ui.compose.page import Page
from reader.ui.compose.words import cut
from reader.ui.theme import Role
from reader.ui.widgets import Dialog, open_for
from reader.ui.widgets.button import Button, Kind
from reader.ui.widgets.layout import Row
from reader.ui.widgets.paragraph import Paragraph


class MeetingPage(Page):
    """Title, kind, place and time of the meeting; and the end of a draft that is not wanted."""

    discardRequested = Signal()
    invitationRequested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = LineInput(self.tr("Tên kỳ họp"))
        self.short = LineInput(self.tr("Tên ngắn"))
        self.kind = LineInput(self.tr("Loại kỳ họp"))
        self.place = LineInput(self.tr("Địa điểm"))
        self.starts = MomentInput(self.tr("Bắt đầu"))
        self.ends = MomentInput(self.tr("Kết thúc"))
        form = Form()
        self._title_row = form.add(self.tr("Tên kỳ họp"), self.title)
        form.add(self.tr("Tên ngắn"), self.short)
        form.add(self.tr("Loại kỳ họp"), self.kind)
        form.add(self.tr("Địa điểm"), self.place)
        self._starts_row = form.add(self.tr("Bắt đầu"), self.starts)
        self._ends_row = form.add(self.tr("Kết thúc"), self.ends)
        self.column.addWidget(Paragraph(self.tr("Thông tin kỳ họp"), Role.SERIF_SMALL))
        self.discard_button = Button(self.tr("Bỏ bản soạn này…"), Kind.DANGER, icon="trash")
        self.column.gap(14)
        self.column.addWidget(form)
        self.invite_button = Button(self.tr("Giấy mời, tệp lịch…"), icon="calendar-blank")
        self.column.gap(16)
        line = Row()
        line.addWidget(self.invite_button)
        line.addStretch(1)
        self.column.addLayout(line)
        self._end(self.discard_button)
        self.invite_button.clicked.connect(lambda _checked=False: self.invitationRequested.emit())
        self.discard_button.clicked.connect(lambda _checked=False: self.discardRequested.emit())
        self.title.kept.connect(self._keep_title)
        self.short.kept.connect(lambda: self._set(short=self.short.line))
        self.kind.kept.connect(lambda: self._set(kind=self.kind.line))
        self.place.kept.connect(lambda: self._set(place=self.place.line))
        self.starts.kept.connect(self._keep_times)
        self.ends.kept.connect(self._keep_times)

    def fill(self, view: ComposeView) -> None:
        meeting = view.draft.packet.meeting
        self.title.put(meeting.title)
        self.short.put(meeting.short)
        self.kind.put(meeting.kind)
        self.place.put(meeting.place)
        self.starts.put_moment(meeting.starts)
        self.ends.put_moment(meeting.ends)
        self.starts.usual_day = self.ends.usual_day = meeting.starts.astimezone().date()

    def _keep_title(self) -> None:
        self._title_row.say("" if self.title.line else self.tr("Kỳ họp phải có tên."))
        if self.title.line:
            self._set(title=self.title.line)

    def _keep_times(self) -> None:
        starts, ends = self.starts.moment, self.ends.moment
        asked = self.tr("Viết như 08:00 11/12/2026.")
        self._starts_row.say("" if starts is not None else asked)
        order = starts is not None and ends is not None and ends <= starts
        said = asked if ends is None else self.tr("Kết thúc phải sau lúc bắt đầu.") if order else ""
        self._ends_row.say(said)
        if starts is not None and ends is not None and not order:
            self._set(starts=starts, ends=ends)

    def _set(self, **changes: object) -> None:
        self.edited.emit(lambda packet: steps.set_meeting(packet, **changes))


class ItemPage(Page):
    """Title, speaker, time and readers of an item."""

    def __init__(self) -> None:
        super().__init__()
        self._view: ComposeView | None = None
        self._heading = Paragraph("", Role.SERIF_SMALL, max_lines=2)
        self.title = LineInput(self.tr("Tên mục"))
        self.speaker = LineInput(self.tr("Người trình bày"))
        self.starts = MomentInput(self.tr("Giờ"))
        self.starts.setPlaceholderText(self.tr("giờ:phút"))
        self.access = AccessButton()
        self.dialog: Dialog | None = None
        form = Form()
        self._title_row = form.add(self.tr("Tên mục"), self.title)
        form.add(self.tr("Người trình bày"), self.speaker)
        self._starts_row = form.add(self.tr("Giờ"), self.starts)
        form.add(self.tr("Người được đọc"), self.access)
        self.remove_button = Button(self.tr("Gỡ mục này"), Kind.DANGER, icon="trash")
        self.column.addWidget(self._heading)
        self.column.gap(14)
        self.column.addWidget(form)
        self._end(self.remove_button)
        self.title.kept.connect(self._keep_title)
        self.speaker.kept.connect(lambda: self._set(speaker=self.speaker.line))
        self.starts.kept.connect(self._keep_starts)
        self.access.clicked.connect(lambda _checked=False: self.ask_access())
        self.remove_button.clicked.connect(lambda _checked=False: self.removed.emit(self.row))

    def fill(self, view: ComposeView) -> None:
        self._view = view
        packet = view.draft.packet
        item = packet.item(self.row)
        number = [one.id for one in packet.items].index(item.id) + 1
        self._heading.set_text(self.tr("Mục {n}").format(n=number))
        self.title.put(item.title)
        self.speaker.put(item.speaker)
        self.starts.put_moment(item.starts)
        self.starts.usual_day = packet.meeting.starts.astimezone().date()
        self.access.put(item.access, view.people)

    def ask_access(self) -> None:
        """Who may read it?"""
        if self._view is None:
            return
        which, item = self.row, self._view.draft.packet.item(self.row)
        dialog = AccessDialog(self, cut(item.title), self._view.people, item.access)
        dialog.accepted.connect(
            lambda: self.edited.emit(
                lambda packet, access=dialog.chosen: steps.set_item(packet, which, access=access)
            )
        )
        open_for(self, dialog)

    def _keep_title(self) -> None:
        self._title_row.say("" if self.title.line else self.tr("Mục phải có tên."))
        if self.title.line:
            self._set(title=self.title.line)

    def _keep_starts(self) -> None:
        self._starts_row.say(self.tr("Viết như 08:00, hoặc 08:00 11/12/2026.") if self.starts.wrong else "")
        if not self.starts.wrong:
            self._set(starts=self.starts.moment)

    def _set(self, **changes: object) -> None:
        which = self.row
        self.edited.emit(lambda packet: steps.set_item(packet, which, **changes))
