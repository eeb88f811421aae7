"""The side panel for a motion: its rule, its question and choices, its documents, its timing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.core.composing import composition as steps
from reader.core.composing.motions import of_kind, rules
from reader.core.composing.showing import ComposeView
from reader.core.composing.tables import MotionTable
from reader.ui.compose.fields import LONGEST, Form, LineInput, MomentInput, NumberInput, OneOf, TextInput
from reader.ui.compose.page import Page
from reader.ui.compose.words import (
    cut,
    kind_words,
    lack_text,
    late_words,
    question_of,
    secrecy_words,
    timing_words,
)
from reader.ui.plain import tip
from reader.ui.theme import Colour, Role
from reader.ui.widgets.button import Button, Kind
from reader.ui.widgets.check import Check
from reader.ui.widgets.layout import Column, Row, clear
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.pill import Glyph
from sync.model.motion import Late
from sync.model.rules import Form as RuleForm
from sync.model.rules import MotionKind, Secrecy, Timing

_MOST_CHOICES = 20


class MotionPage(Page):
    """Only what the rule of its kind allows is offered."""

    def __init__(self) -> None:
        super().__init__()
        self._motion: MotionTable | None = None
        self.title = LineInput(self.tr("Tên"))
        self.kind: OneOf[MotionKind] = OneOf(self.tr("Loại"))
        self.question = TextInput(self.tr("Câu hỏi"), least=76, most=140)
        self.choices = TextInput(self.tr("Lựa chọn, mỗi dòng một"), least=96, most=160)
        self.seats = NumberInput(self.tr("Chọn nhiều nhất"), 1, 200)
        self.timing: OneOf[Timing] = OneOf(self.tr("Thời gian"))
        self.opens = MomentInput(self.tr("Mở lúc"))
        self.until = MomentInput(self.tr("Nhận đến"))
        self.grace = NumberInput(self.tr("Chờ thêm, phút"), 0, 30 * 1440)
        self.late: OneOf[Late] = OneOf(self.tr("Phiếu đến muộn"))
        self.secrecy: OneOf[Secrecy] = OneOf(self.tr("Cách bỏ phiếu"))
        self.passphrase = _narrow(Check(self.tr("Hỏi lại mật khẩu khi bỏ phiếu")))
        self.documents: dict[str, Check] = {}
        self._documents = QWidget()
        self._document_column = Column(self._documents)
        self.remove_button = Button(self.tr("Gỡ nội dung này"), Kind.DANGER, icon="trash")
        self._article = Paragraph("", Role.NOTE, Colour.INK2)
        self._lacking = Paragraph("", Role.NOTE_MEDIUM, Colour.BAD)
        self._lacking_place = QWidget()
        lacking = Row(self._lacking_place, (0, 10, 0, 0), 8)
        lacking.addWidget(Glyph("prohibit", 18, Colour.BAD), 0, Qt.AlignmentFlag.AlignTop)
        lacking.addWidget(self._lacking, 1)
        self._lay_out()
        self._connect()

    def fill(self, view: ComposeView) -> None:
        packet = view.draft.packet
        motion = self._motion = packet.motion(self.row)
        rule = rules().get(motion.kind)
        offered = [one for one in rules().values() if one.offered or one.kind is motion.kind]
        self.title.put(motion.title)
        self.kind.put([(one.kind, kind_words()[one.kind]) for one in offered], motion.kind)
        self.question.put(motion.question)
        usual = rule.choices if rule is not None else ()
        self.choices.setPlaceholderText("\n".join(usual))
        self.choices.put("\n".join(motion.choices or usual), "\n".join(self._written or usual))
        self.seats.put_number(motion.max_choices)
        each = rule is not None and (rule.form is RuleForm.EACH or rule.threshold is None)
        self._seats_row.setVisible(each)
        timings = rule.timings if rule is not None else tuple(Timing)
        timing = motion.timing or timings[0]
        self.timing.put([(one, timing_words()[one]) for one in timings], timing)
        sealed = timing is Timing.SEALED_UNTIL
        for row in (self._opens_row, self._until_row, self._grace_row):
            row.setVisible(sealed)
        self.opens.put_moment(motion.opens)
        self.until.put_moment(motion.until)
        self.opens.usual_day = self.until.usual_day = packet.meeting.starts.astimezone().date()
        self.grace.put_number(motion.grace_minutes)
        self.late.put(list(late_words().items()), motion.late)
        secrecies = rule.secrecies if rule is not None else tuple(Secrecy)
        self.secrecy.put([(one, secrecy_words()[one]) for one in secrecies], motion.secrecy)
        self.passphrase.blockSignals(True)
        self.passphrase.setChecked(motion.ask_passphrase)
        self.passphrase.blockSignals(False)
        self._article.set_text(rule.article if rule is not None else "")
        lacking = view.draft.lacks.get(self.row, ())
        self._lacking.set_text(". ".join(lack_text(one) for one in lacking))
        self._lacking_place.setVisible(bool(lacking))
        self._show_documents(view, motion)

    def _lay_out(self) -> None:
        form = Form()
        form.add(self.tr("Loại"), self.kind)
        form.add(self.tr("Tên"), self.title)
        form.add(self.tr("Câu hỏi"), self.question)
        form.add(self.tr("Lựa chọn"), self.choices)
        self._seats_row = form.add(self.tr("Chọn nhiều nhất"), self.seats)
        form.add(self.tr("Cách bỏ phiếu"), self.secrecy)
        form.add(self.tr("Thời gian"), self.timing)
        self._opens_row = form.add(self.tr("Mở lúc"), self.opens)
        self._until_row = form.add(self.tr("Nhận đến"), self.until)
        self._grace_row = form.add(self.tr("Chờ thêm, phút"), self.grace)
        form.add(self.tr("Phiếu đến muộn"), self.late)
        self._documents_row = form.add(self.tr("Tài liệu kèm"), self._documents)
        form.add("", self.passphrase)
        self.column.addWidget(Paragraph(self.tr("Nội dung biểu quyết"), Role.SERIF_SMALL))
        self.column.addWidget(self._article)
        self.column.addWidget(self._lacking_place)
        self.column.gap(14)
        self.column.addWidget(form)
        self._end(self.remove_button)

    def _connect(self) -> None:
        self.title.kept.connect(self._keep_title)
        self.kind.kept.connect(self._keep_kind)
        self.question.kept.connect(lambda: self._set(question=self.question.text))
        self.choices.kept.connect(self._keep_choices)
        self.seats.kept.connect(lambda: self._set(max_choices=self.seats.number))
        self.timing.kept.connect(lambda: self._set(timing=self.timing.value))
        self.opens.kept.connect(lambda: self._keep_moment("opens", self.opens))
        self.until.kept.connect(lambda: self._keep_moment("until", self.until))
        self.grace.kept.connect(lambda: self._set(grace_minutes=self.grace.number))
        self.late.kept.connect(lambda: self._set(late=self.late.value or Late.RECORDED_ONLY))
        self.secrecy.kept.connect(lambda: self._set(secrecy=self.secrecy.value or Secrecy.OPEN))
        self.passphrase.toggled.connect(lambda on: self._set(ask_passphrase=on))
        self.remove_button.clicked.connect(lambda _checked=False: self.removed.emit(self.row))

    def _show_documents(self, view: ComposeView, motion: MotionTable) -> None:
        """Those of its item, and those that are attached from others."""
        packet = view.draft.packet
        there = [(one.id, one.name) for one in packet.item(motion.item).documents]
        there += [
            (one.id, one.name)
            for item, one in packet.documents()
            if item.id != motion.item and one.id in motion.documents
        ]
        shown = [(one, check.text()) for one, check in self.documents.items()]
        if shown != [(one, cut(name)) for one, name in there]:
            clear(self._document_column)
            self.documents = {one: _narrow(Check(cut(name))) for one, name in there}
            for check in self.documents.values():
                self._document_column.addWidget(check)
                check.toggled.connect(lambda _: self._keep_documents())
        for one, check in self.documents.items():
            check.blockSignals(True)
            check.setChecked(one in motion.documents)
            check.blockSignals(False)
        self._documents_row.setVisible(bool(there))

    def _keep_documents(self) -> None:
        self._set(documents=tuple(one for one, check in self.documents.items() if check.isChecked()))

    def _keep_title(self) -> None:
        """A question that was proposed goes with it; one that was written stays."""
        motion, title = self._motion, self.title.line
        if motion is not None and self.question.text == question_of(motion.title):
            self._set(title=title, question=question_of(title))
        else:
            self._set(title=title)

    def _keep_kind(self) -> None:
        self.choices.keep_now()
        kind = self.kind.value
        rule = rules().get(kind) if kind is not None else None
        motion = self._motion
        if rule is None or motion is None or rule.kind is motion.kind:
            return
        changed = of_kind(motion, rule)
        self._set(
            kind=changed.kind,
            choices=changed.choices,
            max_choices=changed.max_choices,
            timing=changed.timing,
            until=changed.until,
            grace_minutes=changed.grace_minutes,
            secrecy=changed.secrecy,
        )

    @property
    def _written(self) -> tuple[str, ...]:
        """The choices."""
        lines = [" ".join(line.split())[:LONGEST] for line in self.choices.text.splitlines()]
        return tuple(line for line in lines if line)[:_MOST_CHOICES]

    def _keep_choices(self) -> None:
        written = self._written
        rule = rules().get(self._motion.kind) if self._motion is not None else None
        self._set(choices=() if rule is not None and written == rule.choices else written)

    def _keep_moment(self, name: str, field: MomentInput) -> None:
        row = self._opens_row if name == "opens" else self._until_row
        row.say(self.tr("Viết như 08:00 11/12/2026.") if field.wrong else "")
        if not field.wrong:
            self._set(**{name: field.moment})

    def _set(self, **changes: object) -> None:
        which = self.row
        self.edited.emit(lambda packet: steps.set_motion(packet, which, **changes))


def _narrow(check: Check) -> Check:
    """As wide as there is room: the panel is narrow, and the whole words are its tip."""
    check.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    check.setToolTip(tip(check.text()))
    return check
