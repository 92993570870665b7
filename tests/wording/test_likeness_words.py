"""Every reason and verdict is said, in every language, with its words."""

from __future__ import annotations

import pytest

from app.i18n import LANGUAGES, Translator
from app.shapes.likeness import Reason, ReasonCode, Verdict
from app.wording.likeness import reason_sentence, verdict_words


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_reason_is_said_in_a_sentence_of_its_own(lang: str) -> None:
    t = Translator.open(lang)
    said = {code: reason_sentence(Reason(code, "2000", "2001", 3), t) for code in ReasonCode}

    assert len(set(said.values())) == len(said)
    assert all(said.values())
    if lang != "en":
        english = Translator.open("en")
        for code, words in said.items():
            assert words != reason_sentence(Reason(code, "2000", "2001", 3), english), code


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_verdict_is_said(lang: str) -> None:
    t = Translator.open(lang)

    assert len({verdict_words(verdict, t) for verdict in Verdict}) == len(Verdict)


def test_words_are_shown_as_written_but_deceive_nobody() -> None:
    t = Translator.open("en")

    shown = reason_sentence(Reason(ReasonCode.FAMILY_SCRIPT, "Hakobyan", "Ակ\u202eոբյան"), t)
    assert "Hakobyan / Ակ[U+202E]ոբյան" in shown
    assert len(reason_sentence(Reason(ReasonCode.GIVEN_SAME, "x" * 5000), t)) < 100
