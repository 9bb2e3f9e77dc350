"""``comity judge``: people put things right; whatever they judge is a row of its own, and can be undone."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from comity.cli.keeping import Author
from comity.cli.place import Db, record_of
from comity.cli.writing import tell

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from comity.run.judging import Ruling

app = typer.Typer(
    help="Put things right: confirm, reject or amend a finding, merge or split matters and people, undo.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
Finding = Annotated[str, typer.Argument(metavar="FINDING", help="Its id, or the beginning of it.")]
Reason = Annotated[str, typer.Option(metavar="WORDS", help="Why; kept with the judgement.")]


@app.command()
def confirm(finding: Finding, reason: Reason = "", author: Author = "unnamed", db: Db = None) -> None:
    """Say that a finding is right."""
    from comity.run import judging

    _judge(db, partial(judging.on_finding, verdict="confirm", finding=finding), reason, author)


@app.command()
def reject(finding: Finding, reason: Reason, author: Author = "unnamed", db: Db = None) -> None:
    """Say that a finding is wrong: it is kept, but is no longer part of the account."""
    from comity.run import judging

    _judge(db, partial(judging.on_finding, verdict="reject", finding=finding), reason, author)


@app.command()
def amend(
    finding: Finding,
    fields: Annotated[list[str], typer.Argument(metavar="FIELD=VALUE...", help="date=2024-04-15; null empties.")],
    reason: Reason,
    author: Author = "unnamed",
    db: Db = None,
) -> None:
    """Say that a finding is right but for these fields."""
    from comity.run import judging

    _judge(db, partial(judging.amending, finding=finding, fields=fields), reason, author)


@app.command()
def merge(
    things: Annotated[list[str], typer.Argument(metavar="MATTER MATTER...", help="Matters (m...) or people (p...).")],
    reason: Reason,
    author: Author = "unnamed",
    db: Db = None,
) -> None:
    """Say that matters, or people, are one and the same."""
    from comity.run import judging

    _judge(db, partial(judging.merging, things=things), reason, author)


@app.command()
def split(
    thing: Annotated[str, typer.Argument(metavar="MATTER", help="A matter (m...) or a person (p...).")],
    parts: Annotated[list[str], typer.Argument(metavar="FINDING...", help="What does not belong: findings or names.")],
    reason: Reason,
    author: Author = "unnamed",
    db: Db = None,
) -> None:
    """Say that some findings of a matter, or names of a person, are not the same as its others."""
    from comity.run import judging

    _judge(db, partial(judging.splitting, thing=thing, parts=parts), reason, author)


@app.command()
def undo(
    judgement: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="Its id, as `comity why` shows it.")],
    reason: Reason = "",
    author: Author = "unnamed",
    db: Db = None,
) -> None:
    """Take a judgement back."""
    from comity.run import judging

    _judge(db, partial(judging.undoing, judgement=judgement), reason, author)


def _judge(db: str | None, ruled: Callable[["Connection"], "Ruling"], reason: str, author: str) -> None:
    from comity import settings as all_settings
    from comity.run import judging

    with record_of(db) as record:
        judgement = judging.judge(record, ruled, all_settings.read(), reason=reason, author=author)
    on = ", ".join(subject.id for subject in judgement.subjects)
    tell(f"{judgement.id}: {judgement.verdict} {on}, by {author}")
