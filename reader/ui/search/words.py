"""The sentences of searching."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.core.indexing import IndexView
from reader.core.searching import Found, Where
from reader.ui.format import number_text
from reader.ui.plain import plain_line


def lead(found: Found) -> str:
    """The few words at the left of a row."""
    if found.page is not None:
        return QCoreApplication.translate("Search", "Trang {page}").format(page=found.page + 1)
    return {
        Where.MEETING: QCoreApplication.translate("Search", "Kỳ họp"),
        Where.ITEM: QCoreApplication.translate("Search", "Mục"),
    }.get(found.where, QCoreApplication.translate("Search", "Tài liệu"))


def detail(found: Found, *, everywhere: bool) -> str:
    """The line under a row that does not stand below its document; empty where there is nothing to add."""
    parts: list[str] = []
    if found.where is Where.NOTE and found.document_name:
        parts.append(plain_line(found.document_name))
    if everywhere and found.where is not Where.MEETING:
        parts.append(plain_line(found.meeting_title))
    if found.where is Where.DOCUMENT and not found.has_text:
        parts.append(QCoreApplication.translate("Search", "Bản quét: không có chữ để tìm"))
    return " · ".join(parts)


def heading(found: Found, *, everywhere: bool) -> str:
    """What a group of rows is called."""
    if found.where is Where.NOTE:
        return QCoreApplication.translate("Search", "Ghi chú của tôi")
    if found.where is not Where.PAGE:
        return QCoreApplication.translate("Search", "Tên tài liệu và mục chương trình")
    name = plain_line(found.document_name)
    return f"{name} · {plain_line(found.meeting_title)}" if everywhere else name


def count(places: int, *, more: bool) -> str:
    """How many places a group or a search has."""
    shown = number_text(places) + ("+" if more else "")
    return QCoreApplication.translate("Search", "{n} chỗ", None, places + more).format(n=shown)


def scans_said(documents: int) -> str:
    """That so many documents were looked over in vain."""
    said = QCoreApplication.translate("Search", "{n} bản quét không có chữ để tìm", None, documents)
    return said.format(n=number_text(documents))


def status(places: int, documents: int, *, more: bool, scans: int) -> str:
    """The sentence above the results."""
    said = count(places, more=more)
    if documents > 1:
        said = QCoreApplication.translate("Search", "{places}, trong {n} tài liệu", None, documents).format(
            places=said, n=number_text(documents)
        )
    return f"{said} · {scans_said(scans)}" if scans else said


def position(now: int, places: int, documents: int, *, more: bool) -> str:
    """The sentence above the results while going through them."""
    total = number_text(places) + ("+" if more else "")
    said = QCoreApplication.translate("Search", "Chỗ {now}/{total}, trong {n} tài liệu", None, documents)
    return said.format(now=number_text(now), total=total, n=number_text(documents))


def indexing(view: IndexView) -> str:
    """That not everything can be found yet; empty when it can."""
    if view.complete:
        return ""
    said = QCoreApplication.translate(
        "Search", "Đang lập chỉ mục: {done}/{total} tệp. Kết quả chưa đủ.", None, view.total
    )
    return said.format(done=number_text(view.done), total=number_text(view.total))
