"""Makes the templates that come with the program: ``python make.py``.

``bien-ban.docx`` (minutes), ``giay-moi.docx`` (invitation), ``nghi-quyet.docx`` (draft of a resolution), in
the form of Decree 30/2020/NĐ-CP, Appendix III. What can stand in one is what the dataclass has that fills it:
``reader/core/office/{minutes,invitation,resolution}.py``.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Mm, Pt

from reader.core.office.word import CENTRE, LEFT, columns, keep_whole, put

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
)

if __name__ == "__main__":
    main()
