"""The sentences of the shelf: how much of a meeting is here, what is new, what waits. Views in, words out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from reader.core.views import MeetingCard, PacketState
from reader.ui.format import (
    first_upper,
    minutes_text,
    moment_text,
    size_text,
    span_text,
    time_text,
    until_text,
)
from reader.ui.sync.words import lower_first, newer_text
from reader.ui.theme import Tone


@dataclass(frozen=True)
class Said:
    """A state in words, with an icon and a tone that only help."""

    text: str
    icon: str
    tone: Tone


def when_text(card: MeetingCard, now: datetime | None = None) -> str:
    """Above the title of the next meeting: ``Họp hôm nay, còn 8 phút nữa``."""
    present = now or datetime.now().astimezone()
    if card.starts <= present <= card.ends:
        return QCoreApplication.translate("Shelf", "Đang họp, đến {time}").format(time=time_text(card.ends))
    if present > card.ends:
        return QCoreApplication.translate("Shelf", "Đã họp {when}").format(
            when=until_text(card.starts, present)
        )
    until = until_text(card.starts, present)
    today = card.starts.astimezone().date() == present.astimezone().date()
    if today and until != QCoreApplication.translate("Format", "hôm nay"):
        return QCoreApplication.translate("Shelf", "Họp hôm nay, {until}").format(until=until)
    return QCoreApplication.translate("Shelf", "Họp {until}").format(until=until)


def where_text(card: MeetingCard) -> str:
    """Under the title: ``08:00 – 16:30 · Hội trường UBND xã · Kỳ họp thường lệ``."""
    return " · ".join(part for part in (span_text(card.starts, card.ends), card.place, card.kind) if part)


def state(card: MeetingCard, bytes_per_second: float | None) -> Said:
    """The sentence that matters most: can it be read when the line is gone."""
    if card.state is PacketState.RECALLED:
        return Said(recalled_text(card), "arrow-counter-clockwise", Tone.BAD)
    if card.state is PacketState.REVOKED:
        text = QCoreApplication.translate("Shelf", "Máy bị thu hồi quyền, tài liệu đã xóa. Ghi chú vẫn còn")
        return Said(text, "prohibit", Tone.PLAIN)
    if card.state is PacketState.EXPIRED:
        text = QCoreApplication.translate("Shelf", "Đã hết hạn đọc. Ghi chú vẫn còn")
        if not card.bytes_have:
            text = QCoreApplication.translate("Shelf", "Đã hết hạn đọc, đã xóa khỏi máy này. Ghi chú vẫn còn")
        return Said(text, "clock", Tone.PLAIN)
    if not card.is_whole:
        return Said(_left(card, bytes_per_second), "download-simple", Tone.INFO)
    if card.state is PacketState.PAST:
        return Said(QCoreApplication.translate("Shelf", "Đã họp, đủ tài liệu"), "check", Tone.PLAIN)
    whole = QCoreApplication.translate("Shelf", "Đủ tài liệu – đọc được khi mất mạng")
    return Said(whole, "check-circle", Tone.OK)


def recalled_text(card: MeetingCard) -> str:
    """``Văn phòng đã thu hồi lúc 16:20. Ghi chú vẫn còn``."""
    recall = card.recall
    text = QCoreApplication.translate("Shelf", "Văn phòng đã thu hồi")
    if recall is not None and recall.at is not None:
        when = QCoreApplication.translate("Shelf", "lúc {time}").format(time=moment_text(recall.at))
        text = f"{text} {when}"
    if recall is None or not recall.notes:
        return text
    return QCoreApplication.translate("Shelf", "{recalled}. Ghi chú vẫn còn").format(recalled=text)


def amount_text(card: MeetingCard) -> str:
    """``14 tệp, 9,6 MB``."""
    return QCoreApplication.translate("Shelf", "{n} tệp, {size}").format(
        n=card.files, size=size_text(card.bytes_total)
    )


def change_text(card: MeetingCard) -> str:
    """``2 tài liệu mới, 1 tài liệu đổi bản lúc 07:40``; empty when nothing is new to this person."""
    parts = []
    if card.new_documents:
        parts.append(QCoreApplication.translate("Shelf", "{n} tài liệu mới").format(n=card.new_documents))
    if card.changed_documents:
        parts.append(
            QCoreApplication.translate("Shelf", "{n} tài liệu đổi bản").format(n=card.changed_documents)
        )
    if not parts:
        return ""
    when = QCoreApplication.translate("Shelf", "lúc {time}").format(time=moment_text(card.made))
    return f"{', '.join(parts)} {when}"


def news_text(card: MeetingCard) -> str:
    """Under the state of the next meeting: what is new to this person, and what has not come yet."""
    newer = newer_text() if card.newer else ""
    changed = change_text(card)
    return f"{changed} · {lower_first(newer)}" if changed and newer else changed or lower_first(newer)


def have_text(card: MeetingCard) -> str:
    """``Đã có 5/8 tệp``."""
    return QCoreApplication.translate("Shelf", "Đã có {have}/{all} tệp", None, card.files).format(
        have=card.files_have, all=card.files
    )


def row_state(card: MeetingCard, bytes_per_second: float | None) -> Said:
    """The second line of a row: what waits for this person comes before how much is here."""
    if card.state.is_gone:
        return state(card, bytes_per_second)
    if card.open_motions and card.state is not PacketState.PAST:
        text = QCoreApplication.translate("Shelf", "{n} nội dung đang biểu quyết, chưa bỏ phiếu")
        return Said(text.format(n=card.open_motions), "hourglass-medium", Tone.WAIT)
    if card.newer:
        return Said(newer_text(), "hourglass-medium", Tone.WAIT)
    changed = change_text(card)
    if changed and card.is_whole:
        return Said(first_upper(changed), "arrows-left-right", Tone.WAIT)
    return state(card, bytes_per_second)


def _left(card: MeetingCard, bytes_per_second: float | None) -> str:
    text = QCoreApplication.translate("Shelf", "Còn {n} tệp, {size}").format(
        n=card.files - card.files_have, size=size_text(card.bytes_left)
    )
    minutes = minutes_text(card.bytes_left, bytes_per_second)
    return f"{text}, {minutes}" if minutes else text
