"""Sentences about the proof of a vote, for the catalogue in ``sentences``."""

from __future__ import annotations

from typing import Final

from sync.codes import Code, Fault, Retry
from sync.entry import Entry, entry

VOTES: Final[dict[Code, Entry]] = {
    Code.OTHER_DEVICE_VOTES: entry(
        "Với nội dung này bạn biểu quyết trên máy khác của bạn. Phiếu gửi từ máy này được lưu làm chứng, "
        "không tính. Bỏ phiếu trên máy kia, hoặc báo thư ký để bỏ phiếu giấy.",
        "For this motion you vote on another laptop of yours. The ballot from this one is kept as evidence "
        "and not counted. Vote on the other laptop, or tell the secretary and vote on paper.",
        Retry.NEVER,
        Fault.DEVICE,
    ),
    Code.EVIDENCE_LACKING: entry(
        "Máy này chưa có đủ để làm tệp chứng cứ của nội dung này. Chưa ghi gì; hãy trao đổi với hệ thống rồi "
        "làm lại.",
        "This laptop does not have all that the evidence of this motion takes. Nothing was written; exchange "
        "with the hub, then try again.",
        Retry.LATER,
        Fault.DEVICE,
    ),
    Code.LOG_FORKED: entry(
        "Hệ thống cho thấy hai sổ ghi phiếu khác nhau của cùng một nội dung. Phiếu và biên nhận trên máy này "
        "vẫn còn, hai dấu sổ đã được giữ lại làm chứng. Báo chủ tọa và thư ký, kiểm phiếu lại bằng giấy.",
        "The hub has shown two different logs of one motion. Ballots and receipts on this laptop are kept, "
        "and both marks of the log as evidence. Tell the chair and the secretary; count again on paper.",
        Retry.NEVER,
        Fault.HOSTILE,
    ),
    Code.LOG_NOT_SHOWN: entry(
        "Hệ thống chưa chứng minh được sổ ghi phiếu lúc kết thúc nối tiếp sổ lúc nhận phiếu của bạn. Phiếu "
        "và biên nhận vẫn an toàn trên máy; máy tự hỏi lại.",
        "The hub has not shown that the closed log extends the one in which your ballot was received. Ballot "
        "and receipt are safe on this laptop; it will ask again.",
        Retry.LATER,
        Fault.HUB,
    ),
}
