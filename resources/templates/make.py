"""Makes ``bien-ban.docx``, the template of minutes that comes with the program: ``python make.py``.

The form is that of Decree 30/2020/NĐ-CP, Appendix III (biên bản).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
from docx.shared import Mm, Pt

from reader.core.office.word import CENTRE, LEFT, columns, put

OUT = Path(__file__).with_name("bien-ban.docx")


def main() -> None:
    """Write the file."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(13)
    _head(document)
    title = document.add_paragraph()
    title.paragraph_format.space_before = Pt(12)
    put(title, "BIÊN BẢN", bold=True, size=14, align=CENTRE)
    put(document.add_paragraph(), "{{ meeting }}", bold=True, size=14, align=CENTRE)
    _line(document, "Thời gian bắt đầu: {{ starts }}")
    _line(document, "Địa điểm: {{ place }}")
    _line(document, "Thành phần tham dự: được mời {{ invited }} người; có mặt {{ present }} người.")
    _line(document, "Vắng: {{ absent | join('; ') if absent else 'không' }}.")
    _line(document, "{%p if silent %}")
    _line(document, "Chưa điểm danh: {{ silent | join(', ') }}.")
    _line(document, "{%p endif %}")
    _line(document, "Chủ trì (chủ tọa): {{ chair or '………………………' }}")
    _line(document, "Thư ký (người ghi biên bản): {{ secretary or '………………………' }}")
    _line(document, "Nội dung (theo diễn biến cuộc họp):", bold=True)
    _line(document, "{%p for item in items %}")
    _line(document, "{{ item.number }}. {{ item.title }}", bold=True)
    _line(document, "{%p if item.speaker %}")
    _line(document, "Người trình bày: {{ item.speaker }}.")
    _line(document, "{%p endif %}")
    _line(document, "{%p if item.documents %}")
    _line(document, "Tài liệu: {{ item.documents | join('; ') }}.")
    _line(document, "{%p endif %}")
    _line(document, "{%p for line in item.notes %}")
    _line(document, "{{ line }}")
    _line(document, "{%p endfor %}")
    _line(document, "{%p for one in item.speeches %}")
    _line(document, "– {{ one.who }} phát biểu lúc {{ one.at }} ({{ one.length }}).")
    _line(document, "{%p endfor %}")
    _said(document, "item.said")
    _decisions(document, "item.decisions")
    _line(document, "{%p endfor %}")
    _line(document, "{%p if others or others_said %}")
    _line(document, "Nội dung không còn trong chương trình", bold=True)
    _line(document, "{%p endif %}")
    _said(document, "others_said")
    _decisions(document, "others")
    _line(document, "Cuộc họp kết thúc vào ….. giờ ….., {{ date }}./.")
    _signatures(document)
    document.save(str(OUT))


def _head(document: Any) -> None:
    table = document.add_table(rows=1, cols=2)
    columns(table, (65, 100))
    left, right = table.rows[0].cells
    put(left.paragraphs[0], "{{ office | upper }}", bold=True, align=CENTRE)
    put(left.add_paragraph(), "_________", align=CENTRE)
    put(left.add_paragraph(), "Số:        /BB", align=CENTRE)
    put(right.paragraphs[0], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, size=12, align=CENTRE)
    put(right.add_paragraph(), "Độc lập - Tự do - Hạnh phúc", bold=True, underline=True, align=CENTRE)


def _said(document: Any, name: str) -> None:
    _line(document, f"{{%p for one in {name} %}}")
    _line(document, "– {{ one.who }} ({{ one.kind }}): {{ one.text }}")
    _line(document, "{%p if one.answer %}")
    _line(document, "   {{ one.answer }}")
    _line(document, "{%p endif %}")
    _line(document, "{%p endfor %}")


def _decisions(document: Any, name: str) -> None:
    _line(document, f"{{%p for one in {name} %}}")
    _line(document, "Biểu quyết: {{ one.question }}")
    _line(document, "{%p if one.numbers %}")
    _line(document, "{{ one.numbers }}")
    _line(document, "{%p endif %}")
    _line(document, "{{ one.sentence }}", bold=True)
    _line(document, "{%p endfor %}")


def _signatures(document: Any) -> None:
    table = document.add_table(rows=1, cols=2)
    columns(table, (82, 83))
    for cell, role, name in zip(
        table.rows[0].cells, ("THƯ KÝ", "CHỦ TỌA"), ("secretary", "chair"), strict=True
    ):
        put(cell.paragraphs[0], role, bold=True, align=CENTRE)
        put(cell.add_paragraph(), "(Ký, ghi rõ họ tên)", italic=True, align=CENTRE)
        for _ in range(3):
            cell.add_paragraph()
        put(cell.add_paragraph(), f"{{{{ {name} }}}}", bold=True, align=CENTRE)


def _line(document: Any, text: str, *, bold: bool = False) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(4)
    put(paragraph, text, bold=bold, align=LEFT)


if __name__ == "__main__":
    main()
