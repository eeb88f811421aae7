"""``muc-luc.html``: the archive for people, in Vietnamese as offices file it.

One page without a script, which any browser opens, and any text editor.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from html import escape
from typing import Final

from reader.core.office.summary import ANSWERS, STATES
from reader.core.opinion_views import CheckInView, OpinionView
from reader.core.plain import plain, plain_line
from reader.core.views import DeskMotion, DeskView, ItemView
from sync.model.ids import Digest

_STYLE: Final = """
body{font:17px/1.5 sans-serif;max-width:54em;margin:2em auto;padding:0 1.2em;color:#1d2430;background:#fff}
h1{font:600 30px/1.25 serif;margin:0}
h2{font:600 22px/1.3 serif;margin:2em 0 .4em;border-bottom:1px solid #c9ced6}
h3{font-size:18px;margin:1.2em 0 .2em}
p{margin:.3em 0}a{color:#0b4f9c}ul{margin:.2em 0;padding-left:1.4em}.n{color:#525c6b}
table{border-collapse:collapse}td{padding:.15em 1.2em .15em 0;vertical-align:top}
blockquote{margin:.2em 0 .6em 1.2em;white-space:pre-wrap}
@media print{a{color:inherit;text-decoration:none}}
"""
_HEAD: Final = """<!DOCTYPE html>
<html lang="vi">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
"""
_FOOT: Final = """<h2>Kiểm chứng</h2>
<p>Thư mục <code>chung-thuc</code> giữ nguyên chữ ký của mọi người; <code>ban-liet-ke.json</code> có dấu
SHA-256 của từng tệp và được ký trong <code>chu-ky.json</code>. Kiểm bằng lệnh <code>sohop verify</code> với
tệp hồ sơ, hoặc theo quy cách ARCHIVE.md của chương trình Sổ Họp.</p>
</html>
"""


def page(
    view: DeskView, files: Mapping[Digest, str], written: Sequence[str], until: datetime, *, items_left: int
) -> bytes:
    """The whole page. ``files`` are the documents' entries, ``written`` those of minutes, sheets and
    summaries; so many agenda items are left out."""
    title = _line(view.card.title)
    parts = (
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n",
        f'<p class="n">Hồ sơ lưu trữ cuộc họp · {_line(view.owner.office)}</p>\n<h1>{title}</h1>\n',
        f"<p>{_moment(view.card.starts)} – {_moment(view.card.ends)}</p>\n",
        f"<p>{_line(view.card.place)}</p>\n" if view.card.place else "",
        f'<p class="n">Gồm những gì đã ghi nhận đến {_moment(until)}; tài liệu bản '
        f"{view.card.version}.</p>\n",
        _left_out(items_left),
        "<h2>Chương trình và tài liệu</h2>\n",
        *(_item(item, files) for item in view.items),
        "<h2>Kết quả biểu quyết</h2>\n",
        *(_motion(one) for one in view.motions),
        "" if view.motions else "<p>Không có nội dung biểu quyết.</p>\n",
        "<h2>Người dự</h2>\n",
        _attendance(view.said.check_ins),
        "<h2>Ý kiến đã gửi</h2>\n",
        *_opinions(view),
        "<h2>Biên bản và bảng biểu</h2>\n",
        _links(written),
        *_old(files.values()),
        _FOOT,
    )
    return (_HEAD + "".join(parts)).encode()


def _left_out(items: int) -> str:
    return (
        f"<p><strong>{items} mục hạn chế người xem không có trong hồ sơ này.</strong></p>\n" if items else ""
    )


def _item(item: ItemView, files: Mapping[Digest, str]) -> str:
    speaker = f'<p class="n">{_line(item.speaker)}</p>\n' if item.speaker else ""
    rows = [
        f'<li><a href="{files[document.sha256]}">{_line(document.name)}</a> '
        f'<span class="n">{document.pages} trang</span></li>\n'
        for document in item.documents
        if document.sha256 in files
    ]
    listed = f"<ul>\n{''.join(rows)}</ul>\n" if rows else ""
    return f"<h3>{_line(item.number)}. {_line(item.title)}</h3>\n{speaker}{listed}"


def _motion(one: DeskMotion) -> str:
    motion, result = one.motion, one.motion.result
    head = f"<h3>{_line(motion.title)}</h3>\n<p>{_text(motion.question)}</p>\n"
    if motion.annulled:
        return f"{head}<p><strong>Đã bị hủy: {_line(motion.annulled)}</strong></p>\n"
    if result is None:
        return f"{head}<p>Chưa có kết quả.</p>\n"
    labels = {choice.id: _line(choice.label) for choice in motion.choices}
    rows = "".join(f"<tr><td>{labels[choice]}<td>{votes}</tr>\n" for choice, votes in result.counts)
    rows += f"<tr><td>Không hợp lệ<td>{result.invalid}</tr>\n"
    rows += f"<tr><td>Không bỏ phiếu<td>{result.not_voted}</tr>\n"
    return f"{head}<p><strong>{_line(result.sentence_vi)}</strong></p>\n<table>\n{rows}</table>\n"


def _attendance(come: Iterable[CheckInView]) -> str:
    rows = [
        f"<tr><td>{_line(one.name)}<td>{STATES[one.state]}<td>{_line(one.proxy or one.reason)}</tr>\n"
        for one in come
    ]
    return f"<table>\n{''.join(rows)}</table>\n" if rows else "<p>Không ai điểm danh trên máy.</p>\n"


def _opinions(view: DeskView) -> Iterable[str]:
    titles = {item.id: f"{_line(item.number)}. {_line(item.title)}" for item in view.items}
    names = {document.id: _line(document.name) for item in view.items for document in item.documents}
    for one in view.said.opinions:
        where = titles.get(one.item, "") if one.item is not None else ""
        if one.document is not None:
            where = ", ".join(filter(None, (names.get(one.document, where), _line(one.clause))))
        yield _said(one, where)
    for mark in view.marks:
        where = f"{names.get(mark.document, '')}, trang {mark.page + 1}"
        quote = f"“{_line(mark.quote.exact)}” " if mark.quote is not None else ""
        yield f"<p><strong>{_line(mark.author)}</strong> · {where}</p>\n"
        yield f"<blockquote>{quote}{_text(mark.text)}</blockquote>\n"
        yield from (_reply(reply) for reply in view.said.replies.get(mark.id, ()))
    if not view.said.opinions and not view.marks:
        yield "<p>Không có.</p>\n"


def _said(one: OpinionView, where: str) -> str:
    head = (
        f"<p><strong>{_line(one.author)}</strong> · {where}</p>\n<blockquote>{_text(one.text)}</blockquote>\n"
    )
    return head + "".join(map(_reply, one.replies))


def _reply(one: OpinionView) -> str:
    answer = f"{ANSWERS[one.answer]}. " if one.answer is not None else ""
    return f"<blockquote>↳ <strong>{_line(one.author)}</strong>: {answer}{_text(one.text)}</blockquote>\n"


def _old(files: Iterable[str]) -> Iterable[str]:
    """Documents that the newest version has no more."""
    found = sorted(name for name in files if name.startswith("tai-lieu-ban-cu/"))
    if found:
        yield "<h2>Tài liệu của các bản trước</h2>\n"
        yield _links(found)


def _links(names: Sequence[str]) -> str:
    links = [f'<li><a href="{name}">{name}</a></li>\n' for name in names]
    return f"<ul>\n{''.join(links)}</ul>\n"


def _line(text: str) -> str:
    return escape(plain_line(text))


def _text(text: str) -> str:
    return escape(plain(text))


def _moment(when: datetime) -> str:
    return when.astimezone().strftime("%H:%M ngày %d/%m/%Y")
