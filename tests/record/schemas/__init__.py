"""A small record of every released version of the tables, in both databases; never changed once released.

``python -m tests.record.schemas.make`` writes those of the present version: run it before a release that
raises ``migrations.HEAD``.
"""

from pathlib import Path

SCHEMAS = Path(__file__).parent
