"""The Qt application: name, icon, theme, language, and what happens when the program itself is at fault."""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Sequence
from types import TracebackType

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from reader.resources import resource
from reader.ui.garbage import Collector
from reader.ui.theme import current
from reader.ui.theme.appicon import app_icon


def make_application(arguments: Sequence[str], language: str) -> QApplication:
    """Make the one application, dressed and speaking ``vi`` or ``en``."""
    application = QApplication(list(arguments))
    Collector(application)
    # A thread that computes keeps the window waiting no longer than this (5 ms is Python's own choice).
    sys.setswitchinterval(0.001)
    application.setApplicationName("sohop")
    application.setApplicationDisplayName("Sổ Họp")
    application.setDesktopFileName("sohop")
    sys.excepthook = _report_bug
    threading.excepthook = lambda args: _report_bug(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )
    speak(application, language)
    current().apply(application)
    application.setWindowIcon(app_icon())
    return application


def speak(application: QApplication, language: str) -> None:
    """Install the translation of ``language``; Vietnamese is what the sources say."""
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese if language == "vi" else QLocale.Language.English))
    old = application.findChild(QTranslator, "sohop")
    if old is not None:
        application.removeTranslator(old)
        old.deleteLater()
    if language == "vi":
        return
    translator = QTranslator(application)
    translator.setObjectName("sohop")
    if translator.load(str(resource(f"translations/sohop_{language}.qm"))):
        application.installTranslator(translator)


def _report_bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """To standard error: where it happened, never what was on the page: no message, no values."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    lines = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]
    print(f"sohop: {kind.__name__}", *lines, sep="\n  ", file=sys.stderr)
