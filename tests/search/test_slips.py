"""How a name on a list differs from ours by one slip of the pen."""

import pytest

from app.search.slips import Slip, slip_between


@pytest.mark.parametrize(
    ("written", "ours", "slip"),
    [
        ("Лусазорян", "Лусадзорян", Slip.MISSING),
        ("Лусадзоряян", "Лусадзорян", Slip.MORE),
        ("Нмушян", "Нмущян", Slip.OTHER),
        ("Քարաբեդրյան", "Քարաբերդյան", Slip.TURNED),
        ("нмушян", "Нмушян", Slip.NONE),
        ("Карабердян", "Нмушян", None),
        ("", "Ա", None),
    ],
)
def test_one_slip_is_named(written: str, ours: str, slip: Slip | None) -> None:
    assert slip_between(written, ours) is slip
