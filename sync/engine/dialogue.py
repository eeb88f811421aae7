"""The words of the sync round: what the machine is told, and what it wants done."""

from __future__ import annotations

from dataclasses import dataclass

from sync.errors import Code

# --- what happens -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Woken:
    """An act waits to go up, or the program started, or the person asks for an exchange.

    Not ``urgent``: an act that nobody waits for; documents go on coming beside it.
    """

    urgent: bool = True


@dataclass(frozen=True)
class DocumentAsked:
    """The person waits for a document that is not here."""


@dataclass(frozen=True)
class TimerRang:
    """A rest is over."""


@dataclass(frozen=True)
class LineCameBack:
    """The system has a way out again, or another one: lines that are open lead nowhere."""


@dataclass(frozen=True)
class PauseAsked:
    """The person paused. What is under way ends and nothing begins."""


@dataclass(frozen=True)
class ResumeAsked:
    """The person resumed."""


@dataclass(frozen=True)
class SmallOnly:
    """Small things only, or documents again."""

    on: bool


@dataclass(frozen=True)
class Authenticated:
    """The hub gave a token."""


@dataclass(frozen=True)
class Exchanged:
    """Small things went both ways. ``more``: ask again at once. ``replan``: what is to be fetched, or in
    which order, has changed (a new version, a recall). ``idle``: nothing came and nothing went."""

    more: bool = False
    replan: bool = False
    idle: bool = False


@dataclass(frozen=True)
class TalkFailed:
    """Authenticating or exchanging failed. ``jitter`` in 0–1 spreads the retries of many laptops.
    ``progressed``: not before some of a long reply came, which is kept."""

    code: Code
    jitter: float = 0.5
    progressed: bool = False


@dataclass(frozen=True)
class Fetched:
    """A stream ended, whole or because it was told to. ``left``: there may be more to fetch."""

    left: bool


@dataclass(frozen=True)
class FetchFailed:
    """A stream failed. ``progressed``: not before it brought something, which is kept."""

    code: Code
    jitter: float = 0.5
    progressed: bool = False


@dataclass(frozen=True)
class News:
    """The hub says that an exchange would bring something."""

    jitter: float = 0.5


@dataclass(frozen=True)
class LiveEnded:
    """Listening ended. ``lasted``: it had worked for a while, so that news may have been missed."""

    lasted: bool = False
    jitter: float = 0.5


Event = (
    Woken
    | DocumentAsked
    | TimerRang
    | LineCameBack
    | PauseAsked
    | ResumeAsked
    | SmallOnly
    | Authenticated
    | Exchanged
    | TalkFailed
    | Fetched
    | FetchFailed
    | News
    | LiveEnded
)


# --- what to do -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Authenticate:
    """Talk: obtain a token."""


@dataclass(frozen=True)
class Exchange:
    """Talk: send the outbox and the state, apply the reply."""


@dataclass(frozen=True)
class HangUp:
    """Talk: end what is under way; it will fail."""


@dataclass(frozen=True)
class Fetch:
    """Fetch: one stream of what is missing, most wanted first. ``asked_only``: only what the person waits
    for."""

    asked_only: bool = False


@dataclass(frozen=True)
class StopFetch:
    """Fetch: close the stream, keeping every byte."""


@dataclass(frozen=True)
class Listen:
    """Live: listen for news."""


@dataclass(frozen=True)
class StopListening:
    """Live: close the stream."""


@dataclass(frozen=True)
class Rest:
    """Ring after so many seconds. The earliest rings; ``Authenticate`` and ``Exchange`` forget them all."""

    seconds: float


Command = Authenticate | Exchange | HangUp | Fetch | StopFetch | Listen | StopListening | Rest
Commands = tuple[Command, ...]
