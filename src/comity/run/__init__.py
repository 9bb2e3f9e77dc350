"""The story: from where reports lie to what the record says of a relation.

1. ``intake.arrivals`` brings the reports in: files, folders, pages, standard input, lines of JSON.
2. ``reading`` parses each text and takes the findings from it, step by step (``comity.reading.steps``).
3. ``adding`` keeps report and reading in the record, sees whether it is a copy or a new version, and
   has ``joining`` settle it: its findings are set beside those already standing, what tells of the same
   becomes one matter, and what was announced meets what became of it.
4. ``changing`` reads again with a newer reader, forgets for cause, and takes people's judgements in;
   each is settled the same way, so that the account follows from what is kept, never from how it came.
5. ``asking`` gives the account of a relation, now or as of a day, from which ``dossier`` makes the page.

Only here do reading, joining and record meet: they do not know each other.
"""
