"""The command that lists men of a register who may be one, and learns how to tell."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.session import (
    AsJson,
    Asked,
    Exit,
    Lang,
    PassFile,
    User,
    Vault,
    answer,
    fail,
    opened,
)
from app.i18n import Translator

if TYPE_CHECKING:
    from app.jobs.weights_job import Learnt
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
    learn: Annotated[
        bool,
        typer.Option("--learn", help="First learn from the register how much each agreement says."),
    ] = False,
    forget_learnt: Annotated[
        bool, typer.Option("--forget-learnt", help="First go back to what the program says.")
    ] = False,
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
    as_json: AsJson = False,
) -> None:
    """List pairs of men who may be one, the likeliest first, with reasons.

    Whoever changed since is compared first. Nothing is merged. What was learnt stays in use, and
    everybody is compared anew by it.
    """
    asked = Asked(vault, user, lang, passphrase_file)
    t = asked.translator
    if learn and forget_learnt:
        fail(t.say("Choose one: --learn or --forget-learnt."), Exit.WRONG_USAGE)
    facts: dict[str, object] = {}
    with opened(asked) as workspace:
        if forget_learnt:
            _forget(workspace)
        if learn:
            learnt = _learn(workspace)
            facts["weights"] = _bits(learnt)
            if not as_json:
                typer.echo(_learnt_words(learnt, t), err=True)
        pairs = _pairs(workspace, min_score)
    facts["pairs"] = [_facts(pair, t) for pair in pairs]

    def words() -> str:
        if not pairs:
            return t.say("No pair of men reaches this score.")
        return "\n\n".join(_words(pair, t) for pair in pairs)

    answer(facts, as_json=as_json, words=words)
    if not pairs:
        raise typer.Exit(int(Exit.ANSWER_IS_NO))


def _learn(workspace: Workspace) -> Learnt:
    from app.jobs.weights_job import learn_weights
    from app.services.merging.weights import keep_weights

    learnt = learn_weights(workspace)
    workspace.write(lambda uow: keep_weights(uow, learnt.after.to_text()))
    return learnt


def _forget(workspace: Workspace) -> None:
    from app.services.merging.weights import forget_weights

    workspace.write(forget_weights)


def _bits(learnt: Learnt) -> dict[str, dict[str, list[float]]]:
    """Give what each level of each field says, before and after, in bits."""
    return {
        name: {
            old.name: [round(old.bits, 2), round(new.bits, 2)]
            for old, new in zip(levels, learnt.after.fields[name], strict=True)
        }
        for name, levels in learnt.before.fields.items()
    }


def _learnt_words(learnt: Learnt, t: Translator) -> str:
    lines = [
        t.say_n(
            "Learnt from {n} pair of men. In bits, before and after:",
            "Learnt from {n} pairs of men. In bits, before and after:",
            learnt.pairs,
        )
    ]
    for name, levels in _bits(learnt).items():
        if name in learnt.fields:
            lines += [
                f"  {name:<11} {level:<8} {a:+6.2f}  {b:+6.2f}" for level, (a, b) in levels.items()
            ]
    return "\n".join(lines)


def _pairs(workspace: Workspace, min_score: float) -> list[PairRow]:
    from app.jobs.likeness_job import look_for_pairs
    from app.queries.finding.likeness import likely_pairs
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
