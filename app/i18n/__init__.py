"""Message catalogues and the translator; English text is the message id."""

from app.i18n.translator import LANGUAGES, PSEUDO, Translator, mark

__all__ = ["LANGUAGES", "PSEUDO", "Translator", "mark"]
