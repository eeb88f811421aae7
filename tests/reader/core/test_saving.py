"""What was asked of the line is remembered."""

from reader.core import saving
from reader.core.views import SavingView


def test_what_was_asked_is_there_at_the_next_start(book):
    assert saving.saving(book) == SavingView()
    saving.put_saving(book, SavingView(small_only=True, cap=64))
    assert saving.saving(book) == SavingView(small_only=True, cap=64)


def test_a_limit_that_is_not_offered_any_more_counts_as_none(book):
    saving.put_saving(book, SavingView(cap=48))
    assert saving.saving(book).cap == 0


def test_kbit_are_bytes_for_the_engine():
    assert SavingView(cap=64).bytes_per_second == 8_000
    assert SavingView().bytes_per_second is None
