"""The named ballots as an Excel workbook. Every cell is a string."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from reader.core.office.count_lines import note
from reader.core.office.result_sheet import REASONS, ROUTES
from reader.core.office.xlsx_file import plain_sheet, workbook
from reader.core.plain import plain, plain_line
from reader.core.views import DeskMotion

_COLUMNS: Final = (
    ("Nội dung biểu quyết", 44),
    ("Đại biểu", 28),
    ("Lựa chọn", 24),
    ("Ý kiến khác", 44),
    ("Được tính", 12),
    ("Lý do không tính", 26),
    ("Ghi nhận lúc", 20),
    ("Đến bằng", 22),
    ("Ghi chú", 44),
)


def ballots_xlsx(motions: Sequence[DeskMotion], office: str, made: datetime) -> bytes:
    """The whole file, one row a ballot."""
    out = io.BytesIO()
    book, looks = workbook(out, "Phiếu biểu quyết ghi tên", plain_line(office), made)
    rows = [row for motion in motions for row in _rows(motion)]
    plain_sheet(book.add_worksheet("Từng phiếu"), looks, _COLUMNS, rows)
    book.close()
    return out.getvalue()


def _rows(shown: DeskMotion) -> list[tuple[str, ...]]:
    labels = {choice.id: plain_line(choice.label) for choice in shown.motion.choices}
    title = f"{shown.motion.number}. {plain_line(shown.motion.title)}"
    return [
        (
            title,
            plain_line(ballot.name),
            ", ".join(labels.get(choice, choice) for choice in ballot.choices),
            plain(ballot.text),
            "Có" if ballot.counted else "Không",
            "" if ballot.counted else REASONS.get(ballot.reason, "không được tính"),
            f"{ballot.recorded_at.astimezone():%H:%M:%S %d/%m/%Y}",
            ROUTES.get(ballot.via, "cách khác"),
            note(ballot),
        )
        for ballot in shown.ballots
    ]
