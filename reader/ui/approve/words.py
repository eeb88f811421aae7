"""The words of approving."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.core.approving import ApprovalCard, Turn
from reader.core.reviewing import RemarkView, ReturnView
from reader.ui.compose.words import Said, cut
from reader.ui.format import moment_text
from reader.ui.theme import Tone


def _tr(text: str) -> str:
    return QCoreApplication.translate("Approve", text)


def about_text(remark: RemarkView) -> str:
    """What a remark is about."""
    return cut(remark.name) if remark.name else _tr("Cả tập tài liệu")


def return_head(one: ReturnView) -> str:
    """Who gave a version back, and when."""
    text = _tr("{who} trả lại, {when}") if one.sent else _tr("{who} trả lại, đang gửi")
    return text.format(who=cut(one.by) or "–", when=moment_text(one.when))


def turn_said(card: ApprovalCard) -> Said:
    """Whose turn it is."""
    if card.turn is Turn.MINE and not card.complete:
        return Said("download-simple", _tr("Tài liệu đang về máy này; đủ rồi mới phê duyệt được"), Tone.WAIT)
    if card.in_room and card.turn is Turn.APPROVED:
        return Said("seal-check", _tr("Đã phê duyệt tại phòng họp, chờ thư ký phát hành"), Tone.OK)
    if card.in_room and card.turn is Turn.RETURNED:
        said = _tr("Đã trả lại tại phòng họp kèm góp ý, chờ thư ký trình lại")
        return Said("arrow-counter-clockwise", said, Tone.WAIT)
    return {
        Turn.MINE: Said("stamp", _tr("Chờ phê duyệt"), Tone.WAIT),
        Turn.OWN: Said("info", _tr("Người trình không tự phê duyệt: chờ người khác"), Tone.PLAIN),
        Turn.SENDING: Said("hourglass-medium", _tr("Đã ký, đang gửi. Chưa có biên nhận."), Tone.WAIT),
        Turn.RETURNING: Said("hourglass-medium", _tr("Đã trả lại kèm góp ý, đang gửi"), Tone.WAIT),
        Turn.RETURNED: Said(
            "arrow-counter-clockwise", _tr("Đã trả lại kèm góp ý, chờ thư ký trình lại"), Tone.WAIT
        ),
        Turn.APPROVED: Said("seal-check", _tr("Đã phê duyệt, chờ thư ký phát hành"), Tone.OK),
    }[card.turn]
