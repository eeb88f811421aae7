"""Below the reconciliation sheet: what is known of the line chosen, and what can be done about it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reader.core.count_views import EntryState, EntryView, SheetRow, Source
from reader.core.views import DeskMotion, DeskView
from reader.ui.desk import count_words as words
from reader.ui.desk.count_dialogs import CountDialogs
from reader.ui.format import moment_text
from reader.ui.plain import plain_line
from reader.ui.theme import Colour, Role
from reader.ui.widgets.button import Button, Kind
from reader.ui.widgets.layout import Column, Flow
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.pill import TONE_INK
from reader.ui.widgets.surface import Card
from sync.model.counts import ADMITTERS


class EntryStrip(Card):
    """There only while there is something to say."""

    def __init__(self, dialogs: CountDialogs, parent: QWidget | None = None) -> None:
        super().__init__((16, 10, 16, 10), 2, parent=parent)
        self._dialogs = dialogs
        self._row: SheetRow | EntryView | None = None
        self._entry: EntryView | None = None
        self._what = Paragraph("", Role.BODY_STRONG)
        self._state = Paragraph("", Role.NOTE_MEDIUM)
        self._who = Paragraph("", Role.NOTE, Colour.INK2)
        self.confirm_button = Button(self.tr("Xác nhận…"))
        self.confirm_button.clicked.connect(lambda _checked=False: self._confirm())
        self.withdraw_button = Button(self.tr("Rút lần ghi này…"), Kind.QUIET, icon="arrow-u-up-left")
        self.withdraw_button.clicked.connect(lambda _checked=False: self._withdraw())
        self.admit_button = Button(self.tr("Đề nghị tính…"))
        self.admit_button.clicked.connect(lambda _checked=False: self._admit())
        self._buttons = QWidget()
        flow = Flow(self._buttons, (0, 6, 0, 0), 8)
        for button in (self.confirm_button, self.admit_button, self.withdraw_button):
            flow.addWidget(button)
        words_ = Column()
        for part in (self._what, self._state, self._who):
            words_.addWidget(part)
        self.column.addLayout(words_)
        self.column.addWidget(self._buttons)
        self.hide()

    @property
    def text(self) -> str:
        """All that is said."""
        lines = (self._what.text(), self._state.text(), self._who.text())
        return "\n".join(line for line in lines if line)

    def set_row(self, view: DeskView, shown: DeskMotion, row: SheetRow | EntryView | None) -> None:
        """Say what is known of this one; None hides it."""
        self._row = row
        entry = row if isinstance(row, EntryView) else _entry_of(shown, row) if row is not None else None
        self._entry = entry
        late = isinstance(row, SheetRow) and row.source is Source.LATE and not _stands(entry)
        self.setVisible(row is not None and (entry is not None or late))
        if row is None:
            return
        what, state, who = "", "", ""
        if entry is not None:
            said = words.entry_state(entry, view.owner.roles)
            what = words.entry_text(shown.motion, entry)
            state, who = said.text, words.written_by(entry)
            self._state.set_colour(TONE_INK[said.tone])
        elif late and isinstance(row, SheetRow):
            at = moment_text(row.recorded) if row.recorded is not None else ""
            what = self.tr("Phiếu đến muộn lúc {time}, chưa tính").format(time=at)
        may_admit = late and shown.sheet.admits and bool(ADMITTERS & set(view.owner.roles))
        if late and not shown.sheet.admits:
            who = words.late_denied()
        if isinstance(row, SheetRow):
            what = f"{plain_line(row.name)} – {what}"
        self._what.set_text(what)
        for part, text in ((self._state, state), (self._who, who)):
            part.set_text(text)
            part.setVisible(bool(text))
        busy = self._dialogs.busy
        self.confirm_button.setVisible(entry is not None and entry.may_confirm)
        self.withdraw_button.setVisible(entry is not None and entry.may_withdraw)
        self.admit_button.setVisible(may_admit)
        for button in (self.confirm_button, self.withdraw_button, self.admit_button):
            button.setEnabled(not busy)
        shown_ = (self.confirm_button, self.withdraw_button, self.admit_button)
        self._buttons.setVisible(any(not button.isHidden() for button in shown_))

    def _confirm(self) -> None:
        if self._entry is not None:
            self._dialogs.confirm_one(self._entry)

    def _withdraw(self) -> None:
        if self._entry is not None:
            self._dialogs.withdraw(self._entry)

    def _admit(self) -> None:
        if isinstance(self._row, SheetRow):
            self._dialogs.admit(self._row)


def _entry_of(shown: DeskMotion, row: SheetRow) -> EntryView | None:
    """What stands for this person, else what was last refused or taken back."""
    if row.entry is not None:
        return row.entry
    if row.source is Source.BALLOT:
        return None
    return next((one for one in shown.sheet.entries if row.person in one.persons), None)


def _stands(entry: EntryView | None) -> bool:
    return entry is not None and entry.state in (EntryState.WAITING, EntryState.COUNTS)
