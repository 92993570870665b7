"""Asks a use case for what it refuses, and for its sentence in every language."""

import pytest

from app.errors import BadInput
from app.i18n import Translator
from app.wording.errors import sentence
from app.workspace import Workspace


def refused(register: Workspace, use_case: object) -> str:
    """Give the reason for which a use case is refused."""
    with pytest.raises(BadInput) as caught:
        register.write(use_case)  # type: ignore[arg-type]  # a use case of any answer
    for lang in ("en", "hy", "ru"):
        assert sentence(caught.value, Translator.open(lang))
    return str(caught.value.data["reason"])
