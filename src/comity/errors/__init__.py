"""Every named refusal.

::

    ComityError
    ├── Refused              skip this report, go on with the others (exit status 1)
    │   ├── Unreadable       the bytes hold no text of a report
    │   │   ├── NoAccess
    │   │   ├── EmptyReport
    │   │   ├── BinaryFile
    │   │   ├── TooLarge
    │   │   ├── BadEncoding
    │   │   ├── UnknownFormat
    │   │   ├── NoArticle
    │   │   ├── NestedTooDeep
    │   │   ├── UnsafeMarkup
    │   │   ├── ScannedPdf
    │   │   ├── EncryptedPdf
    │   │   ├── BrokenFile
    │   │   └── TooSlow
    │   ├── BadRecord        a line of JSON that is no report
    │   ├── BadLine          a line of an export that cannot be used
    │   │   ├── FalseEvidence
    │   │   ├── TextLeftOut
    │   │   └── NotThere
    │   ├── NotEnglish
    │   ├── BadDate
    │   ├── Forgotten        erased for cause, not taken in again
    │   ├── BadSpan          source or target that marks no words of its own
    │   │   ├── SpanOutside
    │   │   ├── EmptySpan
    │   │   └── SameSpan
    │   └── NotFetched       the address gave no report
    │       ├── ForbiddenAddress
    │       ├── ForbiddenByRobots
    │       ├── Unreachable
    │       └── BadResponse
    └── Stop                 stop the run (exit status 2)
        ├── NotFound
        ├── BadTerms
        ├── BadModel
        ├── BadSetting
        ├── CannotWrite
        ├── NewerExport
        ├── NotInstalled
        ├── TooManyRows
        ├── NeedsFile
        ├── NoRecord
        ├── NotARecord
        ├── OldRecord
        ├── NewerRecord
        ├── NoDatabase
        ├── RecordBusy
        ├── RecordReadOnly
        ├── RecordFull
        ├── RecordDamaged
        ├── NothingToSearch
        ├── UnknownCountry
        ├── SameCountry
        ├── BadRange         days that cannot be asked for
        ├── NeedsPair
        ├── UnknownSource
        ├── UnknownId
        ├── BadJudgement
        ├── NoSuchReport
        ├── NoSuchFinding
        ├── NoSuchMatter
        ├── NoSuchJudgement
        ├── NoSuchPerson
        ├── Ambiguous
        └── WorkerLost

Each carries ``detail`` (what was met), and ``remedy`` (what to do). ``name`` is the refusal's name
in snake case, as it stands in output: ``encrypted_pdf``.
"""

from comity.errors.refused import (
    BadDate,
    BadEncoding,
    BadLine,
    BadRecord,
    BadResponse,
    BadSpan,
    BinaryFile,
    BrokenFile,
    EmptyReport,
    EmptySpan,
    EncryptedPdf,
    FalseEvidence,
    ForbiddenAddress,
    ForbiddenByRobots,
    Forgotten,
    NestedTooDeep,
    NoAccess,
    NoArticle,
    NotEnglish,
    NotFetched,
    NotThere,
    SameSpan,
    ScannedPdf,
    SpanOutside,
    TextLeftOut,
    TooLarge,
    TooSlow,
    UnknownFormat,
    Unreachable,
    Unreadable,
    UnsafeMarkup,
)
from comity.errors.root import (
    ComityError,
    Refused,
    Stop,
)
from comity.errors.stops import (
    Ambiguous,
    BadJudgement,
    BadModel,
    BadRange,
    BadSetting,
    BadTerms,
    CannotWrite,
    NeedsFile,
    NeedsPair,
    NewerExport,
    NewerRecord,
    NoDatabase,
    NoRecord,
    NoSuchFinding,
    NoSuchJudgement,
    NoSuchMatter,
    NoSuchPerson,
    NoSuchReport,
    NotARecord,
    NotFound,
    NothingToSearch,
    NotInstalled,
    OldRecord,
    RecordBusy,
    RecordDamaged,
    RecordFull,
    RecordReadOnly,
    SameCountry,
    TooManyRows,
    UnknownCountry,
    UnknownId,
    UnknownSource,
    WorkerLost,
)

__all__ = [
    "Ambiguous",
    "BadDate",
    "BadEncoding",
    "BadJudgement",
    "BadLine",
    "BadModel",
    "BadRange",
    "BadRecord",
    "BadResponse",
    "BadSetting",
    "BadSpan",
    "BadTerms",
    "BinaryFile",
    "BrokenFile",
    "CannotWrite",
    "ComityError",
    "EmptyReport",
    "EmptySpan",
    "EncryptedPdf",
    "FalseEvidence",
    "ForbiddenAddress",
    "ForbiddenByRobots",
    "Forgotten",
    "NeedsFile",
    "NeedsPair",
    "NestedTooDeep",
    "NewerExport",
    "NewerRecord",
    "NoAccess",
    "NoArticle",
    "NoDatabase",
    "NoRecord",
    "NoSuchFinding",
    "NoSuchJudgement",
    "NoSuchMatter",
    "NoSuchPerson",
    "NoSuchReport",
    "NotARecord",
    "NotEnglish",
    "NotFetched",
    "NotFound",
    "NotInstalled",
    "NotThere",
    "NothingToSearch",
    "OldRecord",
    "RecordBusy",
    "RecordDamaged",
    "RecordFull",
    "RecordReadOnly",
    "Refused",
    "SameCountry",
    "SameSpan",
    "ScannedPdf",
    "SpanOutside",
    "Stop",
    "TextLeftOut",
    "TooLarge",
    "TooManyRows",
    "TooSlow",
    "UnknownCountry",
    "UnknownFormat",
    "UnknownId",
    "UnknownSource",
    "Unreachable",
    "Unreadable",
    "UnsafeMarkup",
    "WorkerLost",
]
