"""The words of votes by hand and on paper: by what somebody counts, what was written down, what of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from reader.core.count_views import EntryState, EntryView, Reconciliation, SheetRow, Source
from reader.core.views import MotionView
from reader.ui.ballot.outcome import State
from reader.ui.desk import contact_words
from reader.ui.format import moment_text
from reader.ui.plain import plain_line
from reader.ui.problems import sentence
from reader.ui.theme import Tone
from sync.errors import Code
from sync.model.counts import Means, Named, Totals
from sync.model.people import Role


def source_state(source: Source) -> State:
    """By what a person counts."""
    return {
        Source.BALLOT: State(_tr("Phiếu trên máy"), Tone.OK, "desktop"),
        Source.HAND: State(_tr("Giơ tay"), Tone.OK, "hand-palm"),
        Source.PAPER: State(_tr("Phiếu giấy"), Tone.OK, "file-text"),
        Source.ADMITTED: State(_tr("Đến muộn, được tính"), Tone.OK, "clock"),
        Source.LATE: State(_tr("Đến muộn, chưa tính"), Tone.WAIT, "clock"),
        Source.NOTHING: State(_tr("Chưa có"), Tone.PLAIN, "circle-dashed"),
    }[source]


def means_name(means: Means) -> str:
    """Giơ tay, phiếu giấy."""
    return _tr("Giơ tay") if means is Means.HAND else _tr("Phiếu giấy")


def sums(sheet: Reconciliation) -> str:
    """How many count by what; those with none at the end."""
    many = Counter(row.source for row in sheet.rows)
    parts = [
        _tr("Máy {n}").format(n=many[Source.BALLOT]),
        _tr("giơ tay {n}").format(n=many[Source.HAND]),
        _tr("phiếu giấy {n}").format(n=many[Source.PAPER]),
    ]
    if many[Source.ADMITTED]:
        parts.append(_tr("đến muộn được tính {n}").format(n=many[Source.ADMITTED]))
    if many[Source.LATE]:
        parts.append(_tr("đến muộn chưa tính {n}").format(n=many[Source.LATE]))
    parts.append(_tr("chưa có {n}").format(n=many[Source.NOTHING]))
    said = QCoreApplication.translate("Counting", "{parts}, trên {n} người", None, len(sheet.rows))
    return said.format(parts=" · ".join(parts), n=len(sheet.rows))


def choices_text(motion: MotionView, chosen: Iterable[str]) -> str:
    """What is ticked; of candidates one may want none."""
    labels = {choice.id: plain_line(choice.label) for choice in motion.choices}
    return ", ".join(labels.get(choice, choice) for choice in chosen) or _tr("không chọn ai")


def entry_text(motion: MotionView, entry: EntryView) -> str:
    """What was written down. Of votes counted together no figure while somebody is still to count again."""
    if entry.means is None:
        return _tr("Đề nghị tính phiếu đến muộn: {reason}").format(reason=plain_line(entry.reason))
    if isinstance(entry.votes, Named):
        said = choices_text(motion, entry.votes.choices)
        return _tr("{means}: {choices}").format(means=means_name(entry.means), choices=said)
    said = QCoreApplication.translate(
        "Counting", "{means}, đếm chung {n} người", None, len(entry.persons)
    ).format(means=means_name(entry.means), n=len(entry.persons))
    if isinstance(entry.votes, Totals) and not entry.may_confirm:
        said += f": {totals_text(motion, entry.votes)}"
    return said


def totals_text(motion: MotionView, votes: Totals) -> str:
    """The figures of a count on one line."""
    counts = dict(votes.counts)
    figures = [f"{plain_line(one.label)} {counts.get(one.id, 0)}" for one in motion.choices]
    said = _tr("thu về {returned}, không hợp lệ {invalid}").format(
        returned=votes.returned, invalid=votes.invalid
    )
    return f"{said}; {', '.join(figures)}"


def entry_state(entry: EntryView, roles: Iterable[Role]) -> State:
    """Where an entry stands: on its way, waiting for the second person, counted, taken back, refused."""
    if entry.state is EntryState.REFUSED:
        return State(refusal(entry), Tone.BAD, "warning-octagon")
    if entry.state is EntryState.WITHDRAWN:
        said = _tr("Đã rút, không tính")
        if entry.withdrawal:
            said = _tr("Đã rút, không tính: {reason}").format(reason=plain_line(entry.withdrawal))
        return State(said, Tone.PLAIN, "prohibit")
    if not entry.sent:
        return State(_tr("Chờ gửi tới hệ thống"), Tone.WAIT, "paper-plane-tilt")
    if entry.state is EntryState.COUNTS:
        said = _tr("Được tính; {name} đã xác nhận").format(name=plain_line(entry.confirmer))
        return State(said, Tone.OK, "check-circle")
    if entry.refusal:
        return State(refusal(entry), Tone.BAD, "warning-octagon")
    if entry.may_confirm:
        return State(_tr("Chờ người thứ hai xác nhận"), Tone.WAIT, "hourglass-medium")
    said = _tr("Đã ghi, chờ người thứ hai ({who})").format(who=second_person(roles, entry))
    return State(said, Tone.WAIT, "hourglass-medium")


def second_person(roles: Iterable[Role], entry: EntryView | None = None) -> str:
    """Who may be the second beside somebody of these roles."""
    mine = set(roles)
    late = entry is not None and entry.means is None
    if Role.SECRETARY in mine and Role.CHAIR not in mine:
        return _tr("chủ tọa") if late else _tr("chủ tọa hoặc người kiểm phiếu")
    if Role.CHAIR in mine and Role.SECRETARY not in mine:
        return _tr("thư ký") if late else _tr("thư ký hoặc người kiểm phiếu")
    if late:
        return _tr("chủ tọa và thư ký")
    return _tr("chủ tọa, thư ký hoặc người kiểm phiếu")


def refusal(entry: EntryView) -> str:
    """Why the hub did not take an entry, or its confirmation."""
    known = {code.value for code in Code}
    why = sentence(Code(entry.refusal)) if entry.refusal in known else ""
    head = (
        _tr("Không được nhận.") if entry.state is EntryState.REFUSED else _tr("Lần xác nhận không được nhận.")
    )
    return f"{head} {why}".strip()


def written_by(entry: EntryView) -> str:
    """Who wrote it down, and when."""
    return _tr("{name} ghi lúc {time}").format(
        name=plain_line(entry.author), time=moment_text(entry.entered_at)
    )


def row_note(motion: MotionView, row: SheetRow, refused: EntryView | None) -> State:
    """The second line of a person: what waits, or was refused; else when and how their ballot came, or where
    their laptop is, and their title."""
    if row.entry is not None and row.entry.state is EntryState.WAITING:
        text = _tr("Chờ người thứ hai · {entry}").format(entry=entry_text(motion, row.entry))
        if not row.entry.sent:
            text = _tr("Chờ gửi · {entry}").format(entry=entry_text(motion, row.entry))
        return State(text, Tone.WAIT, "hourglass-medium")
    if refused is not None:
        return State(_tr("Lần ghi trước không được nhận"), Tone.BAD, "warning-octagon")
    return _where(motion, row)


def _where(motion: MotionView, row: SheetRow) -> State:
    title = plain_line(row.title)
    if row.source is Source.BALLOT and row.via is not None and row.recorded is not None:
        said = _tr("Đã ghi nhận lúc {time}").format(time=moment_text(row.recorded))
        parts = [said, contact_words.way(row.via, motion.room or ""), title]
        return State(" · ".join(part for part in parts if part), Tone.PLAIN, "")
    if row.source is not Source.NOTHING:
        return State(title, Tone.PLAIN, "")
    if row.held is not None and motion.room is None:  # whether it is this vote only the office will say
        said = _tr("Trạm phòng họp đang giữ việc của máy này, chưa lên máy chủ")
        return State(said, Tone.INFO, "tray")
    parts = [contact_words.contact(row.heard) if row.heard else "", title]
    return State(" · ".join(part for part in parts if part), Tone.PLAIN, "")


def waiting_title(sheet: Reconciliation) -> str:
    """What a second person has to look at."""
    waiting = [entry for entry in sheet.entries if entry.state is EntryState.WAITING]
    named = sum(isinstance(entry.votes, Named) for entry in waiting)
    together = sum(isinstance(entry.votes, Totals) for entry in waiting)
    late = sum(entry.means is None for entry in waiting)
    late_ones = QCoreApplication.translate("Counting", "{n} phiếu đến muộn", None, late)
    parts = [
        _tr("{n} phiếu ghi theo tên").format(n=named) if named else "",
        _tr("{n} lần đếm chung").format(n=together) if together else "",
        late_ones.format(n=late) if late else "",
    ]
    return _tr("Chờ người thứ hai: {what}").format(what=", ".join(part for part in parts if part))


def still_waits(sheet: Reconciliation) -> list[str]:
    """What will not count if the result is announced now."""
    made = []
    if sheet.waiting:
        made.append(
            QCoreApplication.translate(
                "Counting",
                "{n} lần ghi phiếu chưa có người thứ hai xác nhận, sẽ không được tính.",
                None,
                sheet.waiting,
            ).format(n=sheet.waiting)
        )
    many = Counter(row.source for row in sheet.rows if row.entry is None)
    if late := many[Source.LATE]:
        said = QCoreApplication.translate("Counting", "{n} phiếu đến muộn, không được tính.", None, late)
        made.append(said.format(n=late))
    if nothing := many[Source.NOTHING]:
        said = QCoreApplication.translate("Counting", "{n} người chưa có phiếu nào.", None, nothing)
        made.append(said.format(n=nothing))
    return made


def late_denied() -> str:
    """Where the motion's policy admits no late ballot."""
    return _tr("Nội dung này không cho tính phiếu đến muộn: phiếu được lưu làm bằng chứng, không tính.")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Counting", text)
