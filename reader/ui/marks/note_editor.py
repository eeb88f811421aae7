"""Writing a note: its text, who may read it, and nothing is lost while it is written."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from reader.ui.marks.draft import NoteDraft
from reader.ui.theme import Colour, Role, current
from reader.ui.widgets import Button, Kind, Panel, Paragraph, Row, Themed, hold
from reader.ui.widgets.tabs import Segments
from sync.model.annotation import Audience

_AUTOSAVE_MS: Final = 700
"""From the first key on."""
_LONGEST: Final = 10_000
_AUDIENCES: Final = (Audience.PRIVATE, Audience.SECRETARY)


class NoteEditor(Panel):
    """One note at a time. `draftChanged` comes within a second of every change: a crash costs nothing."""

    draftChanged = Signal(str)
    saved = Signal(object)
    """NoteDraft with its text and audience."""
    cancelled = Signal(object)
    """NoteDraft as it was left; a text in it may still be wanted back."""
    deleteRequested = Signal(str)
    """MarkId."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((16, 12, 12, 12), 8, Colour.PAPER, parent)
        self._draft = NoteDraft(0)
        self._sent = False
        """Others have it: who reads it is changed by itself, not with its words."""
        self._autosave = QTimer(self)
        self._autosave.setSingleShot(True)
        self._autosave.setInterval(_AUTOSAVE_MS)
        self._autosave.timeout.connect(lambda: self.draftChanged.emit(self.text))
        self._title = Paragraph("", Role.BODY_STRONG, max_lines=1)
        self._quote = Paragraph("", Role.NOTE, Colour.INK2, max_lines=2)
        self._edit = _Text()
        self._edit.setAccessibleName(self.tr("Nội dung ghi chú"))
        self._edit.setPlaceholderText(self.tr("Viết ở đây…"))
        self._edit.textChanged.connect(self._on_typed)
        self._edit.installEventFilter(self)
        self._who = Segments([self.tr("Riêng tôi"), self.tr("Gửi thư ký")], name=self.tr("Ai đọc được"))
        self._who.changed.connect(lambda _number: self._on_who())
        self._told = Paragraph("", Role.NOTE, Colour.INK2)
        self._save = Button(self.tr("Lưu"), Kind.PRIMARY)
        self._save.clicked.connect(lambda _checked=False: self.save())
        self._cancel = Button(self.tr("Hủy"))
        self._cancel.clicked.connect(lambda _checked=False: self.cancel())
        self._delete = Button("", Kind.QUIET, icon="trash", name=self.tr("Xóa ghi chú"))
        self._delete.clicked.connect(lambda _checked=False: self._on_delete())
        buttons = Row(spacing=8)
        buttons.addWidget(self._delete)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._save)
        self.column.addWidget(self._title)
        self.column.addWidget(self._quote)
        self.column.addWidget(self._edit)
        self.column.addWidget(self._who)
        self.column.addWidget(self._told)
        self.column.addLayout(buttons)
        hold(self._edit, min_height=96, max_height=168)

    @property
    def field(self) -> QPlainTextEdit:
        """Where it is written."""
        return self._edit

    @property
    def audience(self) -> Segments:
        """Who will be able to read it."""
        return self._who

    @property
    def text(self) -> str:
        """What is written."""
        return self._edit.toPlainText()

    @property
    def draft(self) -> NoteDraft:
        """The note as it stands now."""
        audience = self._draft.audience if self._sent else _AUDIENCES[max(0, self._who.chosen)]
        return replace(self._draft, text=self.text.strip(), audience=audience)

    @property
    def changed(self) -> bool:
        """There is something that was not saved."""
        now = self.draft
        return now.text != self._draft.text.strip() or now.audience is not self._draft.audience

    def edit(self, draft: NoteDraft) -> None:
        """Write this note; the keyboard goes into its text."""
        self._autosave.stop()
        self._draft = draft
        new = draft.mark is None
        title = self.tr("Ghi chú mới, trang {page}") if new else self.tr("Ghi chú trang {page}")
        self._title.set_text(title.format(page=draft.page + 1))
        self._quote.set_text(f"“{draft.quote.exact}”" if draft.quote is not None else "")
        self._quote.setVisible(draft.quote is not None)
        self._edit.setPlainText(draft.text)
        self._autosave.stop()
        self._sent = sent = draft.mark is not None and draft.audience is not Audience.PRIVATE
        self._who.setVisible(not sent)
        self._who.choose(0 if draft.audience is Audience.PRIVATE else 1)
        self._delete.setVisible(not new)
        self._say(sent)
        self._on_typed_state()
        self.take_keyboard()

    def forget(self) -> None:
        """Nothing is being written."""
        self._draft, self._sent = NoteDraft(0), False
        self._edit.clear()
        self._quote.set_text("")
        self._autosave.stop()

    def set_text(self, text: str) -> None:
        """Write for the person: a draft that was kept."""
        self._edit.setPlainText(text)

    def take_keyboard(self) -> None:
        """Go on writing."""
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        cursor = self._edit.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self._edit.setTextCursor(cursor)

    def save(self) -> None:
        """Hand the note over, unless it is empty."""
        if self.draft.text or self._draft.mark is not None:
            self._autosave.stop()
            self.saved.emit(self.draft)

    def cancel(self) -> None:
        """Stop writing."""
        self._autosave.stop()
        self.cancelled.emit(self.draft)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.save()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.cancel()
                return True
        return super().eventFilter(watched, event)

    def _on_typed(self) -> None:
        if len(self._edit.toPlainText()) > _LONGEST:
            self._edit.textCursor().deletePreviousChar()
        # Not started again by every key: whoever types without a pause is saved too.
        if not self._autosave.isActive():
            self._autosave.start()
        self._on_typed_state()

    def _on_typed_state(self) -> None:
        self._save.setEnabled(bool(self._edit.toPlainText().strip()) or self._draft.quote is not None)

    def _on_who(self) -> None:
        self._say(False)
        if not self._autosave.isActive():
            self._autosave.start()

    def _on_delete(self) -> None:
        if self._draft.mark is not None:
            self._autosave.stop()
            self.deleteRequested.emit(self._draft.mark)

    def _say(self, sent: bool) -> None:
        if sent:
            everybody = self._draft.audience is Audience.MEETING
            text = (
                self.tr("Ghi chú này đã gửi cả kỳ họp; bản sửa cũng sẽ gửi.")
                if everybody
                else self.tr("Ghi chú này đã gửi thư ký; bản sửa cũng sẽ gửi.")
            )
        elif self._who.chosen == 1:
            text = self.tr("Thư ký sẽ đọc được, ghi tên người viết.")
        else:
            text = self.tr("Không ai khác đọc được.")
        self._told.set_text(text)


class _Text(QPlainTextEdit, Themed):
    """Tab leaves it; the line has the body's font."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.follow()

    def restyle(self) -> None:
        self.setFont(current().font(Role.BODY))
        super().restyle()
