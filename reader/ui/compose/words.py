"""The words of the screen on which a packet is made."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from reader.core.composing.changes import Changes
from reader.core.composing.checking import FileFacts, Finding, Remark
from reader.core.composing.drafting import DraftFile, DraftView
from reader.core.composing.motions import Lack
from reader.core.composing.submitting import Stage, Standing
from reader.core.composing.taking import DEEPEST, MOST_BYTES, MOST_DOCUMENTS, MOST_ENTRIES, Reason, Wrong
from reader.core.converting import ENDINGS
from reader.ui import problems
from reader.ui.format import files_text, number_text, pages_text, size_text
from reader.ui.plain import plain_line
from reader.ui.theme import Tone
from sync.model.meeting import Urgency
from sync.model.motion import Late
from sync.model.rules import MotionKind, Secrecy, Timing

_CUT = 120
_NAMES = 8
"""Of each kind of change; how many more there are is said."""


@dataclass(frozen=True)
class Said:
    """A state: icon, words, tone."""

    icon: str
    text: str
    tone: Tone


def _tr(text: str) -> str:
    return QCoreApplication.translate("Compose", text)


def cut(text: str) -> str:
    """Others' words on one line, no longer than anybody reads."""
    plain = plain_line(text)
    return plain if len(plain) <= _CUT else plain[: _CUT - 1] + "…"


def remark_word(remark: Remark) -> Said:
    """A remark in a column of the list."""
    words = {
        Finding.CLASSIFIED: _tr("Có dấu {what}").format(what=remark.what),
        Finding.LOST: _tr("Không còn tệp trên máy"),
        Finding.TWICE: _tr("Trùng tệp khác"),
        Finding.SCAN: _tr("Bản quét, không có chữ"),
        Finding.REPAIRED: _tr("Tệp hỏng, đã vá"),
        Finding.UNSIGNED: _tr("Chưa có chữ ký số"),
        Finding.FONTS: _tr("Thiếu phông chữ"),
        Finding.NO_ANNEX: _tr("Thiếu phụ lục?"),
        Finding.CONVERTED: _tr("Đã chuyển thành PDF"),
    }
    loud = remark.refuses or remark.finding in (Finding.SCAN, Finding.REPAIRED)
    quiet = remark.finding is Finding.UNSIGNED
    tone = Tone.BAD if loud else Tone.PLAIN if quiet else Tone.WAIT
    return Said("prohibit" if remark.refuses else "warning" if loud else "info", words[remark.finding], tone)


def remark_text(remark: Remark) -> str:
    """A remark as a sentence with what to do."""
    other = cut(remark.what)
    return {
        Finding.CLASSIFIED: _tr(
            "Trang có dấu “{what}”. Tài liệu mật không được gửi qua hệ thống: gỡ khỏi tập tài liệu.",
        ).format(what=other),
        Finding.LOST: _tr("Tệp không còn trên máy này. Thay bản khác hoặc gỡ tài liệu."),
        Finding.TWICE: _tr("Cùng một tệp với “{what}”. Giữ một bản là đủ.").format(what=other),
        Finding.SCAN: _tr("Bản quét: đại biểu không tìm được chữ trong đó."),
        Finding.REPAIRED: _tr("Tệp hỏng, chỉ đọc được phần vá lại. Nên xin bản khác."),
        Finding.UNSIGNED: _tr("Có số, ký hiệu mà chưa có chữ ký số."),
        Finding.FONTS: _tr("Phông chữ không nằm trong tệp: máy khác có thể hiện chữ khác."),
        Finding.NO_ANNEX: _tr("Nhắc đến phụ lục kèm theo mà chưa thấy phụ lục."),
        Finding.CONVERTED: _tr("Máy này vừa chuyển thành PDF: xem lại từng trang trước khi trình."),
    }[remark.finding]


def check_word(remarks: tuple[Remark, ...]) -> Said:
    """The worst remark, or that there is none."""
    if not remarks:
        return Said("check-circle", _tr("Đạt"), Tone.OK)
    said = remark_word(remarks[0])
    more = len(remarks) - 1
    return said if not more else Said(said.icon, f"{said.text} +{more}", said.tone)


def checklist(file: DraftFile | None, remarks: tuple[Remark, ...]) -> list[Said]:
    """Everything that a machine found out about a file, the bad first."""
    found = {remark.finding for remark in remarks}
    lines = [
        Said(word.icon, remark_text(remark), word.tone)
        for remark in remarks
        for word in (remark_word(remark),)
    ]
    if file is not None:
        lines += [Said("check", text, Tone.OK) for text in _good(file.facts, found)]
    return lines


def _good(facts: FileFacts, found: set[Finding]) -> list[str]:
    opens = QCoreApplication.translate("Compose", "Mở được, {n} trang", None, facts.pages)
    good = [opens.format(n=facts.pages)]
    if Finding.SCAN not in found:
        good.append(_tr("Có chữ để tìm"))
    if Finding.TWICE not in found:
        good.append(_tr("Không trùng tệp khác"))
    if Finding.CLASSIFIED not in found:
        good.append(_tr("Không có dấu mật"))
    return good


def question_of(title: str) -> str:
    """What is proposed to be asked in a vote on something."""
    return _tr("Thông qua: {title}?").format(title=title)


def lack_text(lack: Lack) -> str:
    """What a motion still needs."""
    return {
        Lack.RULE: _tr("Không có quy tắc cho loại này"),
        Lack.TITLE: _tr("Chưa có tên"),
        Lack.QUESTION: _tr("Chưa có câu hỏi"),
        Lack.CHOICES: _tr("Cần ít nhất hai lựa chọn khác nhau"),
        Lack.SEATS: _tr("Số người được chọn nhiều hơn danh sách"),
        Lack.TIMING: _tr("Cách tính giờ không hợp loại này"),
        Lack.SECRECY: _tr("Cách bỏ phiếu không hợp loại này"),
        Lack.UNTIL: _tr("Chưa có hạn nhận phiếu"),
        Lack.ORDER: _tr("Hạn nhận phiếu phải sau lúc mở"),
    }[lack]


def urgency_words() -> dict[Urgency, str]:
    """Decree 30/2020, article 8."""
    return {
        Urgency.NORMAL: _tr("Thường"),
        Urgency.URGENT: _tr("Khẩn"),
        Urgency.VERY_URGENT: _tr("Thượng khẩn"),
        Urgency.EXPRESS: _tr("Hỏa tốc"),
    }


def timing_words() -> dict[Timing, str]:
    """How a vote's time is told."""
    return {
        Timing.STRICT: _tr("Tại phiên họp"),
        Timing.SEALED_UNTIL: _tr("Nhận đến một thời hạn"),
    }


def late_words() -> dict[Late, str]:
    """What becomes of a late ballot."""
    return {
        Late.RECORDED_ONLY: _tr("Chỉ ghi lại, không tính"),
        Late.MAY_BE_ADMITTED: _tr("Có thể được cho tính"),
    }


def secrecy_words() -> dict[Secrecy, str]:
    """Open or secret."""
    return {
        Secrecy.OPEN: _tr("Công khai, ghi tên"),
        Secrecy.SECRET: _tr("Phiếu kín, trên giấy"),
    }


def kind_words() -> dict[MotionKind, str]:
    """Kinds of motions in a column of the list."""
    return {
        MotionKind.RESOLUTION: _tr("Thông qua nghị quyết"),
        MotionKind.REMOVAL: _tr("Bãi nhiệm"),
        MotionKind.ELECTION: _tr("Bầu chức danh"),
        MotionKind.CONFIDENCE_RATING: _tr("Lấy phiếu tín nhiệm"),
        MotionKind.CONFIDENCE_VOTE: _tr("Bỏ phiếu tín nhiệm"),
        MotionKind.COMMITTEE: _tr("Ủy ban nhân dân"),
        MotionKind.WRITTEN_OPINION: _tr("Ý kiến bằng văn bản"),
        MotionKind.PROCEDURAL: _tr("Thủ tục"),
        MotionKind.POLL: _tr("Thăm dò"),
    }


def amount(view: DraftView) -> str:
    """How much it is."""
    files = sum(1 for _ in view.packet.documents())
    return " · ".join((files_text(files), pages_text(view.pages), size_text(view.size)))


def download(view: DraftView) -> str:
    """How long a delegate's laptop needs on a bad line."""
    if not view.size:
        return _tr("Chưa có tệp nào.")
    text = QCoreApplication.translate(
        "Compose", "Máy đại biểu tải khoảng {n} phút ở 128 kbit/s", None, view.minutes
    )
    return text.format(n=number_text(view.minutes))


def to_look_at(view: DraftView) -> Said | None:
    """How much the secretary should look at before submitting; None: nothing."""
    blocked = view.refused + len(view.lacks)
    if blocked:
        return Said("prohibit", _tr("{n} chỗ phải sửa").format(n=blocked), Tone.BAD)
    loud = sum(
        any(remark_word(one).tone is not Tone.PLAIN for one in several) for several in view.remarks.values()
    )
    if loud:
        text = QCoreApplication.translate("Compose", "{n} tệp cần xem", None, loud)
        return Said("warning", text.format(n=loud), Tone.WAIT)
    return None


def change_lines(changes: Changes) -> list[str]:
    """What is different from the published version, a line a kind."""
    told = (
        (_tr("Thêm: {names}"), changes.added),
        (_tr("Thay: {names}"), changes.replaced),
        (_tr("Gỡ: {names}"), changes.removed),
        (_tr("Thêm biểu quyết: {names}"), changes.motions_added),
        (_tr("Gỡ biểu quyết: {names}"), changes.motions_removed),
    )
    return [text.format(names=_names(names)) for text, names in told if names]


def _names(names: tuple[str, ...]) -> str:
    shown = "; ".join(cut(name) for name in names[:_NAMES])
    more = len(names) - _NAMES
    return shown if more <= 0 else _tr("{names} và {n} nữa").format(names=shown, n=more)


def wrong_text(wrong: Wrong) -> str:
    """Why a file is no document, and what to do."""
    if wrong.error is not None:
        return problems.sentence(wrong.error)
    return {
        Reason.WORD: _tr("Máy này không có LibreOffice để tự chuyển: lưu thành PDF rồi thêm lại."),
        Reason.HAS_PDF: _tr("Đã thêm bản PDF cùng tên nằm bên cạnh."),
        Reason.NOT_PDF: _tr("Không phải tệp PDF, Word, Excel hay PowerPoint."),
        Reason.EMPTY: _tr("Tệp trống."),
        Reason.ITEM_GONE: _tr("Mục của tệp này vừa bị gỡ, nên tệp chưa được thêm."),
        Reason.TOO_LARGE: _tr("Lớn hơn {size}: chia nhỏ hoặc nén lại rồi thêm.").format(
            size=size_text(MOST_BYTES)
        ),
        Reason.TOO_DEEP: _tr(
            "Thư mục nằm trong quá {n} thư mục khác: tệp trong đó chưa được thêm. Chuyển ra ngoài rồi thêm."
        ).format(n=DEEPEST),
        Reason.CLOSED: _tr("Không mở được thư mục này: tệp trong đó chưa được thêm. Kiểm tra quyền đọc."),
        Reason.TOO_MANY: too_much(Reason.TOO_MANY),
        Reason.ENDLESS: too_much(Reason.ENDLESS),
    }[wrong.reason or Reason.NOT_PDF]


def file_kinds() -> str:
    """What a file dialog offers."""
    words = _tr("PDF, Word, Excel, PowerPoint ({endings})")
    return words.format(endings=" ".join(f"*{ending}" for ending in (".pdf", *ENDINGS)))


def too_much(of: Reason) -> str:
    """That so many files are no packet, or so large a folder is not looked through."""
    if of is Reason.ENDLESS:
        return _tr("Thư mục có hơn {n} tệp và thư mục con. Chưa thêm tệp nào; chọn thư mục nhỏ hơn.").format(
            n=number_text(MOST_ENTRIES)
        )
    text = _tr(
        "Quá nhiều tệp: một tập tài liệu có nhiều nhất {n} tài liệu. Chưa thêm tệp nào; chọn ít hơn.",
    )
    return text.format(n=MOST_DOCUMENTS)


def stage_said(standing: Standing) -> Said | None:
    """How far the version that was submitted has come; None while none was."""
    code = problems.sentence(standing.code) if standing.code is not None else ""
    in_room = {
        Stage.SUBMITTED: _tr("Đã trình tại phòng họp, chờ phê duyệt"),
        Stage.APPROVED: _tr("Đã phê duyệt tại phòng họp, chờ phát hành"),
        Stage.PUBLISHED: _tr("Đã phát hành tại phòng họp, chờ lên máy chủ"),
    }
    words = {
        Stage.SENDING: (
            "hourglass-medium",
            _tr("Đã ký, đang gửi. Chưa có biên nhận."),
            Tone.WAIT,
        ),
        Stage.SUBMITTED: (
            "check-circle",
            _tr("Đã trình, chờ phê duyệt"),
            Tone.OK,
        ),
        Stage.REFUSED: (
            "warning-octagon",
            _tr("Không được nhận. {why}").format(why=code),
            Tone.BAD,
        ),
        Stage.RETURNED: (
            "arrow-counter-clockwise",
            _tr("Được trả lại kèm góp ý"),
            Tone.WAIT,
        ),
        Stage.APPROVED: (
            "seal-check",
            _tr("Đã phê duyệt, chờ phát hành"),
            Tone.OK,
        ),
        Stage.PUBLISHING: (
            "hourglass-medium",
            _tr("Đang phát hành"),
            Tone.WAIT,
        ),
        Stage.PUBLISHED: ("check-circle", _tr("Đã phát hành"), Tone.OK),
        Stage.OVERTAKEN: ("warning-octagon", _tr("Bản khác đã phát hành trong lúc soạn"), Tone.BAD),
    }.get(standing.stage)
    if words is None:
        return None
    icon, text, tone = words
    if standing.in_room and standing.stage in in_room:
        text = in_room[standing.stage]
    if standing.changed and standing.stage is not Stage.OVERTAKEN:
        text = _tr("{state}; bản soạn đã sửa thêm").format(state=text.rstrip("."))
        tone = Tone.WAIT
    return Said(icon, text, tone)
