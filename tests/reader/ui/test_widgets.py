"""The widgets grow with the scale, are reached and worked with the keyboard, and say what they show."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QListView, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.theme import Mode, Role, Theme, Tone, current
from reader.ui.theme.style import FocusRing
from reader.ui.widgets import (
    Avatar,
    Banner,
    Button,
    Card,
    Check,
    Column,
    Cover,
    DateTile,
    Dialog,
    Field,
    Kind,
    NumberCircle,
    Paragraph,
    Pill,
    Row,
    Scrim,
    Sign,
    SignalBars,
    Size,
    Spine,
)
from reader.ui.widgets.choice import Choice, Choices
from reader.ui.widgets.empty import Empty
from reader.ui.widgets.marks import initials
from reader.ui.widgets.progress import Progress
from reader.ui.widgets.rows import ROW_ROLE, RowData, RowDelegate, RowModel
from reader.ui.widgets.select import Select
from reader.ui.widgets.sheet import build_second_sheet, build_sheet
from reader.ui.widgets.tabs import Segments, Tabs
from reader.ui.widgets.text import lay_out
from reader.ui.widgets.threshold import Count, ThresholdBar
from reader.ui.widgets.toast import Toast
from reader.ui.widgets.trail import FlatTrail, Step, StepState, Trail

# The screenless platform says so whenever a window gets size limits; that is not about the widgets.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

TITLE = "Nghị quyết về dự toán thu, chi ngân sách và phân bổ ngân sách xã Suối Lam năm 2027"
STEPS = (
    Step("Niêm phong trên máy", "10:14", StepState.DONE),
    Step("Trạm phòng họp nhận", "Đang chờ", StepState.NOW),
    Step("Được tính vào kết quả", "", StepState.NEXT),
)
MAKERS: dict[str, Callable[[], QWidget]] = {
    "avatar": lambda: Avatar("Hoàng Thị Lượng"),
    "banner": lambda: Banner("Tệp này không mở được", "Ghi chú vẫn còn.", Tone.BAD, buttons=("Tải lại",)),
    "button": lambda: Button("Mở kỳ họp", Kind.PRIMARY),
    "check": lambda: Check("Bật"),
    "choice": lambda: Choice("Tán thành"),
    "cover": lambda: Cover("Sổ Họp", "Hội đồng nhân dân xã Suối Lam", "Nhiệm kỳ 2026–2031"),
    "date": lambda: DateTile(datetime.date(2026, 12, 11)),
    "empty": lambda: Empty("note-pencil", "Chưa có ghi chú", "Bôi chữ.", "Viết"),
    "field": lambda: Field("Mật khẩu", secret=True),
    "flat trail": lambda: FlatTrail(STEPS),
    "number": lambda: NumberCircle("3", now=True),
    "paragraph": lambda: Paragraph("Chưa mở"),
    "pill": lambda: Pill("Đã tính", Tone.OK, "check"),
    "select": lambda: Select(("Tờ trình", "Báo cáo"), "Loại văn bản"),
    "progress": lambda: Progress("Tờ trình", "412 KB", 0.4),
    "segments": lambda: Segments(("Cả tập", "Tệp này")),
    "sign": lambda: Sign("Mất mạng", Tone.WAIT, "wifi-slash"),
    "signal": lambda: SignalBars(2, "Mạng yếu"),
    "tabs": lambda: Tabs(("Tài liệu", "Biểu quyết")),
    "threshold": lambda: ThresholdBar(Count(26, 19, 2, 2, needed=14, present=24, base_text="Trên 26")),
    "trail": lambda: Trail(STEPS),
}


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = current()
    made.apply(qapp)
    yield made
    made.set_mode(Mode.LIGHT)
    made.set_scale(1.0)


class Clock:
    """Seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize("name", MAKERS)
def test_a_widget_grows_with_the_scale_and_paints_in_every_mode(
    name: str, qtbot: QtBot, theme: Theme
) -> None:
    widget = MAKERS[name]()
    qtbot.addWidget(widget)
    before = widget.sizeHint()
    assert before.height() > 0
    for mode in (Mode.LIGHT, Mode.DARK, Mode.CONTRAST):
        theme.set_mode(mode)
        assert not widget.grab().isNull()
    theme.set_mode(Mode.LIGHT)
    theme.set_scale(2.0)
    after = widget.sizeHint()
    assert after.height() >= 1.8 * before.height()
    assert after.width() >= 1.6 * before.width()
    assert not widget.grab().isNull()


@pytest.mark.parametrize(
    "name", [name for name in MAKERS if name not in ("progress", "field", "segments", "tabs")]
)
def test_a_widget_says_what_it_shows(name: str, qtbot: QtBot) -> None:
    widget = MAKERS[name]()
    qtbot.addWidget(widget)
    assert widget.accessibleName() or getattr(widget, "text", str)()


@pytest.mark.parametrize("build", [build_sheet, build_second_sheet])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_sheet_is_painted(build: Callable[[], QWidget], scale: float, qtbot: QtBot, theme: Theme) -> None:
    theme.set_scale(scale)
    sheet = build()
    qtbot.addWidget(sheet)
    sheet.resize(1366, 696)
    sheet.show()
    assert sheet.grab().width() == 1366


def test_a_paragraph_has_the_line_height_of_its_role(qtbot: QtBot, theme: Theme) -> None:
    paragraph = Paragraph("Một dòng", Role.BODY)
    qtbot.addWidget(paragraph)
    assert paragraph.heightForWidth(600) == 24
    theme.set_scale(2.0)
    assert paragraph.heightForWidth(600) == 48


def test_a_paragraph_wraps_and_keeps_every_line(qtbot: QtBot) -> None:
    box = Card()
    paragraph = Paragraph(TITLE, Role.QUESTION)
    box.column.addWidget(paragraph)
    box.column.addStretch(1)
    qtbot.addWidget(box)
    box.resize(400, 600)
    box.show()
    assert paragraph.height() == paragraph.heightForWidth(paragraph.width()) >= 3 * 36


def test_a_paragraph_cuts_after_its_last_line_and_gives_the_rest_in_the_tip(qtbot: QtBot) -> None:
    paragraph = Paragraph(TITLE, Role.BODY, max_lines=2)
    qtbot.addWidget(paragraph)
    paragraph.resize(200, 60)
    paragraph.show()
    assert paragraph.heightForWidth(200) == 48
    assert paragraph.toolTip() == TITLE
    paragraph.resize(2000, 60)
    assert paragraph.toolTip() == ""


def test_enter_and_space_press_a_button_once_however_long_they_are_held(qtbot: QtBot) -> None:
    button = Button("Mở")
    qtbot.addWidget(button)
    presses: list[int] = []
    button.clicked.connect(lambda: presses.append(1))
    qtbot.keyClick(button, Qt.Key.Key_Return)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert len(presses) == 2
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "", True)
    QApplication.sendEvent(button, held)
    assert len(presses) == 2


def test_button_heights_are_those_of_the_design(qtbot: QtBot) -> None:
    heights = [Button("Mở", size=size).sizeHint().height() for size in (Size.NORMAL, Size.MAIN, Size.LARGE)]
    assert heights == [40, 48, 56]


def test_an_icon_button_has_a_name_and_a_tip(qtbot: QtBot) -> None:
    button = Button("", icon="magnifying-glass", name="Tìm trong tài liệu")
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "Tìm trong tài liệu"


def test_nothing_is_chosen_at_first_and_one_choice_takes_over_from_another(qtbot: QtBot) -> None:
    choices = Choices(("Tán thành", "Không tán thành", "Không biểu quyết"))
    qtbot.addWidget(choices)
    assert choices.chosen == ()
    with qtbot.waitSignal(choices.changed) as first:
        choices.choices[0].click()
    assert first.args == [(0,)]
    with qtbot.waitSignal(choices.changed) as second:
        choices.choices[2].click()
    assert second.args == [(2,)]
    assert choices.chosen == (2,)


def test_choices_are_worked_with_the_keyboard_alone(qtbot: QtBot) -> None:
    choices = Choices(("Tán thành", "Không tán thành", "Không biểu quyết"))
    qtbot.addWidget(choices)
    choices.show()
    choices.activateWindow()
    first, second, third = choices.choices
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert choices.chosen == ()
    qtbot.waitUntil(second.hasFocus)
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert choices.chosen == (1,)
    qtbot.keyClick(second, Qt.Key.Key_Down)
    qtbot.waitUntil(third.hasFocus)
    assert choices.chosen == (2,)


def test_locked_choices_keep_their_tick_and_cannot_be_changed(qtbot: QtBot) -> None:
    choices = Choices(("Tán thành", "Không tán thành"))
    qtbot.addWidget(choices)
    choices.show()
    choices.set_chosen((0,))
    choices.lock()
    qtbot.keyClick(choices.choices[1], Qt.Key.Key_Return)
    qtbot.keyClick(choices.choices[1], Qt.Key.Key_Space)
    qtbot.keyClick(choices.choices[0], Qt.Key.Key_Down)
    qtbot.mouseClick(choices.choices[1], Qt.MouseButton.LeftButton)
    assert choices.chosen == (0,)


def test_several_can_be_ticked_up_to_the_limit(qtbot: QtBot) -> None:
    choices = Choices(("Đinh Thị Huệ", "Bùi Văn An", "Quách Thị Lan"), multi=True, limit=2)
    qtbot.addWidget(choices)
    for choice in choices.choices:
        choice.click()
    assert choices.chosen == (0, 1)


def test_choices_look_alike_whatever_they_say(qtbot: QtBot) -> None:
    pictures = []
    for _ in range(2):
        choice = Choice("Tán thành")
        qtbot.addWidget(choice)
        choice.resize(400, 72)
        pictures.append(choice.grab().toImage())
    assert pictures[0] == pictures[1]
    against = Choice("Không tán thành")
    qtbot.addWidget(against)
    against.resize(400, 72)
    edges = [picture.pixelColor(200, 0) for picture in (pictures[0], against.grab().toImage())]
    assert edges[0] == edges[1]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(1366, 696)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_dialog_is_deaf_to_the_pressing_keys_for_its_first_400_ms(
    key: Qt.Key, window: QWidget, qtbot: QtBot
) -> None:
    clock = Clock()
    dialog = Dialog("Xác nhận bỏ phiếu", window, heading=TITLE, action="Niêm phong và gửi", clock=clock)
    dialog.open()
    assert dialog.action_button is not None
    clock.now += 0.399
    qtbot.keyClick(dialog.action_button, key)
    qtbot.keyClick(dialog.safe_button, key)
    assert dialog.isVisible()
    clock.now += 0.002
    qtbot.keyClick(dialog.action_button, key)
    assert not dialog.isVisible()
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_escape_and_the_safe_button_answer_no(window: QWidget, qtbot: QtBot) -> None:
    dialog = Dialog("Xóa ghi chú", window, action="Xóa", kind=Kind.DANGER_FILLED)
    dialog.open()
    assert dialog.focusWidget() is dialog.safe_button
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected
    dialog.open()
    qtbot.mouseClick(dialog.safe_button, Qt.MouseButton.LeftButton)
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_a_dialog_darkens_its_parent_while_it_is_open_and_fits_in_it(
    window: QWidget, qtbot: QtBot, theme: Theme
) -> None:
    dialog = Dialog("Xác nhận", window, heading=TITLE, text=TITLE * 6, action="Gửi")
    dialog.open()
    assert len(window.findChildren(Scrim)) == 1
    assert dialog.width() == 680
    theme.set_scale(2.0)
    assert dialog.height() <= window.height()
    dialog.reject()
    assert all(not scrim.isVisible() for scrim in window.findChildren(Scrim))


def test_a_dialog_shows_the_window_at_its_corners_without_a_translucent_window(window: QWidget) -> None:
    window.setStyleSheet("background: #ff0000")
    dialog = Dialog("Xác nhận", window, heading=TITLE, action="Gửi")
    dialog.open()
    assert not dialog.testAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    shot = dialog.grab().toImage()
    under = window.grab().toImage()  # with its veil
    corner = window.mapFromGlobal(dialog.geometry().topLeft())
    assert shot.pixelColor(0, 0) == under.pixelColor(corner) != shot.pixelColor(shot.rect().center())
    dialog.reject()
    assert not dialog._corners._pictures


def test_a_toast_stops_its_time_under_the_pointer(window: QWidget, qtbot: QtBot) -> None:
    toast = Toast("Đã xóa ghi chú trang 6", window)
    toast.pop()
    assert toast.ticking
    at = QPointF(5, 5)
    QApplication.sendEvent(toast, QEnterEvent(at, at, at))
    assert not toast.ticking
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast.ticking


def test_undo_is_sent_once_and_the_toast_leaves(window: QWidget, qtbot: QtBot) -> None:
    toast = Toast("Đã xóa ghi chú trang 6", window)
    toast.pop()
    with qtbot.waitSignals([toast.undone, toast.gone]):
        toast.button.click()


def test_a_toast_leaves_by_itself(window: QWidget, qtbot: QtBot) -> None:
    toast = Toast("Đã xóa", window, life_ms=1)
    with qtbot.waitSignal(toast.gone):
        toast.pop()


def test_tabs_are_exclusive_and_say_what_waits(qtbot: QtBot) -> None:
    tabs = Tabs(("Tài liệu", "Biểu quyết", "Ghi chú"))
    qtbot.addWidget(tabs)
    assert tabs.chosen == 0
    with qtbot.waitSignal(tabs.changed) as sent:
        tabs.choose(1)
    assert (sent.args, tabs.chosen) == ([1], 1)
    narrow = tabs.sizeHint().width()
    tabs.set_badge(1, 3)
    assert tabs.sizeHint().width() > narrow
    with pytest.raises(IndexError):
        tabs.choose(7)


def test_a_secret_is_shown_only_when_asked(qtbot: QtBot) -> None:
    field = Field("Mật khẩu mở sổ", secret=True)
    qtbot.addWidget(field)
    qtbot.keyClicks(field.edit, "dem trang")
    assert field.edit.displayText() != "dem trang"
    assert field.reveal is not None
    field.reveal.click()
    assert field.edit.displayText() == field.text == "dem trang"
    assert field.reveal.text() == "Giấu chữ"


def test_an_error_is_said_in_words_and_can_be_taken_back(qtbot: QtBot) -> None:
    field = Field("Ngày", hint="Ví dụ: 28/02/2026")
    qtbot.addWidget(field)
    field.set_error("Không có ngày này")
    assert field.error == field.edit.accessibleDescription() == "Không có ngày này"
    field.set_error("")
    assert field.edit.accessibleDescription() == "Ví dụ: 28/02/2026"


def test_the_ring_goes_with_the_keyboard(qtbot: QtBot, window: QWidget) -> None:
    row = Row(window, 20, 20)
    first, second = Button("Một"), Button("Hai")
    row.addWidget(first)
    row.addWidget(second)
    window.activateWindow()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(first.hasFocus)
    second.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(second.hasFocus)
    rings = [ring for ring in window.findChildren(FocusRing) if ring.isVisible()]
    assert [ring.widget() for ring in rings] == [second]
    assert rings[0].geometry() == second.geometry().adjusted(-5, -5, 5, 5)


def test_a_threshold_bar_is_spoken_in_full(qtbot: QtBot) -> None:
    bar = ThresholdBar(Count(26, 19, 2, 2, needed=14, present=24, base_text="Tính trên tổng số 26 đại biểu"))
    qtbot.addWidget(bar)
    for words in ("tán thành 19", "không tán thành 2", "không có phiếu 3", "Cần 14", "26 đại biểu"):
        assert words in bar.accessibleName()


def test_numbers_that_fit_no_council_are_refused() -> None:
    with pytest.raises(ValueError):
        Count(10, 8, 3, 0)


@pytest.mark.parametrize("seats", [1, 26, 80, 81, 400])
def test_a_bar_of_any_size_is_painted(seats: int, qtbot: QtBot) -> None:
    bar = ThresholdBar(Count(seats, seats // 2, seats // 4, 0, needed=seats // 2 + 1, present=seats))
    qtbot.addWidget(bar)
    bar.resize(594, bar.sizeHint().height())
    assert not bar.grab().isNull()


def test_the_trail_is_spoken_with_its_states(qtbot: QtBot) -> None:
    trail = Trail(STEPS)
    qtbot.addWidget(trail)
    assert "Niêm phong trên máy: xong" in trail.accessibleName()
    assert "Được tính vào kết quả: chưa tới" in trail.accessibleName()
    place = trail.place(1)
    place.addWidget(Button("Gửi lại ngay"))
    trail.set_steps(STEPS)
    assert trail.place(1) is place


def test_initials_are_of_the_first_and_the_last_word() -> None:
    assert [initials(name) for name in ("Hoàng Thị Lượng", "Đạt", "")] == ["HL", "Đ", ""]


def test_rows_are_as_high_as_their_words_and_follow_the_scale(qtbot: QtBot, theme: Theme) -> None:
    view = QListView()
    qtbot.addWidget(view)
    model = RowModel(
        (RowData("Khai mạc", number="1"), RowData(TITLE, "Đã đọc 2"), RowData("Chương trình", header=True))
    )
    view.setModel(model)
    view.setItemDelegate(RowDelegate(view))
    view.resize(300, 400)
    view.show()
    one, two, head = (view.visualRect(model.index(row)).height() for row in range(3))
    assert one == 49
    assert two > 64
    assert head == 49
    theme.set_scale(2.0)
    view.doItemsLayout()
    assert view.visualRect(model.index(0)).height() >= 2 * 48
    assert not view.grab().isNull()
    assert model.data(model.index(0), ROW_ROLE) == RowData("Khai mạc", number="1")
    assert model.data(model.index(1), int(Qt.ItemDataRole.AccessibleTextRole)) == f"{TITLE}, Đã đọc 2"


def test_layouts_keep_the_grid_at_every_scale(qtbot: QtBot, theme: Theme) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = Column(holder, (1, 2, 3, 4), 8)
    theme.set_scale(2.0)
    margins = column.contentsMargins()
    assert (margins.left(), margins.top(), margins.right(), margins.bottom()) == (2, 4, 6, 8)
    assert column.spacing() == 16


def test_the_spine_is_thin(qtbot: QtBot) -> None:
    spine = Spine()
    qtbot.addWidget(spine)
    assert spine.sizeHint().width() == 6


def test_text_that_is_cut_off_keeps_its_lines_also_with_letters_that_count_twice(qapp: QApplication) -> None:
    text = "𝑥𝑦𝑧 " * 3 + "hoàn thành đường liên thôn Suối Lam – Đồng Bưởi trước mùa mưa năm 2027"
    for width in range(150, 320, 7):
        laid = lay_out(text, current().font(Role.NOTE), current().line(Role.NOTE), width, max_lines=2)
        assert laid.lines == 2
        assert text.startswith(laid.layout.text().rstrip("…"))
