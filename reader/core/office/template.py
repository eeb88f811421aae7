"""Word documents by templates that an office can change in Word.

A template is a Word file with ``{{ … }}`` and ``{%p for … %}`` (docxtpl); what can stand there is what the
values have that it is filled with. It is filled in a sandbox: a template is a document, not a program.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import asdict
from typing import TYPE_CHECKING

from sync.errors import Code, SohopError

if TYPE_CHECKING:
    from _typeshed import DataclassInstance
    from docxtpl import DocxTemplate, InlineImage
    from jinja2.sandbox import SandboxedEnvironment

_FILTERS = ("upper", "lower", "title", "capitalize", "trim", "join", "length", "first", "last", "default")
_EMBLEM_MM = 20
_LARGEST = 20 * 1024 * 1024
"""Bytes of a template's parts unpacked."""


def fill(values: DataclassInstance, form: bytes) -> bytes:
    """The whole file. Raises ``SohopError(TEMPLATE_WRONG)``; ``what`` says where it cannot be filled."""
    # Only here: nobody's window waits for what fills templates.
    from docxtpl import DocxTemplate

    _refuse_bomb(form)
    try:
        document = DocxTemplate(io.BytesIO(form))
        fields = {
            name: _picture(document, value) if isinstance(value, bytes) else value
            for name, value in asdict(values).items()
        }
        document.render(fields, _environment(), autoescape=True)
        out = io.BytesIO()
        document.save(out)
    except Exception as error:  # whatever somebody's template makes of it is the template's fault
        raise SohopError(Code.TEMPLATE_WRONG, what=str(error)[:200] or type(error).__name__) from error
    return out.getvalue()


def _picture(document: DocxTemplate, data: bytes) -> InlineImage | str:
    """Bytes among the values are a picture: the office's emblem. Nothing where there is none."""
    from docx.shared import Mm
    from docxtpl import InlineImage

    return InlineImage(document, io.BytesIO(data), height=Mm(_EMBLEM_MM)) if data else ""


def _environment() -> SandboxedEnvironment:
    """Names, loops over what the values have, and a few filters: nothing that runs long or reaches out."""
    from jinja2 import StrictUndefined
    from jinja2.exceptions import SecurityError
    from jinja2.sandbox import SandboxedEnvironment

    class Bounded(SandboxedEnvironment):
        intercepted_binops = frozenset({"*", "**", "%"})

        def call_binop(self, context: object, operator: str, left: object, right: object) -> object:
            raise SecurityError(f"“{operator}”")

    made = Bounded(autoescape=True, undefined=StrictUndefined)
    made.globals.clear()
    made.filters = {name: made.filters[name] for name in _FILTERS}
    return made


def _refuse_bomb(form: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(form)) as parts:
            size = sum(part.file_size for part in parts.infolist())
    except zipfile.BadZipFile as error:
        raise SohopError(Code.TEMPLATE_WRONG, what="DOCX") from error
    if size > _LARGEST:
        raise SohopError(Code.TEMPLATE_WRONG, what=f"{size // 1024**2} MB")
