"""Why a meeting was taken back: when, by whom, what is safe; and for the desk how far the recall got."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reader.core.views import MeetingCard, ReachRow, ReachView, RecallView
from reader.ui.format import moment_text
from reader.ui.plain import plain_line
from reader.ui.theme import Colour, Role
from reader.ui.widgets import Dialog, Paragraph

MOST_NAMES = 8


class RecalledDialog(Dialog):
    """Accepted when the person wants the notes as a file."""

    def __init__(self, card: MeetingCard, parent: QWidget) -> None:
        recall = card.recall
        if recall is None:
            raise ValueError("a meeting that was not recalled")
        super().__init__(
            self.tr("Đã thu hồi"),
            parent,
            heading=plain_line(card.title),
            safe=self.tr("Đóng"),
            action=self.tr("Xuất ghi chú của tôi…") if recall.notes else "",
        )
        self._pair(self.tr("Lý do"), plain_line(recall.reason) or self.tr("Văn phòng không ghi lý do."))
        self._pair(self.tr("Thu hồi"), self._when(recall))
        self._pair(self.tr("Trên máy này"), self._here(recall))
        if card.reach is not None:
            self._pair(self.tr("Đã đến các máy"), self._reach(card.reach))
        self.body.gap(16)

    def _pair(self, name: str, said: str) -> None:
        self.body.gap(16)
        self.body.addWidget(Paragraph(name, Role.NOTE_STRONG, Colour.INK2))
        self.body.addWidget(Paragraph(said, Role.BODY))

    def _when(self, recall: RecallView) -> str:
        upto = self.tr("đến bản {version}").format(version=recall.version)
        when = moment_text(recall.at) if recall.at is not None else ""
        return " · ".join(part for part in (when, plain_line(recall.by), upto) if part)

    def _here(self, recall: RecallView) -> str:
        gone = self.tr("Tài liệu đã xóa khỏi máy này và không mở được nữa.")
        if not recall.notes:
            return gone
        kept = self.tr("Vẫn còn {n} ghi chú đã viết, xuất ra tệp được.", None, recall.notes)
        return f"{gone} {kept.format(n=recall.notes)}"

    def _reach(self, reach: ReachView) -> str:
        destroyed = len(reach.destroyed)
        lines = [self.tr("Đã xóa: {n} máy.", None, destroyed).format(n=destroyed)]
        if reach.told:
            said = self.tr("Đã báo, chờ xác nhận: {names}.")
            lines.append(said.format(names=self._names(reach.told)))
        if reach.outstanding:
            lines.append(self.tr("Chưa đến: {names}.").format(names=self._names(reach.outstanding)))
        return "\n".join(lines)

    def _names(self, rows: tuple[ReachRow, ...]) -> str:
        shown = [plain_line(row.person) or row.device for row in rows[:MOST_NAMES]]
        more = len(rows) - len(shown)
        if more:
            shown.append(self.tr("và {n} máy nữa").format(n=more))
        return ", ".join(shown)
