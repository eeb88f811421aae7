"""Marks on the next version of their document: ``anchor`` says where each belongs and how sure that is. Pure.

``streams`` takes the words, ``matching`` sets those of both versions against one another (``aligning`` where
they differ), ``placing`` judges each mark by what became of its words and of those around it.
"""

from reader.core.anchoring.boxes import Piece
from reader.core.anchoring.placing import Anchor, Outcome, Placed, anchor
from reader.core.anchoring.quotations import quote_under
from reader.core.anchoring.streams import Page

__all__ = ["Anchor", "Outcome", "Page", "Piece", "Placed", "anchor", "quote_under"]
