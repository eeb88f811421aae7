"""A plain file as the PDF child is given it."""

import os

import pytest

from reader.core.inspecting import FileSource
from sync.errors import Code, SohopError


def test_a_file_that_shrinks_while_it_is_read_is_an_error_of_the_world(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"x" * 100)
    source = FileSource(path)
    assert source.size == 100
    os.truncate(path, 50)
    with pytest.raises(SohopError) as error:
        source.read_into(memoryview(bytearray(100)))
    assert error.value.code is Code.FILE_UNREADABLE
    path.unlink()
    with pytest.raises(SohopError) as error:
        source.read_into(memoryview(bytearray(100)))
    assert error.value.code is Code.FILE_MISSING


@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo], ids=["folder", "fifo"])
def test_what_is_no_file_is_not_waited_for(tmp_path, make):
    make(tmp_path / "a.pdf")
    with pytest.raises(SohopError) as error:
        FileSource(tmp_path / "a.pdf")
    assert error.value.code is Code.FILE_NOT_ONE
