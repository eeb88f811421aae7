"""Talks to a window that runs in a process of its own (``tools.demo.delegate``)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path


class WindowFailedError(RuntimeError):
    """The window could not do what it was asked; the text is its own."""


class Person:
    """A window and whoever sits before it."""

    def __init__(self, profile: Path, pictures: Path, environment: dict[str, str] | None = None) -> None:
        root = Path(__file__).resolve().parents[2]
        here = {"QT_QPA_PLATFORM": "offscreen", "TZ": "Asia/Ho_Chi_Minh", **(environment or {})}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tools.demo.delegate", str(profile), str(pictures)],
            cwd=root,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, **here},
        )
        self._read()

    def ask(self, *words: object) -> object:
        """One act; its result. Raises ``WindowFailedError``."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(words, ensure_ascii=False) + "\n")
        self._process.stdin.flush()
        answer = self._read()
        if "error" in answer:
            raise WindowFailedError(str(answer["error"]))
        return answer["result"]

    def kill(self) -> None:
        """As a power cut would: SIGKILL."""
        self._process.kill()
        self._end()

    def leave(self) -> None:
        """Close the window."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._end()

    def _read(self) -> dict[str, object]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise WindowFailedError("the window ended by itself")
        answer: dict[str, object] = json.loads(line)
        return answer

    def _end(self) -> None:
        self._process.wait(30)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None and not pipe.closed:
                pipe.close()
