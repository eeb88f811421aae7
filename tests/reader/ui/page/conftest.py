"""A real PDF child, documents made on the spot, and a dressed application."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pymupdf
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.pdfs import BytesSource

from reader.core.views import Fit, Place
from reader.pdf import PdfClient
from reader.ui.page.source import Opening, PageSource
from reader.ui.page.view import PageView
from reader.ui.theme import Mode, current
from sync.model.annotation import Colour

FONT = Path(__file__).parents[4] / "resources/third_party/source-serif-4/SourceSerif4_400Regular.ttf"
TEXT = (
    "2. Tổng chi ngân sách xã năm 2027 là 48.620 triệu đồng, tăng 6,4 % so với ước thực hiện năm "
    "2026, gồm chi đầu tư phát triển, chi thường xuyên và dự phòng ngân sách theo quy định.\n"
    "3. Nguyên tắc phân bổ: bảo đảm nguồn chi lương và các khoản có tính chất lương; ưu tiên các công "
    "trình chuyển tiếp; bố trí tối thiểu 1.850 triệu đồng để hoàn thành đường liên thôn Suối Lam – "
    "Đồng Bưởi trước mùa mưa năm 2027.\n"
    "4. Ủy ban nhân dân xã chịu trách nhiệm giao dự toán cho các đơn vị trước ngày 31 tháng 12 năm "
    "2026, công khai theo Luật Ngân sách nhà nước và báo cáo Hội đồng nhân dân tại kỳ họp gần nhất.\n"
    "5. Trong quá trình điều hành, nếu nguồn thu không đạt dự toán, Ủy ban nhân dân xã trình Thường "
    "trực Hội đồng nhân dân phương án sắp xếp lại nhiệm vụ chi.\n"
    "6. Nguồn vốn hỗ trợ từ ngân sách cấp trên được phân bổ theo đúng mục tiêu, nhiệm vụ và thời hạn "
    "đã giao; không dùng cho chi thường xuyên.\n"
)


def council_pdf(pages: int, mark: str = "", sizes: dict[int, tuple[float, float]] | None = None) -> bytes:
    """A4 pages of text with 30 and 20 mm margins; the page number stands at the foot."""
    return _printed(mark, tuple((sizes or {}).get(number, (595.0, 842.0)) for number in range(pages)))


@cache
def _printed(mark: str, sizes: tuple[tuple[float, float], ...]) -> bytes:
    document = pymupdf.open()
    for number, (width, height) in enumerate(sizes):
        page = document.new_page(width=width, height=height)
        page.insert_font(fontname="vn", fontfile=str(FONT))
        page.insert_textbox(
            (85, 60, width - 56, height - 60),
            f"Phần {number + 1}. {mark}\n" + TEXT * 2,
            fontname="vn",
            fontsize=14,
            lineheight=1.4,
            align=3,
        )
        page.insert_text((width / 2, height - 30), f"{number + 1}", fontname="vn", fontsize=11)
    return bytes(document.tobytes(garbage=3, deflate=True))


@pytest.fixture(scope="session")
def make_pdf() -> Callable[..., bytes]:
    return council_pdf


@pytest.fixture(scope="session")
def pdf_client() -> Iterator[PdfClient]:
    client = PdfClient()
    yield client
    client.close()


@pytest.fixture
def open_pdf(qtbot: QtBot, pdf_client: PdfClient) -> Iterator[Callable[[bytes], PageSource]]:
    """Opens bytes through the child; what a test leaves open is closed after it."""
    opened: list[PageSource] = []

    def open_bytes(data: bytes) -> PageSource:
        opening = Opening(pdf_client, BytesSource(data))
        with qtbot.waitSignal(opening.opened, timeout=20_000) as waited:
            pass
        source = waited.args[0]
        opened.append(source)
        return source

    yield open_bytes
    for source in opened:
        source.close()


@pytest.fixture
def view(qtbot: QtBot) -> PageView:
    shown = PageView()
    qtbot.addWidget(shown)
    shown.resize(732, 560)
    shown.show()
    return shown


@pytest.fixture
def sheet(
    qtbot: QtBot, view: PageView, open_pdf: Callable[[bytes], PageSource], make_pdf: Callable[..., bytes]
) -> PageView:
    """Two pages, of which the first is seen whole; what is marked is pink."""
    with qtbot.waitSignal(view.firstPainted, timeout=20_000):
        view.set_document(open_pdf(make_pdf(2)), Place(fit=Fit.PAGE))
    view.ink = Colour.PINK
    return view


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    theme = current()
    theme.apply(qapp)
    yield
    theme.set_mode(Mode.LIGHT)
    theme.set_scale(1.0)
