"""Hand every widget the two things it is made with: the theme and the words of one language.

A panel takes a `Kit` and gives it to each widget it makes. Text is either plain data (`str`)
or a sentence `lambda t: t.say("Save event")`; sentences are said again by themselves when the
language changes live (`kit.speak(translator)`), so a panel keeps nothing for it:

    title = label(kit, lambda t: t.say("Cases"), "X", strong=True)
    kit.bind(self, field.setPlaceholderText, lambda t: t.say("any spelling"))

`kit.clipboard.copy(text)` is the one door to the clipboard.
`bind(owner, put, words)` serves every other place of text (tooltips, accessible names).
"""

import weakref
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from app.i18n.translator import Translator
from app.ui.theme.theme import Theme
from app.ui.widgets.clipboard import Clipboard

type Words = str | Callable[[Translator], str]


_MANY = 2000


class Kit(QObject):
    """Carry theme and translator to every widget; tell when the language changed."""

    language_changed = Signal(object)

    def __init__(self, theme: Theme, translator: Translator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.translator = translator
        self.clipboard = Clipboard(self)
        self._full = _MANY
        self._bound: list[tuple[weakref.ref[QObject], Callable[[str], object], Words]] = []

    def say(self, words: Words) -> str:
        """Return words in the language of the moment."""
        return words if isinstance(words, str) else words(self.translator)

    def bind(self, owner: QObject, put: Callable[[str], object], words: Words) -> None:
        """Put words now and again at each change of language, as long as `owner` lives.

        `put` must not keep the owner alive by a closure of its own: pass the owner's method.
        """
        put(self.say(words))
        if not isinstance(words, str):
            if len(self._bound) >= self._full:
                self._forget_gone()
            self._bound.append((weakref.ref(owner), _weakly(put), words))

    def _forget_gone(self) -> None:
        """Let go of words whose owner is gone: a list that is walked down makes many."""
        self._bound = [
            entry for entry in self._bound if (one := entry[0]()) is not None and isValid(one)
        ]
        self._full = max(_MANY, 2 * len(self._bound))

    def speak(self, translator: Translator) -> None:
        """Change the language of everything on screen at once."""
        self.translator = translator
        alive = []
        for entry in self._bound:
            owner = entry[0]()
            if owner is None or not isValid(owner):
                continue
            entry[1](self.say(entry[2]))
            alive.append(entry)
        self._bound = alive
        self.language_changed.emit(translator)


def _weakly(put: Callable[[str], object]) -> Callable[[str], object]:
    """Hold a bound method by its object weakly; Qt's own methods hold their widget strongly."""
    holder = getattr(put, "__self__", None)
    if holder is None:
        return put
    target, name = weakref.ref(holder), put.__name__

    def call(text: str) -> object:
        found = target()
        return getattr(found, name)(text) if found is not None else None

    return call
