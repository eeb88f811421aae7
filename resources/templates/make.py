"""Makes the templates that come with the program: ``python make.py``.

``bien-ban.docx`` (minutes), ``giay-moi.docx`` (invitation), ``nghi-quyet.docx`` (draft of a resolution),
``ket-qua.docx`` (sheet of a result), in the form of Decree 30/2020/NĐ-CP, Appendix III. What can stand in one
is what the dataclass has that fills it, in ``reader/core/office``: ``minutes``, ``invitation``,
``resolution``, ``result_paper``.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Mm, Pt

from reader.core.office.result_paper import CHOICE_COLUMNS, COUNT_COLUMNS, SUBJECT
from reader.core.office.word import CENTRE, LEFT, columns, keep_whole, put, repeat_head

HERE = Path(__file__).parent
JUSTIFIED = WD_ALIGN_PARAGRAPH.JUSTIFY
MADE = datetime(2026, 1, 1)


def main() -> None:
    """Write the files."""
    for name, title, build in TEMPLATES:
        document = docx.Document()
        section = document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin = section.bottom_margin = Mm(20)
        section.left_margin, section.right_margin = Mm(30), Mm(15)
        normal = document.styles["Normal"]
        normal.font.name, normal.font.size = "Times New Roman", Pt(13)
        normal.paragraph_format.space_after = Pt(0)
        build(document)
        known = document.core_properties
        known.author = known.last_modified_by = known.comments = ""
        known.title, known.created, known.modified = title, MADE, MADE
        document.save(str(HERE / f"{name}.docx"))


def _minutes(document: Any) -> None:
    _head(document, "/BB")
    title = document.add_paragraph()
    title.paragraph_format.space_before = Pt(12)
    put(title, "BIÊN BẢN", bold=True, size=14, align=CENTRE)
    put(document.add_paragraph(), "{{ meeting }}", bold=True, size=14, align=CENTRE)
    _line(document, "Thời gian bắt đầu: {{ starts }}")
    _line(document, "Địa điểm: {{ place or '………………………' }}")
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
    _course(document, "item.notes", "item.speeches")
    _said(document, "item.said")
    _decisions(document, "item.decisions")
    _line(document, "{%p endfor %}")
    _line(document, "{%p if others or others_notes or others_speeches or others_said %}")
    _line(document, "Nội dung không còn trong chương trình", bold=True)
    _line(document, "{%p endif %}")
    _course(document, "others_notes", "others_speeches")
    _said(document, "others_said")
    _decisions(document, "others")
    _line(document, "Cuộc họp kết thúc vào ….. giờ ….., {{ date }}./.")
    _signatures(document, ("THƯ KÝ", "{{ secretary }}"), ("CHỦ TỌA", "{{ chair }}"))


def _invitation(document: Any) -> None:
    _line(document, "{%p for letter in letters %}")
    _head(document, "/GM-{{ symbol }}", "{{ locality }}, {{ date }}")
    _title(document, "GIẤY MỜI", "Dự {{ meeting }}")
    _centred(document, "Kính gửi: {{ letter.to }}")
    _text(document, "{{ office }} trân trọng kính mời {{ letter.whom }} tới dự {{ meeting }}.")
    _line(document, "{%p if letter.agenda %}")
    _pair(document, "1. Nội dung, chương trình:", "")
    _line(document, "{%p for point in letter.agenda %}")
    _text(
        document,
        "{% if point.hour %}{{ point.hour }}: {% endif %}{{ point.number }}. {{ point.title }}"
        "{% if point.speaker %} ({{ point.speaker }}){% endif %};",
    )
    _line(document, "{%p endfor %}")
    _line(document, "{%p endif %}")
    _pair(document, "2. Chủ trì: ", "{{ chair or '………………………' }}.")
    _pair(document, "3. Thành phần: ", "{{ attendants | join('; ') if attendants else '………………………' }}.")
    _pair(document, "4. Thời gian: ", "từ {{ starts }} đến {{ ends }}.")
    _pair(document, "5. Địa điểm: ", "{{ place or '………………………' }}.")
    _text(
        document,
        "Tài liệu được gửi trên hệ thống họp không giấy; đề nghị quý đại biểu mở sổ họp để tải và nghiên cứu "
        "trước khi dự. Rất mong quý đại biểu thu xếp thời gian đến dự đầy đủ, đúng giờ./.",
    )
    _receivers(document, "- Như trên;", "- Lưu: VT.")
    _line(document, "{%p if not loop.last %}")
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    _line(document, "{%p endif %}")
    _line(document, "{%p endfor %}")


def _resolution(document: Any) -> None:
    draft = document.add_paragraph()
    put(draft, "DỰ THẢO", bold=True, align=LEFT)
    _head(document, "/NQ-{{ symbol }}", "{{ locality }}, {{ date }}")
    _title(document, "NGHỊ QUYẾT", "{{ title }}")
    _centred(document, "{{ office | upper }}", bold=True)
    _centred(document, "{{ meeting | upper }}", bold=True)
    _text(document, "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", italic=True)
    _line(document, "{%p for ground in grounds %}")
    _text(document, "{{ ground }};", italic=True)
    _line(document, "{%p endfor %}")
    _text(document, "Ý kiến thảo luận và kết quả biểu quyết của đại biểu tại kỳ họp.", italic=True)
    _centred(document, "QUYẾT NGHỊ:", bold=True)
    _pair(document, "Điều 1. ", "{{ decided }}")
    _line(document, "{%p for name in elected %}")
    _text(document, "- Ông (Bà) {{ name }};")
    _line(document, "{%p endfor %}")
    _pair(document, "Điều 2. ", "Kết quả biểu quyết")
    _text(
        document,
        "Tổng số đại biểu trong danh sách: {{ total }}; số phiếu thu về: {{ cast }}; không hợp lệ: "
        "{{ invalid }}. {% for label, votes in counts %}{{ label }}: {{ votes }}"
        "{{ '.' if loop.last else '; ' }}{% endfor %}",
    )
    _text(document, "{{ sentence }}")
    _pair(document, "Điều 3. ", "Tổ chức thực hiện")
    _text(document, "………………………………………………………………………")
    _text(
        document,
        "Nghị quyết này được {{ office }} thông qua tại {{ meeting }}, {{ meeting_date }}, và có hiệu lực từ "
        "ngày ….. tháng ….. năm ………./.",
    )
    _receivers(document, "- ………………;", "- Lưu: VT.")


def _result(document: Any) -> None:
    _head(document, "/BB")
    _title(document, "BIÊN BẢN", f"{SUBJECT}: {{{{ title }}}}")
    _labelled(document, "facts")
    _table(document, "totals", (130, 35))
    _line(document, "{%p if counts %}")
    _table(document, "counts", (55, 25, 25, 25, 35), COUNT_COLUMNS)
    _line(document, "{%p endif %}")
    _table(document, "choices", (75, 22, 33, 35), CHOICE_COLUMNS)
    document.add_paragraph()
    _labelled(document, "findings")
    _signatures(document, ("THƯ KÝ", "{{ secretary }}"), ("CHỦ TỌA", "{{ chair }}"))


def _labelled(document: Any, name: str) -> None:
    _line(document, f"{{%p for label, text in {name} %}}")
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(4)
    put(paragraph, "{{ label }}: ", bold=True)
    put(paragraph, "{{ text }}")
    _line(document, "{%p endfor %}")


def _table(document: Any, name: str, widths: tuple[int, ...], titles: tuple[str, ...] = ()) -> None:
    """A row for each of ``name``, below the titles, which come again on every page."""
    document.add_paragraph().paragraph_format.keep_with_next = True
    table = document.add_table(rows=0, cols=len(widths))
    table.style, table.alignment = "Table Grid", WD_TABLE_ALIGNMENT.CENTER
    columns(table, widths)
    if titles:
        for cell, title in zip(table.add_row().cells, titles, strict=True):
            put(cell.paragraphs[0], title, bold=True, align=CENTRE)
        repeat_head(table.rows[0])
    put(table.add_row().cells[0].paragraphs[0], f"{{%tr for row in {name} %}}")
    row = table.add_row()
    keep_whole(row)
    for number, cell in enumerate(row.cells):
        side = LEFT if (number in (0, 3) and len(widths) != 5) or number == 0 else CENTRE
        put(cell.paragraphs[0], f"{{{{ row[{number}] }}}}", bold=number == 1 and len(widths) != 5, align=side)
    put(table.add_row().cells[0].paragraphs[0], "{%tr endfor %}")


def _head(document: Any, symbol: str, date: str = "") -> None:
    table = document.add_table(rows=1, cols=2)
    columns(table, (65, 100))
    left, right = table.rows[0].cells
    put(left.paragraphs[0], "{{ office | upper }}", bold=True, align=CENTRE)
    put(left.add_paragraph(), "_________", align=CENTRE)
    put(left.add_paragraph(), f"Số:        {symbol}", align=CENTRE)
    put(right.paragraphs[0], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, size=12, align=CENTRE)
    put(right.add_paragraph(), "Độc lập - Tự do - Hạnh phúc", bold=True, underline=True, align=CENTRE)
    if date:
        put(right.add_paragraph(), date, italic=True, align=CENTRE)


def _title(document: Any, name: str, about: str) -> None:
    title = document.add_paragraph()
    title.paragraph_format.space_before = Pt(14)
    put(title, name, bold=True, size=14, align=CENTRE)
    put(document.add_paragraph(), about, bold=True, size=14, align=CENTRE)
    put(document.add_paragraph(), "_______", align=CENTRE)


def _course(document: Any, notes: str, speeches: str) -> None:
    _line(document, f"{{%p for line in {notes} %}}")
    _line(document, "{{ line }}")
    _line(document, "{%p endfor %}")
    _line(document, f"{{%p for one in {speeches} %}}")
    _line(document, "– {{ one.who }} phát biểu lúc {{ one.at }} ({{ one.length }}).")
    _line(document, "{%p endfor %}")


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


def _signatures(document: Any, *sides: tuple[str, str]) -> None:
    document.add_paragraph()
    table = document.add_table(rows=1, cols=2)
    columns(table, (82, 83))
    keep_whole(table.rows[0])
    for cell, (role, name) in zip(table.rows[0].cells, sides, strict=True):
        _sign(cell, cell.paragraphs[0], role, name)


def _receivers(document: Any, *lines: str) -> None:
    """Nơi nhận at the left; who signs at the right."""
    document.add_paragraph()
    table = document.add_table(rows=1, cols=2)
    columns(table, (82, 83))
    keep_whole(table.rows[0])
    left, right = table.rows[0].cells
    put(left.paragraphs[0], "Nơi nhận:", bold=True, italic=True, size=12)
    for line in lines:
        put(left.add_paragraph(), line, size=11)
    _sign(right, right.paragraphs[0], "{{ signer_title }}", "{{ signer }}")


def _sign(cell: Any, first: Any, role: str, name: str) -> None:
    put(first, role, bold=True, align=CENTRE)
    put(cell.add_paragraph(), "(Ký, ghi rõ họ tên)", italic=True, align=CENTRE)
    for _ in range(3):
        cell.add_paragraph()
    put(cell.add_paragraph(), name, bold=True, align=CENTRE)


def _centred(document: Any, text: str, *, bold: bool = False) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(6)
    put(paragraph, text, bold=bold, align=CENTRE)


def _text(document: Any, text: str, *, italic: bool = False) -> None:
    """A paragraph of running text, its first line drawn in."""
    paragraph = document.add_paragraph()
    _run_on(paragraph)
    put(paragraph, text, italic=italic, align=JUSTIFIED)


def _pair(document: Any, name: str, text: str) -> None:
    """The same, with a name in bold before it."""
    paragraph = document.add_paragraph()
    _run_on(paragraph)
    put(paragraph, name, bold=True, align=JUSTIFIED)
    put(paragraph, text, align=JUSTIFIED)


def _run_on(paragraph: Any) -> None:
    paragraph.paragraph_format.space_after = Pt(6)
    paragraph.paragraph_format.first_line_indent = Mm(10)


def _line(document: Any, text: str, *, bold: bool = False) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(4)
    put(paragraph, text, bold=bold, align=LEFT)


TEMPLATES = (
    ("bien-ban", "Biên bản", _minutes),
    ("giay-moi", "Giấy mời", _invitation),
    ("nghi-quyet", "Dự thảo nghị quyết", _resolution),
    ("ket-qua", "Biên bản kết quả biểu quyết", _result),
)

if __name__ == "__main__":
    main()
