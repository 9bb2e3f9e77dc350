"""Running Alembic from code: no alembic.ini, no command of its own."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

_HERE = Path(__file__).parent


def upgrade(db: Connection, target: str = "head") -> None:
    """Run the steps from the database's version to ``target`` within ``db``'s transaction."""
    command.upgrade(config(db), target)


def config(db: Connection) -> Config:
    """Alembic's settings for the record's versions and a connection."""
    settings = Config()
    # Alembic reads a percent sign as the beginning of a variable.
    settings.set_main_option("script_location", str(_HERE).replace("%", "%%"))
    settings.attributes["connection"] = db
    return settings
