"""Who may say what kind of opinion. Asked by the hub of its acts, and by laptops of what the hub hands on."""

from __future__ import annotations

from collections.abc import Collection

from sync.errors import Code, SohopError
from sync.model.opinion import Opinion, OpinionKind
from sync.model.people import DESK_ROLES, Role


def check_opinion(opinion: Opinion, roles: Collection[Role]) -> None:
    """Only the desk answers, and only delegates put questions. Anybody who attends may comment, reply and ask
    for the word, guests too: the chair decides who gets it.

    Raises ``SohopError(NOT_PERMITTED)``.
    """
    if opinion.answer is not None and not DESK_ROLES & set(roles):
        raise SohopError(Code.NOT_PERMITTED)
    if opinion.kind is OpinionKind.QUESTION and Role.DELEGATE not in roles:
        raise SohopError(Code.NOT_PERMITTED)
