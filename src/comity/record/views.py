"""The record as plain tables for people and other programs: views ``dossier_*``, without JSON.

A row is a matter (in ``dossier_figures`` a claim, in ``dossier_evidence`` a finding with its words) that
stands now. ``countries`` are codes in alphabetical order, "ARM, KAZ". They open well in Datasette, DB
Browser and psql.
"""

from sqlalchemy import Connection


def create(connection: Connection) -> None:
    """Make the views; for the migrations."""
    for name, query in VIEWS.items():
        connection.exec_driver_sql(f"CREATE VIEW dossier_{name} AS {_told_in(connection, query)}")


def drop(connection: Connection) -> None:
    """Take the views away; for the migrations."""
    for name in reversed(VIEWS):
        connection.exec_driver_sql(f"DROP VIEW dossier_{name}")


def _told_in(connection: Connection, query: str) -> str:
    """The query in the database's own words for what the two call differently."""
    if connection.dialect.name == "sqlite":
        return query.replace("TODAY", "date('now')")
    return query.replace("group_concat", "string_agg").replace(
        "TODAY", "to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD')"
    )


_COUNTRIES = """(SELECT group_concat(country, ', ') FROM
    (SELECT country FROM matter_parties p WHERE p.matter = m.id ORDER BY country) listed) AS countries"""
_TOLD = "m.reports, m.sources, m.first_told, m.last_told"
_FIRST_REPORT = """(SELECT f.report FROM findings f WHERE f.matter = m.id AND f.standing
    ORDER BY f.day, f.report, f.place LIMIT 1) AS first_report"""


def _first(column: str, table: str) -> str:
    """A column of the earliest finding's own table."""
    return f"""(SELECT k.{column} FROM findings f JOIN {table} k ON k.finding = f.row
    WHERE f.matter = m.id AND f.standing ORDER BY f.day, f.report, f.place LIMIT 1)"""


def _speaker(column: str) -> str:
    return _first(column, "finding_people")


_PEOPLE = """(SELECT group_concat(name, ', ') FROM
    (SELECT DISTINCT coalesce(person.name, who.name) AS name FROM findings f
     JOIN finding_people who ON who.finding = f.row
     LEFT JOIN namings n ON n.id = who.naming LEFT JOIN people person ON person.id = n.person
     WHERE f.matter = m.id AND f.standing AND who.name IS NOT NULL
     ORDER BY coalesce(person.name, who.name)) listed) AS people"""


# What decides how something announced stands, as in ``asking.standings``.
def _decides(column: str) -> str:
    return f"""(SELECT u.{column} FROM findings g JOIN follow_ups u ON u.opening = g.row
    WHERE g.matter = m.id AND g.standing
    ORDER BY CASE u.outcome WHEN 'progressed' THEN 1 ELSE 0 END, u.published DESC, u.score DESC,
             u.report DESC, u.start DESC LIMIT 1)"""


VIEWS = {
    "encounters": f"""SELECT m.id AS matter, m.type, m.title, m.status, {_COUNTRIES}, m.date, m.host, {_PEOPLE},
        {_TOLD}, {_FIRST_REPORT} FROM matters m WHERE m.kind = 'encounter'""",
    "agreements": f"""SELECT m.id AS matter, m.type, m.title, m.status, {_COUNTRIES}, m.date, m.period,
        {_TOLD}, {_FIRST_REPORT} FROM matters m WHERE m.kind = 'agreement'""",
    "figures": f"""SELECT f.matter, k.measure, {_COUNTRIES}, k.source AS from_country, k.target AS to_country, k.period,
        k.bound, k.value, k.unit, k.change, k.change_unit, k.change_direction, k.status,
        k.claim_by, k.claim_via, m.conflict, r.id AS report, r.outlet, r.day, r.url,
        (SELECT s.evidence FROM finding_spans s WHERE s.finding = f.row AND s.place = 0) AS evidence
        FROM matters m JOIN findings f ON f.matter = m.id AND f.standing JOIN figures k ON k.finding = f.row
        JOIN reports r ON r.id = f.report WHERE m.kind = 'figure'""",
    "conflicts": f"""SELECT m.id AS matter, m.title, m.type AS measure, {_COUNTRIES}, m.period,
        (SELECT min(k.value) FROM findings f JOIN figures k ON k.finding = f.row
         WHERE f.matter = m.id AND f.standing) AS least,
        (SELECT max(k.value) FROM findings f JOIN figures k ON k.finding = f.row
         WHERE f.matter = m.id AND f.standing) AS most,
        (SELECT group_concat(claim_by, ', ') FROM (SELECT DISTINCT k.claim_by FROM findings f
         JOIN figures k ON k.finding = f.row WHERE f.matter = m.id AND f.standing AND k.claim_by IS NOT NULL
         ORDER BY k.claim_by) listed) AS claimed_by,
        {_TOLD} FROM matters m WHERE m.conflict""",
    "pledges": f"""SELECT m.id AS matter, {_first("text", "pledges")} AS text, {_COUNTRIES},
        {_first("deadline", "pledges")} AS deadline, {_TOLD}, {_FIRST_REPORT}
        FROM matters m WHERE m.kind = 'pledge'""",
    "promises": f"""SELECT m.id AS matter, m.kind, m.title, {_COUNTRIES}, p.deadline, p.due,
        coalesce({_decides("outcome")}, CASE WHEN p.due < TODAY THEN 'overdue' ELSE 'open' END) AS standing,
        {_decides("reason")} AS reason, {_decides("report")} AS report, p.told
        FROM (SELECT f.matter, max(o.deadline) AS deadline, max(o.due) AS due, min(f.day) AS told
              FROM openings o JOIN findings f ON f.row = o.finding WHERE f.standing GROUP BY f.matter) p
        JOIN matters m ON m.id = p.matter""",
    "statements": f"""SELECT m.id AS matter, {_speaker("name")} AS speaker, {_speaker("office")} AS office,
        {_speaker("country")} AS country, {_first("text", "statements")} AS text, {_COUNTRIES},
        {_TOLD}, {_FIRST_REPORT} FROM matters m WHERE m.kind = 'statement'""",
    "events": f"""SELECT m.id AS matter, {_first("source", "events")} AS source, {_first("target", "events")} AS target,
        m.type, {_first("quad", "events")} AS quad, {_first("cameo", "events")} AS cameo,
        {_first("goldstein", "events")} AS goldstein, m.date, {_TOLD}, {_FIRST_REPORT}
        FROM matters m WHERE m.kind = 'event'""",
    "evidence": """SELECT f.matter, f.id AS finding, f.kind, f.day, s.place AS part, s.evidence,
        r.id AS report, r.outlet, r.title, r.url
        FROM findings f JOIN finding_spans s ON s.finding = f.row JOIN reports r ON r.id = f.report
        WHERE f.standing AND f.kind <> 'topic'""",
    "reports": """SELECT r.id AS report, r.day, r.outlet, r.title, r.author, r.url, r.source, s.shows, r.words,
        r.copy_of, r.replaced_by, r.added,
        (SELECT count(*) FROM findings f WHERE f.report = r.id AND f.standing AND f.kind <> 'topic') AS findings
        FROM reports r JOIN sources s ON s.id = r.source""",
    "people": """SELECT p.id AS person, p.name, p.country,
        (SELECT group_concat(name, ', ') FROM
          (SELECT DISTINCT n.name FROM namings n WHERE n.person = p.id ORDER BY n.name) listed) AS spellings,
        (SELECT min(n.first_told) FROM namings n WHERE n.person = p.id) AS first_told
        FROM people p WHERE EXISTS (SELECT 1 FROM namings n JOIN finding_people who ON who.naming = n.id
          JOIN findings f ON f.row = who.finding WHERE n.person = p.id AND f.standing)""",
    "offices": """SELECT p.id AS person, p.name, who.country, who.office,
        min(f.day) AS first_told, max(f.day) AS last_told, count(DISTINCT coalesce(r.copy_of, r.id)) AS reports
        FROM people p JOIN namings n ON n.person = p.id JOIN finding_people who ON who.naming = n.id
        JOIN findings f ON f.row = who.finding AND f.standing JOIN reports r ON r.id = f.report
        WHERE who.office IS NOT NULL GROUP BY p.id, p.name, who.country, who.office""",
}
