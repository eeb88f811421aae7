"""What was taken back: a recall destroys every version up to its own, and they are refused from then on.

A recall is an act of the desk (``acts.accept_delivered`` checks device and role): a delegate's, the hub's own
or one that a retired device made after its retirement is refused. One that was recorded *before* its device
was retired stays true, or a laptop that was away meanwhile would keep what was recalled. The hub's word
decides which it was, because a recall can only hide what the desk can publish anew.
"""

from __future__ import annotations

from sync.errors import Code, SohopError
from sync.model.people import Role

RECALLERS = frozenset({Role.SECRETARY, Role.APPROVER})


def check_recalled(version: int, tombstone: int) -> None:
    """A version at or under the tombstone does not come back. Raises ``SohopError(RECALLED)``."""
    if version <= tombstone:
        raise SohopError(Code.RECALLED)
