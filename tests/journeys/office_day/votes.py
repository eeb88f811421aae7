"""The twelve motions and how everybody votes on them, and what that has to come to."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from journeys.office_day.people import ABSENT, CHAIR, DELEGATE, DELEGATES, HANDED, LATE, OTHERS

FOR, AGAINST, NEITHER = range(3)
YES = ("Tán thành", "Không tán thành", "Không biểu quyết")
_OF_KIND = {
    "procedural": YES[:2],
    "written_opinion": (*YES[:2], "Ý kiến khác"),
    "confidence_vote": ("Tín nhiệm", "Không tín nhiệm"),
}


@dataclass
class Vote:
    """One motion: on which item, of which kind, and each person's choice by number; who is not in it does
    not vote. ``paper``: counted out of a box, as (returned, not valid, each choice)."""

    item: int
    title: str
    words: dict[str, str]
    choices: dict[str, int]
    labels: tuple[str, ...] = YES
    paper: tuple[int, ...] = ()
    by_hand: tuple[str, ...] = ()
    late: tuple[str, ...] = ()
    carried: bool = True
    id: str = field(default="", compare=False)

    @property
    def on_laptops(self) -> dict[str, int]:
        """Those of people without a window, in time."""
        left_out = {CHAIR, DELEGATE, *self.by_hand, *self.late}
        return {name: choice for name, choice in self.choices.items() if name not in left_out}

    @property
    def totals(self) -> tuple[int, ...]:
        """How many each choice must have got."""
        if self.paper:
            return self.paper[2:]
        count = Counter(self.choices.values())
        return tuple(count[number] for number in range(len(self.labels)))

    @property
    def sealed(self) -> bool:
        """Voted on at home, up to a time."""
        return self.words.get("timing") == "sealed_until"


def votes(until: datetime) -> list[Vote]:
    """All twelve, in the order of the agenda."""
    chance = random.Random(12)
    opens = until - timedelta(days=2)
    resolution, procedural = {"kind": "resolution"}, {"kind": "procedural"}
    rows: list[tuple[int, str, dict[str, str], int]] = [
        (1, "Thông qua chương trình kỳ họp", procedural, 97),
        (2, "Nghị quyết về phát triển kinh tế – xã hội năm 2027", resolution, 85),
        (3, "Nghị quyết về dự toán ngân sách năm 2027", {**resolution, "late": "may_be_admitted"}, 80),
        (4, "Nghị quyết điều chỉnh đầu tư công trung hạn", resolution, 25),
        (5, "Tín nhiệm Ủy viên Ủy ban nhân dân xã", {"kind": "confidence_vote", "secrecy": "secret"}, 0),
        (
            6,
            "Đặt tên đường Nà Lâu",
            {
                "kind": "written_opinion",
                "timing": "sealed_until",
                "opens": opens.isoformat(),
                "until": until.isoformat(),
            },
            75,
        ),
        (7, "Nghị quyết về quy hoạch khu dân cư Bản Suối", resolution, 90),
        (
            7,
            "Thăm dò vị trí nhà văn hóa",
            {"kind": "poll", "timing": "strict", "choices": "Đầu bản|Giữa bản|Cuối bản"},
            50,
        ),
        (8, "Nghị quyết về mức thu phí chợ và bến bãi", resolution, 70),
        (9, "Chương trình giám sát năm 2027", resolution, 95),
        (10, "Báo cáo trả lời kiến nghị của cử tri", procedural, 90),
        (11, "Nghị quyết hỗ trợ học sinh bán trú", resolution, 99),
    ]
    made = []
    for item, title, words, share in rows:
        labels = tuple(words["choices"].split("|")) if "choices" in words else YES
        labels = _OF_KIND.get(words["kind"], labels)
        choices = {name: _choice(chance, share, len(labels)) for name in (*OTHERS, DELEGATE, CHAIR)}
        for name in (ABSENT, CHAIR, *chance.sample(OTHERS, 2)):  # away; conducts; forget
            choices.pop(name, None)
        asked = {**words, "title": title, "question": f"Thông qua: {title}?"}
        made.append(Vote(item, title, asked, choices, labels, carried=share > 50))
    made[2].choices[LATE] = made[1].choices[HANDED] = FOR
    made[2].late, made[1].by_hand = (LATE,), (HANDED,)
    secret = made[4]
    secret.choices, secret.paper = {}, (39, 1, 31, 7)
    secret.carried = False  # the confidence is kept
    return made


def _choice(chance: random.Random, share: int, choices: int) -> int:
    """The first one in so many of a hundred cases."""
    return FOR if chance.randrange(100) < share else chance.randrange(1, choices)


assert len(DELEGATES) == 40
