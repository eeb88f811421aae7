"""Roll calls of real parliaments: our tally comes to the totals they published. Needs the shared material."""

from __future__ import annotations

import csv
import io
import json
import os
import tarfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from support.packets import RULE, PaperOffice

from sync.model.motion import Choice, Motion
from sync.model.people import RollEntry
from sync.model.rules import Base, Threshold
from sync.model.tally import Recorded, Result, tally

pytestmark = pytest.mark.corpus

CORPUS = Path(os.environ.get("SOHOP_CORPUS", Path(__file__).parents[4] / "shared" / "data"))
CHOICES = tuple(Choice(id=name, label=name) for name in ("yes", "no", "abstain"))
DIGEST = "a" * 64
SPELT = {"SI": "yes", "NO": "no", "ABSTENCION": "abstain", "ABST": "abstain"}
"""On three days the choices are abbreviated."""
SILENT = ("SIN_RESPONDER", "SINRES")


def motion(base: Base = Base.TOTAL) -> Motion:
    rule = msgspec.structs.replace(RULE, base=base, threshold=Threshold(num=1, den=2), quorum=None)
    return msgspec.structs.replace(PaperOffice().motion(rule=rule), choices=CHOICES)


def count(names: list[str], chosen: dict[str, str], present: list[str], base: Base = Base.TOTAL) -> Result:
    roll = [RollEntry(person=name, name=name) for name in names]
    ballots = [
        Recorded(id=name, person=name, motion_digest=DIGEST, choices=(choice,), ballot_seq=1)
        for name, choice in chosen.items()
    ]
    return tally(motion(base), DIGEST, roll, present, ballots)


def peru() -> Iterator[tuple[str, dict[str, list[dict[str, str]]]]]:
    """Each sitting's sheets, by the name of their folder."""
    found = sorted((CORPUS / "votes" / "peru").glob("*.tar.gz"))
    if not found:
        pytest.skip("the shared material is not here")
    sheets: dict[str, dict[str, list[dict[str, str]]]] = {}
    with tarfile.open(found[0]) as archive:
        for member in archive:
            path = Path(member.name)
            if "/2021/" not in member.name or path.name not in (
                "votaciones.csv",
                "asistencias.csv",
                "resultados.csv",
            ):
                continue
            file = archive.extractfile(member)
            assert file is not None
            rows = csv.DictReader(io.StringIO(file.read().decode("utf-8")))
            sheets.setdefault(path.parent.name, {})[path.stem] = list(rows)
    yield from sorted(sheets.items())


def published(sheet: dict[str, list[dict[str, str]]]) -> dict[str, int]:
    return {row["resultado"]: int(row["total"] or 0) for row in sheet["resultados"]}


def test_every_roll_call_of_peru_comes_to_its_published_totals() -> None:
    read = 0
    for name, sheet in peru():
        if "votaciones" not in sheet:
            continue
        votes = {row["congresista"]: row["votacion"] for row in sheet["votaciones"]}
        chosen = {who: SPELT[vote] for who, vote in votes.items() if vote in SPELT}
        silent = [who for who, vote in votes.items() if vote in SILENT]
        totals = published(sheet)
        result = count(list(votes), chosen, [*chosen, *silent])
        assert result.total == totals["numero_legal"], name
        named = {"si": "yes", "no": "no", "abstenciones": "abstain"}
        assert {key: result.counts[ours] for key, ours in named.items()} == {
            key: totals[key] for key in named
        }, name
        assert result.present - sum(result.counts.values()) == totals["sin_responder"], name
        assert result.not_voted == result.total - len(chosen)
        read += 1
    assert read == 232


def test_every_attendance_check_of_peru_comes_to_its_published_totals() -> None:
    read = 0
    for name, sheet in peru():
        if "asistencias" not in sheet:
            continue
        here = {row["congresista"]: row["asistencia"] for row in sheet["asistencias"]}
        result = count(list(here), {}, [who for who, state in here.items() if state in ("PRESENTE", "PRE")])
        assert (result.total, result.present) == (
            published(sheet)["numero_legal"],
            published(sheet)["presentes"],
        ), name
        assert result.carried is False
        read += 1
    assert read == 219


def test_roll_calls_of_new_york_pass_where_most_of_those_who_voted_said_yes() -> None:
    """All 165 say Pass, and all did, of those who voted and of all members: no flag contradicts its votes."""
    folder = CORPUS / "votes" / "nyc-council"
    if not folder.exists():
        pytest.skip("the shared material is not here")
    spelt = {"Affirmative": "yes", "Negative": "no", "Abstain": "abstain"}
    contradicted: Counter[str] = Counter()
    read = 0
    for path in sorted(folder.glob("*/*/*.json")):
        for step in json.loads(path.read_bytes()).get("History") or []:
            votes = {vote["FullName"]: vote["Vote"] for vote in step.get("Votes") or []}
            if not votes:
                continue
            chosen = {who: spelt[vote] for who, vote in votes.items() if vote in spelt}
            for base in (Base.CAST, Base.TOTAL):
                result = count(list(votes), chosen, list(chosen), base)
                assert result.counts == {
                    name: sum(vote == word for vote in votes.values()) for word, name in spelt.items()
                }
                contradicted[base] += result.carried is not (step["PassedFlagName"] == "Pass")
            read += 1
    assert read == 165
    assert contradicted == {Base.CAST: 0, Base.TOTAL: 0}
