"""The record's first tables, with its index of words and its views, as SQL for each database."""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None

SEPARATOR = "\n;\n"


def upgrade() -> None:
    """Make everything."""
    db = op.get_bind()
    sql = Path(__file__).with_name(f"v0001_{db.dialect.name}.sql").read_text(encoding="utf-8")
    for statement in sql.split(SEPARATOR):
        if statement.strip():
            db.exec_driver_sql(statement)
