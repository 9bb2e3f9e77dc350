from typing import get_args

import pytest

from comity.findings import EventType, Quad
from comity.terms import load
from comity.terms.plover import Plover
from comity.terms.table import Terms

TYPES = get_args(EventType)
QUADS: dict[str, set[str]] = {
    "verbal cooperation": {"AGREE", "CONSULT", "SUPPORT", "CONCEDE"},
    "material cooperation": {"COOPERATE", "AID", "RETREAT"},
    "verbal conflict": {"REQUEST", "ACCUSE", "REJECT", "THREATEN"},
    "material conflict": {"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"},
}


def test_all_sixteen_types_are_there(plover: Plover) -> None:
    assert set(plover.types) == set(TYPES)
    assert set(QUADS) == set(get_args(Quad))


@pytest.mark.parametrize("kind", TYPES)
def test_a_type_has_the_guides_quad_class(plover: Plover, kind: EventType) -> None:
    assert kind in QUADS[plover.quad(kind)]


@pytest.mark.parametrize("kind", TYPES)
def test_the_goldstein_value_has_the_sign_of_the_quad_class(plover: Plover, kind: EventType) -> None:
    assert (plover.goldstein(kind) > 0) == plover.quad(kind).endswith("cooperation")


@pytest.mark.parametrize(
    ("kind", "root", "goldstein"),
    [
        ("AGREE", "03", 4.0),
        ("CONSULT", "04", 1.0),
        ("SUPPORT", "05", 3.5),
        ("CONCEDE", "08", 5.0),
        ("RETREAT", "08", 9.0),
        ("ASSAULT", "19", -10),
    ],
)
def test_a_type_has_its_cameo_root_and_goldstein_value(
    plover: Plover, kind: EventType, root: str, goldstein: float
) -> None:
    assert (plover.cameo_root(kind), plover.goldstein(kind)) == (root, goldstein)


def test_a_cameo_code_has_its_own_goldstein_value(plover: Plover) -> None:
    assert plover.goldstein("SUPPORT", "057") == 8.0


@pytest.mark.parametrize(
    ("cameo", "kind", "mode", "contexts"),
    [
        ("057", "SUPPORT", None, ("diplomatic",)),
        ("041", "CONSULT", "phone", ()),
        ("042", "CONSULT", "visit", ()),
        ("1124", "ACCUSE", "allege", ("military", "legal")),
        ("0871", "RETREAT", "ceasefire", ("military",)),
        ("175", "ASSAULT", None, ("pro_autocracy", "military")),
        ("20", "ASSAULT", None, ()),
    ],
)
def test_the_cross_walk_gives_type_mode_and_contexts(
    plover: Plover, cameo: str, kind: str, mode: str | None, contexts: tuple[str, ...]
) -> None:
    assert (plover.type_of(cameo), plover.mode_of(cameo), plover.contexts_of(cameo)) == (kind, mode, contexts)


def test_the_cross_walk_covers_256_codes_and_18_roots(plover: Plover) -> None:
    assert len(plover.cameo) == 256 + 18


@pytest.mark.parametrize(
    ("kind", "mode", "context", "cameo"),
    [
        ("AID", None, "military", "072"),
        ("CONSULT", "visit", None, "042"),
        ("CONSULT", "phone", None, "041"),
        ("SANCTION", "withdraw", "diplomatic", "161"),
        ("SANCTION", "no such mode", None, "16"),
    ],
)
def test_the_most_general_code_with_mode_and_context_is_found(
    plover: Plover, kind: EventType, mode: str | None, context: str | None, cameo: str
) -> None:
    assert plover.cameo_of(kind, mode, context) == cameo


@pytest.mark.parametrize("kind", TYPES)
def test_the_code_found_for_a_mode_has_that_mode(plover: Plover, kind: EventType) -> None:
    for mode in plover.modes[kind]:
        contexts = [None, *plover.contexts]
        found = {plover.mode_of(plover.cameo_of(kind, mode, context)) for context in contexts}
        assert mode in found


def test_an_unknown_code_is_no_key(plover: Plover) -> None:
    with pytest.raises(KeyError):
        plover.type_of("999")


def test_the_package_keeps_one_table_for_all(plover: Plover) -> None:
    assert load().table(Plover) is plover
    assert Terms().table(Plover) == plover
