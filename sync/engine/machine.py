"""The sync round as a pure state machine: ``step(state, event) -> (state, commands)``.

Small things first, both ways, then one run of chunks at a time; an act of the person that waits to go up
interrupts the chunks. No input, no output, no clock: the runner does what the commands say and reports back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from sync.errors import Code

SLOW_TIMER_S = 60.0
FIRST_RETRY_S = 2.0
LONGEST_RETRY_S = 120.0


class Phase(StrEnum):
    """What is under way."""

    RESTING = "resting"
    AUTHENTICATING = "authenticating"
    EXCHANGING = "exchanging"
    FETCHING = "fetching"
    PAUSED = "paused"


@dataclass(frozen=True)
class State:
    """Where the conversation is. ``wanted`` remembers a wake-up that came while something was under way;
    ``renewed`` that this round has already renewed its token."""

    phase: Phase = Phase.RESTING
    has_token: bool = False
    failures: int = 0
    wanted: bool = False
    renewed: bool = False


# --- what happens -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Woken:
    """Something asks for a round: the start, a sealed ballot, the slow timer, a line that came back."""


@dataclass(frozen=True)
class Authenticated:
    """The hub gave a token."""


@dataclass(frozen=True)
class Exchanged:
    """Small things went both ways. ``more``: ask again at once."""

    more: bool = False


@dataclass(frozen=True)
class Fetched:
    """A run of chunks ended, whole or interrupted. ``left``: there is more to fetch."""

    left: bool


@dataclass(frozen=True)
class Failed:
    """The command under way failed. ``jitter`` in 0–1 spreads retries of many laptops. ``progressed``: not
    before something came; a line that cuts often is tried again soon, one that brings nothing is not."""

    code: Code
    jitter: float = 0.5
    progressed: bool = False


@dataclass(frozen=True)
class PauseAsked:
    """The person paused. It takes effect between commands: what was not begun yet is dropped."""


@dataclass(frozen=True)
class ResumeAsked:
    """The person resumed."""


Event = Woken | Authenticated | Exchanged | Fetched | Failed | PauseAsked | ResumeAsked


# --- what to do -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Authenticate:
    """Obtain a token."""


@dataclass(frozen=True)
class Exchange:
    """Send the outbox and the state, apply the reply."""


@dataclass(frozen=True)
class Fetch:
    """Fetch the next run of chunks."""


@dataclass(frozen=True)
class Rest:
    """Do nothing for so many seconds, then wake up."""

    seconds: float


Command = Authenticate | Exchange | Fetch | Rest

_AGAIN_WITH_TOKEN = frozenset({Code.TOKEN_EXPIRED})


def step(state: State, event: Event) -> tuple[State, tuple[Command, ...]]:
    """One step of the conversation."""
    match event:
        case PauseAsked():
            return replace(state, phase=Phase.PAUSED, wanted=False), ()
        case ResumeAsked():
            if state.phase is not Phase.PAUSED:
                return state, ()
            return _begin(replace(state, phase=Phase.RESTING))
        case _ if state.phase is Phase.PAUSED:
            return state, ()
        case Woken():
            if state.phase is Phase.RESTING:
                return _begin(state)
            return replace(state, wanted=True), ()
        case Authenticated():
            return replace(state, phase=Phase.EXCHANGING, has_token=True), (Exchange(),)
        case Exchanged(more=more):
            if more or state.wanted:
                return replace(state, wanted=False), (Exchange(),)
            return replace(state, phase=Phase.FETCHING), (Fetch(),)
        case Fetched(left=left):
            state = replace(state, failures=0, renewed=False)
            if state.wanted:
                return replace(state, phase=Phase.EXCHANGING, wanted=False), (Exchange(),)
            if left:
                return state, (Fetch(),)
            return replace(state, phase=Phase.RESTING), (Rest(SLOW_TIMER_S),)
        case Failed(code=code, jitter=jitter, progressed=progressed):
            return _failed(replace(state, failures=0) if progressed else state, code, jitter)


def _begin(state: State) -> tuple[State, tuple[Command, ...]]:
    state = replace(state, wanted=False, renewed=False)
    if not state.has_token:
        return replace(state, phase=Phase.AUTHENTICATING), (Authenticate(),)
    return replace(state, phase=Phase.EXCHANGING), (Exchange(),)


def _failed(state: State, code: Code, jitter: float) -> tuple[State, tuple[Command, ...]]:
    failures = state.failures + 1
    if code in _AGAIN_WITH_TOKEN and state.has_token:
        # A hub that finds every token expired must not be asked for the next one without a pause.
        again = not state.renewed
        state = replace(state, has_token=False, renewed=True)
        if again:
            return replace(state, phase=Phase.AUTHENTICATING, failures=failures), (Authenticate(),)
    wait = min(LONGEST_RETRY_S, FIRST_RETRY_S * 2 ** min(failures - 1, 10)) * (0.5 + jitter)
    return replace(state, phase=Phase.RESTING, failures=failures, wanted=False), (Rest(wait),)
