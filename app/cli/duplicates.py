"""The command that lists men of a register who may be one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.session import AsJson, Asked, Exit, Lang, PassFile, User, Vault, answer, opened
from app.i18n import Translator

if TYPE_CHECKING:
    from app.shapes.like_pairs import PairMan, PairRow
    from app.workspace import Workspace

_AT_ONCE = 500


def add_to(root: typer.Typer) -> None:
    """Add this command to the program."""
    root.command("duplicates")(duplicates)


def duplicates(
    vault: Vault,
    min_score: Annotated[
        float, typer.Option("--min-score", min=0.0, max=1.0, help="Leave out less likely pairs.")
    ] = 0.5,
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
    as_json: AsJson = False,
) -> None:
    """List pairs of men who may be one, the likeliest first, with reasons.

    Whoever changed since is compared first. Nothing is merged.
    """
    asked = Asked(vault, user, lang, passphrase_file)
    t = asked.translator
    with opened(asked) as workspace:
        pairs = _pairs(workspace, min_score)
    facts = {"pairs": [_facts(pair, t) for pair in pairs]}

    def words() -> str:
        if not pairs:
            return t.say("No pair of men reaches this score.")
        return "\n\n".join(_words(pair, t) for pair in pairs)

    answer(facts, as_json=as_json, words=words)
    if not pairs:
        raise typer.Exit(int(Exit.ANSWER_IS_NO))


def _pairs(workspace: Workspace, min_score: float) -> list[PairRow]:
    from app.jobs.likeness_job import look_for_pairs
    from app.queries.likeness import likely_pairs
    from app.shapes.like_pairs import PairFilter

    if workspace.read_only is None:
        look_for_pairs(workspace)
    wanted = PairFilter(min_score)
    found: list[PairRow] = []
    while True:
        page = workspace.read(
            partial(likely_pairs, wanted=wanted, limit=_AT_ONCE, offset=len(found))
        )
        found += page
        if len(page) < _AT_ONCE:
            return found


def _facts(pair: PairRow, t: Translator) -> dict[str, object]:
    from app.wording.likeness import reason_sentence

    return {
        "a": _man_facts(pair.a),
        "b": _man_facts(pair.b),
        "score": pair.score,
        "tier": pair.tier,
        "verdict": pair.verdict.value,
        "reasons": [reason_sentence(reason, t) for reason in pair.reasons],
    }


def _man_facts(man: PairMan) -> dict[str, object]:
    return {"number": man.number, "name": man.name}


def _words(pair: PairRow, t: Translator) -> str:
    from app.wording.likeness import reason_sentence, verdict_words

    return "\n".join(
        (
            f"{pair.score:.2f}  {verdict_words(pair.verdict, t)}",
            *(f"  {man.number}  {man.name}" for man in (pair.a, pair.b)),
            *(f"    {reason_sentence(reason, t)}" for reason in pair.reasons),
        )
    )
