"""The pipeline of the window's strings: what is collected, what is complained about, what comes back."""

import pytest

from tools.translations import catalogue
from tools.translations.catalogue import Entry
from tools.translations.sources import Found, Source, collect, read

CODE = '''
def _say(text: str) -> str:
    """One context for this module."""
    return QCoreApplication.translate("Marks", text)

class Shelf(QWidget):
    def show(self):
        tr = self.tr
        return self.tr("Mở " "sổ"), tr("Đóng"), _say("vàng"), QCoreApplication.translate("Format", "vi")

    def move(self, painter):
        painter.translate(1, 2)
'''


def strings(code: str) -> Found:
    found = Found()
    read(code, "shelf.py", found)
    return found


def test_every_known_form_is_collected_with_the_context_that_qt_looks_in():
    found = strings(CODE)

    assert set(found.strings) == {
        Source("Shelf", "Mở sổ"),
        Source("Shelf", "Đóng"),
        Source("Marks", "vàng"),
        Source("Format", "vi"),
    }
    assert found.complaints == []


def test_what_is_told_how_many_is_collected_as_such():
    found = strings(
        "class Shelf:\n    def show(self, n):\n"
        '        return self.tr("{n} tệp", None, n), QCoreApplication.translate("A", "{n} việc", None, n)\n'
    )
    assert found.counted == set(found.strings) == {Source("Shelf", "{n} tệp"), Source("A", "{n} việc")}
    assert found.complaints == []


def test_a_string_with_a_count_in_one_place_and_without_in_another_is_complained_about():
    calls = 'self.tr("{n} tệp", None, n), self.tr("{n} tệp")'
    found = strings(f"class Shelf:\n    def show(self, n):\n        return {calls}\n")
    assert [complaint.split(": ")[0] for complaint in found.complaints] == ["shelf.py:3"]


@pytest.mark.parametrize(
    "call",
    [
        'self.tr(f"Còn {n}")',
        "self.tr(word)",
        'self.tr("một", "hai")',
        "self.tr()",
        'QCoreApplication.translate(a, "b")',
    ],
)
def test_what_cannot_be_looked_up_later_is_complained_about_with_its_line(call):
    found = strings(f"class Shelf:\n    def show(self):\n        return {call}\n")

    assert not found.strings
    assert [complaint.split(": ")[0] for complaint in found.complaints] == ["shelf.py:3"]


def test_the_function_under_another_name_is_complained_about():
    found = strings('def f():\n    translate = QCoreApplication.translate\n    return translate("A", "b")\n')
    assert [line.split(":")[1] for line in found.complaints] == ["2"]


def test_a_class_inside_a_function_does_not_lose_the_outer_context():
    found = strings('class A:\n    class B:\n        x = self.tr("trong")\n    y = self.tr("ngoài")\n')

    assert set(found.strings) == {Source("B", "trong"), Source("A", "ngoài")}


def test_a_saved_catalogue_loads_as_it_was(tmp_path):
    entries = {
        Source("B", "Còn {n} tệp & <b>"): Entry("{n} files & <b> left", "reader/ui/b.py"),
        Source("A", "Dòng một\nDòng hai"): Entry("", "reader/ui/a.py"),
        Source("A", "{n} tệp"): Entry("{n} files", "reader/ui/a.py", "{n} file"),
        Source("A", "{n} việc"): Entry("{n} items", "reader/ui/a.py", ""),
    }
    path = tmp_path / "x.ts"

    catalogue.save(path, entries)

    assert catalogue.load(path) == entries


def test_update_keeps_translations_and_drops_what_left_the_sources():
    known = {Source("A", "cũ"): Entry("old", "a.py"), Source("A", "còn"): Entry("still", "a.py")}

    merged = catalogue.merge(Found({Source("A", "còn"): "b.py", Source("A", "mới"): "b.py"}), known)

    assert merged == {Source("A", "còn"): Entry("still", "b.py"), Source("A", "mới"): Entry("", "b.py")}


@pytest.mark.parametrize(
    ("known", "complaint"),
    [
        ({}, "is not in the catalogue"),
        ({Source("A", "Còn {n}"): Entry("", "a.py")}, "has no translation"),
        ({Source("A", "Còn {n}"): Entry("{m} left", "a.py")}, "has other fields"),
        (
            {Source("A", "Còn {n}"): Entry("{n} left", "a.py"), Source("A", "cũ"): Entry("old", "a.py")},
            "is no longer in the sources",
        ),
    ],
)
def test_an_incomplete_catalogue_is_complained_about(known, complaint):
    said = catalogue.complaints(Found({Source("A", "Còn {n}"): "a.py"}), known)

    assert len(said) == 1
    assert complaint in said[0]


def test_a_complete_catalogue_is_not_complained_about():
    known = {Source("A", "Còn {n}"): Entry("{n} left", "a.py")}

    assert catalogue.complaints(Found({Source("A", "Còn {n}"): "a.py"}), known) == []


def test_a_string_that_is_counted_from_now_on_keeps_its_translation_and_lacks_one():
    source = Source("A", "{n} tệp")
    found = Found({source: "a.py"}, {source})
    (made,) = catalogue.merge(found, {source: Entry("{n} files", "a.py")}).values()
    assert made == Entry("{n} files", "a.py", "")
    assert not made.is_done


@pytest.mark.parametrize(
    ("entry", "complaint"),
    [
        (Entry("{n} files", "a.py"), "counted in one of both"),
        (Entry("{n} files", "a.py", ""), "none for one thing"),
        (Entry("{n} files", "a.py", "one file"), "has other fields than 'one file'"),
    ],
)
def test_both_forms_of_a_counted_string_are_asked_for(entry, complaint):
    source = Source("A", "{n} tệp")
    (said,) = catalogue.complaints(Found({source: "a.py"}, {source}), {source: entry})
    assert complaint in said


def test_every_string_of_the_window_can_be_collected(pytestconfig):
    found = collect(pytestconfig.rootpath)

    assert found.complaints == []
    assert len(found.strings) > 100
