"""A program that works in a vault until it is killed. Says on its output what it was told is durable."""

from __future__ import annotations

import os
import runpy
import signal
import sys
from pathlib import Path

make = runpy.run_path(str(Path(__file__).with_name("conftest.py")))


def appending(vault):
    """Note after note; each id is printed when ``append`` has returned."""
    for number in range(100_000):
        say(vault.outbox.append(make["an_act"](f"ghi chú {number}")))


def downloading(vault):
    """The same document, three chunks at a time; prints how many chunks are here."""
    document, body = make["a_document"](make["some_bytes"](6_000_000))
    packet = make["a_packet"](document)
    vault.packets.put(*packet)
    while runs := make["plan"](vault):
        for run in runs:
            for first in range(run.first, run.first + len(run.chunks), 3):
                say(vault.downloads.put_chunks(run, first, body[first : first + 3]))


def canaries(vault):
    """Plant words everywhere, then die without closing anything."""
    word = sys.argv[3]
    document, body = make["a_document"](word.encode() * 20_000, title=word)
    half, half_body = make["a_document"](word.encode() * 9_999 + b"!", name="doc-2", title=word)
    vault.packets.put(*make["a_packet"](document, half, title=word))
    vault.downloads.put_chunks(make["all_of"](vault, document), 0, body)
    vault.downloads.put_chunks(make["all_of"](vault, half), 0, half_body[:1])
    recalled, recalled_body = make["a_document"](word.encode() * 5_000, name="doc-3", title=word)
    vault.packets.put(*make["a_packet"](recalled, meeting="m-2", title=word))
    vault.downloads.put_chunks(make["all_of"](vault, recalled, "m-2"), 0, recalled_body)
    vault.packets.recall("m-2", 1)
    vault.outbox.append(make["an_act"](word))
    vault.outbox.append(make["a_ballot"](word))
    vault.settings.put(word, word)
    say("planted")
    sys.stdin.readline()
    os.kill(os.getpid(), signal.SIGKILL)


def say(word):
    print(word, flush=True)


if __name__ == "__main__":
    opened = make["Vault"].open(Path(sys.argv[2]), make["PASSPHRASE"])
    {"appending": appending, "downloading": downloading, "canaries": canaries}[sys.argv[1]](opened)
