"""The sync round as a dialogue."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.engine.dialogue import (
    Authenticate,
    Authenticated,
    DocumentAsked,
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
from sync.engine.machine import (
    FALSE_ALARMS,
    FIRST_RETRY_S,
    LISTENING_TIMER_S,
    LONGEST_NEWS_S,
    LONGEST_OFFLINE_S,
    LONGEST_RETRY_S,
    NEWS_SPREAD_S,
    SLOW_TIMER_S,
    Phase,
    State,
    Stream,
    Talk,
    step,
)
from sync.errors import Code


class Dialogue:
    """A conversation: what is said, and what has to be done then."""

    def __init__(self, **state):
        self.state = State(**state)

    def __call__(self, event):
        self.state, commands = step(self.state, event)
        return list(commands)


def resting(**more):
    """All is said, all is here, somebody listens."""
    return Dialogue(has_token=True, live=Stream.OPEN, **more)


def fetching(**more):
    return resting(fetch=Stream.OPEN, **more)


# --- small things, then documents


def test_a_first_round():
    say = Dialogue()
    assert say(Woken()) == [Authenticate()]
    assert say(Authenticated()) == [Exchange()]
    assert say(Exchanged(more=True)) == [Exchange()]
    assert say(Exchanged()) == [Fetch(), Listen(), Rest(LISTENING_TIMER_S)]
    assert say(Fetched(left=True)) == [Fetch()]
    assert say(Fetched(left=False)) == []
    assert say.state.phase is Phase.RESTING
    assert say(TimerRang()) == [Exchange()]  # the token is kept
    assert say(Exchanged()) == [Fetch(), Rest(LISTENING_TIMER_S)]  # and who listens goes on listening


def test_an_act_sealed_during_a_download_has_the_line_for_itself():
    say = fetching()
    assert say(Woken()) == [StopFetch(), Exchange()]
    assert say(Fetched(left=True)) == []
    assert say(Exchanged()) == [Fetch(), Rest(LISTENING_TIMER_S)]


def test_an_answer_that_is_quicker_than_the_streams_end_waits_for_it():
    say = fetching()
    assert say(Woken()) == [StopFetch(), Exchange()]
    assert say(Exchanged()) == [Rest(LISTENING_TIMER_S)]
    assert say(Fetched(left=True)) == [Fetch()]


def test_an_act_that_nobody_waits_for_goes_beside_the_documents():
    say = fetching()
    assert say(Woken(urgent=False)) == [Exchange()]
    assert say(Fetched(left=True)) == []  # the next stream lets it pass
    assert say(Exchanged()) == [Fetch(), Rest(LISTENING_TIMER_S)]


def test_the_slow_timer_does_not_stop_documents():
    say = fetching()
    assert say(TimerRang()) == [Exchange()]
    assert say(Exchanged()) == [Rest(LISTENING_TIMER_S)]
    assert say(Fetched(left=False)) == []


def test_an_act_sealed_during_an_exchange_goes_up_with_the_next():
    say = resting(talk=Talk.EXCHANGING)
    assert say(Woken()) == []
    assert say(Woken()) == []
    assert say(Exchanged()) == [Exchange()]
    assert say(Exchanged()) == [Fetch(), Rest(LISTENING_TIMER_S)]


def test_an_act_sealed_while_a_token_is_asked_for_goes_with_the_first_exchange():
    say = Dialogue()
    say(Woken())
    assert say(Woken()) == []
    assert say(Authenticated()) == [Exchange()]
    assert say(Exchanged()) == [Fetch(), Listen(), Rest(LISTENING_TIMER_S)]


def test_a_new_version_or_a_recall_ends_the_stream_that_was_planned_before():
    say = fetching()
    say(TimerRang())
    assert say(Exchanged(replan=True)) == [StopFetch(), Rest(LISTENING_TIMER_S)]
    assert say(Fetched(left=True)) == [Fetch()]


# --- the person's wishes


def test_a_document_asked_for_jumps_the_queue_without_an_exchange():
    say = fetching()
    assert say(DocumentAsked()) == [StopFetch()]
    assert say(DocumentAsked()) == []
    assert say(Fetched(left=True)) == [Fetch()]


def test_a_document_asked_for_at_rest_is_fetched_at_once():
    assert resting()(DocumentAsked()) == [Fetch()]


def test_a_document_asked_for_without_a_line_tries_the_line():
    assert Dialogue()(DocumentAsked()) == [Authenticate()]
    assert resting(failures=5)(DocumentAsked()) == [Exchange()]


def test_a_document_asked_for_waits_for_a_ballot():
    say = fetching()
    say(Woken())
    assert say(DocumentAsked()) == []
    assert say(Fetched(left=True)) == []
    assert say(Exchanged()) == [Fetch(), Rest(LISTENING_TIMER_S)]


def test_small_things_only_leaves_documents_at_the_hub_but_for_the_one_asked_for():
    say = fetching()
    assert say(SmallOnly(True)) == [StopFetch()]
    assert say(Fetched(left=True)) == [Fetch(asked_only=True)]
    assert say(Fetched(left=False)) == []
    assert say(DocumentAsked()) == [Fetch(asked_only=True)]
    assert say(Fetched(left=False)) == []
    assert say(SmallOnly(False)) == [Fetch()]


def test_documents_again_while_the_one_asked_for_comes_forgets_none():
    say = resting(small_only=True)
    assert say(DocumentAsked()) == [Fetch(asked_only=True)]
    assert say(SmallOnly(False)) == [StopFetch()]
    assert say(Fetched(left=False)) == [Fetch()]


def test_a_pause_stops_everything_and_a_resume_begins_again():
    say = fetching(talk=Talk.EXCHANGING)
    assert say(PauseAsked()) == [StopFetch(), StopListening()]
    assert say.state.phase is Phase.PAUSED
    for late in (
        Fetched(left=True),
        LiveEnded(lasted=True),
        Exchanged(more=True),
        Woken(),
        DocumentAsked(),
        LineCameBack(),
        TimerRang(),
        News(),
        SmallOnly(False),
    ):
        assert say(late) == []
    assert say(ResumeAsked()) == [Exchange()]
    assert say(ResumeAsked()) == []
    assert say(Exchanged()) == [Fetch(), Listen(), Rest(LISTENING_TIMER_S)]


def test_a_pause_that_is_over_before_the_lanes_have_ended_loses_nothing():
    say = fetching(talk=Talk.EXCHANGING)
    say(PauseAsked())
    assert say(ResumeAsked()) == []
    assert say(Exchanged()) == [Exchange()]
    assert say(Exchanged()) == [Rest(LISTENING_TIMER_S)]
    assert say(Fetched(left=True)) == [Fetch()]
    assert say(LiveEnded(lasted=True)) == [Listen()]


def test_failures_during_a_pause_say_nothing():
    say = fetching(talk=Talk.EXCHANGING)
    say(PauseAsked())
    assert say(TalkFailed(Code.OFFLINE)) == []
    assert say(FetchFailed(Code.OFFLINE, progressed=True)) == []
    assert say(ResumeAsked()) == [Exchange()]


def test_a_resume_without_a_pause_changes_nothing():
    say = resting(talk=Talk.EXCHANGING)
    assert say(ResumeAsked()) == []
    assert say.state == State(has_token=True, live=Stream.OPEN, talk=Talk.EXCHANGING)


# --- a line that cuts


def test_a_cut_that_brought_something_goes_on_at_once_without_an_exchange():
    say = fetching()
    for _ in range(20):
        assert say(FetchFailed(Code.OFFLINE, progressed=True)) == [Fetch()]


def test_streams_that_bring_nothing_are_asked_for_ever_less_often():
    say = fetching()
    found = []
    for _ in range(4):
        (rest,) = say(FetchFailed(Code.OFFLINE))
        found.append(rest.seconds)
        assert say(TimerRang()) == [Exchange()]
        assert say(Exchanged()) == [Fetch(), Rest(LISTENING_TIMER_S)]
    assert found == [2.0, 4.0, 8.0, 16.0]
    assert say(FetchFailed(Code.OFFLINE, progressed=True)) == [Fetch()]
    assert say(FetchFailed(Code.OFFLINE)) == [Rest(FIRST_RETRY_S)]


def test_a_wrong_chunk_is_not_asked_for_again_at_once():
    say = fetching()
    assert say(FetchFailed(Code.WRONG_DIGEST, progressed=True)) == [Rest(FIRST_RETRY_S)]
    assert say.state.fetch_failures == 1  # and if it is wrong again, it is asked for later still


def test_a_stream_that_fails_because_it_was_told_to_end_is_no_failure():
    say = fetching()
    say(Woken())
    assert say(FetchFailed(Code.OFFLINE)) == []
    assert say.state.fetch_failures == 0
    assert say(Exchanged()) == [Fetch(), Rest(LISTENING_TIMER_S)]


def test_documents_wait_until_the_line_has_carried_small_things():
    say = fetching()
    say(Woken())
    say(Fetched(left=True))
    assert say(TalkFailed(Code.TIMEOUT)) == [StopListening(), Rest(FIRST_RETRY_S)]
    assert say(LiveEnded()) == []
    assert say(TimerRang()) == [Exchange()]
    assert say(Exchanged()) == [Fetch(), Listen(), Rest(LISTENING_TIMER_S)]


def waits(jitter, rounds=12, code=Code.OFFLINE):
    say = Dialogue(has_token=True)
    found = []
    for _ in range(rounds):
        say(TimerRang())
        (rest,) = say(TalkFailed(code, jitter))
        found.append(rest.seconds)
    return found


@pytest.mark.parametrize("code", [Code.OFFLINE, Code.TIMEOUT])
def test_a_long_reply_that_was_cut_goes_on_at_once_as_long_as_more_of_it_comes(code):
    say = resting(talk=Talk.EXCHANGING, failures=3)
    for _ in range(5):
        assert say(TalkFailed(code, progressed=True)) == [Exchange()]
    assert say.state.failures == 0
    assert say(TalkFailed(code)) == [StopListening(), Rest(FIRST_RETRY_S)]


def test_what_came_of_a_reply_makes_no_haste_after_a_refusal_or_in_a_pause():
    say = resting(talk=Talk.EXCHANGING)
    assert say(TalkFailed(Code.HUB_BROKEN, progressed=True)) == [Rest(FIRST_RETRY_S)]
    say = resting(talk=Talk.EXCHANGING)
    say(PauseAsked())
    assert say(TalkFailed(Code.OFFLINE, progressed=True)) == []


def test_waits_grow_to_a_bound_and_are_spread():
    middle = waits(0.5)
    assert middle[:4] == [FIRST_RETRY_S * 2**n for n in range(4)]
    assert middle == sorted(middle)
    assert middle[-1] == LONGEST_OFFLINE_S
    for least, usual, most in zip(waits(0.0), middle, waits(1.0), strict=True):
        assert (least, most) == (usual * 0.5, usual * 1.5)


def test_a_hub_in_trouble_is_asked_less_often_than_one_that_is_out_of_reach():
    assert waits(0.5, code=Code.HUB_BROKEN)[-1] == LONGEST_RETRY_S > LONGEST_OFFLINE_S


def test_an_exchange_that_works_ends_the_growth():
    say = resting(failures=6)
    say(Woken())
    say(Exchanged())
    assert say.state.failures == 0


def test_a_line_that_comes_back_is_used_at_once():
    say = Dialogue(has_token=True, failures=7, fetch_failures=3)
    assert say(LineCameBack()) == [Exchange()]
    assert (say.state.failures, say.state.fetch_failures) == (0, 0)
    assert say(TalkFailed(Code.OFFLINE)) == [Rest(FIRST_RETRY_S)]


def test_a_new_line_leaves_whatever_hangs_on_the_old_one():
    say = fetching(talk=Talk.EXCHANGING)
    assert say(LineCameBack()) == [StopFetch(), StopListening(), HangUp()]
    assert say(TalkFailed(Code.OFFLINE)) == [Exchange()]
    assert say(FetchFailed(Code.OFFLINE)) == []
    assert say(LiveEnded()) == []
    assert say(Exchanged()) == [Fetch(), Listen(), Rest(LISTENING_TIMER_S)]
    assert say.state.failures == 0


def test_an_answer_that_was_on_its_way_when_the_line_changed_is_an_answer():
    say = resting(talk=Talk.EXCHANGING)
    say(LineCameBack())
    assert say(Exchanged()) == [Fetch(), Rest(LISTENING_TIMER_S)]
    assert say(LiveEnded()) == [Listen()]


# --- live


def test_news_are_asked_for_in_a_moment_and_stop_documents():
    say = fetching()
    assert say(News(jitter=0.5)) == [Rest(0.5 * NEWS_SPREAD_S)]
    assert say(TimerRang()) == [StopFetch(), Exchange()]


def test_a_hub_that_cries_for_nothing_is_believed_less_often():
    say = resting()
    for _ in range(FALSE_ALARMS + 1):
        assert say(News(jitter=1.0)) == [Rest(NEWS_SPREAD_S)]
        assert say(TimerRang()) == [Exchange()]
        say(Exchanged(idle=True))
        say(Fetched(left=False))
    assert say(News(jitter=1.0)) == [Rest(LONGEST_NEWS_S)]
    say(TimerRang())
    say(Exchanged())  # this time it was true
    assert say(News(jitter=1.0)) == [Rest(NEWS_SPREAD_S)]


def test_a_timer_that_finds_nothing_is_no_false_alarm():
    say = resting()
    for _ in range(FALSE_ALARMS + 2):
        say(TimerRang())
        say(Exchanged(idle=True))
        say(Fetched(left=False))
    assert say.state.false_alarms == 0


def test_news_during_an_exchange_are_asked_for_after_it():
    say = resting(talk=Talk.EXCHANGING)
    assert say(News()) == []
    assert say(Exchanged()) == [Exchange()]


def test_who_could_not_listen_for_a_while_asks_what_was_missed():
    say = fetching()
    assert say(LiveEnded(lasted=True, jitter=0.2)) == [Rest(0.2 * NEWS_SPREAD_S)]
    assert say(TimerRang()) == [Exchange()]
    assert say(Exchanged()) == [Listen(), Rest(LISTENING_TIMER_S)]


def test_a_hub_that_lets_nobody_listen_is_asked_less_and_less_often():
    say = resting()
    waits = [FIRST_RETRY_S * 2**n for n in range(5)]
    for wait in (*waits, SLOW_TIMER_S, SLOW_TIMER_S):
        assert say(LiveEnded()) == [Rest(wait)]
        assert say(TimerRang()) == [Exchange()]
        assert say(Exchanged()) == [Fetch(), Listen(), Rest(LISTENING_TIMER_S)]
        say(Fetched(left=False))


# --- tokens


def test_an_expired_token_is_renewed_at_once():
    say = resting(talk=Talk.EXCHANGING)
    assert say(TalkFailed(Code.TOKEN_EXPIRED)) == [Authenticate()]
    assert say(Authenticated()) == [Exchange()]
    assert say(Exchanged()) == [Fetch(), Rest(LISTENING_TIMER_S)]


def test_a_token_that_expires_during_a_download_is_renewed_at_once():
    say = fetching()
    assert say(FetchFailed(Code.TOKEN_EXPIRED)) == [Authenticate()]
    assert say(Authenticated()) == [Exchange()]
    assert say(Exchanged()) == [Fetch(), Rest(LISTENING_TIMER_S)]
    (rest,) = say(FetchFailed(Code.TOKEN_EXPIRED))  # the token is not the trouble
    assert rest.seconds > FIRST_RETRY_S


def test_a_hub_that_expires_every_token_is_left_alone_for_a_while():
    say = resting(talk=Talk.EXCHANGING)
    say(TalkFailed(Code.TOKEN_EXPIRED))
    say(Authenticated())
    (rest,) = say(TalkFailed(Code.TOKEN_EXPIRED))
    assert rest.seconds >= FIRST_RETRY_S
    assert say(Woken()) == [Authenticate()]
    assert not say.state.has_token


def test_a_token_that_expires_in_a_later_round_is_renewed_at_once_again():
    say = resting(talk=Talk.EXCHANGING)
    for event in (TalkFailed(Code.TOKEN_EXPIRED), Authenticated(), Exchanged(), Fetched(left=False), Woken()):
        say(event)
    assert say(TalkFailed(Code.TOKEN_EXPIRED)) == [Authenticate()]


def test_failing_to_renew_a_token_rests():
    say = Dialogue(talk=Talk.AUTHENTICATING)
    assert say(TalkFailed(Code.TOKEN_EXPIRED)) == [Rest(FIRST_RETRY_S)]


@pytest.mark.parametrize("code", [Code.DEVICE_REVOKED, Code.HUB_BROKEN, Code.DISK_FULL])
def test_what_is_not_the_lines_fault_goes_on_listening(code):
    say = resting(talk=Talk.EXCHANGING)
    assert say(TalkFailed(code)) == [Rest(FIRST_RETRY_S)]


# --- whatever happens

CODES = st.sampled_from([Code.OFFLINE, Code.TOKEN_EXPIRED, Code.WRONG_DIGEST, Code.HUB_BROKEN])
TALK = st.builds(TalkFailed, CODES, st.floats(0, 1))
ENDS = {
    Authenticate: st.one_of(st.just(Authenticated()), TALK),
    Exchange: st.one_of(st.builds(Exchanged, st.booleans(), st.booleans()), TALK),
    Fetch: st.one_of(
        st.builds(Fetched, st.booleans()), st.builds(FetchFailed, CODES, st.floats(0, 1), st.booleans())
    ),
    Listen: st.builds(LiveEnded, st.booleans(), st.floats(0, 1)),
}
ASIDE = [
    Woken(),
    Woken(urgent=False),
    DocumentAsked(),
    LineCameBack(),
    PauseAsked(),
    ResumeAsked(),
    SmallOnly(True),
    SmallOnly(False),
    News(),
    TimerRang(),
]
LANES = {Authenticate: "talk", Exchange: "talk", Fetch: "fetch", Listen: "live"}


@settings(max_examples=120)
@given(st.data())
def test_no_order_of_events_gives_a_lane_two_commands_or_forgets_the_laptop(data):
    """As the runner does it: a lane is busy until it reports; the earliest rest rings."""
    say = Dialogue()
    busy, rest = {}, False
    for _ in range(25):
        event = data.draw(st.sampled_from([*ASIDE, *busy]))
        if isinstance(event, str):
            event = data.draw(ENDS[type(busy.pop(event))])
        if event == TimerRang():
            rest = False
        for command in say(event):
            rest = (rest or isinstance(command, Rest)) and not isinstance(command, Authenticate | Exchange)
            lane = LANES.get(type(command))
            if lane:
                assert lane not in busy
                busy[lane] = command
            elif isinstance(command, StopFetch | StopListening | HangUp):
                assert {StopFetch: "fetch", StopListening: "live", HangUp: "talk"}[type(command)] in busy
        assert ("talk" in busy) == (say.state.talk is not Talk.SILENT)
        assert ("fetch" in busy) == (say.state.fetch is not Stream.NONE)
        assert ("live" in busy) == (say.state.live is not Stream.NONE)
        if "talk" in busy and not isinstance(busy["talk"], Authenticate):
            assert say.state.has_token
    if say.state.paused or say.state == State():
        return
    # A laptop that is not paused will talk again by itself, whatever the streams do for ever.
    assert rest or "talk" in busy


@settings(max_examples=100)
@given(st.lists(st.one_of(*ENDS.values()), max_size=30))
def test_a_hub_that_never_says_more_cannot_keep_a_laptop_busy(answers):
    usual = {
        Authenticate: Authenticated(),
        Exchange: Exchanged(),
        Fetch: Fetched(left=False),
        Listen: LiveEnded(),
    }
    fits = {
        Authenticate: Authenticated | TalkFailed,
        Exchange: Exchanged | TalkFailed,
        Fetch: Fetched | FetchFailed,
        Listen: LiveEnded,
    }
    tame = [each for each in answers if getattr(each, "more", False) is False]
    tame = [
        each for each in tame if not getattr(each, "left", False) and not getattr(each, "progressed", False)
    ]
    say = Dialogue()
    pending = say(Woken())
    for answer in tame:
        steps = 0
        while pending := [each for each in pending if type(each) in usual]:
            steps += 1
            assert steps <= 12
            command = pending.pop(0)
            end = answer if isinstance(answer, fits[type(command)]) else usual[type(command)]
            pending += say(end)
        pending = say(TimerRang())
