"""What Alembic runs for each command: the caller's connection, in the caller's transaction."""

from alembic import context

from comity.record.migrations import TABLE
from comity.record.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=TABLE,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
