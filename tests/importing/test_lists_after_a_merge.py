"""A list meets men whose files were joined: nobody is made twice, and the merge guards its undo."""

from pathlib import Path

import pytest

from app.errors import BadInput
from app.jobs import import_job
from app.queries.cases.lines import count_cases
from app.queries.register.imports import import_rows
from app.shapes.case_list import CaseFilter
from app.workspace import Workspace
from models.vocabulary.accounts import RowOutcome
from tests.factories.doubles import join
from tests.importing import invented_lists as lists


def test_the_same_list_taken_in_again_finds_the_joined_man_and_makes_nobody(
    register: Workspace, tmp_path: Path
) -> None:
    path = lists.written(tmp_path, lists.text())
    first = import_job.run(register, path, lists.profile()).batch_id
    assert first is not None
    men = [row.case_id for row in register.read(lambda r: import_rows(r, first))]
    one, other = (case_id for case_id in men[:2] if case_id is not None)
    before = register.read(lambda r: count_cases(r, CaseFilter()))
    join(register, one, other, reason="his mother says it is one man")

    again = import_job.run(register, path, lists.profile()).batch_id
    assert again is not None
    rows = register.read(lambda r: import_rows(r, again))
    assert {row.outcome for row in rows} <= {RowOutcome.MATCHED, RowOutcome.UPDATED}
    assert [row.case_id for row in rows[:2]] == [one, one]
    assert register.read(lambda r: count_cases(r, CaseFilter())) == before - 1

    import_job.undo(register, again)
    with pytest.raises(BadInput) as refused:
        import_job.undo(register, first)
    assert refused.value.data["reason"] == "import_built_on"
    assert register.verify_history() == []
