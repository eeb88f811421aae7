"""Tokens: twelve hours by whatever the hub's clock says, ended by a revocation, few of each device."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select
from support.laptop import Laptop, Line
from support.world import World

from sync.errors import Code, SohopError
from sync.hub import tables
from sync.hub.auth import CHALLENGE_S, TOKEN_S, Gate, _Passing
from sync.wire.invitation import TRIES, new_secret
from sync.wire.messages import Challenge, ChallengeRequest, Token, TokenRequest, auth_bytes
from sync.wire.statements import HUB

TEN_YEARS = 10 * 365 * 86_400


def gate_code(gate: Gate, laptop: Laptop) -> Code | None:
    try:
        gate.session(f"Bearer {laptop.token}")
    except SohopError as error:
        return error.code
    return None


def tokens(world: World, laptop: Laptop) -> int:
    with world.hub.database.read() as connection:
        mine = tables.tokens.c.device == laptop.cert.device
        return connection.execute(select(func.count()).where(mine)).scalar_one()


def test_a_revocation_ends_every_session_and_a_new_one_says_that_it_is_revoked(world: World) -> None:
    gate = Gate(world.hub)
    world.lan.sign_in()
    assert not gate.session(f"Bearer {world.lan.token}").revoked
    world.office.revoke(world.lan.cert.device)
    assert gate_code(gate, world.lan) is Code.TOKEN_EXPIRED
    world.lan.sign_in()  # its ballots are recorded
    assert gate.session(f"bearer {world.lan.token}").revoked


def test_a_token_is_good_for_twelve_hours(world: World) -> None:
    gate = Gate(world.hub)
    world.lan.sign_in()
    world.clock.ahead += TOKEN_S - 1
    assert gate_code(gate, world.lan) is None
    world.clock.ahead += 2
    assert gate_code(gate, world.lan) is Code.TOKEN_EXPIRED


@pytest.mark.parametrize("jump", [TEN_YEARS, -TEN_YEARS, -13 * 3600])
def test_a_clock_that_is_set_ends_sessions_and_nobody_is_shut_out(world: World, jump: float) -> None:
    gate = Gate(world.hub)
    world.lan.sign_in()
    first = world.lan.token
    world.clock.ahead += jump
    assert gate_code(gate, world.lan) is Code.TOKEN_EXPIRED
    world.lan.sign_in()
    assert gate_code(gate, world.lan) is None
    world.lan.token = first
    world.clock.ahead -= jump
    world.minh.sign_in()  # sweeps away what no clock believes in
    assert tokens(world, world.lan) <= 1


def test_wrong_codes_while_the_clock_was_ahead_lock_nobody_out_afterwards(world: World) -> None:
    line = Line(world.served.url, world.office.ca_path)
    invitation = world.office.invite(world.lan.cert.person)
    world.clock.ahead += TEN_YEARS
    for _ in range(TRIES):
        with pytest.raises(SohopError):
            line.hello(new_secret(), bytes(32))
    world.clock.ahead -= TEN_YEARS
    assert line.hello(invitation.secret, bytes(32)).tenant == world.tenant
    line.close()


def test_a_challenge_ends_after_a_minute_and_when_the_clock_is_put_back(world: World) -> None:
    lan, line = world.lan, world.lan.line
    for jump in (CHALLENGE_S + 1, -CHALLENGE_S - 1):
        challenge = line.ask("/v1/challenge", ChallengeRequest(device=lan.cert.device), Challenge)
        world.clock.ahead += jump
        signature = lan.key.sign(auth_bytes(world.tenant, HUB, lan.cert.device, challenge.nonce))
        request = TokenRequest(device=lan.cert.device, nonce=challenge.nonce, signature=signature)
        with pytest.raises(SohopError) as refused:
            line.ask("/v1/token", request, Token)
        assert refused.value.code is Code.TOKEN_EXPIRED


def test_a_device_keeps_its_newest_sixteen_tokens(world: World) -> None:
    gate = Gate(world.hub)
    world.lan.sign_in()
    first = world.lan.token
    world.minh.sign_in()
    for _ in range(16):
        world.clock.ahead += 1
        world.lan.sign_in()
    assert tokens(world, world.lan) == 16
    assert gate_code(gate, world.lan) is gate_code(gate, world.minh) is None
    world.lan.token = first
    assert gate_code(gate, world.lan) is Code.TOKEN_EXPIRED


def test_nonces_are_bounded_whatever_the_clock_does() -> None:
    passing: _Passing[int] = _Passing(60)
    for number in range(30_000):
        passing.put(number.to_bytes(32, "big"), number, now=-number)
    assert len(passing._kept) <= 20_000
    assert passing.get((29_999).to_bytes(32, "big"), -29_999) == 29_999
    assert passing.get((29_000).to_bytes(32, "big"), -29_999) is None
