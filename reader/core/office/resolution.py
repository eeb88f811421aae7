"""The draft of a resolution that was adopted: what it says, before any format. In Vietnamese, as filed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from reader.core.office.letters import date_of, place_of, symbol_of
from reader.core.plain import plain, plain_line
from reader.core.views import DeskMotion, DeskView, DocumentView
from reader.pdf import fold
from sync.model.motion import MotionState
from sync.model.people import PersonEntry
from sync.model.rules import MotionKind

_NONE: Final = frozenset({MotionKind.PROCEDURAL, MotionKind.POLL})
"""They decide nothing that a resolution says."""
_WEIGHED: Final = ("to trinh", "bao cao")
_NO_GROUND: Final = ("du thao", "phu luc", "giay moi", "chuong trinh", "danh sach")


@dataclass(frozen=True)
class Resolution:
    """Everything that the draft says. Nothing in it is markup, a formula or unseen."""

    office: str
    symbol: str
    locality: str
    date: str
    meeting: str
    meeting_date: str
    title: str
    grounds: tuple[str, ...]
    """Submissions, reports and earlier papers, each as it is cited."""
    decided: str
    """The question that was put, as a statement."""
    elected: tuple[str, ...]
    total: int
    """On the roll."""
    cast: int
    invalid: int
    counts: tuple[tuple[str, int], ...]
    """Each choice with its votes."""
    sentence: str
    """What the result is, with its reason."""
    signer_title: str
    signer: str
    emblem: bytes = b""


def is_adopted(shown: DeskMotion) -> bool:
    """Whether a motion was closed, carried, and decides something."""
    motion, result = shown.motion, shown.motion.result
    carried = result is not None and result.carried is True
    return carried and motion.state is MotionState.CLOSED and motion.rule.kind not in _NONE


def resolution(view: DeskView, shown: DeskMotion, chair: PersonEntry | None, made: datetime) -> Resolution:
    """The draft of an adopted motion (``is_adopted``). ``made`` is its date."""
    motion, result = shown.motion, shown.motion.result
    assert result is not None, "an adopted motion has a result"
    office = plain_line(view.owner.office)
    labels = {choice.id: plain_line(choice.label) for choice in motion.choices}
    return Resolution(
        office=office,
        symbol=symbol_of(office),
        locality=place_of(office),
        date=date_of(made),
        meeting=plain_line(view.card.title),
        meeting_date=date_of(view.card.starts),
        title=_about(plain_line(motion.title)),
        grounds=_grounds(view, shown),
        decided=plain(motion.question or motion.title).rstrip("?. ") + ".",
        elected=tuple(labels[one] for one in result.elected if one in labels),
        total=result.total,
        cast=result.total - result.not_voted,
        invalid=result.invalid,
        counts=tuple((labels[choice], votes) for choice, votes in result.counts if choice in labels),
        sentence=plain_line(result.sentence_vi),
        signer_title="CHỦ TỌA" if chair is None or not chair.title else plain_line(chair.title).upper(),
        signer="" if chair is None else plain_line(chair.name),
        emblem=view.owner.emblem,
    )


def nothing() -> Resolution:
    """One in which every part is there: to try a template."""
    few = ("–",)
    return Resolution(
        *few * 7,
        grounds=few,
        decided="–",
        elected=few,
        total=0,
        cast=0,
        invalid=0,
        counts=(("–", 0),),
        sentence="–",
        signer_title="–",
        signer="–",
    )


def _grounds(view: DeskView, shown: DeskMotion) -> tuple[str, ...]:
    """The documents attached to the motion, else those of its item."""
    attached = {document for document, _ in shown.motion.documents}
    documents = [document for item in view.items for document in item.documents if document.id in attached]
    if not documents:
        documents = [one for item in view.items if item.id == shown.motion.item for one in item.documents]
    cited = ((fold(plain_line(one.name)), one) for one in documents)
    return tuple(_cited(name, one) for name, one in cited if not name.startswith(_NO_GROUND))


def _cited(name: str, document: DocumentView) -> str:
    """``Xét Tờ trình 12/TTr-UBND ngày 01 tháng 12 năm 2026 của Ủy ban nhân dân xã về dự toán năm 2027``."""
    weighed = "Xét" if name.startswith(_WEIGHED) else "Căn cứ"
    date = document.issued
    summary = plain_line(document.summary)
    parts = (
        f"{weighed} {plain_line(document.name)}",
        "" if date is None else f"ngày {date.day:02} tháng {date.month:02} năm {date.year}",
        f"của {plain_line(document.issuer)}" if document.issuer else "",
        summary[:1].lower() + summary[1:] if fold(summary).startswith("ve ") else "",
        f"về {summary[:1].lower() + summary[1:]}" if summary and not fold(summary).startswith("ve ") else "",
    )
    return " ".join(part for part in parts if part).rstrip(";. ")


def _about(title: str) -> str:
    """Below the word "Nghị quyết", without the same word again."""
    head, _, rest = title.partition(" về ")
    return f"Về {rest}" if rest and head.lower() == "nghị quyết" else title
