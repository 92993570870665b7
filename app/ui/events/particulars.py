"""Ask for what one kind of event needs beyond day, place and source; all of it may stay empty.

part = ParticularsEdit(kit); part.show_code(EventCode.C12); part.changed.connect(...)
part.draft(base) -> EventDraft; part.show_draft(draft)
"""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from app.i18n import Translator
from app.shapes.like_pairs import PairMan
from app.ui.events.draft import Asked, EventDraft, asked_with
from app.ui.forms.entry import Entry
from app.ui.forms.short_date import ShortDate
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.fields import Combo, LineEdit
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label
from app.wording.visible_text import visible
from app.wording.vocabulary import codes, label
from models.vocabulary.event_codes import EventCode, Extra
from models.vocabulary.evidence import Authenticity, EventTrait, IdentityBasis
from models.vocabulary.status import FACET_VALUES, FacetValue

LISTED = {Extra.RELATION: "relation", Extra.CHANNEL: "channel"}
"""Particulars that are one of a list, with the name of the list."""
_NAMED = 3
_TOP = Qt.AlignmentFlag.AlignTop


class ParticularsEdit(QWidget):
    """Edit the particulars of one code; hidden where the code asks for none."""

    changed = Signal()
    #: Somebody says that only the name agrees: are there others who bear it (domain.md 3.6 P12)?
    name_only_said = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.homonyms: tuple[PairMan, ...] = ()
        self.bear_it_too: Label | None = None
        self._code: EventCode | None = None
        self._kept: EventDraft = EventDraft()
        self._says: dict[EventCode, str] = {}
        self._filling = False
        self.lines: dict[Extra, LineEdit] = {}
        self.ticks: dict[str, QCheckBox] = {}
        self.combos: dict[str, Combo] = {}
        self.due: ShortDate | None = None
        self.due_entry: Entry | None = None
        self.figure: LineEdit | None = None
        self._holder: QWidget | None = None
        self._stops: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_code(self, code: EventCode | None) -> None:
        """Ask for what a code needs; what was typed for another code is remembered."""
        if code is self._code and self._holder is not None:
            return
        kept = self.draft(self._kept)
        if self._code is not None:
            self._says[self._code] = kept.says
        self._kept = replace(kept, says=self._says.get(code, "") if code else "")
        self._code = code
        self._build(asked_with(code))
        self._fill(self._kept)

    def show_draft(self, draft: EventDraft) -> None:
        """Show the particulars of a draft."""
        self._kept = draft
        self._says = {}
        self._code = draft.code
        self._build(asked_with(draft.code))
        self._fill(draft)

    def follow(self, before: QWidget) -> None:
        """Let Tab come here from the editor before, and walk through what stands here in order."""
        for stop in self._stops:
            QWidget.setTabOrder(before, stop)
            before = stop

    def draft(self, base: EventDraft) -> EventDraft:
        """Return a draft with what stands here; what is not asked for now is kept from before."""
        if self._holder is None:
            return base
        kept = self._kept
        particulars = dict(kept.particulars)
        particulars.update({extra.value: line.text() for extra, line in self.lines.items()})
        particulars.update({e.value: self._chosen(e) for e in LISTED if e in self.combos})
        traits = set(kept.traits)
        for name, tick in self.ticks.items():
            if name in EventTrait:
                (traits.add if tick.isChecked() else traits.discard)(EventTrait(name))
        basis, footage = self._chosen("basis"), self._chosen("authenticity")
        return replace(
            base,
            particulars={key: text.strip() for key, text in particulars.items() if text.strip()},
            traits=frozenset(traits),
            says=self._chosen("says") if "says" in self.combos else kept.says,
            basis=(IdentityBasis(basis) if basis else None)
            if "basis" in self.combos
            else kept.basis,
            authenticity=(Authenticity(footage) if footage else None)
            if "authenticity" in self.combos
            else kept.authenticity,
            figure=self.figure.text().strip() if self.figure else kept.figure,
            reply_due=self.due.text().strip() if self.due else kept.reply_due,
            name_only=self._ticked("name_only", otherwise=kept.name_only),
            homonym=self._ticked("homonym", otherwise=kept.homonym),
        )

    def propose_homonyms(self, men: Sequence[PairMan]) -> None:
        """Name the others who bear his name, and tick that there are such; a person may untick."""
        self.homonyms = tuple(men)
        said = bool(men) and self._ticked("name_only", otherwise=False)
        if self.bear_it_too is None:
            return
        self.bear_it_too.setVisible(said)
        if said:
            self.ticks["homonym"].setChecked(True)
            self.bear_it_too.set_words(_also_called(self.homonyms))

    def _only_the_name(self, ticked: bool) -> None:  # noqa: FBT001  what the signal sends
        if self.bear_it_too is not None:
            self.bear_it_too.setVisible(ticked and bool(self.homonyms))
        if ticked and not self._filling:
            self.name_only_said.emit()

    def _chosen(self, name: str) -> str:
        return str(self.combos[name].code() or "") if name in self.combos else ""

    def _ticked(self, name: str, *, otherwise: bool) -> bool:
        return self.ticks[name].isChecked() if name in self.ticks else otherwise

    def _build(self, asked: Asked) -> None:
        if self._holder is not None:
            self._holder.setParent(None)
            self._holder.deleteLater()
        self.lines, self.ticks, self.combos = {}, {}, {}
        self.due = self.due_entry = self.figure = None
        self._holder = QWidget()
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        editors = self._editors(asked)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        across = 2 if len(editors) > 1 else 1
        for at, entry in enumerate(editors):
            grid.addWidget(entry, at // across, at % across, _TOP)
        column.addLayout(grid)
        ticks = QWidget()
        flow = FlowLayout(ticks, 18, 2)
        for tick in self._make_ticks(asked):
            flow.addWidget(tick)
        self._stops = [*(entry.editor for entry in editors), *self.ticks.values()]
        column.addWidget(ticks)
        ticks.setVisible(bool(self.ticks))
        self.bear_it_too = Label(self._kit, "", Size.S, Role.TEXT2, wrap=True)
        column.addWidget(self.bear_it_too)
        self.bear_it_too.hide()
        if "name_only" in self.ticks:
            self.ticks["name_only"].toggled.connect(self._only_the_name)
        self._column.addWidget(self._holder)
        self.setVisible(bool(editors or self.ticks))

    def _editors(self, asked: Asked) -> list[Entry]:
        kit = self._kit
        entries = []
        if asked.says:
            words = [(value.value, _value(value)) for value in asked.says]
            entries.append(self._combo("says", lambda t: t.say("What it says"), words))
        for extra in asked.extras:
            words_of = _extra(extra)
            if extra in LISTED:
                kept = self._kept.particulars.get(extra.value, "")
                known = codes(LISTED[extra])
                listed = known if not kept or kept in known else (*known, kept)
                choices = [(code, _of(LISTED[extra], code)) for code in listed]
                entries.append(self._combo(extra.value, words_of, choices))
                continue
            line = LineEdit(kit, words_of)
            line.textChanged.connect(self._tell)
            self.lines[extra] = line
            entries.append(Entry(kit, line, words_of))
        if asked.basis:
            ways = [(one.value, _of("identity_basis", one)) for one in IdentityBasis]
            entries.append(self._combo("basis", lambda t: t.say("By what he was identified"), ways))
        if asked.footage:
            checks = [(one.value, _of("authenticity", one)) for one in Authenticity]
            entries.append(
                self._combo("authenticity", lambda t: t.say("Was the footage checked"), checks)
            )
            self.figure = LineEdit(kit, lambda t: t.say("Which figure in the footage"))
            self.figure.textChanged.connect(self._tell)
            entries.append(Entry(kit, self.figure, lambda t: t.say("Which figure in the footage")))
        if asked.due:
            self.due = ShortDate(kit, lambda t: t.say("Answer due by"))
            self.due.changed.connect(self._tell)
            self.due_entry = Entry(kit, self.due, lambda t: t.say("Answer due by"))
            entries.append(self.due_entry)
        return entries

    def _combo(self, name: str, words: Words, choices: list[tuple[str, Words]]) -> Entry:
        combo = Combo(self._kit, words)
        nothing: Words = lambda t: t.say("not said")  # noqa: E731  read beside its code
        combo.set_choices([("", nothing), *choices])
        combo.code_changed.connect(self._tell)
        self.combos[name] = combo
        return Entry(self._kit, combo, words)

    def _make_ticks(self, asked: Asked) -> list[QCheckBox]:
        wanted: list[tuple[str, Words]] = [
            (trait.value, _of("event_trait", trait)) for trait in asked.traits
        ]
        if asked.names_him:
            wanted.append(("name_only", lambda t: t.say("Only the name agrees")))
            wanted.append(("homonym", lambda t: t.say("Another man has the same name")))
        for name, words in wanted:
            tick = QCheckBox()
            self._kit.bind(tick, tick.setText, words)
            tick.toggled.connect(self._tell)
            self.ticks[name] = tick
        return list(self.ticks.values())

    def _fill(self, draft: EventDraft) -> None:
        self._filling = True
        for extra, line in self.lines.items():
            line.setText(draft.particulars.get(extra.value, ""))
        for name, tick in self.ticks.items():
            own = {"name_only": draft.name_only, "homonym": draft.homonym}
            tick.setChecked(own.get(name, name in draft.traits))
        for name, value in (
            ("says", draft.says),
            ("basis", draft.basis or ""),
            ("authenticity", draft.authenticity or ""),
            *((extra.value, draft.particulars.get(extra.value, "")) for extra in LISTED),
        ):
            if name in self.combos:
                self.combos[name].set_code(str(value))
        if self.figure is not None:
            self.figure.setText(draft.figure)
        if self.due is not None:
            self.due.set_text(draft.reply_due)
        self._filling = False

    def _tell(self, *_: object) -> None:
        if not self._filling:
            self.changed.emit()


def _also_called(men: tuple[PairMan, ...]) -> Words:
    def words(t: Translator) -> str:
        shown = ", ".join(f"{man.number} {visible(man.name)}" for man in men[:_NAMED])
        if len(men) <= _NAMED:
            return t.say("This name is also borne by {men}.", men=shown)
        return t.say_n(
            "This name is also borne by {men} and {n} more.",
            "This name is also borne by {men} and {n} more.",
            len(men) - _NAMED,
            men=shown,
        )

    return words


def _of(vocabulary: str, code: str) -> Words:
    return lambda t: label(vocabulary, code, t.lang)


def _value(value: FacetValue) -> Words:
    facet = next(facet for facet, kind in FACET_VALUES.items() if isinstance(value, kind))
    return _of(facet.value.lower(), value)


def _extra(extra: Extra) -> Words:
    def words(t: object) -> str:
        said = label("extra", extra, getattr(t, "lang", "en"))
        return said[:1].upper() + said[1:]

    return words
