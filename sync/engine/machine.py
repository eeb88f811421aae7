"""The sync round as a pure state machine: ``step(state, event) -> (state, commands)``.

Three lanes. *Talk* exchanges small things, both ways, and goes first. *Fetch* brings documents, in one long
stream at a time; whoever has something to say stops the stream, so that small things have the whole line, and
what came of it is kept to the byte. *Live* listens for news.

No input, no output, no clock: the runner does what the commands say and reports back (``dialogue``). A lane
is given its next command only after it reported the end of the last.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from sync.engine.dialogue import (
    Authenticate,
    Authenticated,
    Commands,
    DocumentAsked,
    Event,
    Exchange,
    Exchanged,
    Fetch,
    Fetched,
    FetchFailed,
    HangUp,
    LineCameBack,
    Listen,
    LiveEnded,
    News,
    PauseAsked,
    Rest,
    ResumeAsked,
    SmallOnly,
    StopFetch,
    StopListening,
    TalkFailed,
    TimerRang,
    Woken,
)
from sync.errors import Code

SLOW_TIMER_S = 60.0
LISTENING_TIMER_S = 300.0
"""The slow timer while the hub tells of news by itself: only in case that this fails silently."""
FIRST_RETRY_S = 2.0
LONGEST_RETRY_S = 120.0
LONGEST_OFFLINE_S = 30.0
"""As long as the hub is out of reach: to try costs next to nothing, and when the office comes back behind a
line that never went, nothing else tells."""
NEWS_SPREAD_S = 0.5
"""News reach hundreds of laptops in one moment; they ask one after another, all of them within 2 s."""
FALSE_ALARMS = 5
LONGEST_NEWS_S = 20.0
"""Seconds over which news are spread once they were false so many times in a row."""
LINE_CODES = frozenset({Code.OFFLINE, Code.TIMEOUT})


class Talk(StrEnum):
    """What the talk lane does."""

    SILENT = "silent"
    AUTHENTICATING = "authenticating"
    EXCHANGING = "exchanging"


class Stream(StrEnum):
    """What the fetch or the live lane does."""

    NONE = "none"
    OPEN = "open"
    CLOSING = "closing"
    """It was told to stop and has not reported yet."""


class Phase(StrEnum):
    """All lanes in one word, for who shows it."""

    RESTING = "resting"
    AUTHENTICATING = "authenticating"
    EXCHANGING = "exchanging"
    FETCHING = "fetching"
    PAUSED = "paused"


@dataclass(frozen=True)
class State:
    """Where the conversation is."""

    talk: Talk = Talk.SILENT
    fetch: Stream = Stream.NONE
    live: Stream = Stream.NONE
    paused: bool = False
    small_only: bool = False
    """A metered line: no documents but the one that the person asks for."""
    has_token: bool = False
    renewed: bool = False
    """The token was renewed and nothing worked since."""
    wanted: bool = False
    """A wake-up came while the talk lane was busy."""
    news: bool = False
    """The hub told of something; it is asked in a moment."""
    told: bool = False
    """That is why the exchange under way was begun."""
    false_alarms: int = 0
    """News in a row that were none."""
    new_line: bool = False
    """The line came back while the talk lane still waited on the old one: a failure says nothing."""
    failures: int = 0
    """Exchanges in a row that failed."""
    deaf: int = 0
    """Times in a row that listening ended before it had worked for a while."""
    fetch_failures: int = 0
    """Streams in a row that brought nothing."""

    @property
    def phase(self) -> Phase:
        """The most telling of what is under way."""
        if self.paused:
            return Phase.PAUSED
        if self.talk is Talk.AUTHENTICATING:
            return Phase.AUTHENTICATING
        if self.talk is Talk.EXCHANGING:
            return Phase.EXCHANGING
        return Phase.FETCHING if self.fetch is not Stream.NONE else Phase.RESTING


Act = Callable[[State], tuple[State, Commands]]


def step(state: State, event: Event) -> tuple[State, Commands]:
    """One step of the conversation."""
    match event:
        case Woken(urgent=urgent):
            return _say(state, stop=urgent)
        case TimerRang():
            return (state, ()) if state.talk is not Talk.SILENT else _say(state, stop=state.news)
        case DocumentAsked():
            return _document_asked(state)
        case LineCameBack():
            return _line_came_back(state)
        case PauseAsked():
            state = replace(state, paused=True, wanted=False, news=False)
            return _all(state, _stop_fetch, _stop_listening)
        case ResumeAsked():
            return _say(replace(state, paused=False), stop=False) if state.paused else (state, ())
        case SmallOnly(on=on):
            state = replace(state, small_only=on)
            # What is under way was planned by the other rule; its end begins the next.
            return _fetch(state) if state.fetch is Stream.NONE else _stop_fetch(state)
        case Authenticated():
            return _authenticated(state)
        case Exchanged():
            return _exchanged(state, event)
        case TalkFailed():
            return _talk_failed(state, event)
        case Fetched(left=left):
            return _fetched(state, left=left)
        case FetchFailed():
            return _fetch_failed(state, event)
        case News(jitter=jitter):
            return _news(state, jitter)
        case LiveEnded():
            return _live_ended(state, event)


# --- talk -------------------------------------------------------------------------------------------------


def _say(state: State, *, stop: bool) -> tuple[State, Commands]:
    """Begin an exchange, or remember to. ``stop``: documents wait meanwhile."""
    if state.paused:
        return state, ()
    stopping: Commands = ()
    if stop:
        state, stopping = _stop_fetch(state)
    if state.talk is not Talk.SILENT:
        return replace(state, wanted=True), stopping
    state = replace(state, wanted=False, news=False, told=state.told or state.news, new_line=False)
    if not state.has_token:
        return replace(state, talk=Talk.AUTHENTICATING), (*stopping, Authenticate())
    return replace(state, talk=Talk.EXCHANGING), (*stopping, Exchange())


def _authenticated(state: State) -> tuple[State, Commands]:
    state = replace(state, has_token=True, talk=Talk.SILENT)
    return _say(state, stop=False)


def _exchanged(state: State, event: Exchanged) -> tuple[State, Commands]:
    alarms = state.false_alarms + state.told if event.idle else 0
    state = replace(state, talk=Talk.SILENT, failures=0, renewed=False, new_line=False)
    state = replace(state, told=False, false_alarms=alarms)
    if state.paused:
        return state, ()
    stopping: Commands = ()
    if event.replan:
        state, stopping = _stop_fetch(state)
    if event.more or state.wanted:
        state, commands = _say(state, stop=False)
        return state, (*stopping, *commands)
    state, commands = _all(state, _fetch, _listen)
    return state, (*stopping, *commands, Rest(LISTENING_TIMER_S))


def _talk_failed(state: State, event: TalkFailed) -> tuple[State, Commands]:
    code = event.code
    state = replace(state, talk=Talk.SILENT, wanted=False, told=False)
    if state.paused:
        return replace(state, new_line=False), ()
    if state.new_line:
        return _say(state, stop=False)
    if code is Code.TOKEN_EXPIRED and state.has_token:
        # A hub that finds every token expired must not be asked for the next one without a pause.
        again = not state.renewed
        state = replace(state, has_token=False, renewed=True)
        if again:
            return _say(state, stop=False)
    if event.progressed and code in LINE_CODES:
        return _say(replace(state, failures=0), stop=False)  # cut, and it had worked: it goes on at once
    state = replace(state, failures=state.failures + 1)
    rest = Rest(back_off(state.failures, event.jitter, code))
    if code not in LINE_CODES:
        return state, (rest,)
    state, commands = _stop_listening(state)  # the line that was lost for one is so for the other
    return state, (*commands, rest)


def _line_came_back(state: State) -> tuple[State, Commands]:
    state = replace(state, failures=0, fetch_failures=0)
    if state.paused:
        return state, ()
    state, stopping = _all(state, _stop_fetch, _stop_listening)
    if state.talk is not Talk.SILENT:
        return replace(state, new_line=True), (*stopping, HangUp())
    state, commands = _say(state, stop=False)
    return state, (*stopping, *commands)


def back_off(failures: int, jitter: float, code: Code) -> float:
    """Seconds to wait after so many failures in a row, the last of them this; ``jitter`` in 0–1 spreads many
    laptops."""
    longest = LONGEST_OFFLINE_S if code in LINE_CODES else LONGEST_RETRY_S
    return float(min(longest, FIRST_RETRY_S * 2 ** min(failures - 1, 10)) * (0.5 + jitter))


# --- fetch ------------------------------------------------------------------------------------------------


def _fetch(state: State) -> tuple[State, Commands]:
    """Begin a stream, unless small things are on their way or the line is not there."""
    busy = state.talk is not Talk.SILENT or state.fetch is not Stream.NONE
    if busy or state.paused or state.failures or not state.has_token:
        return state, ()
    return replace(state, fetch=Stream.OPEN), (Fetch(asked_only=state.small_only),)


def _stop_fetch(state: State) -> tuple[State, Commands]:
    if state.fetch is not Stream.OPEN:
        return state, ()
    return replace(state, fetch=Stream.CLOSING), (StopFetch(),)


def _document_asked(state: State) -> tuple[State, Commands]:
    if state.fetch is not Stream.NONE:
        return _stop_fetch(state)  # what is fetched next is planned anew, with this document first
    if state.talk is Talk.SILENT and (state.failures or not state.has_token):
        return _say(state, stop=False)
    return _fetch(state)


def _fetched(state: State, *, left: bool) -> tuple[State, Commands]:
    told = state.fetch is Stream.CLOSING
    state = replace(state, fetch=Stream.NONE, fetch_failures=0)
    return _fetch(state) if left or told else (state, ())


def _fetch_failed(state: State, event: FetchFailed) -> tuple[State, Commands]:
    told = state.fetch is Stream.CLOSING
    # A cut is the line's nature; what is wrong with what came, or with the hub, is asked less and less often.
    failures = 0 if event.progressed and event.code in LINE_CODES else state.fetch_failures + 1
    failures = state.fetch_failures if told else failures
    state = replace(state, fetch=Stream.NONE, fetch_failures=failures)
    if told or (event.progressed and event.code in LINE_CODES):
        return _fetch(state)  # cut, and it had worked: no waiting, no exchange
    if state.talk is not Talk.SILENT or state.paused:
        return state, ()
    if event.code is Code.TOKEN_EXPIRED:
        state = replace(state, has_token=False)
        if failures <= 1:  # else the token is not the trouble
            return _say(state, stop=False)
    return state, (Rest(back_off(max(1, failures), event.jitter, event.code)),)


# --- live -------------------------------------------------------------------------------------------------


def _listen(state: State) -> tuple[State, Commands]:
    if state.live is not Stream.NONE:
        return state, ()
    return replace(state, live=Stream.OPEN), (Listen(),)


def _stop_listening(state: State) -> tuple[State, Commands]:
    if state.live is not Stream.OPEN:
        return state, ()
    return replace(state, live=Stream.CLOSING), (StopListening(),)


def _news(state: State, jitter: float) -> tuple[State, Commands]:
    if state.paused or state.news:
        return state, ()
    if state.talk is not Talk.SILENT:
        return replace(state, wanted=True), ()
    # A hub that cries for nothing must not keep the line busy; true news wait a little at worst.
    late = LONGEST_NEWS_S if state.false_alarms > FALSE_ALARMS else NEWS_SPREAD_S
    return replace(state, news=True), (Rest(jitter * late),)


def _live_ended(state: State, event: LiveEnded) -> tuple[State, Commands]:
    told = state.live is Stream.CLOSING
    deaf = 0 if event.lasted or told else state.deaf + 1
    state = replace(state, live=Stream.NONE, deaf=deaf)
    if state.paused or state.talk is not Talk.SILENT or state.failures:
        return state, ()  # the exchange that is under way, or comes, listens again
    if told:
        return _listen(state)  # an exchange went well since
    # Once it may be the line that died; a hub that lets nobody listen is not asked all the time for it.
    wait = min(SLOW_TIMER_S, back_off(deaf, event.jitter, Code.HUB_BROKEN))
    return state, (Rest(wait if deaf else event.jitter * NEWS_SPREAD_S),)


def _all(state: State, *acts: Act) -> tuple[State, Commands]:
    commands: Commands = ()
    for act in acts:
        state, more = act(state)
        commands = (*commands, *more)
    return state, commands
