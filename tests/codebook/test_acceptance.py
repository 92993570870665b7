"""The scenarios everybody agreed on, where the shared page is at hand, and our own beside them."""

import json
from datetime import date
from pathlib import Path

import pytest

from models.codebook import compute
from models.codebook.scenario import Scenario, read_scenarios

SHARED = Path(__file__).parents[2].parent / "shared" / "acceptance" / "status_scenarios.json"
OWN = Path(__file__).parent / "scenarios.json"


def _told(path: Path) -> list[tuple[dict[str, object], Scenario]]:
    if not path.is_file():
        return []
    given = json.loads(path.read_text("utf-8"))
    return list(zip(given["scenarios"], read_scenarios(given, date(2022, 6, 1)), strict=True))


@pytest.mark.skipif(not SHARED.is_file(), reason="the shared scenarios are not beside the tree")
def test_every_shared_scenario_gives_its_headline_and_chips() -> None:
    wrong = [name for raw, told in _told(SHARED) for name in _wrong(raw, told)]
    assert wrong == []


@pytest.mark.parametrize(("raw", "told"), _told(OWN), ids=[told.name for _, told in _told(OWN)])
def test_our_scenario(raw: dict[str, object], told: Scenario) -> None:
    assert _wrong(raw, told) == []


def _wrong(raw: dict[str, object], told: Scenario) -> list[str]:
    found = compute(told.history, told.as_of)
    wanted_chips = set(raw.get("chips", []))  # type: ignore[call-overload]  # JSON
    wrong = []
    if found.headline != raw["headline"]:
        wrong.append(f"{told.name}: {found.headline}, not {raw['headline']}")
    if not wanted_chips <= set(found.chips):
        wrong.append(f"{told.name}: {found.chips} lack {wanted_chips}")
    wanted = raw.get("facets", {})
    assert isinstance(wanted, dict)
    wrong.extend(
        f"{told.name}: {facet} {state.value}, not {wanted[facet]}"
        for facet, state in found.facets.items()
        if facet in wanted and state.value != wanted[facet]
    )
    return wrong
