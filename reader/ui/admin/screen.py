"""The screen "Quản trị": six pages about one office, and what could not be asked."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from reader.core.admin_views import CodeView, OfficeView
from reader.core.owner import OwnerView
from reader.core.views import SyncView
from reader.ui import problems
from reader.ui.admin.codes_page import CodesPage
from reader.ui.admin.laptops_page import LaptopsPage
from reader.ui.admin.log_page import LogPage
from reader.ui.admin.office_page import OfficePage
from reader.ui.admin.people_page import PeoplePage
from reader.ui.admin.storage_page import StoragePage
from reader.ui.header import Header
from reader.ui.theme import Colour, Tone
from reader.ui.widgets import Banner, Column, Line, Row, Scroll, Surface
from reader.ui.widgets.empty import Empty
from reader.ui.widgets.tabs import Tabs
from sync.errors import SohopError


class Tab(IntEnum):
    """The pages, in order."""

    PEOPLE = 0
    LAPTOPS = 1
    CODES = 2
    STORAGE = 3
    LOG = 4
    OFFICE = 5


class AdminScreen(QWidget):
    """`again` asks for another look at the hub."""

    backRequested = Signal()
    again = Signal()
    tabShown = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = (
            *(self.tr("Người"), self.tr("Máy"), self.tr("Mã ghi danh")),
            *(self.tr("Lưu trữ"), self.tr("Nhật ký"), self.tr("Cơ quan")),
        )
        self.header = Header(back=self.tr("Kệ họp"), title=self.tr("Quản trị"))
        self.tabs = Tabs(names, height=44, name=self.tr("Các trang"))
        self.banner = Banner("", buttons=(self.tr("Thử lại"),), beside=True)
        self.people = PeoplePage()
        self.laptops = LaptopsPage()
        self.codes = CodesPage()
        self.storage = StoragePage()
        self.log = LogPage()
        self.office = OfficePage()
        self._pages = (self.people, self.laptops, self.codes, self.storage, self.log, self.office)
        self._nothing = Empty(
            "cloud-slash",
            self.tr("Đang hỏi máy chủ"),
            self.tr("Quản trị cần có mạng: mọi thứ ở máy chủ."),
        )
        self._stack = QStackedWidget()
        for page in (*self._pages, self._nothing):
            self._stack.addWidget(Scroll(page))  # with large text no page fits
        self._stack.setCurrentIndex(len(self._pages))
        self._tab = Tab.PEOPLE
        self._known = False
        column = Column(self)
        column.addWidget(self.header)
        strip = Surface(Colour.PAPER)
        row = Row(strip, (26, 0, 24, 0))
        row.addWidget(self.tabs)
        row.addStretch(1)
        column.addWidget(strip)
        column.addWidget(Line())
        self._said = QWidget()
        self._said.hide()
        Column(self._said, (26, 12, 24, 0)).addWidget(self.banner)
        column.addWidget(self._said)
        column.addWidget(self._stack, 1)
        self.header.backPressed.connect(self.backRequested)
        self.tabs.changed.connect(lambda number: self.show_tab(Tab(number)))
        self.banner.pressed.connect(lambda _: self.again.emit())

    @property
    def tab(self) -> Tab:
        """The page shown."""
        return self._tab

    def show_tab(self, tab: Tab) -> None:
        """Turn to a page."""
        self._tab = tab
        if self.tabs.chosen != tab:
            self.tabs.choose(tab)  # which comes here again
            return
        if self._known:
            self._stack.setCurrentIndex(tab)
        self.tabShown.emit(tab)

    def set_owner(self, owner: OwnerView) -> None:
        """Whose laptop this is."""
        self.header.set_owner(owner)

    def set_sync(self, view: SyncView) -> None:
        """How the line stands."""
        self.header.set_sync(view)

    def set_view(self, view: OfficeView, fresh: dict[str, CodeView]) -> None:
        """The office as its hub has it now."""
        self._said.hide()
        for page in (self.people, self.laptops, self.storage, self.log, self.office):
            page.set_view(view)
        self.codes.set_view(view, fresh)
        self.tabs.set_badge(Tab.LAPTOPS, len(view.waiting))
        self.tabs.set_badge(Tab.STORAGE, int(view.backup_overdue))
        self._known = True
        self._stack.setCurrentIndex(self._tab)

    def problem(self, error: SohopError) -> None:
        """It could not be asked or done. What is shown is as old as it is; what is typed stays."""
        self.banner.set_tone(problems.tone(error))
        self.banner.buttons[0].show()
        said = problems.sentence(error)
        title = self.tr("Chưa làm được")
        if problems.tone(error) is Tone.WAIT:
            title = self.tr("Không tới được máy chủ. Quản trị cần có mạng")
        self.banner.set_words(title, said)
        self._said.show()

    def say(self, title: str, text: str = "") -> None:
        """It is done."""
        self.banner.set_tone(Tone.OK)
        self.banner.buttons[0].hide()
        self.banner.set_words(title, text)
        self._said.show()
