"""English that reads wrong for 1."""

import re

_SEVERAL = re.compile(
    r"(?<!all )(?<!at least )(?<!at most )(?<!more than )"
    r"\{(?!(?:name|file|dir|folder|room|device|person|size)\})\w+\}(?: [a-z]+)? "
    r"(?:(?!(?:has|was)\b)\w+[^s]s|people|are|were|do|have)\b",
    re.IGNORECASE,
)


def says_several(text: str) -> bool:
    """Whether a number stands before a plural, or before what only several do. Of what must be all, and of a
    limit, there is never one."""
    return _SEVERAL.search(text) is not None
