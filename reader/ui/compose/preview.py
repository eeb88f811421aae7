"""A file of the draft in its pages, over the agenda."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from reader.pdf import PdfClient
from reader.ui.compose.words import cut
from reader.ui.page.one_file import OneFile
from reader.ui.tasks import Asker
from reader.ui.theme import Role
from reader.ui.widgets.button import Button
from reader.ui.widgets.layout import Row
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.surface import Line, Panel
from sync.model.ids import Digest


class Preview(Panel):
    """`left` by its button or Escape."""

    left = Signal()

    def __init__(self, books: Asker, pdf: PdfClient) -> None:
        super().__init__()
        self.file = OneFile(books, pdf)
        self.back_button = Button(self.tr("Về bản soạn"), icon="arrow-left")
        self._name = Paragraph("", Role.BODY_STRONG, max_lines=1)
        bar = QWidget()
        row = Row(bar, (16, 6, 16, 6), 16)
        row.addWidget(self.back_button)
        row.addWidget(self._name, 1)
        self.column.addWidget(bar)
        self.column.addWidget(Line())
        self.column.addWidget(self.file, 1)
        self.back_button.clicked.connect(lambda _checked=False: self.left.emit())
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)

    def open(self, name: str, file: Digest) -> None:
        """Show a file's pages."""
        self._name.set_text(cut(name))
        self.file.open(file)
        self.file.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_file(self) -> None:
        """Nothing of it stays."""
        self.file.close_file()
