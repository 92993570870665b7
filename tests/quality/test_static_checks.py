from pathlib import Path

import pytest

from tests.quality.static_checks import Finding, findings


@pytest.mark.parametrize(
    ("line", "explained"),
    [
        ("x = 1  # noqa: S105  # the name of a kind", True),
        ("x = 1  # noqa: S105 - the word of a table", True),
        ("x = 1  # noqa: PLC0415, S105  # late", True),
        ("x = 1  # nosec B105  # the name of a kind", True),
        ("x = 1  # noqa: S105", False),
        ("x = 1  # nosec B105", False),
        ("x = 1  # noqa: S106  # another rule", False),
        ("x = 1  # the name of a kind", False),
    ],
)
def test_a_finding_needs_its_own_number_and_a_reason(line: str, explained: bool) -> None:
    assert Finding("105", "app/x.py", 1, "", (line,)).is_explained is explained


def test_what_bandit_points_at_is_found(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.bandit]\n", "utf-8")
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "bad.py").write_text("eval(input())\npassword = 'walnut'\n", "utf-8")
    found = findings(["app"], tmp_path)
    assert {one.number for one in found} == {"307", "105"}
    assert not any(one.is_explained for one in found)
