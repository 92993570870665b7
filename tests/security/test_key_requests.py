"""A colleague asks for a way in by a file; what was changed on its way is refused."""

import base64
import json
from typing import Any  # Any: a JSON document

import pytest

from app.errors import BadRequest, HomewardError, NotAllowed
from app.vault.keys import KeyPairs
from app.vault.request_file import KeyRequest, make_request, read_request
from models.vocabulary.roles import Role
from tests.cases import open_case
from tests.metrics import record
from tests.registers import FOUNDER, PASSPHRASE, Home

NAME = "Leyla"
WORDS = "globe conductor hat bathtub fetch pullover"
ROLES = frozenset({Role.CASEWORKER})


def test_a_request_lets_its_maker_in_by_the_passphrase_nobody_else_saw(home: Home) -> None:
    content, asked = make_request(NAME, WORDS)
    assert WORDS.encode() not in content

    with home.open() as register:
        request = read_request(content)
        assert request.fingerprint == asked.fingerprint
        member = register.key_desk.admit(request, ROLES)
        assert (member.name, member.roles) == (NAME, ROLES)

    with home.open(NAME, WORDS) as register:
        register.write(lambda unit: open_case(unit, "HRD-2020-00001"))
        assert register.verify_history() == []
        register.key_desk.change_passphrase(WORDS, "վրան սոսինձ հոնք գարի քացախ շիշ")
    home.open(NAME, "վրան սոսինձ հոնք գարի քացախ շիշ").close()


def test_who_came_by_a_request_stays_when_another_leaves(home: Home) -> None:
    with home.open() as register:
        register.key_desk.admit(read_request(make_request(NAME, WORDS)[0]), ROLES)
        register.add_staff("Վերա", ROLES, "վրան սոսինձ հոնք գարի քացախ շիշ")
        register.key_desk.remove("Վերա")
    home.open(NAME, WORDS).close()


def flipped(value: Any) -> Any:
    if isinstance(value, int):
        return value + 1
    try:
        raw = bytearray(base64.b64decode(str(value), validate=True))
        raw[len(raw) // 2] ^= 1
        return base64.b64encode(bytes(raw)).decode("ascii")
    except (ValueError, IndexError):
        return f"{value}x"


def test_a_changed_request_is_refused_whatever_was_changed() -> None:
    content, _ = make_request(NAME, WORDS)
    document = json.loads(content)
    altered: list[Any] = [
        {**document, field: flipped(value)} for field, value in document.items() if field != "slot"
    ]
    for field, value in document["slot"].items():
        if field != "kdf":
            altered.append({**document, "slot": {**document["slot"], field: flipped(value)}})
    for field, value in document["slot"]["kdf"].items():
        kdf = {**document["slot"]["kdf"], field: flipped(value)}
        altered.append({**document, "slot": {**document["slot"], "kdf": kdf}})
    other = json.loads(make_request("Somebody", WORDS)[0])
    altered += [{**document, "slot": other["slot"]}, {**document, "signature": other["signature"]}]
    altered += [{**document, "slot": {**document["slot"], "more": 1}}]

    accepted = [one for one in altered if not refused(json.dumps(one).encode())]
    record(
        "R-21",
        "altered key requests accepted",
        f"{len(accepted)} of {len(altered)}",
        target="0",
        holds=not accepted,
    )
    assert accepted == []


def refused(content: bytes) -> bool:
    try:
        read_request(content)
    except BadRequest:
        return True
    return False


HOSTILE = [
    b"", b"{}", b"[]", b"null", b"\xff\xfe", b"[" * 100_000, b"{" * 10,
    b'{"what": "homeward key request", "format": 1}',
    b'{"what": "homeward key request", "format": 1, "slot": {"kdf": 1}}',
    b'{"what": "homeward key request", "format": 1, "slot": {"kdf": {"memory_kib": Infinity}}}',
    b'{"what": "homeward key request", "format": 1, "slot": {"user_id": 7, "kdf": {}}}',
    b'{"what": "homeward key request", "format": 2}',
    b" " * 100_000,
]  # fmt: skip


@pytest.mark.parametrize("content", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_file_is_refused(content: bytes) -> None:
    assert refused(content)


def signed_anew(change: Any) -> bytes:
    """Make a request that is signed but not as the program makes them."""
    from dataclasses import replace

    from app.vault import request_file
    from app.vault.keys import UnlockedKeys
    from app.vault.slots import NOWHERE, SlotKind, make_slot
    from models.base import new_id

    pairs = KeyPairs.fresh()
    nobody = UnlockedKeys.of(NOWHERE, 0, new_id(), pairs, bytes(32))
    slot = replace(make_slot(nobody, NAME, WORDS, kind=SlotKind.REQUESTED), data_key=b"")
    document: dict[str, object] = {
        "what": "homeward key request",
        "format": 1,
        "slot": change(slot).to_json(),
    }
    signature = pairs.signing.sign(request_file._SIGNED + request_file._canonical(document))
    document["signature"] = base64.b64encode(signature).decode()
    return json.dumps(document).encode()


def test_a_request_that_is_signed_but_unfit_is_refused() -> None:
    from dataclasses import replace

    from app.vault.keys import KeySettings
    from app.vault.slots import SlotKind

    assert not refused(signed_anew(lambda slot: slot))
    assert refused(signed_anew(lambda slot: replace(slot, name="Leyla\u202e")))
    assert refused(signed_anew(lambda slot: replace(slot, name="Recovery sheet 9")))
    assert refused(signed_anew(lambda slot: replace(slot, name="")))
    assert refused(signed_anew(lambda slot: replace(slot, kind=SlotKind.RECOVERY)))
    assert refused(signed_anew(lambda slot: replace(slot, kind=SlotKind.PASSPHRASE)))
    assert refused(signed_anew(lambda slot: replace(slot, cost=KeySettings(1, 1, 1))))
    assert refused(signed_anew(lambda slot: replace(slot, cost=KeySettings(1 << 30, 1, 1))))
    assert refused(signed_anew(lambda slot: replace(slot, sealing_key=bytes(32))))
    assert refused(signed_anew(lambda slot: replace(slot, salt=b"")))
    assert refused(signed_anew(lambda slot: replace(slot, wrapped=bytes(4000))))


def test_nobody_is_taken_on_over_somebody_else(home: Home) -> None:
    from dataclasses import replace

    first = read_request(make_request(NAME, WORDS)[0])
    with home.open() as register:
        register.key_desk.admit(first, ROLES)
        founder = register.actor.id
        again = KeyRequest(replace(first.slot, name="Another"), first.fingerprint)
        same_name = read_request(make_request(NAME, WORDS)[0])
        as_founder = KeyRequest(replace(same_name.slot, user_id=founder, name="X"), "")
        for request in (first, again, same_name, as_founder):
            with pytest.raises(BadRequest):
                register.key_desk.admit(request, ROLES)
    home.open(FOUNDER, PASSPHRASE).close()
    home.open(NAME, WORDS).close()


def test_only_an_administrator_admits(home: Home) -> None:
    with home.open() as register:
        register.key_desk.admit(read_request(make_request(NAME, WORDS)[0]), ROLES)
    with home.open(NAME, WORDS) as register, pytest.raises(NotAllowed):
        register.key_desk.admit(read_request(make_request("Vera", WORDS)[0]), ROLES)
    with pytest.raises(HomewardError):
        home.open("Vera", WORDS)
