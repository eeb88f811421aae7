"""The sheet of a result as PDF: A4, in the bundled fonts, with the parts and words of the Word document."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

from reader.core.office.result_paper import (
    CHOICE_COLUMNS,
    COUNT_COLUMNS,
    SUBJECT,
    count_rows,
    facts,
    findings,
    signers,
)
from reader.core.office.result_sheet import ResultSheet
from reader.ui.theme import fonts

_DOTS = 600
"""Of an inch: fine enough for hairlines; the letters are outlines anyway."""
_SIZE, _TITLE, _SMALL = 12.5, 14.0, 11.0
"""Points."""
_POINT = 96 / 72
"""A point as a document measures lengths: it brings them to the dots of the paper itself."""
_CENTRE, _LEFT = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignLeft


def result_pdf(sheet: ResultSheet) -> bytes:
    """The whole file. Needs a QGuiApplication; on the window's thread. Text in it is text, never markup."""
    fonts.register()
    out = QByteArray()
    buffer = QBuffer(out)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS)
    writer.setTitle(f"{SUBJECT}: {sheet.title}")
    writer.setAuthor(sheet.office)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(30, 20, 15, 20), QPageLayout.Unit.Millimeter)
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    document.setDocumentMargin(0)
    document.setDefaultFont(_look().font())
    document.setPageSize(QSizeF(writer.width(), writer.height()))
    _Sheet(document).write(sheet)
    _print(document, writer)
    buffer.close()
    return bytes(out.data())


def _print(document: QTextDocument, writer: QPdfWriter) -> None:
    """Every page, with its number above it on all but the first."""
    painter = QPainter(writer)
    wide, high = writer.width(), writer.height()
    for page in range(document.pageCount()):
        if page:
            writer.newPage()
            painter.setFont(_look(size=_SIZE).font())
            painter.setPen(QColor(Qt.GlobalColor.black))
            above = QRectF(0, -_DOTS * 0.5, wide, _DOTS * 0.3)
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, str(page + 1))
        painter.save()
        painter.translate(0, -page * high)
        document.drawContents(painter, QRectF(0, page * high, wide, high))
        painter.restore()
    painter.end()


class _Sheet:
    """Writes the parts one below the other."""

    def __init__(self, document: QTextDocument) -> None:
        self._cursor = QTextCursor(document)

    def write(self, sheet: ResultSheet) -> None:
        """All of it; it is laid out once, in the end."""
        self._cursor.beginEditBlock()
        self._head(sheet)
        self._block("BIÊN BẢN", _look(bold=True, size=_TITLE), _CENTRE, above=14)
        self._block(f"{SUBJECT}: {sheet.title}", _look(bold=True, size=_TITLE), _CENTRE, below=6)
        for label, text in facts(sheet):
            self._fact(label, text)
        self._table([list(line) for line in sheet.totals], (80, 20))
        if sheet.counts:
            self._table([COUNT_COLUMNS, *count_rows(sheet)], (34, 15, 15, 15, 21), head=True, numbers=4)
        heads = [list(CHOICE_COLUMNS)]
        lines = [[one.label, one.votes, one.share, one.note] for one in sheet.choices]
        self._table(heads + lines, (40, 13, 22, 25), head=True)
        for label, text in findings(sheet):
            self._fact(label, text)
        self._signatures(sheet)
        self._cursor.endEditBlock()

    def _head(self, sheet: ResultSheet) -> None:
        table = self._grid(1, (45, 55), border=False)
        bold = _look(bold=True, size=_SMALL)
        self._cell(
            table, 0, 0, [(sheet.office.upper(), bold), ("_________", _look()), ("Số:        /BB", _look())]
        )
        state = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold)
        self._cell(table, 0, 1, [state, ("Độc lập - Tự do - Hạnh phúc", _look(bold=True, underline=True))])
        self._leave()

    def _fact(self, label: str, text: str) -> None:
        self._block(f"{label}: ", _look(bold=True), above=3)
        for number, line in enumerate(text.split("\n")):
            if number:
                self._block(line, _look())
            else:
                self._cursor.insertText(line, _look())

    def _table(
        self, rows: Sequence[Sequence[str]], widths: Sequence[int], *, head: bool = False, numbers: int = 2
    ) -> None:
        """``numbers`` columns behind the first one stand in the middle."""
        table = self._grid(len(rows), widths, border=True, head=head, above=8)
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                bold = (head and at == 0) or column == 1
                middle = (head and at == 0) or 1 <= column <= numbers
                self._cell(table, at, column, [(text, _look(bold=bold))], _CENTRE if middle else _LEFT)
        self._leave()

    def _signatures(self, sheet: ResultSheet) -> None:
        table = self._grid(1, (50, 50), border=False, above=16)
        for column, (office, name) in enumerate(signers(sheet)):
            lines = [(office, _look(bold=True)), ("(Ký, ghi rõ họ tên)", _look(size=_SMALL))]
            self._cell(table, 0, column, [*lines, *[("", _look())] * 3, (name, _look(bold=True))])
        self._leave()

    def _grid(
        self, rows: int, widths: Sequence[int], *, border: bool, head: bool = False, above: float = 0
    ) -> QTextTable:
        """A table over the whole width; the columns have these per cent of it."""
        look = QTextTableFormat()
        look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        look.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.PercentageLength, width) for width in widths]
        )
        look.setBorder(1 if border else 0)
        look.setBorderBrush(QColor(Qt.GlobalColor.black))
        look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        look.setBorderCollapse(True)
        look.setCellPadding(_POINT * (3 if border else 0))
        look.setCellSpacing(0)
        look.setTopMargin(above * _POINT)
        look.setHeaderRowCount(1 if head else 0)
        return self._cursor.insertTable(rows, len(widths), look)

    def _cell(
        self,
        table: QTextTable,
        row: int,
        column: int,
        lines: Sequence[tuple[str, QTextCharFormat]],
        align: Qt.AlignmentFlag = _CENTRE,
    ) -> None:
        cursor = table.cellAt(row, column).firstCursorPosition()
        for number, (text, look) in enumerate(lines):
            stand = QTextBlockFormat()
            stand.setAlignment(align)
            if number:
                cursor.insertBlock(stand, look)
            else:
                cursor.setBlockFormat(stand)
                cursor.setBlockCharFormat(look)
            cursor.insertText(text, look)

    def _leave(self) -> None:
        """Go on below the table."""
        self._cursor.movePosition(QTextCursor.MoveOperation.End)

    def _block(
        self,
        text: str,
        look: QTextCharFormat,
        align: Qt.AlignmentFlag = _LEFT,
        *,
        above: float = 0,
        below: float = 0,
    ) -> None:
        stand = QTextBlockFormat()
        stand.setAlignment(align)
        stand.setTopMargin(above * _POINT)
        stand.setBottomMargin(below * _POINT)
        self._cursor.insertBlock(stand, look)
        self._cursor.insertText(text, look)


def _look(*, bold: bool = False, underline: bool = False, size: float = _SIZE) -> QTextCharFormat:
    font = QFont([fonts.SERIF])
    font.setPointSizeF(size)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setUnderline(underline)
    look = QTextCharFormat()
    look.setFont(font)
    look.setForeground(QColor(Qt.GlobalColor.black))
    return look
