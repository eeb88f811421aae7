"""Finds every string that the window has translated, with the context Qt will look it up in.

Known forms: ``self.tr("…")`` in a class; ``tr("…")`` after ``tr = self.tr``;
``QCoreApplication.translate("Context", "…")``; both also with ``None, n`` behind, for a string of which some
language has another form for one thing; and calls of a module's own helper that does nothing but
translate its argument in one context. Anything else cannot be looked up later, and is an error here rather
than Vietnamese in an English window.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

FOLDERS = ("reader/ui", "reader/app")


@dataclass(frozen=True, order=True)
class Source:
    """One string of one context."""

    context: str
    text: str


@dataclass
class Found:
    """What a run over the sources gave: each string with the file it stands in first, which of them are told
    how many they speak of, and complaints."""

    strings: dict[Source, str] = field(default_factory=dict)
    counted: set[Source] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)


def collect(root: Path) -> Found:
    """All strings under ``FOLDERS``, in the order of files and lines."""
    found = Found()
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*.py")):
            name = path.relative_to(root).as_posix()
            read(path.read_text("utf-8"), name, found)
    return found


def read(code: str, name: str, found: Found) -> None:
    """Add the strings of one file. Raises ``SyntaxError``."""
    tree = ast.parse(code, name)
    _Reader(name, _helpers(tree), found).visit(tree)


class _Reader(ast.NodeVisitor):
    def __init__(self, name: str, helpers: dict[str, str], found: Found) -> None:
        self._name = name
        self._helpers = helpers
        self._found = found
        self._classes: list[str] = []
        self._inside_helper = False
        self._called: set[int] = set()

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        before = self._inside_helper
        self._inside_helper = not self._classes and node.name in self._helpers
        self.generic_visit(node)
        self._inside_helper = before

    def visit_Call(self, node: ast.Call) -> None:
        match node.func:
            case ast.Attribute(value=ast.Name("QCoreApplication"), attr="translate"):
                if not self._inside_helper:
                    self._add(node, _literal(node.args[0]) if node.args else None, node.args[1:])
            case ast.Name(helper) if helper in self._helpers:
                self._add(node, self._helpers[helper], node.args)
            case ast.Attribute(value=ast.Name("self"), attr="tr") | ast.Name("tr"):
                self._add(node, self._classes[-1] if self._classes else "", node.args)
        self._called.add(id(node.func))
        self.generic_visit(node)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        match node:
            case ast.Attribute(value=ast.Name("QCoreApplication"), attr="translate"):
                if id(node) not in self._called:
                    self._complain(node, "by another name its strings are not found")
        self.generic_visit(node)

    def _add(self, node: ast.Call, context: str | None, arguments: list[ast.expr]) -> None:
        match arguments:
            case [ast.Constant(str(text))]:
                counted = False
            case [ast.Constant(str(text)), ast.Constant(None), _]:
                counted = True
            case _:
                text, counted = "", False
        if not context or not text:
            self._complain(node, "only one plain string in a known context can be translated")
            return
        source = Source(context, text)
        if source in self._found.strings and (source in self._found.counted) is not counted:
            self._complain(node, f"{text!r} is elsewhere with a count, or without")
        self._found.strings.setdefault(source, self._name)
        if counted:
            self._found.counted.add(source)

    def _complain(self, node: ast.AST, what: str) -> None:
        self._found.complaints.append(f"{self._name}:{getattr(node, 'lineno', 0)}: {what}")


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _helpers(tree: ast.Module) -> dict[str, str]:
    """Module functions ``def f(text): return QCoreApplication.translate("Context", text)``, by name."""
    return dict(_each_helper(tree))


def _each_helper(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in tree.body:
        match node:
            case ast.FunctionDef(
                name=name,
                args=ast.arguments(args=[ast.arg(arg=parameter)]),
                body=[
                    *_,
                    ast.Return(
                        ast.Call(
                            func=ast.Attribute(value=ast.Name("QCoreApplication"), attr="translate"),
                            args=[ast.Constant(str(context)), ast.Name(passed)],
                        )
                    ),
                ],
            ) if passed == parameter:
                yield name, context
