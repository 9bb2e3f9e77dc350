"""The brief: a dossier on a few pages of paper, for one side before it meets the other.

``compose`` makes the document (``model``) of a dossier: ``relations``, ``trade``, ``promises`` and ``people``
each give sections, ``grounds`` the notes without which no clause is made. ``markdown`` writes it as text,
``drawing`` its charts, ``paper`` makes DOCX, HTML and PDF of it. ``paper`` and ``drawing`` need
``comity[brief]``; all else needs nothing.
"""

from comity.brief.composing import compose
from comity.brief.model import Brief, Made, Official

__all__ = ["Brief", "Made", "Official", "compose"]
