"""The alarm that the hub has shown two logs of one motion: it stays for ever."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from reader.core.views import ForkView
from reader.ui.format import moment_text
from reader.ui.plain import plain_line
from reader.ui.theme import Tone
from reader.ui.widgets.banner import Banner
from reader.ui.widgets.layout import Column


class ForkBanner(QWidget):
    """Hidden while every log that was shown is one log."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.banner = Banner("", tone=Tone.BAD)
        Column(self, (26, 20, 24, 0)).addWidget(self.banner)
        self.hide()

    def set_forks(self, forks: Sequence[ForkView]) -> None:
        """Which motions, since when, and the two marks to show to others."""
        self.setVisible(bool(forks))
        lines = [
            self.tr("“{title}”, phát hiện {when}. Hai dấu sổ: {one} và {other}.").format(
                title=plain_line(fork.title), when=moment_text(fork.heard), one=fork.one, other=fork.other
            )
            for fork in forks
        ]
        lines.append(
            self.tr(
                "Phiếu, biên nhận và cả hai dấu sổ được giữ trên máy này làm chứng. Báo chủ tọa và thư ký, "
                "so dấu sổ với đại biểu khác, và kiểm phiếu lại bằng giấy."
            )
        )
        self.banner.set_words(
            self.tr("Hệ thống đã cho thấy hai sổ ghi phiếu khác nhau của cùng một nội dung"),
            "\n".join(lines),
        )
