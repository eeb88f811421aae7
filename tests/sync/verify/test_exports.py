"""A file that is as it should be is proved, in either language, by every story of a motion."""

import pytest
from support.evidence import files, stories, written

from sync import verify

FILES = files()
ROOT = stories()["plain"].office.root_key


def checked(file, root=ROOT):
    return verify.check(verify.parse(written(file), ""), root)


@pytest.mark.parametrize("name", FILES)
def test_a_good_file_is_proved(name):
    outcome = checked(FILES[name])
    assert outcome.broken is None, outcome.broken
    assert outcome.sentence_vi == FILES[name]["result"]["sentence_vi"]
