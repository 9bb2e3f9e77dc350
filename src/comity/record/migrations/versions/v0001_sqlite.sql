CREATE TABLE forgotten (
	report VARCHAR NOT NULL,
	sha256 VARCHAR NOT NULL,
	reason VARCHAR NOT NULL,
	author VARCHAR NOT NULL,
	made VARCHAR NOT NULL,
	CONSTRAINT pk_forgotten PRIMARY KEY (report)
)
;
CREATE TABLE judgements (
	id VARCHAR NOT NULL,
	verdict VARCHAR NOT NULL,
	undoes VARCHAR,
	reason TEXT NOT NULL,
	author VARCHAR NOT NULL,
	made VARCHAR NOT NULL,
	CONSTRAINT pk_judgements PRIMARY KEY (id),
	CONSTRAINT fk_judgements_undoes FOREIGN KEY(undoes) REFERENCES judgements (id)
)
;
CREATE INDEX ix_judgements_undoes ON judgements (undoes)
;
CREATE TABLE matters (
	id VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	type VARCHAR NOT NULL,
	title TEXT NOT NULL,
	status VARCHAR,
	date VARCHAR,
	first_day VARCHAR NOT NULL,
	last_day VARCHAR NOT NULL,
	period VARCHAR,
	host VARCHAR,
	"conflict" BOOLEAN NOT NULL,
	parties INTEGER NOT NULL,
	pair VARCHAR,
	reports INTEGER NOT NULL,
	sources INTEGER NOT NULL,
	first_told VARCHAR NOT NULL,
	last_told VARCHAR NOT NULL,
	CONSTRAINT pk_matters PRIMARY KEY (id)
)
;
CREATE INDEX ix_matters_conflict ON matters ("conflict")
;
CREATE INDEX ix_matters_kind_first_day ON matters (kind, first_day)
;
CREATE INDEX ix_matters_kind_status_first_day ON matters (kind, status, first_day)
;
CREATE INDEX ix_matters_pair_kind_first_day ON matters (pair, kind, first_day)
;
CREATE TABLE people (
	id VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	country VARCHAR,
	CONSTRAINT pk_people PRIMARY KEY (id)
)
;
CREATE INDEX ix_people_name ON people (name)
;
CREATE TABLE readers (
	id VARCHAR NOT NULL,
	version VARCHAR NOT NULL,
	model VARCHAR NOT NULL,
	terms VARCHAR NOT NULL,
	CONSTRAINT pk_readers PRIMARY KEY (id)
)
;
CREATE TABLE series (
	reporter VARCHAR NOT NULL,
	partner VARCHAR NOT NULL,
	flow VARCHAR NOT NULL,
	product VARCHAR NOT NULL,
	classification VARCHAR NOT NULL,
	period VARCHAR NOT NULL,
	source VARCHAR NOT NULL,
	valuation VARCHAR NOT NULL,
	attribution VARCHAR NOT NULL,
	unit VARCHAR NOT NULL,
	vintage VARCHAR NOT NULL,
	value FLOAT NOT NULL,
	dated VARCHAR NOT NULL,
	licence VARCHAR NOT NULL,
	added VARCHAR NOT NULL,
	CONSTRAINT pk_series PRIMARY KEY (reporter, partner, flow, product, classification, period, source, valuation, attribution, unit, vintage)
)
;
CREATE TABLE sources (
	id VARCHAR NOT NULL,
	shows VARCHAR NOT NULL CONSTRAINT ck_sources_shows CHECK (shows IN ('full', 'evidence')),
	CONSTRAINT pk_sources PRIMARY KEY (id)
)
;
CREATE TABLE judgement_fields (
	judgement VARCHAR NOT NULL,
	field VARCHAR NOT NULL,
	value TEXT NOT NULL,
	CONSTRAINT pk_judgement_fields PRIMARY KEY (judgement, field),
	CONSTRAINT fk_judgement_fields_judgement FOREIGN KEY(judgement) REFERENCES judgements (id) ON DELETE CASCADE
)
;
CREATE TABLE matter_parties (
	matter VARCHAR NOT NULL,
	country VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	first_day VARCHAR NOT NULL,
	parties INTEGER NOT NULL,
	CONSTRAINT pk_matter_parties PRIMARY KEY (matter, country),
	CONSTRAINT fk_matter_parties_matter FOREIGN KEY(matter) REFERENCES matters (id) ON DELETE CASCADE
)
;
CREATE INDEX ix_matter_parties_country_kind_first_day ON matter_parties (country, kind, first_day)
;
CREATE INDEX ix_matter_parties_country_parties ON matter_parties (country, parties)
;
CREATE TABLE namings (
	id VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	country VARCHAR,
	first_told VARCHAR NOT NULL,
	person VARCHAR,
	CONSTRAINT pk_namings PRIMARY KEY (id),
	CONSTRAINT fk_namings_person FOREIGN KEY(person) REFERENCES people (id)
)
;
CREATE INDEX ix_namings_person ON namings (person)
;
CREATE TABLE reports (
	id VARCHAR NOT NULL,
	origin VARCHAR NOT NULL,
	source VARCHAR NOT NULL,
	url VARCHAR,
	outlet VARCHAR,
	author VARCHAR,
	title VARCHAR,
	published VARCHAR,
	day VARCHAR NOT NULL,
	language VARCHAR,
	text TEXT NOT NULL,
	words INTEGER NOT NULL,
	sha256 VARCHAR NOT NULL,
	content BLOB NOT NULL,
	signature BLOB NOT NULL,
	copy_of VARCHAR,
	replaced_by VARCHAR,
	added VARCHAR NOT NULL,
	CONSTRAINT pk_reports PRIMARY KEY (id),
	CONSTRAINT fk_reports_source FOREIGN KEY(source) REFERENCES sources (id),
	CONSTRAINT fk_reports_copy_of FOREIGN KEY(copy_of) REFERENCES reports (id),
	CONSTRAINT fk_reports_replaced_by FOREIGN KEY(replaced_by) REFERENCES reports (id)
)
;
CREATE INDEX ix_reports_copy_of ON reports (copy_of)
;
CREATE INDEX ix_reports_day ON reports (day)
;
CREATE INDEX ix_reports_origin ON reports (origin)
;
CREATE INDEX ix_reports_replaced_by ON reports (replaced_by)
;
CREATE INDEX ix_reports_sha256 ON reports (sha256)
;
CREATE INDEX ix_reports_source ON reports (source)
;
CREATE INDEX ix_reports_url ON reports (url)
;
CREATE TABLE likeness_bands (
	band VARCHAR NOT NULL,
	report VARCHAR NOT NULL,
	CONSTRAINT pk_likeness_bands PRIMARY KEY (band, report),
	CONSTRAINT fk_likeness_bands_report FOREIGN KEY(report) REFERENCES reports (id) ON DELETE CASCADE
)
;
CREATE INDEX ix_likeness_bands_report ON likeness_bands (report)
;
CREATE TABLE naming_clues (
	one VARCHAR NOT NULL,
	other VARCHAR NOT NULL,
	clue VARCHAR NOT NULL,
	weight FLOAT NOT NULL,
	sentence TEXT NOT NULL,
	CONSTRAINT pk_naming_clues PRIMARY KEY (one, other, clue),
	CONSTRAINT fk_naming_clues_one FOREIGN KEY(one) REFERENCES namings (id) ON DELETE CASCADE,
	CONSTRAINT fk_naming_clues_other FOREIGN KEY(other) REFERENCES namings (id) ON DELETE CASCADE
)
;
CREATE INDEX ix_naming_clues_other ON naming_clues (other)
;
CREATE TABLE naming_keys (
	"key" VARCHAR NOT NULL,
	naming VARCHAR NOT NULL,
	CONSTRAINT pk_naming_keys PRIMARY KEY ("key", naming),
	CONSTRAINT fk_naming_keys_naming FOREIGN KEY(naming) REFERENCES namings (id) ON DELETE CASCADE
)
;
CREATE INDEX ix_naming_keys_naming ON naming_keys (naming)
;
CREATE TABLE naming_links (
	one VARCHAR NOT NULL,
	other VARCHAR NOT NULL,
	score FLOAT NOT NULL,
	CONSTRAINT pk_naming_links PRIMARY KEY (one, other),
	CONSTRAINT fk_naming_links_one FOREIGN KEY(one) REFERENCES namings (id) ON DELETE CASCADE,
	CONSTRAINT fk_naming_links_other FOREIGN KEY(other) REFERENCES namings (id) ON DELETE CASCADE
)
;
CREATE INDEX ix_naming_links_other ON naming_links (other)
;
CREATE TABLE naming_offices (
	naming VARCHAR NOT NULL,
	office VARCHAR NOT NULL,
	CONSTRAINT pk_naming_offices PRIMARY KEY (naming, office),
	CONSTRAINT fk_naming_offices_naming FOREIGN KEY(naming) REFERENCES namings (id) ON DELETE CASCADE
)
;
CREATE TABLE passages (
	id VARCHAR NOT NULL,
	report VARCHAR NOT NULL,
	start INTEGER NOT NULL,
	"end" INTEGER NOT NULL,
	cue VARCHAR NOT NULL,
	outcome VARCHAR NOT NULL,
	CONSTRAINT pk_passages PRIMARY KEY (id),
	CONSTRAINT fk_passages_report FOREIGN KEY(report) REFERENCES reports (id) ON DELETE CASCADE
)
;
CREATE INDEX ix_passages_report ON passages (report)
;
CREATE TABLE readings (
	id VARCHAR NOT NULL,
	report VARCHAR NOT NULL,
	reader VARCHAR NOT NULL,
	made VARCHAR NOT NULL,
	until VARCHAR,
	CONSTRAINT pk_readings PRIMARY KEY (id),
	CONSTRAINT fk_readings_report FOREIGN KEY(report) REFERENCES reports (id) ON DELETE CASCADE,
	CONSTRAINT fk_readings_reader FOREIGN KEY(reader) REFERENCES readers (id)
)
;
CREATE INDEX ix_readings_reader ON readings (reader)
;
CREATE INDEX ix_readings_report ON readings (report)
;
CREATE TABLE skipped_lines (
	report VARCHAR NOT NULL,
	start INTEGER NOT NULL,
	"end" INTEGER NOT NULL,
	CONSTRAINT pk_skipped_lines PRIMARY KEY (report, start),
	CONSTRAINT fk_skipped_lines_report FOREIGN KEY(report) REFERENCES reports (id) ON DELETE CASCADE
)
;
CREATE TABLE findings (
	"row" VARCHAR NOT NULL,
	id VARCHAR NOT NULL,
	reading VARCHAR NOT NULL,
	report VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	place INTEGER NOT NULL,
	confidence FLOAT NOT NULL,
	step VARCHAR NOT NULL,
	clues VARCHAR NOT NULL,
	day VARCHAR NOT NULL,
	standing BOOLEAN NOT NULL,
	held BOOLEAN NOT NULL,
	verdict VARCHAR,
	matter VARCHAR,
	CONSTRAINT pk_findings PRIMARY KEY ("row"),
	CONSTRAINT fk_findings_reading FOREIGN KEY(reading) REFERENCES readings (id) ON DELETE CASCADE,
	CONSTRAINT fk_findings_report FOREIGN KEY(report) REFERENCES reports (id) ON DELETE CASCADE
)
;
CREATE INDEX ix_findings_id ON findings (id)
;
CREATE INDEX ix_findings_kind_day ON findings (kind, day)
;
CREATE INDEX ix_findings_matter ON findings (matter)
;
CREATE INDEX ix_findings_reading ON findings (reading)
;
CREATE INDEX ix_findings_report ON findings (report)
;
CREATE TABLE passage_keys (
	"key" VARCHAR NOT NULL,
	passage VARCHAR NOT NULL,
	CONSTRAINT pk_passage_keys PRIMARY KEY ("key", passage),
	CONSTRAINT fk_passage_keys_passage FOREIGN KEY(passage) REFERENCES passages (id) ON DELETE CASCADE
)
;
CREATE INDEX ix_passage_keys_passage ON passage_keys (passage)
;
CREATE TABLE passage_parties (
	passage VARCHAR NOT NULL,
	country VARCHAR NOT NULL,
	CONSTRAINT pk_passage_parties PRIMARY KEY (passage, country),
	CONSTRAINT fk_passage_parties_passage FOREIGN KEY(passage) REFERENCES passages (id) ON DELETE CASCADE
)
;
CREATE TABLE reading_topics (
	reading VARCHAR NOT NULL,
	topic VARCHAR NOT NULL,
	CONSTRAINT pk_reading_topics PRIMARY KEY (reading, topic),
	CONSTRAINT fk_reading_topics_reading FOREIGN KEY(reading) REFERENCES readings (id) ON DELETE CASCADE
)
;
CREATE INDEX ix_reading_topics_topic ON reading_topics (topic)
;
CREATE TABLE refusal_spans (
	reading VARCHAR NOT NULL,
	refusal INTEGER NOT NULL,
	place INTEGER NOT NULL,
	start INTEGER NOT NULL,
	"end" INTEGER NOT NULL,
	CONSTRAINT pk_refusal_spans PRIMARY KEY (reading, refusal, place),
	CONSTRAINT fk_refusal_spans_reading FOREIGN KEY(reading) REFERENCES readings (id) ON DELETE CASCADE
)
;
CREATE TABLE refusals (
	reading VARCHAR NOT NULL,
	place INTEGER NOT NULL,
	reason VARCHAR NOT NULL,
	detail VARCHAR NOT NULL,
	remedy VARCHAR NOT NULL,
	CONSTRAINT pk_refusals PRIMARY KEY (reading, place),
	CONSTRAINT fk_refusals_reading FOREIGN KEY(reading) REFERENCES readings (id) ON DELETE CASCADE
)
;
CREATE TABLE agreements (
	finding VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	title TEXT NOT NULL,
	status VARCHAR NOT NULL,
	year INTEGER,
	period_first INTEGER,
	period_last INTEGER,
	CONSTRAINT pk_agreements PRIMARY KEY (finding),
	CONSTRAINT fk_agreements_finding FOREIGN KEY(finding) REFERENCES findings ("row") ON DELETE CASCADE
)
;
CREATE TABLE block_keys (
	"key" VARCHAR NOT NULL,
	finding VARCHAR NOT NULL,
	CONSTRAINT pk_block_keys PRIMARY KEY ("key", finding),
	CONSTRAINT fk_block_keys_finding FOREIGN KEY(finding) REFERENCES findings ("row") ON DELETE CASCADE
)
;
CREATE INDEX ix_block_keys_finding ON block_keys (finding)
;
CREATE TABLE encounters (
	finding VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	status VARCHAR NOT NULL,
	host VARCHAR,
	date VARCHAR,
	CONSTRAINT pk_encounters PRIMARY KEY (finding),
	CONSTRAINT fk_encounters_finding FOREIGN KEY(finding) REFERENCES findings ("row") ON DELETE CASCADE
)
;
CREATE TABLE events (
	finding VARCHAR NOT NULL,
	source VARCHAR NOT NULL,
	target VARCHAR NOT NULL,
	type VARCHAR NOT NULL,
	mode VARCHAR,
	context VARCHAR,
	date VARCHAR,
	quad VARCHAR NOT NULL,
	cameo VARCHAR NOT NULL,
	goldstein FLOAT NOT NULL,
	CONSTRAINT pk_events PRIMARY KEY (finding),
	CONSTRAINT fk_events_finding FOREIGN KEY(finding) REFERENCES findings ("row") ON DELETE CASCADE
)
;
CREATE INDEX ix_events_source_target ON events (source, target)
;
CREATE TABLE figures (
	finding VARCHAR NOT NULL,
	measure VARCHAR NOT NULL,
	value FLOAT,
	value_told VARCHAR,
	unit VARCHAR,
	bound VARCHAR NOT NULL,
	change FLOAT,
	change_told VARCHAR,
	change_unit VARCHAR,
	change_direction VARCHAR,
	status VARCHAR NOT NULL,
	period VARCHAR,
	source VARCHAR,
	target VARCHAR,
	claim_by VARCHAR,
	claim_via VARCHAR,
	CONSTRAINT pk_figures PRIMARY KEY (finding),
	CONSTRAINT fk_figures_finding FOREIGN KEY(finding) REFERENCES findings ("row") ON DELETE CASCADE
)
;
CREATE TABLE finding_anchors (
	finding VARCHAR NOT NULL,
	anchor VARCHAR NOT NULL,
	CONSTRAINT pk_finding_anchors PRIMARY KEY (finding, anchor),
	CONSTRAINT fk_finding_anchors_finding FOREIGN KEY(finding) REFERENCES findings ("row") ON DELETE CASCADE
)
;
CREATE INDEX ix_finding_anchors_anchor ON finding_anchors (anchor)
;
CREATE TABLE finding_countries (
	finding VARCHAR NOT NULL,
	role VARCHAR NOT NULL,
	place INTEGER NOT NULL,
	country VARCHAR NOT NULL,
	CONSTRAINT pk_finding_countries PRIMARY KEY (finding, role, place),
	CONSTRAINT fk_finding_countries_finding FOREIGN KEY(finding) REFERENCES findings ("row") ON DELETE CASCADE
)
;
CREATE INDEX ix_finding_countries_country_role ON finding_countries (country, role)
;
CREATE TABLE finding_inferred (
	finding VARCHAR NOT NULL,
	place INTEGER NOT NULL,
	field VARCHAR NOT NULL,
	CONSTRAINT pk_finding_inferred PRIMARY KEY (finding, place),
	CONSTRAINT fk_finding_inferred_finding FOREIGN KEY(finding) REFERENCES findings ("row") ON DELETE CASCADE
)
;
CREATE TABLE finding_people (
	finding VARCHAR NOT NULL,
	place INTEGER NOT NULL,
	name VARCHAR,
	office VARCHAR,
	country VARCHAR,
	naming VARCHAR,
	CONSTRAINT pk_finding_people PRIMARY KEY (finding, place),
	CONSTRAINT fk_finding_people_finding FOREIGN KEY(finding) REFERENCES findings ("row") ON DELETE CASCADE,
	CONSTRAINT fk_finding_people_naming FOREIGN KEY(naming) REFERENCES namings (id)
)
;
CREATE INDEX ix_finding_people_naming ON finding_people (naming)
;
CREATE TABLE finding_spans (
	finding VARCHAR NOT NULL,
	place INTEGER NOT NULL,
	start INTEGER NOT NULL,
	"end" INTEGER NOT NULL,
	evidence TEXT NOT NULL,
	CONSTRAINT pk_finding_spans PRIMARY KEY (finding, place),
	CONSTRAINT fk_finding_spans_finding FOREIGN KEY(finding) REFERENCES findings ("row") ON DELETE CASCADE
)
;
CREATE TABLE follow_ups (
	opening VARCHAR NOT NULL,
	told_by VARCHAR NOT NULL,
	basis VARCHAR NOT NULL,
	report VARCHAR NOT NULL,
	start INTEGER NOT NULL,
	"end" INTEGER NOT NULL,
	finding VARCHAR,
	outcome VARCHAR NOT NULL,
	published VARCHAR NOT NULL,
	reason TEXT NOT NULL,
	score FLOAT NOT NULL,
	CONSTRAINT pk_follow_ups PRIMARY KEY (opening, told_by, basis),
	CONSTRAINT fk_follow_ups_opening FOREIGN KEY(opening) REFERENCES findings ("row") ON DELETE CASCADE,
	CONSTRAINT fk_follow_ups_report FOREIGN KEY(report) REFERENCES reports (id) ON DELETE CASCADE,
	CONSTRAINT fk_follow_ups_finding FOREIGN KEY(finding) REFERENCES findings ("row") ON DELETE CASCADE
)
;
CREATE INDEX ix_follow_ups_finding ON follow_ups (finding)
;
CREATE INDEX ix_follow_ups_report ON follow_ups (report)
;
CREATE TABLE judgement_subjects (
	judgement VARCHAR NOT NULL,
	place INTEGER NOT NULL,
	side INTEGER NOT NULL,
	finding VARCHAR,
	naming VARCHAR,
	subject VARCHAR NOT NULL,
	applies_to VARCHAR,
	CONSTRAINT pk_judgement_subjects PRIMARY KEY (judgement, place),
	CONSTRAINT fk_judgement_subjects_judgement FOREIGN KEY(judgement) REFERENCES judgements (id) ON DELETE CASCADE,
	CONSTRAINT fk_judgement_subjects_finding FOREIGN KEY(finding) REFERENCES findings ("row") ON DELETE SET NULL,
	CONSTRAINT fk_judgement_subjects_naming FOREIGN KEY(naming) REFERENCES namings (id)
)
;
CREATE INDEX ix_judgement_subjects_applies_to ON judgement_subjects (applies_to)
;
CREATE INDEX ix_judgement_subjects_finding ON judgement_subjects (finding)
;
CREATE INDEX ix_judgement_subjects_naming ON judgement_subjects (naming)
;
CREATE INDEX ix_judgement_subjects_subject ON judgement_subjects (subject)
;
CREATE TABLE link_clues (
	one VARCHAR NOT NULL,
	other VARCHAR NOT NULL,
	clue VARCHAR NOT NULL,
	weight FLOAT NOT NULL,
	sentence TEXT NOT NULL,
	CONSTRAINT pk_link_clues PRIMARY KEY (one, other, clue),
	CONSTRAINT fk_link_clues_one FOREIGN KEY(one) REFERENCES findings ("row") ON DELETE CASCADE,
	CONSTRAINT fk_link_clues_other FOREIGN KEY(other) REFERENCES findings ("row") ON DELETE CASCADE
)
;
CREATE INDEX ix_link_clues_other ON link_clues (other)
;
CREATE TABLE links (
	one VARCHAR NOT NULL,
	other VARCHAR NOT NULL,
	score FLOAT NOT NULL,
	CONSTRAINT pk_links PRIMARY KEY (one, other),
	CONSTRAINT fk_links_one FOREIGN KEY(one) REFERENCES findings ("row") ON DELETE CASCADE,
	CONSTRAINT fk_links_other FOREIGN KEY(other) REFERENCES findings ("row") ON DELETE CASCADE
)
;
CREATE INDEX ix_links_other ON links (other)
;
CREATE TABLE openings (
	finding VARCHAR NOT NULL,
	deadline VARCHAR,
	due VARCHAR,
	CONSTRAINT pk_openings PRIMARY KEY (finding),
	CONSTRAINT fk_openings_finding FOREIGN KEY(finding) REFERENCES findings ("row") ON DELETE CASCADE
)
;
CREATE INDEX ix_openings_due ON openings (due)
;
CREATE TABLE pledges (
	finding VARCHAR NOT NULL,
	text TEXT NOT NULL,
	deadline VARCHAR,
	CONSTRAINT pk_pledges PRIMARY KEY (finding),
	CONSTRAINT fk_pledges_finding FOREIGN KEY(finding) REFERENCES findings ("row") ON DELETE CASCADE
)
;
CREATE TABLE statements (
	finding VARCHAR NOT NULL,
	text TEXT NOT NULL,
	CONSTRAINT pk_statements PRIMARY KEY (finding),
	CONSTRAINT fk_statements_finding FOREIGN KEY(finding) REFERENCES findings ("row") ON DELETE CASCADE
)
;
CREATE TABLE topic_findings (
	finding VARCHAR NOT NULL,
	topic VARCHAR NOT NULL,
	CONSTRAINT pk_topic_findings PRIMARY KEY (finding),
	CONSTRAINT fk_topic_findings_finding FOREIGN KEY(finding) REFERENCES findings ("row") ON DELETE CASCADE
)
;
CREATE TABLE search_numbers (number INTEGER PRIMARY KEY, report TEXT NOT NULL UNIQUE)
;
CREATE VIEW search_texts AS SELECT n.number, r.title, r.text
           FROM search_numbers n JOIN reports r ON r.id = n.report
;
CREATE VIRTUAL TABLE search_reports USING fts5(title, text, content='search_texts',
           content_rowid='number', tokenize='porter unicode61 remove_diacritics 2')
;
CREATE TRIGGER search_added AFTER INSERT ON reports BEGIN
             INSERT INTO search_numbers (report) VALUES (new.id);
             INSERT INTO search_reports (rowid, title, text)
               SELECT number, new.title, new.text FROM search_numbers WHERE report = new.id;
           END
;
CREATE TRIGGER search_changed AFTER UPDATE OF title, text ON reports BEGIN
             INSERT INTO search_reports (search_reports, rowid, title, text)
               SELECT 'delete', number, old.title, old.text FROM search_numbers WHERE report = old.id;
             INSERT INTO search_reports (rowid, title, text)
               SELECT number, new.title, new.text FROM search_numbers WHERE report = new.id;
           END
;
CREATE TRIGGER search_removed AFTER DELETE ON reports BEGIN
             INSERT INTO search_reports (search_reports, rowid, title, text)
               SELECT 'delete', number, old.title, old.text FROM search_numbers WHERE report = old.id;
             DELETE FROM search_numbers WHERE report = old.id;
           END
;
INSERT INTO search_numbers (report) SELECT id FROM reports ORDER BY day, id
;
INSERT INTO search_reports (search_reports) VALUES ('rebuild')
;
CREATE VIEW dossier_encounters AS SELECT m.id AS matter, m.type, m.title, m.status, (SELECT group_concat(country, ', ') FROM
    (SELECT country FROM matter_parties p WHERE p.matter = m.id ORDER BY country) listed) AS countries, m.date, m.host, (SELECT group_concat(name, ', ') FROM
    (SELECT DISTINCT coalesce(person.name, who.name) AS name FROM findings f
     JOIN finding_people who ON who.finding = f.row
     LEFT JOIN namings n ON n.id = who.naming LEFT JOIN people person ON person.id = n.person
     WHERE f.matter = m.id AND f.standing AND who.name IS NOT NULL
     ORDER BY coalesce(person.name, who.name)) listed) AS people,
        m.reports, m.sources, m.first_told, m.last_told, (SELECT f.report FROM findings f WHERE f.matter = m.id AND f.standing
    ORDER BY f.day, f.report, f.place LIMIT 1) AS first_report FROM matters m WHERE m.kind = 'encounter'
;
CREATE VIEW dossier_agreements AS SELECT m.id AS matter, m.type, m.title, m.status, (SELECT group_concat(country, ', ') FROM
    (SELECT country FROM matter_parties p WHERE p.matter = m.id ORDER BY country) listed) AS countries, m.date, m.period,
        m.reports, m.sources, m.first_told, m.last_told, (SELECT f.report FROM findings f WHERE f.matter = m.id AND f.standing
    ORDER BY f.day, f.report, f.place LIMIT 1) AS first_report FROM matters m WHERE m.kind = 'agreement'
;
CREATE VIEW dossier_figures AS SELECT f.matter, k.measure, (SELECT group_concat(country, ', ') FROM
    (SELECT country FROM matter_parties p WHERE p.matter = m.id ORDER BY country) listed) AS countries, k.source AS from_country, k.target AS to_country, k.period,
        k.bound, k.value, k.unit, k.change, k.change_unit, k.change_direction, k.status,
        k.claim_by, k.claim_via, m.conflict, r.id AS report, r.outlet, r.day, r.url,
        (SELECT s.evidence FROM finding_spans s WHERE s.finding = f.row AND s.place = 0) AS evidence
        FROM matters m JOIN findings f ON f.matter = m.id AND f.standing JOIN figures k ON k.finding = f.row
        JOIN reports r ON r.id = f.report WHERE m.kind = 'figure'
;
CREATE VIEW dossier_conflicts AS SELECT m.id AS matter, m.title, m.type AS measure, (SELECT group_concat(country, ', ') FROM
    (SELECT country FROM matter_parties p WHERE p.matter = m.id ORDER BY country) listed) AS countries, m.period,
        (SELECT min(k.value) FROM findings f JOIN figures k ON k.finding = f.row
         WHERE f.matter = m.id AND f.standing) AS least,
        (SELECT max(k.value) FROM findings f JOIN figures k ON k.finding = f.row
         WHERE f.matter = m.id AND f.standing) AS most,
        (SELECT group_concat(claim_by, ', ') FROM (SELECT DISTINCT k.claim_by FROM findings f
         JOIN figures k ON k.finding = f.row WHERE f.matter = m.id AND f.standing AND k.claim_by IS NOT NULL
         ORDER BY k.claim_by) listed) AS claimed_by,
        m.reports, m.sources, m.first_told, m.last_told FROM matters m WHERE m.conflict
;
CREATE VIEW dossier_pledges AS SELECT m.id AS matter, (SELECT k.text FROM findings f JOIN pledges k ON k.finding = f.row
    WHERE f.matter = m.id AND f.standing ORDER BY f.day, f.report, f.place LIMIT 1) AS text, (SELECT group_concat(country, ', ') FROM
    (SELECT country FROM matter_parties p WHERE p.matter = m.id ORDER BY country) listed) AS countries,
        (SELECT k.deadline FROM findings f JOIN pledges k ON k.finding = f.row
    WHERE f.matter = m.id AND f.standing ORDER BY f.day, f.report, f.place LIMIT 1) AS deadline, m.reports, m.sources, m.first_told, m.last_told, (SELECT f.report FROM findings f WHERE f.matter = m.id AND f.standing
    ORDER BY f.day, f.report, f.place LIMIT 1) AS first_report
        FROM matters m WHERE m.kind = 'pledge'
;
CREATE VIEW dossier_promises AS SELECT m.id AS matter, m.kind, m.title, (SELECT group_concat(country, ', ') FROM
    (SELECT country FROM matter_parties p WHERE p.matter = m.id ORDER BY country) listed) AS countries, p.deadline, p.due,
        coalesce((SELECT u.outcome FROM findings g JOIN follow_ups u ON u.opening = g.row
    WHERE g.matter = m.id AND g.standing
    ORDER BY CASE u.outcome WHEN 'progressed' THEN 1 ELSE 0 END, u.published DESC, u.score DESC,
             u.report DESC, u.start DESC LIMIT 1), CASE WHEN p.due < date('now') THEN 'overdue' ELSE 'open' END) AS standing,
        (SELECT u.reason FROM findings g JOIN follow_ups u ON u.opening = g.row
    WHERE g.matter = m.id AND g.standing
    ORDER BY CASE u.outcome WHEN 'progressed' THEN 1 ELSE 0 END, u.published DESC, u.score DESC,
             u.report DESC, u.start DESC LIMIT 1) AS reason, (SELECT u.report FROM findings g JOIN follow_ups u ON u.opening = g.row
    WHERE g.matter = m.id AND g.standing
    ORDER BY CASE u.outcome WHEN 'progressed' THEN 1 ELSE 0 END, u.published DESC, u.score DESC,
             u.report DESC, u.start DESC LIMIT 1) AS report, p.told
        FROM (SELECT f.matter, max(o.deadline) AS deadline, max(o.due) AS due, min(f.day) AS told
              FROM openings o JOIN findings f ON f.row = o.finding WHERE f.standing GROUP BY f.matter) p
        JOIN matters m ON m.id = p.matter
;
CREATE VIEW dossier_statements AS SELECT m.id AS matter, (SELECT k.name FROM findings f JOIN finding_people k ON k.finding = f.row
    WHERE f.matter = m.id AND f.standing ORDER BY f.day, f.report, f.place LIMIT 1) AS speaker, (SELECT k.office FROM findings f JOIN finding_people k ON k.finding = f.row
    WHERE f.matter = m.id AND f.standing ORDER BY f.day, f.report, f.place LIMIT 1) AS office,
        (SELECT k.country FROM findings f JOIN finding_people k ON k.finding = f.row
    WHERE f.matter = m.id AND f.standing ORDER BY f.day, f.report, f.place LIMIT 1) AS country, (SELECT k.text FROM findings f JOIN statements k ON k.finding = f.row
    WHERE f.matter = m.id AND f.standing ORDER BY f.day, f.report, f.place LIMIT 1) AS text, (SELECT group_concat(country, ', ') FROM
    (SELECT country FROM matter_parties p WHERE p.matter = m.id ORDER BY country) listed) AS countries,
        m.reports, m.sources, m.first_told, m.last_told, (SELECT f.report FROM findings f WHERE f.matter = m.id AND f.standing
    ORDER BY f.day, f.report, f.place LIMIT 1) AS first_report FROM matters m WHERE m.kind = 'statement'
;
CREATE VIEW dossier_events AS SELECT m.id AS matter, (SELECT k.source FROM findings f JOIN events k ON k.finding = f.row
    WHERE f.matter = m.id AND f.standing ORDER BY f.day, f.report, f.place LIMIT 1) AS source, (SELECT k.target FROM findings f JOIN events k ON k.finding = f.row
    WHERE f.matter = m.id AND f.standing ORDER BY f.day, f.report, f.place LIMIT 1) AS target,
        m.type, (SELECT k.quad FROM findings f JOIN events k ON k.finding = f.row
    WHERE f.matter = m.id AND f.standing ORDER BY f.day, f.report, f.place LIMIT 1) AS quad, (SELECT k.cameo FROM findings f JOIN events k ON k.finding = f.row
    WHERE f.matter = m.id AND f.standing ORDER BY f.day, f.report, f.place LIMIT 1) AS cameo,
        (SELECT k.goldstein FROM findings f JOIN events k ON k.finding = f.row
    WHERE f.matter = m.id AND f.standing ORDER BY f.day, f.report, f.place LIMIT 1) AS goldstein, m.date, m.reports, m.sources, m.first_told, m.last_told, (SELECT f.report FROM findings f WHERE f.matter = m.id AND f.standing
    ORDER BY f.day, f.report, f.place LIMIT 1) AS first_report
        FROM matters m WHERE m.kind = 'event'
;
CREATE VIEW dossier_evidence AS SELECT f.matter, f.id AS finding, f.kind, f.day, s.place AS part, s.evidence,
        r.id AS report, r.outlet, r.title, r.url
        FROM findings f JOIN finding_spans s ON s.finding = f.row JOIN reports r ON r.id = f.report
        WHERE f.standing AND f.kind <> 'topic'
;
CREATE VIEW dossier_reports AS SELECT r.id AS report, r.day, r.outlet, r.title, r.author, r.url, r.source, s.shows, r.words,
        r.copy_of, r.replaced_by, r.added,
        (SELECT count(*) FROM findings f WHERE f.report = r.id AND f.standing AND f.kind <> 'topic') AS findings
        FROM reports r JOIN sources s ON s.id = r.source
;
CREATE VIEW dossier_people AS SELECT p.id AS person, p.name, p.country,
        (SELECT group_concat(name, ', ') FROM
          (SELECT DISTINCT n.name FROM namings n WHERE n.person = p.id ORDER BY n.name) listed) AS spellings,
        (SELECT min(n.first_told) FROM namings n WHERE n.person = p.id) AS first_told
        FROM people p WHERE EXISTS (SELECT 1 FROM namings n JOIN finding_people who ON who.naming = n.id
          JOIN findings f ON f.row = who.finding WHERE n.person = p.id AND f.standing)
;
CREATE VIEW dossier_offices AS SELECT p.id AS person, p.name, who.country, who.office,
        min(f.day) AS first_told, max(f.day) AS last_told, count(DISTINCT coalesce(r.copy_of, r.id)) AS reports
        FROM people p JOIN namings n ON n.person = p.id JOIN finding_people who ON who.naming = n.id
        JOIN findings f ON f.row = who.finding AND f.standing JOIN reports r ON r.id = f.report
        WHERE who.office IS NOT NULL GROUP BY p.id, p.name, who.country, who.office
;
