"""Name the other men to whom the same happened at once: found by name or number, shown as chips.

edit = OthersEdit(kit, search); edit.changed.connect(...)
edit.named() -> tuple[OtherMan, ...]; edit.show_named(men)
"""

from typing import override

from app.shapes.search import HitKind, SearchHit
from app.ui.events.draft import OtherMan
from app.ui.forms.named_things import NamedThings
from app.ui.forms.searches import MenSearch
from app.ui.widgets.kit import Kit, Words


class OthersEdit(NamedThings[OtherMan]):
    """Edit the list of the other men."""

    def __init__(self, kit: Kit, search: MenSearch) -> None:
        super().__init__(
            kit,
            search,
            asked=lambda t: t.say("Name or number of another man"),
            found=lambda t: t.say("Men found"),
        )
        #: The case whose event it is: he is no other man.
        self.besides = ""

    @override
    def icon_of(self, hit: SearchHit) -> str | None:
        other = hit.kind is HitKind.CASE and str(hit.id) != self.besides
        return "person" if other else None

    @override
    def made_of(self, hit: SearchHit) -> OtherMan:
        return OtherMan(str(hit.id), f"{hit.number} {hit.name}")

    @override
    def nothing_words(self) -> Words:
        return lambda t: t.say("No man of that name or number.")

    @override
    def chip_hint(self) -> Words:
        return lambda t: t.say("Delete takes this man out")
