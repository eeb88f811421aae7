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
    Code.RECORDED_ELSEWHERE: entry(
        "Nội dung này được ghi nhận ở nơi khác (trạm phòng họp hoặc máy chủ cơ quan), không phải nơi vừa "
        "nhận. Chưa tính gì. Chờ máy nhận được lệnh mở mới nhất rồi làm lại.",
        "This motion is recorded elsewhere (at a room hub, or at the office's), not where this arrived. "
        "Nothing was counted. Wait until this laptop has heard of the newest opening and do it again.",
        Retry.AFTER_ACTION,
        Fault.PERSON,
    ),
    Code.CARRIED: entry(
        "Đã chuyển, chưa ghi nhận: nơi vừa nhận chỉ chuyển tiếp; nơi ghi nhận sẽ trả biên nhận sau.",
        "Passed on, not recorded yet: where it arrived it is only carried; its recorder's receipt follows.",
        Retry.LATER,
        Fault.HUB,
    ),
    Code.TOO_MANY_BALLOTS: entry(
        "Phiếu của nội dung này đã được đổi quá nhiều lần; hệ thống không nhận thêm. Phiếu gần nhất đã nhận "
        "vẫn được tính. Muốn đổi nữa, báo thư ký.",
        "The ballot on this motion was changed too often; no more are taken. The last one that was taken "
        "counts. To change it once more, tell the secretary.",
        Retry.NEVER,
        Fault.PERSON,
    ),
    Code.ENDED_EARLY: entry(
        "Chưa đủ 30 giây kể từ lúc mở biểu quyết, nên hệ thống chưa kết thúc. Phiếu vẫn được nhận; hãy "
        "kết thúc lại, hoặc xác nhận kết thúc sớm.",
        "The motion has not been open for 30 seconds, so it has not ended. Ballots are still taken; end "
        "it again, or confirm that it is to end early.",
        Retry.NOW,
        Fault.PERSON,
    ),
    Code.COUNTED_BY_HAND: entry(
        "Phiếu này đã được lưu nhưng không tính: phiếu của ông/bà đã được ghi bằng tay hoặc phiếu giấy, có "
        "hai người xác nhận. Nếu không đúng, báo ngay chủ tọa hoặc thư ký trước khi công bố kết quả.",
        "This ballot is kept but not counted: your vote was entered by hand or on paper, and two persons "
        "confirmed it. If that is wrong, tell the chair or the secretary before the result is announced.",
        Retry.NEVER,
        Fault.PERSON,
    ),
    Code.COUNTS_ALREADY: entry(
        "Mỗi người chỉ được tính một lần. Có người đã có phiếu trên máy hoặc đã được ghi trước đó. Chưa "
        "tính gì; xem bảng đối chiếu, bỏ tên đó ra hoặc rút lần ghi trước, rồi ghi lại.",
        "Nobody counts twice. Somebody has a ballot or an earlier entry. Nothing was counted; see the "
        "reconciliation sheet, leave that name out or withdraw the earlier entry, then enter again.",
        Retry.AFTER_ACTION,
        Fault.PERSON,
    ),
    Code.VOTES_UNSOUND: entry(
        "Các con số không khớp nhau, hoặc có người không trong danh sách biểu quyết. Chưa tính gì; xem lại "
        "số phiếu phát ra, thu về, hợp lệ và từng lựa chọn.",
        "The figures do not fit together, or somebody is not on the roll. Nothing was counted; look at the "
        "ballots given out, returned and valid, and at each choice.",
        Retry.AFTER_ACTION,
        Fault.PERSON,
    ),
    Code.ENTRY_OVER: entry(
        "Lần ghi phiếu này không còn chờ xác nhận: đã được rút, đã xác nhận, hoặc nội dung đã kết thúc.",
        "This entry awaits no confirmation any more: it was withdrawn or confirmed, or the motion is over.",
        Retry.NEVER,
        Fault.PERSON,
    ),
    Code.SECOND_PERSON: entry(
        "Phải là người thứ hai xác nhận. Với phiếu đến muộn, cần cả chủ tọa và thư ký.",
        "Another person has to confirm it. A late ballot takes the chair and the secretary.",
        Retry.AFTER_ACTION,
        Fault.PERSON,
    ),
    Code.NOT_LATE: entry(
        "Phiếu này không phải phiếu đến muộn được phép xét, nên không có gì để tính thêm.",
        "This is no late ballot that may be admitted, so there is nothing to add.",
        Retry.NEVER,
        Fault.PERSON,
    ),
    Code.NOT_ADOPTED: entry(
        "Chưa có dự thảo nghị quyết: nội dung này chưa biểu quyết xong, không được thông qua, hoặc chỉ là "
        "thủ tục, thăm dò.",
        "There is no resolution to draft: this motion is not closed, was not carried, or is only a "
        "procedural one or a poll.",
        Retry.NEVER,
        Fault.PERSON,
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
