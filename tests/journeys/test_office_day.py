"""A whole meeting of an office, from a folder to signed minutes: 60 documents, 40 people, 12 motions.

Administrator, secretary, chair and a delegate sit before real windows; 38 more laptops have none; the hub
is a process of its own. Each part of the day is a module of ``office_day``.

``SOHOP_PICTURES`` names a folder for a picture of every step; ``QT_QPA_PLATFORM=xcb`` shows the windows.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from journeys.office_day import accounting, concluding, preparing, setting_up, sitting
from journeys.office_day.day import a_day

pytestmark = pytest.mark.storm  # three windows, a hub and 38 laptops: five minutes


def test_an_office_is_run_from_folder_to_signed_minutes(tmp_path: Path) -> None:
    pictures = Path(os.environ.get("SOHOP_PICTURES", tmp_path / "pictures"))
    with a_day(tmp_path, pictures) as day:
        setting_up.set_up(day)
        preparing.compose(day)
        preparing.submit_and_approve(day)
        preparing.spread(day)
        preparing.replace(day)
        sitting.begin(day)
        for number, vote in enumerate(day.votes, 1):
            sitting.vote_on(day, number, vote)
        concluding.answer(day)
        concluding.write_papers(day)
        accounting.look_at_papers(day)
        concluding.archive(day)
        accounting.account(day)
