"""What the appraiser can be asked and can answer: the classes of its inputs and heads, in the model's order."""

# What a proposal may be.
KINDS = ("encounter", "statement", "agreement", "figure", "pledge", "event")
# The part that a marked stretch of words plays in a proposal; 0 stands for no stretch.
ROLES = ("anchor", "party", "host", "source", "target", "speaker", "person", "elsewhere")
# How far from the proposal's sentence a word stands: in it, or the opening of a sentence so far off.
DISTANCES = ("own", "first", "-4", "-3", "-2", "-1", "+1", "+2", "+3", "+4")

EVENT_CLASSES = (
    "NONE",
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip

MODES = (
    "",
    "aerial", "arrest", "assassinate", "assist", "beat", "boycott", "change", "demo", "deport", "disarm", "disapprove",
    "discontinue", "expel", "explosives", "firearms", "heavy-weapons", "hunger", "investigate", "meet", "militia",
    "multilateral", "obstruct", "phone", "police", "release", "restrict", "return", "riot", "seize", "strike",
    "third-party", "troops", "violence", "visit", "weapons", "withdraw", "yield",
)  # fmt: skip

TOPICS = (
    "politics", "trade", "investment", "finance", "energy", "transport", "agriculture", "industry",
    "construction", "mining", "digital", "technology", "space", "education", "science", "culture",
    "health", "tourism", "environment", "water", "security", "defence", "justice", "migration",
    "consular", "humanitarian", "sport", "rights", "multilateral",
)  # fmt: skip

# What is read off the words alone, whatever the rules hold.
TOLD = {
    "encounter_kind": ("visit", "meeting", "call", "talks", "summit", "forum"),
    "encounter_status": ("held", "planned", "cancelled"),
    "agreement_kind": ("treaty", "agreement", "memorandum", "protocol", "programme", "declaration", "contract"),
    "agreement_status": ("signed", "in_force", "planned", "ratified", "rejected", "terminated"),
    "figure_measure": (
        "trade", "exports", "imports", "investment", "finance", "companies", "projects", "people", "other",
    ),
    "figure_status": ("reported", "target"),
}  # fmt: skip

# What the rules claim of a proposal, as the appraiser is told; 0 stands for nothing.
CLAIMS = (
    *(f"{name}={value}" for name, values in TOLD.items() for value in values),
    *(f"belief={tenth}" for tenth in range(11)),
    *(f"parties={number}" for number in range(1, 6)),
    *(f"absent={number}" for number in range(4)),
    *(f"place={place}" for place in ("first", "early", "middle", "late")),
    "vouched", "unvouched", "main", "crossing", "foreign", "directed", "dated", "hosted", "peopled",
    "named", "office", "nobody", "growth", "money", "count", "percent", "goods",
    *(f"event={kind}" for kind in EVENT_CLASSES[1:]), "joint",
)  # fmt: skip
