"""The rule sets that come with the program, by kind of motion."""

from __future__ import annotations

from reader.resources import resource
from sync.model.rules import MotionKind, Rule, parse_rule


def rulebook() -> dict[MotionKind, Rule]:
    """All rule files. Raises ``ValueError`` for a file that is wrong: that is a bug of ours."""
    rules = (parse_rule(path.read_bytes()) for path in sorted(resource("rules").glob("*.toml")))
    return {rule.kind: rule for rule in rules}
