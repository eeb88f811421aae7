"""Room on the hub's disk, and how old the newest backup is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from reader.core.admin_views import OfficeView
from reader.ui.admin.page import Page
from reader.ui.format import moment_text, number_text, size_text
from reader.ui.plain import plain_line
from reader.ui.stack import Entry, Stack
from reader.ui.theme import Role, Tone
from reader.ui.widgets import Banner, Card, Column, Paragraph

_LOW = 0.1
"""With less of the disk free than this, somebody has to look."""


class StoragePage(Page):
    """Two cards: the disk, the backups."""

    def __init__(self) -> None:
        super().__init__()
        self.warning = Banner("", tone=Tone.BAD, icon="warning")
        self.warning.hide()
        self._room = Stack()
        self._backup = Stack()
        inside = QWidget()
        column = Column(inside, 0, 16)
        for title, stack in ((self.tr("Ổ đĩa máy chủ"), self._room), (self.tr("Sao lưu"), self._backup)):
            card = Card((1, 16, 1, 4))
            head = Column(margins=(20, 0, 20, 4))
            head.addWidget(Paragraph(title, Role.SERIF_SMALL))
            card.column.addLayout(head)
            card.column.addWidget(stack)
            column.addWidget(card)
        column.addStretch(1)
        self.column.addWidget(self.warning)
        self.column.gap(12)
        self.column.addWidget(inside, 1)

    def set_view(self, view: OfficeView) -> None:
        """Show how much room there is."""
        room = view.storage
        low = room.total > 0 and room.free < _LOW * room.total
        version = plain_line(view.overview.version)
        self.set_head(
            self.tr("Còn trống {size}").format(size=size_text(room.free)),
            self.tr("Chương trình máy chủ: bản {version}.").format(version=version) if version else "",
        )
        total = max(1, room.total)
        self._room.set_entries(
            [
                Entry("files", self.tr("Tài liệu"), size_text(room.documents), share=room.documents / total),
                Entry(
                    "list-bullets",
                    self.tr("Cơ sở dữ liệu: người, việc làm, phiếu, nhật ký"),
                    size_text(room.database),
                    share=room.database / total,
                ),
                Entry(
                    "desktop",
                    self.tr("Đã dùng trên cả ổ đĩa"),
                    self.tr("{used} trên {all}").format(
                        used=size_text(room.total - room.free), all=size_text(room.total)
                    ),
                    Tone.BAD if low else Tone.PLAIN,
                    share=(room.total - room.free) / total,
                ),
            ]
        )
        self._backup.set_entries([_backup(view)])
        self._warn(view, low=low)

    def _warn(self, view: OfficeView, *, low: bool) -> None:
        if view.backup_overdue:
            self.warning.set_words(
                self.tr("Chưa có bản sao lưu nào trong 48 giờ qua"),
                self.tr(
                    "Máy chủ hỏng lúc này thì mất những gì chỉ có ở đó. Trên máy chủ: chạy serve với "
                    "--backup, hoặc lệnh backup, và xem nhật ký của nó."
                ),
            )
        elif low:
            self.warning.set_words(
                self.tr("Ổ đĩa máy chủ sắp đầy"),
                self.tr("Đầy thì không nhận thêm tài liệu; phiếu và việc làm chờ ở máy của mọi người."),
            )
        self.warning.setVisible(low or view.backup_overdue)


def _backup(view: OfficeView) -> Entry:
    backup = view.backup
    if backup is None:
        said = QCoreApplication.translate("StoragePage", "Máy chủ không biết bản sao lưu nào")
        return Entry("floppy-disk", said, tone=Tone.BAD)
    title = QCoreApplication.translate("StoragePage", "Bản mới nhất: {time}").format(
        time=moment_text(backup.taken)
    )
    parts = [
        QCoreApplication.translate("StoragePage", "{n} bản được giữ", None, backup.copies).format(
            n=number_text(backup.copies)
        ),
        plain_line(backup.folder),
    ]
    if backup.version:
        said = QCoreApplication.translate("StoragePage", "do bản {version} ghi")
        parts.append(said.format(version=plain_line(backup.version)))
    return Entry("floppy-disk", title, " · ".join(parts), Tone.BAD if view.backup_overdue else Tone.PLAIN)
