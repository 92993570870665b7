"""The bus of changes tells a page what it asked for, as long as the page is there."""

from uuid import uuid4

from app.shapes.changes import Changes
from app.ui.shell.change_bus import ChangeBus


class Listener:
    """Something that listens and may go away."""

    def __init__(self) -> None:
        self.heard: list[Changes] = []

    def take(self, changes: Changes) -> None:
        self.heard.append(changes)


def test_the_bus_tells_only_who_asked_and_forgets_who_is_gone() -> None:
    bus = ChangeBus()
    cases, places = Listener(), Listener()
    bus.listen(cases.take, "cases")
    bus.listen(places.take, "places")
    changes = Changes.of("cases", uuid4())
    bus.publish(changes)
    assert cases.heard == [changes]
    assert places.heard == []
    del places
    bus.publish(Changes.of("places", uuid4()))
    assert len(bus._listeners) == 1
