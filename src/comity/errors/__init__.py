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
    │   │   ├── BrokenArchive
    │   │   ├── BrokenFile
    │   │   └── TooSlow
    │   ├── BadTable         a table of statistics, or a row of it
    │   │   ├── EmptyTable
    │   │   ├── UnknownTable
    │   │   ├── WrongScale
    │   │   ├── MixedUnits
    │   │   ├── AmbiguousNumber
    │   │   ├── BadNumber
    │   │   ├── NegativeValue
    │   │   ├── UnknownEconomy
    │   │   ├── BadPeriod
    │   │   ├── CellTwice
    │   │   └── BrokenAnswer
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
    │       ├── BadResponse
    │       └── NoFigures    a source of statistics that answered without figures
    │           ├── EmptyAnswer
    │           ├── NoSeries
    │           ├── MissingKey
    │           ├── TooManyRequests
    │           └── StoppedReporting
    └── Stop                 stop the run (exit status 2)
        ├── NotFound
        ├── BadTerms
        ├── BadModel
        ├── UnknownMap
        ├── UnknownSeriesSource
        ├── NotForOthers
        ├── NotAllowed
        ├── PortTaken
        ├── NoSeriesHeld
        ├── EmptyPanel
        ├── NotEstimated
        ├── NotInPanel
        ├── TooCoarse
        ├── BadMap
        ├── BadSetting
        ├── CannotWrite
        ├── NewerExport
        ├── NotInstalled
        ├── BriefNotMade
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
    AmbiguousNumber,
    BadDate,
    BadEncoding,
    BadLine,
    BadNumber,
    BadPeriod,
    BadRecord,
    BadResponse,
    BadSpan,
    BadTable,
    BinaryFile,
    BrokenAnswer,
    BrokenArchive,
    BrokenFile,
    CellTwice,
    EmptyAnswer,
    EmptyReport,
    EmptySpan,
    EmptyTable,
    EncryptedPdf,
    FalseEvidence,
    ForbiddenAddress,
    ForbiddenByRobots,
    Forgotten,
    MissingKey,
    MixedUnits,
    NegativeValue,
    NestedTooDeep,
    NoAccess,
    NoArticle,
    NoFigures,
    NoSeries,
    NotEnglish,
    NotFetched,
    NotThere,
    SameSpan,
    ScannedPdf,
    SpanOutside,
    StoppedReporting,
    TextLeftOut,
    TooLarge,
    TooManyRequests,
    TooSlow,
    UnknownEconomy,
    UnknownFormat,
    UnknownTable,
    Unreachable,
    Unreadable,
    UnsafeMarkup,
    WrongScale,
)
from comity.errors.root import (
    ComityError,
    Refused,
    Stop,
)
from comity.errors.stops import (
    Ambiguous,
    BadJudgement,
    BadMap,
    BadModel,
    BadRange,
    BadSetting,
    BadTerms,
    BriefNotMade,
    CannotWrite,
    EmptyPanel,
    NeedsFile,
    NeedsPair,
    NewerExport,
    NewerRecord,
    NoDatabase,
    NoRecord,
    NoSeriesHeld,
    NoSuchFinding,
    NoSuchJudgement,
    NoSuchMatter,
    NoSuchPerson,
    NoSuchReport,
    NotAllowed,
    NotARecord,
    NotEstimated,
    NotForOthers,
    NotFound,
    NothingToSearch,
    NotInPanel,
    NotInstalled,
    OldRecord,
    PortTaken,
    RecordBusy,
    RecordDamaged,
    RecordFull,
    RecordReadOnly,
    SameCountry,
    TooCoarse,
    TooManyRows,
    UnknownCountry,
    UnknownId,
    UnknownMap,
    UnknownSeriesSource,
    UnknownSource,
    WorkerLost,
)

__all__ = [
    "Ambiguous",
    "AmbiguousNumber",
    "BadDate",
    "BadEncoding",
    "BadJudgement",
    "BadLine",
    "BadMap",
    "BadModel",
    "BadNumber",
    "BadPeriod",
    "BadRange",
    "BadRecord",
    "BadResponse",
    "BadSetting",
    "BadSpan",
    "BadTable",
    "BadTerms",
    "BinaryFile",
    "BriefNotMade",
    "BrokenAnswer",
    "BrokenArchive",
    "BrokenFile",
    "CannotWrite",
    "CellTwice",
    "ComityError",
    "EmptyAnswer",
    "EmptyPanel",
    "EmptyReport",
    "EmptySpan",
    "EmptyTable",
    "EncryptedPdf",
    "FalseEvidence",
    "ForbiddenAddress",
    "ForbiddenByRobots",
    "Forgotten",
    "MissingKey",
    "MixedUnits",
    "NeedsFile",
    "NeedsPair",
    "NegativeValue",
    "NestedTooDeep",
    "NewerExport",
    "NewerRecord",
    "NoAccess",
    "NoArticle",
    "NoDatabase",
    "NoFigures",
    "NoRecord",
    "NoSeries",
    "NoSeriesHeld",
    "NoSuchFinding",
    "NoSuchJudgement",
    "NoSuchMatter",
    "NoSuchPerson",
    "NoSuchReport",
    "NotARecord",
    "NotAllowed",
    "NotEnglish",
    "NotEstimated",
    "NotFetched",
    "NotForOthers",
    "NotFound",
    "NotInPanel",
    "NotInstalled",
    "NotThere",
    "NothingToSearch",
    "OldRecord",
    "PortTaken",
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
    "StoppedReporting",
    "TextLeftOut",
    "TooCoarse",
    "TooLarge",
    "TooManyRequests",
    "TooManyRows",
    "TooSlow",
    "UnknownCountry",
    "UnknownEconomy",
    "UnknownFormat",
    "UnknownId",
    "UnknownMap",
    "UnknownSeriesSource",
    "UnknownSource",
    "UnknownTable",
    "Unreachable",
    "Unreadable",
    "UnsafeMarkup",
    "WorkerLost",
    "WrongScale",
]
