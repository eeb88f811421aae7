"""What was checked, line by line in plain words, Vietnamese or English; and why a file is refused."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from sync.verify.archive import check_archive
from sync.verify.archive_words import ARCHIVE_HELD, ARCHIVE_WHY, ARCHIVE_WORDS
from sync.verify.checking import check
from sync.verify.reading import BrokenError, Why, read_file
from sync.verify.steps import Outcome, Step

_HELD: dict[Step, tuple[str, str]] = {
    Step.FILE: ("Tệp chứng cứ đúng quy cách.", "The file has the form of an export."),
    Step.ROOT_GIVEN: (
        "Khóa gốc bạn đưa có trong tệp: {fingerprint}.",
        "The root key that you gave is in the file: {fingerprint}.",
    ),
    Step.ROOT_OWN: (
        "Không có khóa gốc nào để đối chiếu, nên tin khóa trong tệp. Hãy so vân tay này với vân tay mà "
        "cơ quan công bố: {fingerprint}.",
        "No root key was given, so the one in the file is believed. Compare its fingerprint with what the "
        "office tells: {fingerprint}.",
    ),
    Step.ROOTS: (
        "Số lần thay khóa gốc: {n}; lần nào cũng có chữ ký của khóa cũ và khóa mới.",
        "New root keys: {n}, each signed by the key before it and by itself.",
    ),
    Step.ROSTER: (
        "Danh sách máy số {number} của “{office}” do khóa gốc ký: {n} máy của cơ quan.",
        "Roster {number} of “{office}” is signed by the root key. Office devices: {n}.",
    ),
    Step.DEVICES: (
        "Chứng nhận của {n} máy đại biểu do hệ thống của cơ quan ký.",
        "Certificates of delegates' devices, signed by the office's hub: {n}.",
    ),
    Step.MANIFEST: (
        "Tập tài liệu bản {version} do thư ký {secretary} trình và {approver} phê duyệt. Câu hỏi: "
        "“{question}” Danh sách biểu quyết: {n} người.",
        "Version {version} of the packet is signed by {secretary} (secretary) and {approver} (approver). "
        "The question: “{question}” On the roll: {n}.",
    ),
    Step.ACTS: (
        "{opener} mở và {closer} kết thúc biểu quyết; chữ ký của máy đúng.",
        "{opener} opened the vote and {closer} closed it; their devices' signatures fit.",
    ),
    Step.SCHEDULE: (
        "Mở theo lịch trong tập tài liệu; {closer} kết thúc biểu quyết.",
        "It opened by the packet's schedule; {closer} closed it.",
    ),
    Step.ROOM: (
        "Nơi ghi nhận là trạm phòng họp “{name}”, có trong danh sách máy; lệnh mở và các phiếu nêu đúng nó.",
        "The recorder is the room hub “{name}” of the roster; the opening and every ballot name it.",
    ),
    Step.CLOSING: (
        "Lời chốt của nơi ghi nhận đúng chữ ký và đúng nội dung này. Dấu sổ phiếu: {mark}.",
        "The recorder's closing is signed and is of this motion. Mark of the log: {mark}.",
    ),
    Step.PRESENT: (
        "Có mặt trong danh sách biểu quyết: {opened} người khi mở, {closed} người khi kết thúc, theo lời "
        "người mở và người kết thúc.",
        "Present of the roll: {opened} when it opened and {closed} when it closed, as who did so said.",
    ),
    Step.ENDED: (
        "{ender} ngừng nhận phiếu lúc {when}, khi sổ có {n} phiếu; phiếu sau đó là đến muộn.",
        "{ender} ended the voting at {when}. Ballots in the log by then: {n}; those behind are late.",
    ),
    Step.EARLY: (
        "Lưu ý: biểu quyết mở chưa đủ {n} giây; người kết thúc đã xác nhận là kết thúc sớm.",
        "Note: the motion was open for less than {n} s; whoever ended it confirmed that.",
    ),
    Step.LOG: (
        "Sổ phiếu đủ {n} dòng, tính lại ra đúng dấu sổ: không thêm, không bớt, không đổi thứ tự.",
        "The log is whole and comes to the same root: none added, left out or moved. Leaves: {n}.",
    ),
    Step.LOG_OWN: (
        "Phiếu có trong sổ lúc được nhận, và sổ {n} dòng lúc kết thúc nối tiếp đúng sổ ấy.",
        "The ballot stands in the log as it was received, and the closed log extends that one. Leaves: {n}.",
    ),
    Step.BALLOTS: (
        "{n} phiếu, phiếu nào cũng có chữ ký của máy người bỏ phiếu.",
        "Ballots, each signed by its voter's device: {n}.",
    ),
    Step.BALLOTS_OWN: (
        "{n} phiếu của người này, phiếu nào cũng có chữ ký của máy.",
        "Ballots of this person, each signed by the device: {n}.",
    ),
    Step.HAND_NAMED: (
        "Giơ tay, ghi theo tên: {n} phiếu; {author} ghi, {other} xác nhận.",
        "By hand, by name: {n}; entered by {author}, confirmed by {other}.",
    ),
    Step.PAPER_NAMED: (
        "Phiếu giấy ghi theo tên: {n} phiếu; {author} ghi, {other} xác nhận.",
        "On paper, by name: {n}; entered by {author}, confirmed by {other}.",
    ),
    Step.HAND_TOTALS: (
        "Giơ tay, đếm chung: hỏi {given} người, {returned} người biểu quyết, không hợp lệ {invalid}; người "
        "đếm: {tellers}; {author} ghi, {other} xác nhận.",
        "A show of hands: {given} asked, {returned} voted, {invalid} invalid; counted by {tellers}; entered "
        "by {author}, confirmed by {other}.",
    ),
    Step.PAPER_TOTALS: (
        "Phiếu giấy: phát ra {given}, thu về {returned}, hợp lệ {valid}, không hợp lệ {invalid}; kiểm phiếu: "
        "{tellers}; {author} ghi, {other} xác nhận.",
        "Paper ballots: {given} given out, {returned} returned, {valid} valid, {invalid} invalid; counted by "
        "{tellers}; entered by {author}, confirmed by {other}.",
    ),
    Step.ADMITTED: (
        "Phiếu đến muộn của {voter} được chấp nhận; {author} đề nghị, {other} xác nhận, lý do: “{reason}”.",
        "The late ballot of {voter} was admitted; put forward by {author}, confirmed by {other}: “{reason}”.",
    ),
    Step.FATES: (
        "Tính lại: {n} trong {all} phiếu được tính; lý do của từng phiếu khác khớp.",
        "Recomputed, ballots that count: {n} of {all}; the reason of each of the others is right.",
    ),
    Step.FATES_OWN: (
        "Theo lời chốt, {n} trong {all} phiếu này được tính; phù hợp với chính các phiếu ấy.",
        "By the closing, ballots of these that count: {n} of {all}. That agrees with the ballots themselves.",
    ),
    Step.FIGURES: (
        "Kiểm phiếu lại ra đúng các con số trong lời chốt.",
        "Counted again: the figures of the closing.",
    ),
    Step.FIGURES_OWN: (
        "Các con số là lời của nơi ghi nhận, và khớp với nhau. Muốn kiểm từng phiếu phải có tệp đầy đủ.",
        "The totals are the recorder's word and fit together. To count the ballots takes the full file.",
    ),
    Step.RESULT: (
        "Kết quả và câu giải thích tính lại đúng theo quy tắc.",
        "The result and its sentence come out of the rule again.",
    ),
    Step.REVOKED: (
        "Lưu ý: {n} phiếu không tính vì máy bị thu hồi; việc thu hồi chỉ là lời của nơi ghi nhận.",
        "Note: ballots set aside because their device was revoked: {n}. For that there is the recorder's "
        "word only.",
    ),
}
_WHY: dict[Why, tuple[str, str]] = {
    Why.NO_FILE: ("không đọc được tệp {name}", "the file {name} cannot be read"),
    Why.TOO_LARGE: ("tệp lớn hơn 512 MB", "the file is over 512 MB"),
    Why.MANY: ("có quá nhiều phần tử", "too many values"),
    Why.NOT_JSON: ("không phải văn bản JSON hợp lệ (dòng {line})", "this is no JSON text (line {line})"),
    Why.TWICE: ("có hai lần", "it is there twice"),
    Why.NUMBER: ("con số không phải số nguyên, hoặc quá lớn", "a number that is not whole, or too large"),
    Why.DEEP: ("lồng nhau quá sâu", "nested too deeply"),
    Why.TYPE: ("không đúng kiểu (cần: {wanted})", "of the wrong type (wanted: {wanted})"),
    Why.UNKNOWN: ("không có trong quy cách", "the format knows no such thing"),
    Why.LACKING: ("thiếu", "it is lacking"),
    Why.BASE64: ("không phải Base64 đúng dạng", "no Base64 in its proper form"),
    Why.NO_EXPORT: ("đây không phải tệp chứng cứ biểu quyết", "this is no export of a closed motion"),
    Why.VERSION: ("quy cách {version} chưa biết", "version {version} is not known here"),
    Why.BAD_KEY: (
        "khóa gốc đưa vào không đọc được (cần 64 chữ số thập lục phân, hoặc tệp có chúng)",
        "the root key given cannot be read (64 hexadecimal digits, or a file that has them)",
    ),
    Why.OTHER_ROOT: (
        "tệp không bắt đầu từ khóa gốc bạn đưa, mà từ {fingerprint}",
        "the file does not begin with the root key that you gave, but with {fingerprint}",
    ),
    Why.SIGNATURE: ("chữ ký không khớp", "the signature does not fit"),
    Why.SIGNERS: (
        "không phải các chữ ký cần có ({wanted})",
        "not the signatures that belong here ({wanted})",
    ),
    Why.OTHER_OFFICE: ("của cơ quan khác", "of another office"),
    Why.ORDER: ("sai thứ tự", "out of order"),
    Why.OLD_ROSTER: (
        "danh sách máy số {number} cũ hơn lúc kết thúc biểu quyết (ít nhất số {least})",
        "roster {number} is older than the closing, which names {least}",
    ),
    Why.SAME_KEY: ("máy hoặc khóa này đã có", "this device or key is there already"),
    Why.UNKNOWN_DEVICE: ("không có chứng nhận của máy {device}", "no certificate of device {device}"),
    Why.ROLE: ("máy này không có vai trò cần có", "this device has not the role"),
    Why.SAME_PERSON: ("hai chữ ký của cùng một người", "both signatures are one person's"),
    Why.OTHER_MOTION: ("của cuộc họp hoặc nội dung khác", "of another meeting or motion"),
    Why.MISMATCH: ("phải là “{expected}”, tệp ghi “{found}”", "must be “{expected}”, the file has “{found}”"),
    Why.NOT_FITTING: ("các con số không khớp nhau", "the figures do not fit together"),
    Why.ROOT: (
        "tính lại không ra dấu sổ trong lời chốt: có dòng bị đổi, thêm, bớt hoặc đổi chỗ",
        "they do not come to the root in the closing: a leaf was changed, added, left out or moved",
    ),
    Why.PROOF: ("đường dẫn không chứng minh được", "the path does not prove it"),
    Why.FATE: ("tính lại ra kết cục khác: {expected}", "recomputed, its fate is another: {expected}"),
    Why.FIGURE: ("phải là {expected}, tệp có {found}", "must be {expected}, the file has {found}"),
    Why.RULE: ("quy tắc không tính được", "the rule cannot be counted by"),
    Why.MOMENT: ("không phải thời điểm hợp lệ", "no moment in time"),
    Why.EARLY: (
        "kết thúc khi mở chưa đủ {n} giây mà không ai xác nhận là kết thúc sớm",
        "it ended after less than {n} s, and nobody confirmed that",
    ),
    Why.NOT_CLOSED: (
        "lời chốt không có lần ghi này, hoặc do người khác xác nhận",
        "the closing has no such entry, or another confirmation of it",
    ),
    Why.NOT_LATE: ("phiếu này không đến muộn", "this ballot is not late"),
    Why.NOT_ON_ROLL: ("không có tên trong danh sách biểu quyết", "not on the roll"),
    Why.NOT_OWN: ("không phải của riêng người này", "not this person's own"),
    Why.SECRET: (
        "bỏ phiếu kín chỉ có tổng số phiếu giấy, không có tên",
        "a secret motion has only totals of paper, and no names",
    ),
}
_WORDS = {
    "good": ("ĐÚNG. Tệp này chứng minh kết quả.", "PROVED. This file proves the result."),
    "bad": ("SAI tại {place}: {why}.", "REFUSED at {place}: {why}."),
    "whole": ("toàn tệp", "the file"),
    "trust": (
        "Chỉ đúng nếu vân tay khóa gốc ở trên là của cơ quan.",
        "It holds only if the fingerprint above is the office's.",
    ),
    "not": (
        "Tệp không chứng minh được: có phiếu không được ghi nhận hay không, giờ đến của phiếu, phiếu giơ tay "
        "và phiếu giấy có đúng như hai người đã ghi, hay có một sổ khác. Hãy so dấu sổ phiếu với của người "
        "khác.",
        "What it cannot prove: that no ballot was kept out, when ballots came, that hands and paper were as "
        "two persons wrote them down, or that there is no other log. Compare the mark of the log with other "
        "people's.",
    ),
}


def run(path: Path, root_key: str = "", language: str = "vi", out: TextIO | None = None) -> int:
    """Check a file of evidence or an archive and say so; 0 when all of it holds, 1 when not."""
    out = out or sys.stdout
    english = language == "en"
    archive = False
    try:
        key = read_key(root_key)
        archive = is_archive(path)
        outcome = check_archive(path, key, _shown_on(sys.stderr)) if archive else check(read_file(path), key)
    except BrokenError as broken:
        key, outcome = None, Outcome(broken=broken)
    for line in lines(outcome, english=english):
        print(line, file=out)
    if outcome.broken is None:
        words = _WORDS | ARCHIVE_WORDS if archive else _WORDS
        print(words["good"][english], file=out)
        if key is None:
            print(words["trust"][english], file=out)
        print(words["not"][english], file=out)
        return 0
    print(reason(outcome.broken, english=english), file=out)
    return 1


def is_archive(path: Path) -> bool:
    """Whether a file begins as a ZIP does. Raises ``BrokenError`` for one that can't be read."""
    try:
        with path.open("rb") as file:
            return file.read(2) == b"PK"
    except (OSError, ValueError) as error:
        raise BrokenError("", Why.NO_FILE, name=path.name) from error


def _shown_on(out: TextIO) -> Callable[[float], None]:
    """Says on a terminal how far it is."""
    last = -1

    def show(share: float) -> None:
        nonlocal last
        now = int(share * 100)
        if now != last and out.isatty():
            last = now
            print(f"\r{now:3} %", end="\r" if share < 1 else "\r     \r", file=out, flush=True)

    return show


def lines(outcome: Outcome, *, english: bool) -> list[str]:
    """What held, one line each, then the result's own sentence."""
    said = [
        f"✓ {_plain((_HELD | ARCHIVE_HELD)[step][english].format(**fields))}" for step, fields in outcome.held
    ]
    sentence = outcome.sentence_en if english else outcome.sentence_vi
    return [*said, _plain(sentence)] if outcome.broken is None and sentence else said


def reason(broken: BrokenError, *, english: bool) -> str:
    """Where and why it was refused."""
    why = (_WHY | ARCHIVE_WHY)[broken.why][english].format(**broken.fields)
    return _plain(_WORDS["bad"][english].format(place=broken.place or _WORDS["whole"][english], why=why))


def read_key(given: str) -> bytes | None:
    """A root key from 64 hexadecimal digits, or from a file that holds them or an invitation's link.

    Raises ``BrokenError``.
    """
    text = given.strip()
    if not text:
        return None
    if not _KEY.search(text):
        try:
            with Path(given).open("rb") as file:
                text = file.read(65_536).decode("utf-8").strip()
        except (OSError, ValueError) as error:
            raise BrokenError("--root-key", Why.BAD_KEY) from error
    found = _KEY.search(text)
    if found is None:
        raise BrokenError("--root-key", Why.BAD_KEY)
    return bytes.fromhex(found[1])


_KEY = re.compile(r"(?:^|[?&]root=)([0-9a-fA-F]{64})(?:&|$)")


def _plain(text: str) -> str:
    """One line for a terminal: a file from a stranger moves no cursor and turns no text around."""
    return "".join(char if char.isprintable() else " " for char in text)
