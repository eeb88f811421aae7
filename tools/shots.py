"""``make shots``: every screen of the program into ``build/shots/``, from the real journey and the sheets."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from reader.ui.application import make_application
from reader.ui.theme import current
from reader.ui.widgets import close_dialogs, picture
from reader.ui.widgets.sheet import build_second_sheet, build_sheet
from tools.admin_states import admin_dialogs, admin_states
from tools.board_states import board_states
from tools.count_states import count_states
from tools.demo.journey import walk
from tools.demo.report import Report
from tools.demo.stage import temporary_root
from tools.hand import EVERY_LOOK, OTHER_LOOKS
from tools.paper_states import paper_states
from tools.room_states import room_states
from tools.running_states import running_states
from tools.states import recalled_dialog, states
from tools.stick_states import stick_states

OUT = Path("build/shots")
LOOKS = (("light", 1.0), *OTHER_LOOKS)


def main() -> int:
    """Render all; 1 when the journey failed on the way."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    OUT.mkdir(parents=True, exist_ok=True)
    for old in OUT.glob("*.png"):
        old.unlink()
    _sheets()
    _states()
    os.environ[EVERY_LOOK] = "1"
    report = Report()
    with temporary_root() as folder:
        walk(Path(folder), OUT.resolve(), report)
    print(f"{len(list(OUT.glob('*.png')))} pictures in {OUT}")
    return 0 if report.ok else 1


def _states() -> None:
    """Screens in states that the journey does not pass through."""
    application = _application()
    for mode, scale in LOOKS:
        current().set_mode(mode)
        current().set_scale(scale)
        every = {**states(), **count_states(), **paper_states(), **admin_states(), **running_states()}
        every |= stick_states() | board_states() | room_states()
        for name, make in every.items():
            screen = make()
            screen.resize(1366, 696)
            screen.show()
            application.processEvents()
            picture(screen).save(str(OUT / f"{name}-{mode}-{round(scale * 100)}.png"))
            if name == "11-shelf-recalled-stale":
                dialog = recalled_dialog(screen)
                dialog.open()
                application.processEvents()
                picture(screen).save(str(OUT / f"11-recalled-{mode}-{round(scale * 100)}.png"))
                dialog.close()
            if name == "20-admin-people":
                _dialogs(screen, f"{mode}-{round(scale * 100)}")
            close_dialogs(screen)
            screen.close()


def _dialogs(screen: QWidget, look: str) -> None:
    """Those of administration, one after another over its screen."""
    for name, make in admin_dialogs().items():
        dialog = make(screen)
        dialog.open()
        _application().processEvents()
        picture(screen).save(str(OUT / f"{name}-{look}.png"))
        close_dialogs(screen)


def _application() -> QCoreApplication:
    """The one application of this process."""
    return QCoreApplication.instance() or make_application(sys.argv[:1], "vi")


def _sheets() -> None:
    """The components, in each look."""
    application = _application()
    for mode, scale in LOOKS:
        current().set_mode(mode)
        current().set_scale(scale)
        for number, build in enumerate((build_sheet, build_second_sheet), start=1):
            sheet = build()
            sheet.resize(1366, 696)
            sheet.show()
            application.processEvents()
            sheet.grab().save(str(OUT / f"00-sheet-{number}-{mode}-{round(scale * 100)}.png"))
            sheet.close()


if __name__ == "__main__":
    sys.exit(main())
