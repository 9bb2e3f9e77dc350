#!/usr/bin/env python3
"""Score readings of reports against gold annotations (GUIDE.md).

    score.py reports GOLD_DIR... > reports.jsonl      the reports alone, as input for a reader
    score.py score GOLD_DIR... -- readings.jsonl      precision, recall and F1 per kind of finding
    score.py errors GOLD_DIR... -- readings.jsonl     what was missed and what was wrongly found

A reading is one JSON object per line: {"report": {"id": ...}, "topics": [...], "encounters": [...],
"statements": [...], "agreements": [...], "figures": [...], "pledges": [...], "events": [...]} with the
keys of GUIDE.md. Standard library only.
"""

import glob
import json
import os
import re
import sys
from collections import defaultdict

STOP = set("the a an of on in for and to between with its their his her by at from as".split())
GROUP = {
    "visit": "visit",
    "meeting": "meeting",
    "talks": "meeting",
    "call": "call",
    "summit": "gathering",
    "forum": "gathering",
}
QUAD = {
    **dict.fromkeys("AGREE CONSULT SUPPORT CONCEDE".split(), 1),
    **dict.fromkeys("COOPERATE AID RETREAT".split(), 2),
    **dict.fromkeys("REQUEST ACCUSE REJECT THREATEN".split(), 3),
    **dict.fromkeys("PROTEST SANCTION MOBILIZE COERCE ASSAULT".split(), 4),
}


def words(text):
    return [w for w in re.findall(r"\w+", (text or "").casefold()) if w not in STOP]


def overlap(a, b):
    """Token F1 of two texts."""
    x, y = words(a), words(b)
    rest, hit = list(y), 0
    for w in x:
        if w in rest:
            rest.remove(w)
            hit += 1
    return 2 * hit / (len(x) + len(y)) if x or y else 0.0


def surname(person):
    name = words((person or {}).get("name"))
    return name[-1] if name else None


def near(a, b):
    if a is None or b is None:
        return a is b
    return abs(a - b) <= 0.005 * max(abs(a), abs(b), 1e-9)


def same_people(g, p):
    key = lambda x: (surname(x), x.get("country"))
    a, b = {key(x) for x in g if surname(x)}, {key(x) for x in p if surname(x)}
    return len(a & b), len(a), len(b)


def change(f):
    c = f.get("change") or {}
    return c.get("value"), c.get("unit")


# kind -> (does a predicted finding match the gold one?, further attributes checked on the matched ones)
def m_encounter(g, p):
    return set(g["countries"]) == set(p.get("countries") or []) and GROUP[g["kind"]] == GROUP.get(p.get("kind"))


def m_statement(g, p):
    return overlap(g["text"], p.get("text")) >= 0.8


def speaker(g, p):
    a, b = g["speaker"], p.get("speaker") or {}
    return surname(a) == surname(b) if surname(a) else (surname(b) is None and a["country"] == b.get("country"))


def m_agreement(g, p):
    return set(g["countries"]) == set(p.get("countries") or []) and overlap(g["title"], p.get("title")) >= 0.5


def m_figure(g, p):
    if g["measure"] != p.get("measure"):
        return False
    if g["value"] is None or p.get("value") is None:
        return (
            g["value"] is None
            and p.get("value") is None
            and near(change(g)[0], change(p)[0])
            and change(g)[1] == change(p)[1]
        )
    return near(g["value"], p["value"]) and g["unit"] == p.get("unit")


def m_pledge(g, p):
    return set(g["by"]) == set(p.get("by") or []) and overlap(g["text"], p.get("text")) >= 0.5


def m_event(g, p):
    return all(g[k] == p.get(k) for k in ("source", "target", "type"))


same = lambda k: lambda g, p: g[k] == p.get(k)
KINDS = {
    "encounters": (
        m_encounter,
        {
            "kind": same("kind"),
            "status": same("status"),
            "host": same("host"),
            "date": same("date"),
            "people": lambda g, p: (
                same_people(g["people"], p.get("people") or [])[0]
                == max(same_people(g["people"], p.get("people") or [])[1:])
            ),
        },
    ),
    "statements": (
        m_statement,
        {
            "speaker": speaker,
            "country": lambda g, p: g["speaker"]["country"] == (p.get("speaker") or {}).get("country"),
        },
    ),
    "agreements": (
        m_agreement,
        {"kind": same("kind"), "status": same("status"), "year": same("year"), "period": same("period")},
    ),
    "figures": (
        m_figure,
        {
            "bound": same("bound"),
            "status": same("status"),
            "period": same("period"),
            "change": lambda g, p: change(g) == change(p),
            "direction": lambda g, p: (g["from"], g["to"]) == (p.get("from"), p.get("to")),
            "countries": lambda g, p: set(g["countries"]) == set(p.get("countries") or []),
        },
    ),
    "pledges": (m_pledge, {"deadline": same("deadline")}),
    "events": (m_event, {}),
}
# a finding counts fully only if these hold as well
STRICT = {
    "encounters": [],
    "statements": ["speaker"],
    "agreements": ["status"],
    "figures": ["direction", "countries"],
    "pledges": [],
    "events": [],
}
# and it is right in full only if these hold, and its evidence lies where the gold's does
FULL = {
    "encounters": ["status", "host", "date", "people"],
    "statements": ["speaker", "country"],
    "agreements": ["kind", "status", "year", "period"],
    "figures": ["direction", "countries", "change", "status", "period", "bound"],
    "pledges": ["deadline"],
    "events": [],
}


def load(dirs):
    return [
        json.load(open(f, encoding="utf-8"))
        for d in dirs
        for f in sorted(glob.glob(os.path.join(d, "*.json")))
        if os.path.basename(f) != "dossier.json"
    ]


def pair(match, gold, found, extra=None):
    """Pair gold and found findings one to one, those first that agree in most attributes."""
    tests = [*(extra or {}).values(), lambda g, p: located(g, p) >= 0.5]
    likely = sorted(
        (
            (-sum(bool(t(g, p)) for t in tests), i, j)
            for i, g in enumerate(gold)
            for j, p in enumerate(found)
            if match(g, p)
        )
    )
    taken_gold, taken_found, pairs = set(), set(), []
    for _, i, j in likely:
        if i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            pairs.append((gold[i], found[j]))
    missed = [g for i, g in enumerate(gold) if i not in taken_gold]
    return pairs, missed, [p for j, p in enumerate(found) if j not in taken_found]


def located(g, p):
    """Share of the gold evidence's words that stand in the found evidence, times the share the other way."""
    say = lambda x: words(" ".join(x["evidence"]) if isinstance(x.get("evidence"), list) else x.get("evidence"))
    a, b = set(say(g)), set(say(p))
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def f1(tp, n_found, n_gold):
    return (
        tp / n_found if n_found else 0.0,
        tp / n_gold if n_gold else 0.0,
        2 * tp / (n_found + n_gold) if n_found + n_gold else 1.0,
    )


def score(gold, readings):
    n = defaultdict(lambda: [0, 0, 0])  # kind -> tp, found, gold
    loose, attrs = defaultdict(lambda: [0, 0, 0]), defaultdict(lambda: [0, 0])
    full = defaultdict(lambda: [0, 0, 0])
    people, quad, noise, silent = [0, 0, 0], [0, 0, 0], 0, 0
    for g in gold:
        r = known_codes(readings.get(g["id"], {}))
        if not any(g[kind] for kind in KINDS if kind != "statements"):
            silent += 1
            noise += sum(len(r.get(kind) or []) for kind in KINDS if kind != "statements")
        for kind, (match, extra) in KINDS.items():
            found = r.get(kind) or []
            pairs, _, _ = pair(match, g[kind], found, extra)
            good = whole = 0
            for a, b in pairs:
                for name, test in extra.items():
                    ok = bool(test(a, b))
                    attrs[kind, name][0] += ok
                    attrs[kind, name][1] += 1
                good += all(extra[s](a, b) for s in STRICT[kind])
                whole += all(extra[s](a, b) for s in FULL[kind]) and located(a, b) >= 0.5
                if kind == "encounters":
                    for i, x in enumerate(same_people(a["people"], b.get("people") or [])):
                        people[i] += x
            for total, hit in ((n, good), (loose, len(pairs)), (full, whole)):
                total[kind][0] += hit
                total[kind][1] += len(found)
                total[kind][2] += len(g[kind])
        q = lambda es: {(e["source"], e["target"], QUAD[e["type"]]) for e in es if e.get("type") in QUAD}
        a, b = q(g["events"]), q(r.get("events") or [])
        quad = [quad[0] + len(a & b), quad[1] + len(b), quad[2] + len(a)]
        a, b = set(g["topics"]), set(r.get("topics") or [])
        n["topics"] = [n["topics"][0] + len(a & b), n["topics"][1] + len(b), n["topics"][2] + len(a)]
    rows = {k: f1(*n[k]) for k in [*KINDS, "topics"]}
    return {
        "headline": sum(v[2] for v in rows.values()) / len(rows),
        "rows": rows,
        "counts": dict(n),
        "loose": {k: f1(*v)[2] for k, v in loose.items()},
        "attributes": {f"{k}.{a}": round(x / y, 3) for (k, a), (x, y) in attrs.items() if y},
        "full": {k: f1(*v)[2] for k, v in full.items()},
        "people": f1(people[0], people[2], people[1]),
        "quad_events": f1(*quad),
        "noise": (noise, silent),
    }


def known_codes(reading):
    """The reading without actors that the gold has no code for (X.. codes of further bodies)."""
    extra = lambda c: isinstance(c, str) and c.startswith("X") and c != "XKX"
    clean = {
        **reading,
        "events": [e for e in reading.get("events") or [] if not (extra(e.get("source")) or extra(e.get("target")))],
    }
    for kind, key in (
        ("encounters", "countries"),
        ("agreements", "countries"),
        ("figures", "countries"),
        ("pledges", "by"),
    ):
        clean[kind] = [{**f, key: [c for c in f.get(key) or [] if not extra(c)]} for f in reading.get(kind) or []]
    return clean


def main(argv):
    if len(argv) < 2 or argv[0] not in ("reports", "score", "errors"):
        sys.exit(__doc__)
    mode, rest = argv[0], argv[1:]
    dirs, files = (rest[: rest.index("--")], rest[rest.index("--") + 1 :]) if "--" in rest else (rest, [])
    gold = load(dirs)
    if mode == "reports":
        for g in gold:
            print(
                json.dumps({k: g[k] for k in ("id", "url", "outlet", "published", "title", "text")}, ensure_ascii=False)
            )
        return
    readings = {}
    for line in (l for f in files for l in open(f, encoding="utf-8")):
        if line.strip():
            r = json.loads(line)
            readings[r["report"]["id"]] = r
    if mode == "errors":
        for g in gold:
            r = readings.get(g["id"], {})
            for kind, (match, _) in KINDS.items():
                _, missed, wrong = pair(match, g[kind], r.get(kind) or [], KINDS[kind][1])
                for sign, xs in (("-", missed), ("+", wrong)):
                    for x in xs:
                        print(
                            sign,
                            g["id"],
                            kind[:-1],
                            json.dumps({k: v for k, v in x.items() if v not in (None, [])}, ensure_ascii=False)[:400],
                        )
        return
    s = score(gold, readings)
    print(
        f"{len(gold)} reports, {len([g for g in gold if g['id'] in readings])} read; headline (mean F1) {s['headline']:.3f}"
    )
    for k, (p, r, f) in s["rows"].items():
        tp, found, n = s["counts"][k]
        print(
            f"{k:11} P {p:.3f}  R {r:.3f}  F1 {f:.3f}   right {tp}, found {found}, gold {n}"
            + (f"   (without {'/'.join(STRICT[k])}: {s['loose'][k]:.3f})" if STRICT.get(k) else "")
        )
    print("people of encounters  P {:.3f}  R {:.3f}  F1 {:.3f}".format(*s["people"]))
    print("events, quad classes  P {:.3f}  R {:.3f}  F1 {:.3f}".format(*s["quad_events"]))
    print("right among matched   " + "  ".join(f"{k} {v}" for k, v in s["attributes"].items()))
    print(
        "right in full         "
        + "  ".join(f"{k} {v:.3f}" for k, v in s["full"].items())
        + f"  mean {sum(s['full'].values()) / len(s['full']):.3f}"
    )
    print("findings (but statements) on the {1} reports that hold none: {0}".format(*s["noise"]))


if __name__ == "__main__":
    main(sys.argv[1:])
