"""The record in a browser: pages to read and to judge from, JSON for programs.

``app`` puts the guard (`guard.py`) before the pages (`pages.py`) and the programs' addresses (`api.py`); `marking.py`
makes a report's text with its findings marked. ``judges.py`` knows who may judge, ``judging.py`` takes what they send.
Pages are templates, filled on the server; without a script.
"""

from comity.web.app import app
from comity.web.judges import Judges

__all__ = ["Judges", "app"]
