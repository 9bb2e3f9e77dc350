"""``comity add``, ``forget``, ``reread`` and ``source``: what the record keeps."""

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from comity.cli.place import Db, record_of
from comity.cli.tally import tell_skipped
from comity.cli.writing import tell

if TYPE_CHECKING:
    from comity.cli.progress import Progress
    from comity.intake import Skipped
    from comity.run.adding import Added

# Each outcome with its name for one and for many.
_COUNTED = (
    ("added", "added", "added"), ("version", "new version", "new versions"), ("copy", "copy", "copies"),
    ("already there", "already there", "already there"), ("refused", "refused", "refused"),
)  # fmt: skip


class Shown(StrEnum):
    """What others see of a source's reports."""

    full = "full"
    evidence = "evidence"


Author = Annotated[str, typer.Option(metavar="NAME", envvar=["COMITY_AUTHOR", "USER"], help="Who does it.")]
Reason = Annotated[str, typer.Option(metavar="WORDS", help="Why; kept in the record.")]


def add(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH|URL|-...", help="Files, folders, addresses; - is standard input.")
    ],
    published: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Date of publication.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published the reports.")] = None,
    db: Db = None,
) -> None:
    """Read reports and keep them, with their findings, in the record.

    A record holds readings by one reader: each kind of finding has its own least confidence here, whatever
    COMITY_MIN_CONFIDENCE is.

    Exit status: 0 all were kept, 1 some were refused (each with its reason), 2 wrong usage.
    """
    from comity import intake
    from comity import settings as all_settings
    from comity.cli.progress import Progress
    from comity.run import adding

    settings = all_settings.read()
    arrivals = intake.arrivals(paths, settings, published=published, outlet=outlet)
    with record_of(db, create=True) as record, Progress(intake.count(paths)) as progress:
        results = progress.follow(adding.add(record, arrivals, settings, progress.within))
        counts = Counter(_told(results, progress))
    shown = [row for row in _COUNTED if counts[row[0]] or row[0] == "added"]
    tell(", ".join(f"{counts[outcome]} {one if counts[outcome] == 1 else many}" for outcome, one, many in shown))
    raise typer.Exit(1 if counts["refused"] else 0)


def _told(results: Iterable["Added | Skipped"], progress: "Progress") -> Iterator[str]:
    """The outcome of each; what people should know of one is told as it comes."""
    from comity.intake import Skipped

    for result in results:
        if isinstance(result, Skipped):
            with progress.paused():
                tell_skipped(result)
            yield "refused"
            continue
        if result.withdrawn:
            with progress.paused():
                tell(f"{result.report} is a new version of {result.of} and withdraws {len(result.withdrawn)} findings:"
                     f" see `comity why {result.report}`")  # fmt: skip
        yield result.outcome


def forget(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="Its id, its address, or its file.")],
    reason: Reason,
    author: Author = "unnamed",
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    db: Db = None,
) -> None:
    """Erase a report for cause: its text, its findings and the names that no other report tells.

    A tombstone stays, with the reason; the same report is not added again.
    """
    from comity import settings as all_settings
    from comity.record import keeping, resolving
    from comity.run import changing

    if not reason.strip():
        raise typer.BadParameter("What is erased for cause needs the cause.", param_hint="--reason")
    with record_of(db) as record:
        with record.asking() as connection:
            id = resolving.resolve_report(connection, report)
            title = keeping.report(connection, id).title
        if not yes:
            typer.confirm(f"Erase {id} ({title or 'untitled'}) for good?", abort=True, err=True)
        changing.forget(record, id, reason, author, all_settings.read())
    tell(f"{id} is erased; its id and the reason stay.")


def reread(db: Db = None) -> None:
    """Read again the reports that an older reader has read; people's judgements are kept."""
    from comity import settings as all_settings
    from comity.cli.progress import Progress
    from comity.run import changing

    settings = all_settings.read()
    with record_of(db) as record:
        reports = changing.unread(record, settings)
        with Progress(len(reports)) as progress:
            done = list(progress.follow(changing.reread(record, reports, settings)))
    new, gone, held = (sum(getattr(one, part) for one in done) for part in ("new", "gone", "held"))
    tell(f"{len(done)} read again: {new} findings new, {gone} gone, {held} held by judgements")


def source(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The outlet, or the host of its addresses.")],
    show: Annotated[Shown, typer.Option(help="What others see of its reports.")],
    db: Db = None,
) -> None:
    """Set what others may see of a source: the full text, or only the words that are evidence."""
    from comity.errors import UnknownSource
    from comity.record import keeping

    with record_of(db) as record, record.writing() as connection:
        known = keeping.source_names(connection)
        if name not in known:
            near = get_close_matches(name.casefold(), (folded := {one.casefold(): one for one in known}), 3, 0.6)
            like = f" Like it: {', '.join(folded[one] for one in near)}." if near else ""
            raise UnknownSource(f"No report of {name[:60]!r} is kept.{like}")
        keeping.set_source(connection, name, show.value)
    tell(f"Others see of {name}: {show.value}")
