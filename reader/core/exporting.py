"""Explicit exports to a file of the person's choice, in clear. Here: unsent work; ``interchange``: notes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec

from reader.core import work
from reader.core.book import Book
from reader.store.files import full_disk_is_said, write_atomically
from sync.errors import Code, SohopError
from sync.model.events import CastBallot, DropMark, Event, PutMark, PutOpinion, PutSealedMark, RecallPacket
from sync.model.ids import MeetingId

READABLE = "doc-duoc.txt"
EXACT = "unsent.jsonl"


@dataclass(frozen=True)
class Exported:
    """What was written."""

    path: Path
    count: int


def export_unsent(book: Book, path: Path, language: str) -> Exported:
    """Write acts that wait or were refused into one ZIP: words to read, and the exact signed envelopes.

    ``unsent.jsonl`` has one ``Envelope`` a line (JSON, bytes in Base64), in the order of the device's chain:
    nothing is lost by it, so the laptop's own reports are in it too. Private notes stay sealed in both. The
    file appears whole or not at all.
    Raises ``SohopError(DISK_FULL | FILE_REFUSED)``.
    """
    acts = listed(book, language)
    parts = [_Words(language).head(book, len(acts)), *acts]
    exact = (envelope for envelope, _ in book.vault.outbox.unsent())
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(READABLE, _text(parts))
        archive.writestr(EXACT, b"".join(msgspec.json.encode(envelope) + b"\n" for envelope in exact))
    write_export(path, data.getvalue())
    return Exported(path, len(acts))


def listed(book: Book, language: str) -> list[str]:
    """Acts that wait or were refused, each in two or three lines of words, in the order of the chain."""
    words = _Words(language)
    return [words.act(book, number, *one) for number, one in enumerate(work.unsent(book), 1)]


def write_export(path: Path, data: bytes) -> None:
    """As ``write_atomically``, with a sentence for a folder that may not be written to or is gone.

    Raises ``SohopError(DISK_FULL | FILE_REFUSED)``.
    """
    with refusal_is_said(path):
        write_atomically(path, data)


@contextmanager
def refusal_is_said(path: Path) -> Iterator[None]:
    """Turns the system's errors about a place of the person's choice into ``SohopError(DISK_FULL |
    FILE_REFUSED)``, such as on a stick that was pulled out."""
    try:
        with full_disk_is_said():
            yield
    except OSError as error:
        raise SohopError(Code.FILE_REFUSED, name=path.name) from error


class _Words:
    """The files' words in one language: ``vi`` unless it is ``en``."""

    def __init__(self, language: str) -> None:
        self._english = language == "en"
        self._language = "en" if self._english else "vi"

    def head(self, book: Book, count: int) -> str:
        owner = book.owner
        vi = (
            f"VIỆC CHƯA ĐƯỢC GHI NHẬN CỦA {owner.person}, {owner.office}\n"
            f"Ghi lúc {_moment(book.now())}. {count} việc.\n\n"
            "LƯU Ý: ai có tệp này cũng đọc được. Chỉ đưa cho thư ký; dùng xong thì xóa.\n"
            f"Tệp {EXACT} đi kèm giữ nguyên từng việc với chữ ký của máy, để thư ký nhận lại không sót gì.\n"
            "Các việc này vẫn còn trên máy và vẫn tự gửi khi có mạng."
        )
        en = (
            f"WORK NOT RECORDED YET, OF {owner.person}, {owner.office}\n"
            f"Written {_moment(book.now())}. Items: {count}.\n\n"
            "NOTE: whoever has this file can read it. Hand it to the secretary only; delete it afterwards.\n"
            f"{EXACT} beside it holds every item with the laptop's signature, so that nothing is lost.\n"
            "The items are still on the laptop and still go up by themselves when there is a line."
        )
        return en if self._english else vi

    def act(self, book: Book, number: int, event: Event, code: Code | None) -> str:
        stored = book.vault.packets.current(event.meeting)
        meeting = stored.manifest.meeting.short or stored.manifest.meeting.title if stored else event.meeting
        lines = [f"{number}. {self._what(book, event)}", f"   {meeting} · {_moment(event.at)}"]
        if code is not None:
            refused = "Refused" if self._english else "Không được nhận"
            lines.append(f"   {refused}: {SohopError(code).sentence(self._language)}")
        return "\n".join(lines)

    def _what(self, book: Book, event: Event) -> str:
        body = event.body
        if isinstance(body, CastBallot):
            return self._ballot(book, event.meeting, body)
        if isinstance(body, PutMark):
            label = "Shared note" if self._english else "Ghi chú chia sẻ"
            page = f"page {body.mark.page + 1}" if self._english else f"trang {body.mark.page + 1}"
            return f"{label}, {page}: {_one_line(body.mark.text)}"
        if isinstance(body, PutSealedMark):
            return (
                "Private note (sealed: only its writer's laptop opens it)"
                if self._english
                else "Ghi chú riêng (đã khóa, chỉ máy của người viết mở được)"
            )
        if isinstance(body, DropMark):
            return "A note deleted" if self._english else "Xóa một ghi chú"
        if isinstance(body, PutOpinion):
            label = "Opinion" if self._english else "Góp ý"
            return f"{label}: {_one_line(body.opinion.text)}"
        if isinstance(body, RecallPacket):
            label = "Recall up to version" if self._english else "Thu hồi đến bản"
            return f"{label} {body.version}: {_one_line(body.reason)}"
        tag = str(type(body).__struct_config__.tag)
        vi, en = _KINDS.get(tag, (tag, tag))
        return en if self._english else vi

    def _ballot(self, book: Book, meeting: MeetingId, body: CastBallot) -> str:
        stored = book.vault.packets.current(meeting)
        motion = stored.manifest.motion(body.motion) if stored else None
        labels = {choice.id: choice.label for choice in motion.choices} if motion else {}
        chosen = ", ".join(labels.get(choice, choice) for choice in body.choices)
        title = motion.title if motion else body.motion
        label = "Ballot" if self._english else "Phiếu biểu quyết"
        words = f" – {_one_line(body.text)}" if body.text else ""
        return f"{label}: {title}: {chosen}{words}"


_KINDS = {
    "opinion.drop": ("Xóa một góp ý", "An opinion deleted"),
    "checkin": ("Điểm danh", "Check-in"),
    "agenda.point": ("Chỉ mục chương trình", "The meeting's place in the agenda"),
    "attendance.put": ("Ghi điểm danh", "Attendance written down"),
    "speaker.add": ("Thêm người phát biểu", "A speaker added"),
    "speaker.order": ("Xếp thứ tự phát biểu", "The order of speakers"),
    "speaker.begin": ("Mời phát biểu", "A speaker given the word"),
    "speaker.more": ("Thêm giờ phát biểu", "A speaker given more time"),
    "speaker.end": ("Kết thúc lượt phát biểu", "End of a speaker's turn"),
    "speaker.drop": ("Bỏ khỏi danh sách phát biểu", "A speaker taken off the list"),
    "motion.open": ("Mở biểu quyết", "Opening of a vote"),
    "motion.end": ("Ngừng nhận phiếu", "End of the voting"),
    "votes.enter": ("Ghi phiếu giơ tay hoặc phiếu giấy", "Votes entered by hand or on paper"),
    "votes.admit": ("Đề nghị tính một phiếu đến muộn", "A late ballot put forward"),
    "votes.confirm": ("Xác nhận một lần ghi phiếu", "An entry of votes confirmed"),
    "votes.withdraw": ("Rút một lần ghi phiếu", "An entry of votes withdrawn"),
    "motion.annul": ("Hủy biểu quyết", "Annulment of a vote"),
    "motion.close": ("Kết thúc biểu quyết", "Close of a vote"),
    **dict.fromkeys(
        ("key.ask", "key.hear", "key.open", "key.give", "key.end"),
        ("Về khóa ghi chú riêng, giữa các máy của tôi", "On the key of private notes, between own laptops"),
    ),
    "packet.submit": ("Trình tập tài liệu", "Packet submitted"),
    "packet.approve": ("Xác nhận phê duyệt", "Packet approved"),
    "packet.publish": ("Phát hành tập tài liệu", "Packet published"),
}


def _text(parts: Sequence[str]) -> bytes:
    """As Notepad likes it: with a mark at the beginning, and lines that end its way."""
    return ("\n\n".join(parts) + "\n").replace("\n", "\r\n").encode("utf-8-sig")


def _moment(when: datetime) -> str:
    return when.astimezone().strftime("%H:%M %d/%m/%Y")


def _one_line(text: str) -> str:
    return " ".join(text.split())
