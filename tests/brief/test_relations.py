"""What relations leave out for length or doubt is told."""

from dataclasses import replace

from comity.brief import compose
from comity.findings import Agreement, Encounter
from tests.brief.made import MADE, section
from tests.dossier.made import EMPTY, page, with_matter


def test_of_many_encounters_the_last_are_told_and_the_others_counted() -> None:
    found = EMPTY
    for month in range(1, 7):
        found = with_matter(
            found, Encounter, {}, title="visit of ARM to KAZ", type="visit", status="held", date=f"2023-{month:02}"
        )
    told = section(compose(page(found), "KAZ", MADE), "Last and next encounters")
    assert told.count("the visit of Armenia to Kazakhstan in") == 4
    assert told.startswith(
        "The last encounter told was the visit of Armenia to Kazakhstan in June 2023; before it came"
    )
    assert "2 earlier encounters are left out here." in told
    assert "The record tells of no encounter planned after 1 June 2024." in told


def test_what_was_read_with_doubt_is_counted_not_told() -> None:
    found = with_matter(EMPTY, Agreement, {}, title="Treaty on Water", status="signed", date="2023-05")
    (told,) = found.told.values()
    weak = replace(told, finding=told.finding.model_copy(update={"confidence": 0.4}))
    made = compose(page(replace(found, told={weak.id: weak})), "KAZ", MADE)
    assert section(made, "Agreements and what became of them") == "1 agreement read with doubt is left out here."
    assert section(made, "Chronology") == ""
