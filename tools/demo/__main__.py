"""``make demo``: the main job on this machine. With no display it walks the journey and leaves a report."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tools.demo.journey import walk
from tools.demo.report import Report
from tools.demo.stage import DELEGATE, PASSPHRASE, sample_folder, set_stage, temporary_root

OUT = Path("build/demo")


def main() -> int:
    """Exit status 0 when everything worked."""
    headless = os.environ.get("HEADLESS") == "1" or not _has_display()
    return _headless() if headless else _window()


def _headless() -> int:
    report = Report()
    pictures = OUT / "screens"
    for old in pictures.glob("*.png"):
        old.unlink()
    failed = ""
    with temporary_root() as folder:
        try:
            walk(Path(folder), pictures.resolve(), report)
        except Exception as error:  # noqa: BLE001  # the report names the step; the program must end with it
            failed = str(error)
    report.screens = [str(path) for path in sorted(pictures.glob("*.png"))]
    report.write(OUT / "report.json")
    print(
        f"{'OK' if report.ok else 'FAILED ' + failed}: {OUT / 'report.json'}, {len(report.screens)} screens"
    )
    return 0 if report.ok else 1


def _window() -> int:
    """The reader as a delegate, with the sample already unlocked; everything goes when it is closed."""
    with temporary_root() as folder:
        root = Path(folder)
        stage = set_stage(root)
        try:
            stage.enrol_all()
            stage.publish(sample_folder(root))
            print(*stage.log, sep="\n")
            return subprocess.run(
                [sys.executable, "-m", "tools.demo.opened", str(stage.profile(DELEGATE))],
                input=PASSPHRASE + "\n",
                text=True,
                check=False,
            ).returncode
        finally:
            stage.close()


def _has_display() -> bool:
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
