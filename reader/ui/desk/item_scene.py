"""What the room is shown of the meeting while nothing is voted on: the item, who speaks, the time left."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from reader.core.views import DeskView
from reader.ui import sitting_words as words
from reader.ui.ballot.outcome import State
from reader.ui.desk.scene import Scene, head
from reader.ui.plain import plain_line
from reader.ui.theme import Tone


def item_scene(view: DeskView, now: datetime) -> Scene:
    """The picture at this moment, by the best known time. Of a restricted item it says no more than its
    number."""
    point, turn = view.sitting.point, view.sitting.speaking
    item = next((one for one in view.items if point is not None and one.id == point.item), None)
    if item is None:
        return Scene(head(view), "", plain_line(view.card.title))
    state = QCoreApplication.translate("Projector", "Mục {number}").format(number=plain_line(item.number))
    if item.restricted:  # nobody knows who is in the room
        said = QCoreApplication.translate("Projector", "Nội dung chỉ dành cho một số người")
        return Scene(head(view), state, said)
    reports = plain_line(item.speaker)
    question = QCoreApplication.translate("Projector", "Báo cáo: {name}").format(name=reports)
    plain = Scene(head(view), state, plain_line(item.title), question if reports else "")
    if turn is None:
        return plain
    return Scene(
        plain.head,
        plain.state,
        plain.title,
        plain.question,
        State(plain_line(turn.name), Tone.PLAIN, ""),
        f"{words.left_text(turn, now)} {words.allowed_text(turn)}",
        share=words.share(turn, now),
    )
