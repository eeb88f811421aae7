"""A meeting to show: five items, seven documents in every state."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from reader.core.views import DocumentView, ItemView, MeetingCard, MeetingView, PacketState
from sync.model.ids import Digest, DocumentId, ItemId, MeetingId
from sync.model.meeting import Urgency

DAY = datetime(2026, 12, 11, 1, 0, tzinfo=UTC)
MEETING = MeetingId("m-1")


def document(number: int, name: str, **changes: Any) -> DocumentView:
    """A complete document of 18 pages, with `changes`."""
    values: dict[str, Any] = {
        "id": DocumentId(f"d-{number}"),
        "meeting": MEETING,
        "name": name,
        "symbol": "",
        "summary": "",
        "issuer": "UBND xã Suối Lam",
        "issued": None,
        "urgency": Urgency.NORMAL,
        "pages": 18,
        "size": 640_000,
        "have": 640_000,
        "sha256": Digest("0" * 64),
        "has_text": True,
    }
    values.update(changes)
    return DocumentView(**values)


def item(number: int, title: str, *documents: DocumentView, speaker: str = "") -> ItemView:
    """An item that begins `number` half hours after eight."""
    starts = DAY + timedelta(minutes=30 * (number - 1))
    return ItemView(ItemId(f"i-{number}"), str(number), title, speaker, starts, documents)


def session(**changes: Any) -> MeetingView:
    """The whole meeting; `changes` are those of the card, or `items`."""
    items = changes.pop(
        "items",
        (
            item(1, "Khai mạc, điểm danh"),
            item(
                2,
                "Kinh tế – xã hội năm 2026",
                document(1, "Báo cáo 145/BC-UBND", summary="Tình hình kinh tế – xã hội", pages=42),
                document(2, "Phụ lục biểu số liệu", has_text=False, pages=6),
                speaker="Đinh Thị Huệ, Phó Chủ tịch UBND",
            ),
            item(
                3,
                "Dự toán và phân bổ ngân sách năm 2027",
                document(3, "Tờ trình 12/TTr-UBND", summary="Phân bổ ngân sách xã", pages=9, changed=True),
                document(4, "Dự thảo nghị quyết", summary="Kèm 4 phụ lục", urgency=Urgency.URGENT, new=True),
                document(5, "Báo cáo thẩm tra 08/BC-BKTNS", summary="Ban Kinh tế – Ngân sách", have=412_000),
                speaker="Quách Văn Quyền, Chủ tịch UBND",
            ),
            item(4, "Đầu tư công năm 2027", document(6, "Bản đồ quy hoạch A3", have=0, pages=1)),
            item(5, "Chất vấn và trả lời chất vấn"),
        ),
    )
    values: dict[str, Any] = {
        "id": MEETING,
        "title": "Kỳ họp thứ năm, Hội đồng nhân dân xã Suối Lam",
        "short": "Kỳ họp thứ năm",
        "kind": "Kỳ họp",
        "place": "Hội trường UBND xã",
        "starts": DAY,
        "ends": DAY + timedelta(hours=8),
        "state": PacketState.PARTIAL,
        "version": 2,
        "files": 6,
        "files_have": 4,
        "bytes_total": 12_000_000,
        "bytes_have": 9_000_000,
        "new_documents": 1,
        "changed_documents": 1,
        "change": "Thay Tờ trình 12 vì đổi hai con số ở bảng chi; thêm dự thảo nghị quyết.",
        "made": DAY - timedelta(minutes=20),
        "open_motions": 0,
    }
    values.update(changes)
    return MeetingView(MeetingCard(**values), items, (), ())


class Makers:
    """What the tests build their views with."""

    document = staticmethod(document)
    item = staticmethod(item)
    session = staticmethod(session)


@pytest.fixture
def make() -> type[Makers]:
    """The makers."""
    return Makers
