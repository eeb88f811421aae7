"""The sync round as a dialogue."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.engine.machine import (
    FIRST_RETRY_S,
    LONGEST_RETRY_S,
    SLOW_TIMER_S,
    Authenticate,
    Authenticated,
    Exchange,
    Exchanged,
    Failed,
    Fetch,
    Fetched,
    PauseAsked,
    Phase,
    Rest,
    ResumeAsked,
    State,
    Woken,
    step,
)
from sync.errors import Code


class Talk:
    """A conversation: what is said, and what has to be done then."""

    def __init__(self, **state):
        self.state = State(**state)

    def __call__(self, event):
        self.state, commands = step(self.state, event)
        return list(commands)


def test_a_first_round():
    say = Talk()
    assert say(Woken()) == [Authenticate()]
    assert say(Authenticated()) == [Exchange()]
    assert say(Exchanged(more=True)) == [Exchange()]
    assert say(Exchanged()) == [Fetch()]
    assert say(Fetched(left=True)) == [Fetch()]
    assert say(Fetched(left=False)) == [Rest(SLOW_TIMER_S)]
    assert say.state.phase is Phase.RESTING
    assert say(Woken()) == [Exchange()]  # the token is kept


def test_an_act_sealed_during_a_download_goes_up_before_the_next_chunks():
    say = Talk(phase=Phase.FETCHING, has_token=True)
    assert say(Woken()) == []
    assert say(Fetched(left=True)) == [Exchange()]
    assert say(Exchanged()) == [Fetch()]


def test_an_act_sealed_during_an_exchange_goes_up_with_the_next():
    say = Talk(phase=Phase.EXCHANGING, has_token=True)
    assert say(Woken()) == []
    assert say(Woken()) == []
    assert say(Exchanged()) == [Exchange()]
    assert say(Exchanged()) == [Fetch()]


def test_an_act_sealed_with_the_last_chunk_is_not_forgotten():
    say = Talk(phase=Phase.FETCHING, has_token=True)
    say(Woken())
    assert say(Fetched(left=False)) == [Exchange()]


def test_a_pause_stops_everything_and_a_resume_begins_again():
    say = Talk(phase=Phase.FETCHING, has_token=True)
    assert say(PauseAsked()) == []
    assert say.state.phase is Phase.PAUSED
    for late in (Fetched(left=True), Failed(Code.OFFLINE), Woken(), Exchanged(more=True)):
        assert say(late) == []
    assert say(ResumeAsked()) == [Exchange()]
    assert say(ResumeAsked()) == []


def test_a_resume_without_a_pause_changes_nothing():
    say = Talk(phase=Phase.EXCHANGING, has_token=True)
    assert say(ResumeAsked()) == []
    assert say.state == State(phase=Phase.EXCHANGING, has_token=True)


def test_a_pause_before_the_token_came_asks_for_it_again():
    say = Talk()
    say(Woken())
    say(PauseAsked())
    say(Authenticated())
    assert say(ResumeAsked()) == [Authenticate()]


@pytest.mark.parametrize("phase", [Phase.EXCHANGING, Phase.FETCHING])
def test_an_expired_token_is_renewed_at_once(phase):
    say = Talk(phase=phase, has_token=True)
    assert say(Failed(Code.TOKEN_EXPIRED)) == [Authenticate()]
    assert say(Authenticated()) == [Exchange()]
    assert say(Exchanged()) == [Fetch()]


def test_a_hub_that_expires_every_token_is_left_alone_for_a_while():
    say = Talk(phase=Phase.EXCHANGING, has_token=True)
    say(Failed(Code.TOKEN_EXPIRED))
    say(Authenticated())
    (rest,) = say(Failed(Code.TOKEN_EXPIRED))
    assert isinstance(rest, Rest)
    assert rest.seconds >= FIRST_RETRY_S
    assert say(Woken()) == [Authenticate()]
    assert not say.state.has_token


def test_a_token_that_expires_in_a_later_round_is_renewed_at_once_again():
    say = Talk(phase=Phase.EXCHANGING, has_token=True)
    for event in (Failed(Code.TOKEN_EXPIRED), Authenticated(), Exchanged(), Fetched(left=False), Woken()):
        say(event)
    assert say(Failed(Code.TOKEN_EXPIRED)) == [Authenticate()]


def test_failing_to_renew_a_token_rests():
    say = Talk(phase=Phase.AUTHENTICATING)
    (rest,) = say(Failed(Code.TOKEN_EXPIRED))
    assert isinstance(rest, Rest)


def waits(jitter, rounds=12):
    say = Talk(has_token=True)
    found = []
    for _ in range(rounds):
        say(Woken())
        (rest,) = say(Failed(Code.OFFLINE, jitter))
        found.append(rest.seconds)
    return found


def test_waits_grow_to_a_bound_and_are_spread():
    middle = waits(0.5)
    assert middle[:4] == [FIRST_RETRY_S * 2**n for n in range(4)]
    assert middle == sorted(middle)
    assert middle[-1] == LONGEST_RETRY_S
    for least, usual, most in zip(waits(0.0), middle, waits(1.0), strict=True):
        assert (least, most) == (usual * 0.5, usual * 1.5)


def test_a_round_that_works_ends_the_growth():
    say = Talk(has_token=True, failures=6)
    for event in (Woken(), Exchanged(), Fetched(left=False)):
        say(event)
    assert say.state.failures == 0


def test_chunks_that_never_come_are_asked_for_ever_less_often():
    say = Talk(has_token=True)
    found = []
    for _ in range(4):
        say(Woken())
        say(Exchanged())
        (rest,) = say(Failed(Code.WRONG_DIGEST))
        found.append(rest.seconds)
    assert found == [2.0, 4.0, 8.0, 16.0]


def test_a_line_that_cuts_after_some_chunks_is_tried_again_soon():
    say = Talk(has_token=True, failures=5)
    say(Woken())
    say(Exchanged())
    assert say(Failed(Code.OFFLINE, progressed=True)) == [Rest(FIRST_RETRY_S)]


ANSWERS = {
    Authenticate: st.just(Authenticated()),
    Exchange: st.builds(Exchanged, more=st.booleans()),
    Fetch: st.builds(Fetched, left=st.booleans()),
}
FAILURES = st.builds(
    Failed,
    st.sampled_from([Code.OFFLINE, Code.TOKEN_EXPIRED, Code.WRONG_DIGEST]),
    st.floats(0, 1),
    st.booleans(),
)


@settings(max_examples=300)
@given(st.data())
def test_no_order_of_events_leads_to_two_commands_under_way(data):
    """As the runner does it: a command ends before anything else is heard; a pause drops what waits."""
    say = Talk()
    waiting = []
    for _ in range(30):
        choices = [Woken(), PauseAsked(), ResumeAsked()]
        if waiting:
            choices.append("carry out")
        event = data.draw(st.sampled_from(choices))
        if event == "carry out":
            command = waiting.pop()
            event = data.draw(st.one_of(ANSWERS[type(command)], FAILURES))
        if event == PauseAsked():
            waiting.clear()
        waiting += [command for command in say(event) if not isinstance(command, Rest)]
        assert len(waiting) <= 1
        assert bool(waiting) == (say.state.phase not in {Phase.RESTING, Phase.PAUSED})
        if waiting and not isinstance(waiting[0], Authenticate):
            assert say.state.has_token


@settings(max_examples=200)
@given(
    st.lists(
        st.one_of(
            st.builds(Exchanged, more=st.just(False)), st.builds(Fetched, left=st.just(False)), FAILURES
        ),
        max_size=30,
    )
)
def test_a_hub_that_never_says_more_cannot_keep_a_laptop_busy(answers):
    say = Talk()
    commands = say(Woken())
    for answer in [Authenticated(), *answers]:
        steps = 0
        while commands and not isinstance(commands[0], Rest):
            steps += 1
            assert steps <= 8
            command = commands[0]
            usual = {Authenticate: Authenticated(), Exchange: Exchanged(), Fetch: Fetched(left=False)}
            fits = isinstance(answer, Failed | type(usual[type(command)]))
            commands = say(answer if fits else usual[type(command)])
        commands = say(Woken())
