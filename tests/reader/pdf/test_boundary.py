"""A child that has been taken over: what it may claim, and what it can do to memory it was handed."""

from __future__ import annotations

import mmap
import multiprocessing
import os
from multiprocessing.reduction import recv_handle

import msgspec
import pytest

from reader.pdf import PdfError, PdfErrorCode, protocol
from reader.pdf.child import Child
from reader.pdf.keeper import Keeper
from reader.pdf.memory import CanvasMemory, DocumentMemory

WORD = [1.0, 2.0, 3.0, 4.0, "chữ", 0, 0, 0]

NOTE = {"page": 0, "kind": "Text", "box": [0.0, 0.0, 1.0, 1.0]}
NOTES = {"untrusted_annotations": [NOTE], "untrusted_others": 0, "untrusted_next": None}


def claimed(**fields):
    return msgspec.msgpack.encode(fields)


def word_with(index, value):
    return [*WORD[:index], value, *WORD[index + 1 :]]


@pytest.mark.parametrize(
    "raw",
    [
        claimed(type="WordList", untrusted_words=[word_with(0, float("nan"))]),
        claimed(type="WordList", untrusted_words=[word_with(2, float("inf"))]),
        claimed(type="WordList", untrusted_words=[word_with(3, 1e308)]),
        claimed(type="WordList", untrusted_words=[word_with(4, "a" * 257)]),
        claimed(type="WordList", untrusted_words=[word_with(5, -1)]),
        claimed(type="WordList", untrusted_words=[WORD] * 50_001),
        claimed(type="Opened", untrusted_sizes=[], untrusted_repaired=False),
        claimed(type="Opened", untrusted_sizes=[[595.0, 842.0]] * 20_001, untrusted_repaired=False),
        claimed(type="Opened", untrusted_sizes=[[595.0, 14_401.0]], untrusted_repaired=False),
        claimed(type="Rendered", untrusted_width=2**31, untrusted_height=1),
        claimed(type="Rendered", untrusted_width=0, untrusted_height=1),
        claimed(type="LabelList", untrusted_labels=["i" * 33]),
        claimed(type="LabelList", untrusted_labels=["i"] * 20_001),
        claimed(type="FrameList", untrusted_frames=[[1.0, 0.0, 0.0, float("nan"), 0.0, 0.0]]),
        claimed(type="FrameList", untrusted_frames=[[1.0] * 6], untrusted_ids=["zz", "00"]),
        claimed(type="AnnotationList", **(NOTES | {"untrusted_annotations": [NOTE | {"kind": "Movie"}]})),
        claimed(
            type="AnnotationList", **(NOTES | {"untrusted_annotations": [NOTE | {"box": [0, 0, 1, 1e308]}]})
        ),
        claimed(
            type="AnnotationList", **(NOTES | {"untrusted_annotations": [NOTE | {"contents": "a" * 20_001}]})
        ),
        claimed(type="AnnotationList", **(NOTES | {"untrusted_annotations": [NOTE] * 501})),
        claimed(type="AnnotationList", **(NOTES | {"untrusted_next": [-1, 0]})),
        claimed(type="Finished", untrusted_size=512 * 1024**2 + 1),
        claimed(type="Failed", code="melted"),
        claimed(type="Other"),
        b"\x80\x04.",
        b"",
    ],
)
def test_a_claim_outside_the_bounds_is_refused(raw):
    with pytest.raises(msgspec.DecodeError):
        protocol.reply_decoder.decode(raw)


def test_a_claim_within_the_bounds_is_taken():
    raw = claimed(type="WordList", untrusted_words=[WORD])
    assert protocol.reply_decoder.decode(raw) == protocol.WordList((tuple(WORD),))
    told = protocol.reply_decoder.decode(claimed(type="AnnotationList", **NOTES))
    assert isinstance(told, protocol.AnnotationList)


def test_the_child_can_neither_change_nor_shrink_what_it_is_handed():
    ours, theirs = multiprocessing.Pipe()
    document = DocumentMemory(5, lambda view: view.__setitem__(slice(None), b"bytes"))
    canvas = CanvasMemory(8192)
    for memory in (document, canvas):
        memory.send(ours, os.getpid())
        handle = recv_handle(theirs)
        with pytest.raises(PermissionError):
            os.ftruncate(handle, 0)
        if memory is document:
            with pytest.raises(PermissionError):
                mmap.mmap(handle, 5)
            with pytest.raises(PermissionError):
                os.pwrite(handle, b"x", 0)
        os.close(handle)
        memory.close()
    ours.close()
    theirs.close()


def test_an_answer_of_another_kind_costs_the_child_its_life(make_source, make_text_pdf, monkeypatch):
    source = make_source(make_text_pdf([["một"]]))
    keeper = Keeper(5.0)
    try:
        keeper.open(source.sha256, DocumentMemory(source.size, source.read_into))
        first = keeper.pid
        monkeypatch.setattr(Child, "exchange", lambda *_: protocol.Done())
        with pytest.raises(PdfError) as error:
            keeper.ask(source.sha256, protocol.Words(source.sha256, 0), protocol.WordList)
        assert error.value.code is PdfErrorCode.REFUSED
        monkeypatch.undo()
        assert keeper.pid is None
        words = keeper.ask(source.sha256, protocol.Words(source.sha256, 0), protocol.WordList)
        assert words.untrusted_words[0][4] == "một"
        assert keeper.pid != first
    finally:
        keeper.bury()
