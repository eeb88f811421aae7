"""The committed sample packet, and the script that makes it."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import unicodedata
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pymupdf
import pytest

from reader.core.composing.folder import read_folder

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
SCAN = "bien-ban-tiep-xuc"
DRAFT = "du-thao-nq"


@cache
def packet(version: int) -> dict[str, Any]:
    return tomllib.loads((folder(version) / "packet.toml").read_text(encoding="utf-8"))


def folder(version: int) -> Path:
    return SAMPLE if version == 1 else SAMPLE / "v2"


def documents(version: int = 1) -> dict[str, dict[str, Any]]:
    return {
        document["id"]: document for item in packet(version)["item"] for document in item.get("document", [])
    }


def path(key: str, version: int = 1) -> Path:
    """Version 2 holds only what changed; the rest is version 1's."""
    file: str = documents(version)[key]["file"]
    own = folder(version) / file
    return own if own.exists() else SAMPLE / file


@cache
def pages(key: str, version: int = 1) -> tuple[str, ...]:
    """The text of each page with its line breaks made spaces."""
    with pymupdf.open(path(key, version)) as doc:
        return tuple(re.sub(r"[ \n]+", " ", page.get_text()).strip() for page in doc)


def number(text: str) -> int:
    return int(text.replace(".", ""))


@pytest.mark.parametrize("version", [1, 2])
def test_every_document_exists_once_and_opens(version: int) -> None:
    keys = [d["id"] for item in packet(version)["item"] for d in item.get("document", [])]
    assert len(keys) == len(set(keys)) == 12
    for key in keys:
        with pymupdf.open(path(key, version)) as doc:
            assert doc.page_count > 0
            assert not doc.is_repaired


@pytest.mark.parametrize("version", [1, 2])
def test_packet_has_the_agreed_form(version: int) -> None:
    meeting = packet(version)["meeting"]
    assert re.fullmatch(r"[a-z0-9-]{1,64}", meeting["id"])
    assert meeting["starts"] == datetime.fromisoformat("2026-12-11T08:00:00+07:00")
    assert meeting["starts"] < meeting["ends"]
    items = packet(version)["item"]
    assert [item["number"] for item in items] == ["1", "2", "3", "4", "5", "6", "7"]
    starts = [item["starts"] for item in items]
    assert starts == sorted(starts)
    for document in documents(version).values():
        assert isinstance(document["date"], date)
        assert document["urgency"] in {"thường", "khẩn", "thượng khẩn", "hỏa tốc"}
        assert document["name"]
        assert document["summary"]


def test_motions_are_two_opinions_and_a_poll() -> None:
    motions = packet(1)["motion"]
    assert [motion["kind"] for motion in motions] == ["written_opinion", "written_opinion", "poll"]
    ids = {item["id"] for item in packet(1)["item"]}
    for motion in motions:
        assert motion["item"] in ids
        assert set(motion["documents"]) <= set(documents())
        assert motion["opens"] < motion["until"] < packet(1)["meeting"]["starts"]
        assert 1 <= motion["max_choices"] < len(motion["choices"])
    assert all(m["choices"] == ["Tán thành", "Không tán thành", "Ý kiến khác"] for m in motions[:2])
    assert motions[2]["max_choices"] == 2


def test_size_and_page_count_are_those_of_a_real_packet() -> None:
    total = sum(path(key).stat().st_size for key in documents())
    assert 10_000_000 <= total <= 15_000_000
    count = sum(len(pages(key)) for key in documents())
    assert 120 <= count <= 170
    assert len(pages("to-trinh-12")) == 9
    assert len(pages(DRAFT)) == 18
    assert len(pages("bao-cao-215")) == 24


def test_text_layers_are_real_vietnamese_except_in_the_scan() -> None:
    assert all(text == "" for text in pages(SCAN))
    for key in documents():
        if key == SCAN:
            continue
        for text in pages(key):
            assert len(text) > 80
            assert unicodedata.is_normalized("NFC", text)
            assert not set(text) & set("\ufffd\u00a0\u2010\u00ad")


def test_the_phrase_of_the_screens_is_found() -> None:
    found = {
        key: [n for n, text in enumerate(pages(key), 1) if "đường liên thôn" in text] for key in documents()
    }
    assert found["to-trinh-12"][0] == 2
    assert len([key for key, where in found.items() if where]) >= 4
    page = pages("to-trinh-12")[1]
    assert "48.620 triệu đồng, tăng 6,4 % so với ước thực hiện năm 2026" in page
    assert "bố trí tối thiểu 1.850 triệu đồng để hoàn thành đường liên thôn Suối Lam – Đồng Bưởi" in page


def test_scan_is_one_grey_jpeg_a_page() -> None:
    with pymupdf.open(path(SCAN)) as doc:
        for page in doc:
            images = page.get_images()
            assert len(images) == 1
            assert pymupdf.Pixmap(doc, images[0][0]).n == 1
            assert images[0][8] == "DCTDecode"
            assert 150 <= images[0][2] / (page.rect.width / 72) <= 210


def test_plan_is_a_landscape_a3_drawing() -> None:
    with pymupdf.open(path("ban-do")) as doc:
        rect = doc[0].rect
        assert (round(rect.width), round(rect.height)) == (1191, 842)
        assert not doc[0].get_images()


def test_fonts_are_embedded_subsets() -> None:
    for key in documents():
        with pymupdf.open(path(key)) as doc:
            fonts = {font[3] for page in doc for font in page.get_fonts()}
        assert key == SCAN or fonts
        assert all(re.match(r"[A-Z]{6}\+", name) for name in fonts)


def test_budget_adds_up_as_printed() -> None:
    page = pages("to-trinh-12")[1]
    table = page[page.index("Nội dung chi") : page.index("3. Nguyên tắc")]
    names = ("Chi đầu tư phát triển", "Chi thường xuyên", "Dự phòng ngân sách", "Tổng cộng")
    rows = []
    for name in names:
        found = re.search(name + r" ([\d.]+) ([\d.]+) ([\d,]+) %", table)
        assert found
        before, after = number(found[1]), number(found[2])
        assert f"{100 * (after / before - 1):.1f}".replace(".", ",") == found[3]
        rows.append((before, after))
    assert tuple(map(sum, zip(*rows[:3], strict=True))) == rows[3] == (45_696, 48_620)


def test_project_money_adds_up_as_printed() -> None:
    with pymupdf.open(path("ban-do")) as doc:
        words = doc[0].get_text().splitlines()
    at = words.index("Tổng cộng")
    amounts = [number(word) for word in words[:at] if re.fullmatch(r"\d{1,2}\.\d{3}|\d{3}", word)]
    # the grid's numbers are printed first and have no part in the sum
    plans = amounts[-17:]
    assert sum(plans) == number(words[at + 1]) == 12_400


def test_second_version_differs_only_in_the_draft_resolution() -> None:
    first, second = documents(1), documents(2)
    assert packet(2)["meeting"]["change"] == "Sửa hai con số ở Điều 2 theo báo cáo thẩm tra"
    assert packet(1)["meeting"]["change"] == ""
    assert list(first) == list(second)
    assert [key for key in first if path(key, 1) != path(key, 2)] == [DRAFT]
    assert packet(1)["motion"] == packet(2)["motion"]


def test_revised_draft_has_two_new_figures_and_a_new_paragraph() -> None:
    old, new = " ".join(pages(DRAFT, 1)), " ".join(pages(DRAFT, 2))
    assert "Bố trí tối thiểu 1.700 triệu đồng để hoàn thành 1,6 km còn lại" in old
    assert "Bố trí tối thiểu 1.850 triệu đồng để hoàn thành 1,8 km còn lại" in new
    inserted = "Trên cơ sở tiếp thu Báo cáo thẩm tra số 08/BC-BKTNS"
    assert inserted not in old
    assert inserted in pages(DRAFT, 2)[0]
    assert "sáu tháng một lần" in old
    assert "hằng quý" in new
    assert pages(DRAFT, 1)[4:] == pages(DRAFT, 2)[4:]
    assert pages(DRAFT, 1)[0] != pages(DRAFT, 2)[0]


@pytest.mark.parametrize("version", [1, 2])
def test_a_copied_packet_is_read_by_the_program(version: int, tmp_path: Path) -> None:
    script = str(SAMPLE / "make_sample.py")
    subprocess.run(
        [sys.executable, script, "--copy", str(version), "--out", str(tmp_path)], check=True, timeout=60
    )
    read = list(read_folder(tmp_path).files())
    assert len(read) == 12
    draft = (tmp_path / documents()[DRAFT]["file"]).read_bytes()
    assert draft == path(DRAFT, version).read_bytes()


def test_same_bytes_on_each_run(tmp_path: Path) -> None:
    made = []
    for name in ("a", "b"):
        command = [
            sys.executable,
            str(SAMPLE / "make_sample.py"),
            "--out",
            str(tmp_path / name),
            "--only",
            "01",
        ]
        subprocess.run(command, check=True, timeout=120)
        (file,) = (tmp_path / name).iterdir()
        made.append(file.read_bytes())
    assert made[0] == made[1]
    assert made[0] == path("giay-moi").read_bytes()
