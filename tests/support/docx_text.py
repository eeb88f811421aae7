"""What a Word document says."""

from __future__ import annotations

import io

import docx


def text_of(data: bytes) -> str:
    """Its paragraphs, then the cells of its tables."""
    document = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
