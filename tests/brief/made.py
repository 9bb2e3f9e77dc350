"""Briefs of our own making, from accounts of our own making."""

from dataclasses import replace

from comity.brief import Brief, Made, compose
from comity.brief.grounds import Passages
from comity.brief.model import Clause, Note, Official, Paragraph, Section, Source
from comity.dossier import Account
from comity.findings import Agreement, Claim, Encounter, Figure, Person, Pledge, Reader
from tests.dossier.made import DAY, EMPTY, page, with_matter, with_outcome

MADE = Made(version="0.1.0", readers=(Reader(version="0.1.0", model="abc", terms="def"),), reports=5, day=DAY)
# What each form of paper would obey, were it read as markup.
HOSTILE = (
    "<script>alert(1)</script>", "**bold** and _slanted_", "`code` and ``more``", "[^1] and ^[note]", "[^1]: a note",
    "[link](http://example.org)", "![picture](http://example.org/x.png)", "<http://example.org>", "# Heading",
    "- item", "+ item", "1. item", "(1) item", "a. item", "#. item", "> quotation", "| a | b |", "--- | ---", "---",
    "===", "$x^2$ and $$y$$", "\\input{/etc/passwd}", "\\(x\\)", "\\", "ends with \\", "&lt;b&gt; &amp; &#60;",
    "@cited [@cited]", "~~struck~~ H~2~O x^2^", "::: warning", ": definition", ":smile:", "{.class #id}",
    "```{=html}", "% title", "```", "#read(\"/etc/passwd\")", "*strong* #emph[x] @label <label>", "'quoted' \"twice\"",
    "../etc/passwd", "two  blanks", "[x]{.y}", "{{< include x >}}", "=SUM(A1)", "[[wiki]]", "~~~", "\t\tcode", "!",
)  # fmt: skip


def account() -> Account:
    """Something of every kind: met, planned, signed, counted by both, promised by both, kept and open."""
    minister = Person(name="Aslan Bekov", office="Minister", country="ARM")
    found = with_matter(
        EMPTY, Encounter, {"day": "2024-02-10", "people": (minister,)},
        title="visit of Aslan Bekov to KAZ", type="visit", status="held", date="2024-02-08",
    )  # fmt: skip
    found = with_matter(
        found, Encounter, {"status": "planned", "due": "2024-09-30"}, title="talks of ARM and KAZ", status="planned",
        date="2024-09",
    )  # fmt: skip
    found = with_matter(found, Agreement, {}, title="Treaty on Water", status="signed", period="2024/2030")
    found = with_matter(
        found, Figure, {"value": 53e6}, {"value": 100e6, "claim": Claim(by="ARM")}, {"value": 54e6, "claim": Claim()},
        type="trade", title="trade of ARM and KAZ, 2023", period="2023", status="reported",
    )  # fmt: skip
    found = with_matter(found, Pledge, {"due": "2024-03-31"}, title="ARM: to build a bridge")
    found = with_matter(found, Pledge, {"by": ("KAZ",), "text": "to lend a train", "due": None}, title="KAZ: to lend")
    return _with_outcome(found)


def _with_outcome(found: Account) -> Account:
    found = with_matter(found, Pledge, {"by": ("KAZ",), "text": "to send grain", "due": None}, title="KAZ: to send")
    told = with_outcome(found, "kept", "2024-05-01")
    later = next(iter(told.sources.values()))
    return replace(told, sources={**told.sources, "later": replace(later, id="later", day="2024-05-01")})


PASSAGES: Passages = {("later", (0, 9)): "Grain came"}


def brief(us: str = "KAZ", official: Official | None = None) -> Brief:
    return compose(page(account()), us, MADE, PASSAGES, official)


def saying(words: str) -> Brief:
    """A brief in which everything that a report may tell is ``words``."""
    note = Note(report="r", outlet=words, day=DAY, words=(words,))
    clause = Clause(text=words, notes=(note,))
    paragraphs = (Paragraph(clauses=(clause,), lead=words), Paragraph(clauses=(clause, clause), item=True))
    source = Source(report="r", day=DAY, outlet=words, title=words, url=f"http://example.org/{words}")
    section = Section(title=words, paragraphs=paragraphs, remarks=(words,))
    return Brief(title=words, us="KAZ", them="ARM", day=DAY, sections=(section,), sources=(source,), made=MADE)


def section(made: Brief, title: str) -> str:
    """All that a section says, in one line, without its notes."""
    found = next(one for one in made.sections if one.title == title)
    told = [part for one in found.paragraphs for part in (one.lead, *(clause.text for clause in one.clauses)) if part]
    return " ".join((*told, *found.remarks))
