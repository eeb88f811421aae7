"""The reader's window with a book already unlocked: only for the demo, whose passphrase is no secret."""

from __future__ import annotations

import sys
from pathlib import Path

from reader.app.window import OfficeServices
from reader.ui.application import make_application
from reader.ui.window import MainWindow


def main(profile: Path, passphrase: str) -> int:
    """Show the window until it is closed."""
    application = make_application(sys.argv[:1], "vi")
    window = MainWindow(OfficeServices(profile))
    window.show()
    window.gate.unlock.unlockRequested.emit(passphrase)
    try:
        return application.exec()
    finally:
        window.shut_down()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.stdin.readline().strip()))
