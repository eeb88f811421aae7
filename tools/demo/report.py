"""The demo's report: each step with what was seen and how long it took."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass
class Step:
    """One step of the journey."""

    name: str
    ok: bool = False
    detail: str = ""
    ms: int = 0


@dataclass
class Report:
    """All steps and pictures. ``ok`` when every step is."""

    steps: list[Step] = field(default_factory=list)
    screens: list[str] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether the whole journey succeeded."""
        return bool(self.steps) and all(step.ok for step in self.steps)

    @contextmanager
    def step(self, name: str) -> Iterator[Step]:
        """Time one step. It is ok when the block ends without an error, which passes on."""
        step = Step(name)
        self.steps.append(step)
        began = time.monotonic()
        try:
            yield step
            step.ok = True
        except Exception as error:
            step.detail = f"{type(error).__name__}: {error}"
            raise
        finally:
            step.ms = round((time.monotonic() - began) * 1000)
            print(f"{'ok  ' if step.ok else 'FAIL'} {step.ms:6d} ms  {name}  {step.detail}", flush=True)

    def write(self, path: Path) -> None:
        """``report.json``."""
        path.parent.mkdir(parents=True, exist_ok=True)
        content = {"ok": self.ok, "steps": [asdict(step) for step in self.steps], "screens": self.screens}
        path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", "utf-8")
