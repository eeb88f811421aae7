"""The pane of opinions on one agenda item: who said what, what the desk made of it, and writing more."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from reader.core.views import ItemView, MeetingView, OpinionView
from reader.ui.plain import plain_line
from reader.ui.said import words
from reader.ui.said.composer import Composer
from reader.ui.said.draft import OpinionDraft
from reader.ui.said.rows import SaidList, SaidRow, threads
from reader.ui.theme import Colour, Role
from reader.ui.widgets import Button, Column, Line, Panel, Paragraph, Row
from reader.ui.widgets.empty import Empty
from reader.ui.widgets.shrinking import Shrinking
from sync.model.ids import DocumentId, ItemId


class OpinionsPane(Panel):
    """For the item chosen, or that of the document shown; what is being written stays whatever is set."""

    sent = Signal(object)
    """OpinionDraft."""
    draftChanged = Signal(object)
    """OpinionDraft, within a second of every change; an empty one when it is let go."""
    deleteRequested = Signal(str)
    """OpinionId."""
    draftWanted = Signal(object)
    """OpinionDraft without words: is one kept for this place?"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 0, Colour.PAPER, parent)
        self._view: MeetingView | None = None
        self._item: ItemId | None = None
        self._document: DocumentId | None = None
        self._title = Paragraph("", Role.BODY_STRONG, max_lines=2)
        self.list = SaidList(self.tr("Góp ý cho mục này"))
        self.list.picked.connect(self._offer)
        self.list.opened.connect(self._change)
        self.list.removed.connect(self._remove)
        self._empty = Empty(
            "envelope-simple", self.tr("Chưa có góp ý"), self.tr("Góp ý, chất vấn, đăng ký phát biểu ở đây.")
        )
        self.composer = Composer()
        self.composer.sent.connect(self._on_sent)
        self.composer.cancelled.connect(self._on_cancelled)
        self.composer.draftChanged.connect(self.draftChanged)
        self._area = Shrinking(self.composer)
        self.reply_button = Button(self.tr("Trả lời"))
        self.reply_button.clicked.connect(lambda _checked=False: self._reply())
        self.change_button = Button(self.tr("Sửa"))
        self.change_button.clicked.connect(lambda _checked=False: self._change())
        self.remove_button = Button(self.tr("Xóa"))
        self.remove_button.clicked.connect(lambda _checked=False: self._remove())
        self.write_button = Button(self.tr("Viết góp ý"), icon="plus")
        self.write_button.clicked.connect(lambda _checked=False: self.begin())
        self._acts = QWidget()
        acts = Row(self._acts, 0, 8)
        for button in (self.reply_button, self.change_button, self.remove_button):
            acts.addWidget(button, 1)
        self._foot = QWidget()
        foot = Column(self._foot, (16, 12, 12, 12), 8)
        foot.addWidget(self._acts)
        foot.addWidget(self.write_button)
        head = QWidget()
        Column(head, (16, 12, 12, 12)).addWidget(self._title)
        for part in (head, Line()):
            self.column.addWidget(part)
        self._listed = QWidget()
        listed = Column(self._listed)
        listed.addWidget(self.list, 1)
        listed.addWidget(self._empty, 1)
        listed.addWidget(Line())
        self._rest = QWidget()
        self.column.addWidget(self._listed, 1)
        self.column.addWidget(self._area)
        self.column.addWidget(self._rest, 1)
        self.column.addWidget(self._foot)
        self._writing(False)
        self._show()

    @property
    def item(self) -> ItemId | None:
        """The item whose opinions are shown."""
        return self._item

    @property
    def writing(self) -> bool:
        """Something is being written."""
        return not self._area.isHidden()

    def set_view(self, view: MeetingView | None) -> None:
        """Another state of the meeting."""
        self._view = view
        if view is not None and self._found() is None:
            self._item = view.items[0].id if view.items else None
        self._show()

    def set_item(self, item: ItemId) -> None:
        """An item was chosen."""
        if item != self._item and not self._keeps_writing():
            self._item, self._document = item, None
            self._moved()

    def set_document(self, document: DocumentId) -> None:
        """A document was opened: its item is meant, and the document first."""
        items = self._view.items if self._view is not None else ()
        item = next((one.id for one in items for d in one.documents if d.id == document), None)
        if item is None or self._keeps_writing():
            return
        moved = item != self._item
        self._item, self._document = item, document
        if moved:
            self._moved()

    def begin(self, clause: str = "") -> None:
        """Write an opinion on the item, or on the document that is open."""
        if self._item is not None and not self._keeps_writing():
            self._open(OpinionDraft(item=self._item, document=self._document, clause=clause))

    def resume(self, draft: OpinionDraft) -> None:
        """Go on with what was being written here."""
        if self.writing or self._view is None or draft.item != self._item:
            return
        if draft.to is not None and self._root(draft) is None:
            draft = replace(draft, to=None)  # what it answered is gone, its words are not
        self._open(draft)

    def put_away(self) -> None:
        """The meeting is left: what is being written is kept."""
        self.composer.text.keep_now()
        self.composer.forget()
        self._writing(False)
        self._item = self._document = None
        self.set_view(None)

    # --- acts ---------------------------------------------------------------------------------------------

    def _reply(self) -> None:
        row = self.list.current
        if row is not None and row.root is not None and not self._keeps_writing():
            self._open(OpinionDraft(item=self._item, to=row.root))

    def _change(self) -> None:
        row = self.list.current
        if row is None or row.opinion is None or not row.opinion.mine or self._keeps_writing():
            return
        one = row.opinion
        self._open(
            OpinionDraft(
                item=self._item,
                document=one.document,
                clause=one.clause,
                to=row.root if row.is_reply else None,
                kind=one.kind,
                audience=one.audience,
                text=one.text,
                opinion=one.id,
            )
        )

    def _remove(self) -> None:
        row = self.list.current
        if row is not None and row.opinion is not None and row.opinion.mine:
            self.deleteRequested.emit(row.opinion.id)

    def _open(self, draft: OpinionDraft) -> None:
        item = self._found()
        if item is None or self._view is None:
            return
        root = self._root(draft)
        if root is not None and draft.is_reply:
            title = self.tr("Trả lời {author}").format(author=words.author(root))
        elif draft.opinion is not None:
            title = self.tr("Sửa {kind}").format(kind=words.kind_name(draft.kind).lower())
        else:
            title = self.tr("Ý kiến mới")
        documents = [(document.id, document.name) for document in item.documents]
        whole = self.tr("Cả mục {number}").format(number=plain_line(item.number))
        self._writing(True, alone=not draft.is_reply and draft.opinion is None)
        self.composer.edit(draft, title, documents, can_ask=self._view.said.can_ask, whole=whole)

    def _on_sent(self, draft: OpinionDraft) -> None:
        self._writing(False)
        self.write_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.sent.emit(draft)

    def _on_cancelled(self, draft: OpinionDraft) -> None:
        self._writing(False)
        self.write_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.draftChanged.emit(OpinionDraft(item=draft.item))

    # --- showing ------------------------------------------------------------------------------------------

    def _moved(self) -> None:
        self._writing(False)
        self._show()
        self.draftWanted.emit(OpinionDraft(item=self._item))

    def _keeps_writing(self) -> bool:
        if self.writing and self.composer.changed:
            self.composer.text.take_keyboard()
            return True
        return False

    def _writing(self, on: bool, *, alone: bool = False) -> None:
        """``alone``: what is written answers nothing that is listed, and has its place."""
        self._area.setVisible(on)
        self._foot.setVisible(not on)
        self._listed.setVisible(not (on and alone))
        self._rest.setVisible(on and alone)

    def _show(self) -> None:
        item, view = self._found(), self._view
        made: list[SaidRow] = []
        if item is not None and view is not None:
            names = {document.id: document.name for document in item.documents}
            made = threads((one for one in view.said.opinions if one.item == item.id), names)
            gone = threads((one for one in view.said.opinions if one.item is None), {})
            if gone:
                made += [SaidRow(head=words.gone_head()), *gone]
            title = self.tr("Mục {number}. {title}").format(number=item.number, title=item.title)
            self._title.set_text(plain_line(title))
        self.write_button.setEnabled(item is not None)
        self.list.set_rows(made)
        self.list.setVisible(bool(made))
        self._empty.setVisible(not made)
        self._offer()

    def _offer(self) -> None:
        row = self.list.current
        one = row.opinion if row is not None else None
        self._acts.setVisible(one is not None)
        mine = one is not None and one.mine
        self.change_button.setVisible(mine)
        self.remove_button.setVisible(mine)

    def _found(self) -> ItemView | None:
        items = self._view.items if self._view is not None else ()
        return next((item for item in items if item.id == self._item), None)

    def _root(self, draft: OpinionDraft) -> OpinionView | None:
        said = self._view.said.opinions if self._view is not None else ()
        return next((one for one in said if one.id == draft.to), None)
