"""The words of the meeting screen: what is said about an item and a document."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from reader.core.views import DocumentView, ItemView
from reader.ui.format import date_text, progress_text, size_text, time_text
from reader.ui.theme import Tone
from sync.model.meeting import Urgency

PillWords = tuple[str, str, Tone]
"""Icon name, words, tone."""


def item_note(item: ItemView, expanded: bool) -> str:
    """The line under an item's title: who speaks when it is open, else what it holds."""
    count = len(item.documents)
    if count == 0 or (expanded and item.speaker):
        return item.speaker
    said = QCoreApplication.translate("Agenda", "{n} tài liệu").format(n=count)
    new = sum(document.new for document in item.documents)
    changed = sum(document.changed and not document.new for document in item.documents)
    if new:
        said += " · " + QCoreApplication.translate("Agenda", "{n} mới").format(n=new)
    if read := sum(document.seen >= document.pages for document in item.documents):
        said += " · " + QCoreApplication.translate("Agenda", "đã đọc {n}").format(n=read)
    if changed:
        said += " · " + QCoreApplication.translate("Agenda", "{n} đổi bản").format(n=changed)
    return said


def document_note(document: DocumentView) -> str:
    """The line under a document's name: its symbol, unless the name has it, and its summary."""
    symbol = "" if document.symbol in document.name else document.symbol
    return " · ".join(part for part in (symbol, document.summary) if part)


def document_origin(document: DocumentView) -> str:
    """The line below: who issued it and when, how long it is and how much of it was read."""
    issued = "" if document.issued is None else date_text(document.issued)
    pages = read_text(document).replace(" ", "\u00a0")
    return "\u00a0· ".join(part for part in (document.issuer, issued, pages) if part)


def read_text(document: DocumentView) -> str:
    """How many pages it has, and how many of them this person has seen."""
    if not document.seen:
        said = QCoreApplication.translate("Agenda", "{n} trang")
    elif document.seen < document.pages:
        said = QCoreApplication.translate("Agenda", "đã đọc {seen}/{n} trang", None, document.pages)
    else:
        said = QCoreApplication.translate("Agenda", "đã đọc cả {n} trang", None, document.pages)
    return said.format(n=document.pages, seen=document.seen)


def document_state(document: DocumentView) -> str:
    """What is missing of a document; empty when all of it is here."""
    if document.complete:
        return ""
    if document.have == 0:
        size = size_text(document.size)
        return QCoreApplication.translate("Agenda", "Chờ tải, {size}").format(size=size)
    part = progress_text(document.have, document.size)
    return QCoreApplication.translate("Agenda", "Đã có {part}").format(part=part)


def scan_note(document: DocumentView) -> str:
    """Says that a document without a text layer cannot be searched; empty for the others."""
    if document.has_text:
        return ""
    return QCoreApplication.translate("Agenda", "Bản quét: không có chữ để tìm")


def urgency(document: DocumentView) -> str:
    """Độ khẩn, empty when normal."""
    return {
        Urgency.NORMAL: "",
        Urgency.URGENT: QCoreApplication.translate("Agenda", "Khẩn"),
        Urgency.VERY_URGENT: QCoreApplication.translate("Agenda", "Thượng khẩn"),
        Urgency.EXPRESS: QCoreApplication.translate("Agenda", "Hỏa tốc"),
    }[document.urgency]


def document_pills(document: DocumentView, made: datetime) -> tuple[PillWords, ...]:
    """The pills under a document: urgency, then new or changed. `made` is when this version was made."""
    pills: list[PillWords] = []
    if words := urgency(document):
        pills.append(("warning-circle", words, Tone.BAD))
    if document.new:
        pills.append(("file-plus", QCoreApplication.translate("Agenda", "Mới"), Tone.INFO))
    elif document.changed:
        words = QCoreApplication.translate("Agenda", "Đổi bản lúc {time}").format(time=time_text(made))
        pills.append(("arrows-left-right", words, Tone.WAIT))
    return tuple(pills)


def spoken_document(document: DocumentView, made: datetime) -> str:
    """Everything a row says, for a screen reader."""
    pills = [words for _icon, words, _tone in document_pills(document, made)]
    parts = [
        document.name,
        document_note(document),
        document_origin(document),
        document_state(document),
        scan_note(document),
        *pills,
    ]
    return ". ".join(part for part in parts if part)


def spoken_item(item: ItemView) -> str:
    """Everything an item's row says, for a screen reader."""
    number = QCoreApplication.translate("Agenda", "Mục {number}").format(number=item.number)
    when = time_text(item.starts) if item.starts else ""
    parts = [number, item.title, when, item.speaker, item_note(item, False) if item.documents else ""]
    return ". ".join(part for part in parts if part)
