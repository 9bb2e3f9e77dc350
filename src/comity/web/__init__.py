"""The record in a browser: pages to read, JSON for programs; nothing is written from here.

``app`` puts the guard (`guard.py`) before the pages (`pages.py`) and the programs' addresses (`api.py`); `marking.py`
makes a report's text with its findings marked. Pages are templates, filled on the server; without a script.
"""

from comity.web.app import app

__all__ = ["app"]
