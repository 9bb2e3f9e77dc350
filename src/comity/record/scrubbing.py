"""What was erased is also gone from the places in the database's files that are free again."""

from comity.record.db import Record
from comity.record.engines import PATIENCE
from comity.record.failures import named
from comity.record.tables import metadata

_IS_SUPERUSER = "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"
_DROP_STATISTICS = """DELETE FROM pg_catalog.pg_statistic USING pg_catalog.pg_class c
    WHERE c.oid = starelid AND c.relnamespace = current_schema()::regnamespace"""


def scrub(record: Record) -> None:
    """Clear free places of what stood there; to be called after erasing, outside any transaction.

    PostgreSQL writes every table anew, since almost each holds words, names or stems of words, and lets
    nobody read them meanwhile; its own log and copies of it, and its statistics of tables where nothing is
    left, are the server's affair. Raises as ``Record.writing`` does.
    """
    with named(record.place), record.engine.execution_options(isolation_level="AUTOCOMMIT").connect() as db:
        if record.dialect == "postgresql":
            tables = [*metadata.tables, "search_index"]
            # The planner's statistics quote what is most often told: they are made and written anew, too.
            # Those of a table where nothing is left are not made anew; only a superuser may take them away.
            if db.exec_driver_sql(_IS_SUPERUSER).scalar():
                db.exec_driver_sql(_DROP_STATISTICS)
            db.exec_driver_sql(f"VACUUM (FULL, ANALYZE) {', '.join(tables)}")
            db.exec_driver_sql("VACUUM (FULL) pg_catalog.pg_statistic")
        else:
            # Deleted rows are overwritten at once (``secure_delete``), but the log still has them as they were.
            # Where one who asks long still needs it, it goes when the last one closes the record.
            db.exec_driver_sql("PRAGMA busy_timeout = 1000")
            db.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            db.exec_driver_sql(f"PRAGMA busy_timeout = {PATIENCE * 1000}")
