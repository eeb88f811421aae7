"""Asks before documents come to where others may read them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from reader.core.composing.outline import Wider
from reader.ui.compose.words import cut
from reader.ui.widgets import Dialog

_NAMES = 4
"""How many documents are named; how many more there are is said."""


class WiderDialog(Dialog):
    """Accepted when they are to go there all the same."""

    def __init__(self, parent: QWidget, found: Sequence[Wider]) -> None:
        names = [f"“{cut(one.name)}”" for one in found[:_NAMES]]
        if len(found) > _NAMES:
            more = len(found) - _NAMES
            names.append(
                QCoreApplication.translate("WiderDialog", "và {n} tài liệu khác", None, more).format(n=more)
            )
        lines = dict.fromkeys(_said(one) for one in found)
        super().__init__(
            QCoreApplication.translate("WiderDialog", "Thêm người đọc được"),
            parent,
            heading=", ".join(names),
            text="\n".join(lines),
            safe=QCoreApplication.translate("WiderDialog", "Để ở chỗ cũ"),
            action=QCoreApplication.translate("WiderDialog", "Vẫn chuyển"),
        )
        self.body.gap(16)


def _said(one: Wider) -> str:
    if one.more is None:
        text = QCoreApplication.translate(
            "WiderDialog",
            "Mục này ai cũng đọc được: “{item}”. Chuyển vào đó thì mọi người trong kỳ họp đọc được, không "
            "chỉ những người đã chọn.",
        )
        return text.format(item=cut(one.item))
    text = QCoreApplication.translate(
        "WiderDialog",
        "Mục này có người đọc khác: “{item}”. Chuyển vào đó thì thêm {n} người đọc được.",
        None,
        one.more,
    )
    return text.format(item=cut(one.item), n=one.more)
