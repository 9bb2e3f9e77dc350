from comity.dossier import dossier, query
from comity.matters import Matter
from comity.record import joining
from comity.record.db import Record
from comity.terms import load
from tests.record.asking.made import make
from tests.record.kept import keep, report, trade


def test_an_account_holds_the_pairs_matters_and_what_tells_of_them(record: Record) -> None:
    with record.writing() as db:
        made = make(db)
        account = query.account(db, ("KAZ", "ARM"), "2024-06-01")
    assert account.pair == ("ARM", "KAZ")
    assert {one.id for one in (*account.matters, *account.joint)} == set(made.matters.values())
    assert set(account.told) == set(made.findings.values())
    assert account.due == {made.findings["bridge"]: "2024-12-31", made.findings["treaty"]: None}
    assert set(account.sources) == {digit * 16 for digit in "1234"}


def test_the_page_of_an_account_shows_all_of_it(record: Record) -> None:
    with record.writing() as db:
        make(db)
        page = dossier(query.account(db, ("ARM", "KAZ"), "2024-06-01"), load())
    assert page.names["RUS"] == "Russia"
    assert [one.standing for one in page.promises] == ["open", "kept"]
    assert [one.name for one in page.people] == ["Ara Abrahamyan", "Aslan Bekov"]
    assert [len(one.claims) for one in page.figures] == [2]
    assert page.model_validate_json(page.model_dump_json(by_alias=True)) == page


def test_contradicted_figures_of_all_states_are_an_account_of_their_own(record: Record) -> None:
    with record.writing() as db:
        made = make(db)
        account = query.contradictions(db, "2024-06-01", 10)
    assert [one.id for one in account.matters] == [made.matters["trade"]]
    assert len(account.told) == 2


def test_what_contradicts_itself_is_seen_beside_other_figures_of_the_same_two(record: Record) -> None:
    of = report("5" * 16, "Exports were told. " * 10)
    with record.writing() as db:
        make(db)
        exports = trade(of, measure="exports", source="KAZ", target="ARM")
        joining.put_matters(db, keep(db, of, exports), [figure_matter(exports.id)])
        account = query.contradictions(db, "2024-06-01", 10)
    assert exports.id in account.told
    assert exports.id not in {finding for matter in account.matters for finding in matter.findings}


def figure_matter(id: str) -> Matter:
    told = {"kind": "figure", "type": "exports", "title": "exports", "parties": ("ARM", "KAZ"), "findings": (id,)}
    days = {"first_told": "2023-05-04", "last_told": "2023-05-04"}
    return Matter.model_validate({"id": f"m{id}", "reports": 1, "sources": 1, **told, **days})


def test_a_pair_without_anything_has_an_empty_account(record: Record) -> None:
    with record.asking() as db:
        account = query.account(db, ("ARM", "GEO"), "2024-06-01")
    assert (account.matters, account.joint, account.told, account.sources) == ((), (), {}, {})
