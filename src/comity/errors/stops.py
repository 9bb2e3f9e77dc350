"""What stops a run."""

from comity.errors.root import Stop


class NotFound(Stop):
    """A path that does not exist, cannot be reached or holds no reports, or is named twice."""

    REMEDY = "Check the path."


class BadTerms(Stop):
    """A vocabulary file that cannot be used; the detail names file and entry."""

    REMEDY = "Correct the entry in the file named, or remove the file."


class BadModel(Stop):
    """A model file that is missing or is not the one its manifest describes."""

    REMEDY = "Install Comity again."


class BadSetting(Stop):
    """A setting with a value it cannot have."""

    REMEDY = "See `comity settings`."


class NoRecord(Stop):
    """A place where no record is, or a file that cannot be opened."""

    REMEDY = "Check --db or COMITY_DB; `comity add` begins a record."


class NotARecord(Stop):
    """A database or file that holds something else."""

    REMEDY = "Check --db or COMITY_DB; give another file or an empty database."


class OldRecord(Stop):
    """A record whose tables are those of an older Comity."""

    REMEDY = "Run `comity db upgrade`."


class NewerRecord(Stop):
    """A record whose tables are those of a newer Comity."""

    REMEDY = "Use the Comity that wrote it, or a newer one."


class NoDatabase(Stop):
    """A database server that gives no answer, refuses the login or breaks off; what was not finished is undone."""

    REMEDY = "Check that the server runs and that address, name and password are right, and run again."


class RecordBusy(Stop):
    """Another process has been writing for longer than one waits."""

    REMEDY = "Wait until it is done, and run again."


class RecordReadOnly(Stop):
    """A record that may be read but not written."""

    REMEDY = "Check that you may write to the file and its folder, or ask for the rights to the database."


class RecordFull(Stop):
    """No room on the disk; what was not finished is undone, the record is whole."""

    REMEDY = "Make room on the disk, and run again."


class RecordDamaged(Stop):
    """A record that cannot be read for damage of the file or the disk."""

    REMEDY = "Check the disk, run `comity db check`, and go back to a backup where it finds damage."


class BadJudgement(Stop):
    """A judgement that cannot be made: on what is not there, or with a value that does not fit."""

    REMEDY = "See `comity judge --help`; `comity why ID` shows a finding's fields."


class NoSuchReport(Stop):
    """No report of the record is named so."""

    REMEDY = "Give its id, at least six characters of it, its address or its file's name."


class NoSuchFinding(Stop):
    """No finding of the record is named so."""

    REMEDY = "Give its id, or at least six characters of it; `comity why MATTER` shows the ids of its findings."


class NoSuchMatter(Stop):
    """No matter of the record is named so."""

    REMEDY = "Give its id, or m and at least six characters of it; `comity list` shows ids."


class NoSuchJudgement(Stop):
    """No judgement of the record is named so."""

    REMEDY = "Give its id, or at least six characters of it; `comity why ID` shows the judgements on a finding."


class NoSuchPerson(Stop):
    """No person, and no name of one, in the record is named so."""

    REMEDY = "Give the id, or at least six characters of it; `comity person NAME` shows ids, `comity why ID` all names."


class Ambiguous(Stop):
    """A name that several answer to; the detail lists them."""

    REMEDY = "Give more of the id."


class WorkerLost(Stop):
    """A process that read reports died, most likely for want of memory."""

    REMEDY = "Give the machine more memory, or set COMITY_WORKERS=1, and run again."


class CannotWrite(Stop):
    """A file that cannot be written."""

    REMEDY = "Check that the folder exists, may be written to and has room."


class NothingToSearch(Stop):
    """Words to search for that hold no letter and no digit."""

    REMEDY = "Give at least one word; words in double quotes must follow each other."


class UnknownCountry(Stop):
    """A name or code of no state or body that the vocabulary knows; the detail gives those like it."""

    REMEDY = "Give an ISO 3166-1 code such as KAZ, or a name such as Kazakhstan."


class SameCountry(Stop):
    """A relation of a state with itself."""

    REMEDY = "Give two different states or bodies."


class BadRange(Stop):
    """A day that is none, or a first day after the last."""

    REMEDY = "Give days as YYYY-MM-DD, YYYY-MM or YYYY, the first before the last."


class NeedsPair(Stop):
    """A day in the past of a question that can only be asked of two countries then."""

    REMEDY = "Give two countries, or leave --as-of out."


class UnknownSource(Stop):
    """A source of which no report is kept."""

    REMEDY = "Give the outlet of a report that is kept, or the host of its address."


class UnknownId(Stop):
    """An id under which the record holds nothing."""

    REMEDY = "Give the id of a report, finding, matter or person, as `comity list`, `show` and `person` print them."


class NewerExport(Stop):
    """Lines in the form of a newer Comity."""

    REMEDY = "Use the Comity that wrote them, or a newer one."


class NotInstalled(Stop):
    """A format or database that needs a package, or a program, which is not installed."""

    REMEDY = 'Run `pip install "comity[tables]"`.'


class BriefNotMade(Stop):
    """A brief that pandoc or Typst did not take."""

    REMEDY = "Write it with --format md instead, and report the words of this refusal as a fault of Comity."


class TooManyRows(Stop):
    """More rows than a sheet can hold."""

    REMEDY = "Export csv or parquet, or less: see --kind, --between, --since and --until."


class NeedsFile(Stop):
    """A format that is no text, or of several files, and no place named to write it to."""

    REMEDY = "Name a file or folder with --output."


class UnknownMap(Stop):
    """A map of tables that Comity does not ship and that is no file; the detail lists those shipped."""

    REMEDY = "Name one of the maps listed, or give a file of your own with --map."


class NotForOthers(Stop):
    """An address at which other machines could read the record: there are no accounts yet to keep others out."""

    REMEDY = "Leave --host out, or reach this machine by a tunnel such as `ssh -L 8642:127.0.0.1:8642`."


class PortTaken(Stop):
    """A port at which nothing can be served: another program has it, or it is not for everybody to take."""

    REMEDY = "Give another --port, above 1023, or stop what is served there."


class NotAllowed(Stop):
    """Somebody who may not judge from the browser, or has no name to judge under."""

    REMEDY = "Open the address to judge that `comity serve` prints when it is started."


class NoSeriesHeld(Stop):
    """A question of potential for which no figures are at hand."""

    REMEDY = (
        "Give a panel of many countries' flows with what may explain them (--panel), and for products their flows by "
        "HS heading (--products), for example from CEPII's Gravity and BACI, or UN Comtrade."
    )


class EmptyPanel(Stop):
    """A panel of flows without a row, or without a flow above nought."""

    REMEDY = "Give flows of several countries with each other in a year, with what may explain them."


class NotEstimated(Stop):
    """A benchmark that cannot be estimated; the detail says why."""

    REMEDY = "Look for flows or covariates that are no numbers, and give more countries or years."


class NotInPanel(Stop):
    """A country or year that the panel lacks, or whose other flows are all nought."""

    REMEDY = "Give a panel that holds both countries' trade with others in the year asked for."


class TooCoarse(Stop):
    """Products in so few groups that nothing can be advised on single goods."""

    REMEDY = "Give exports by HS heading (four digits) or finer, for example from BACI or UN Comtrade."


class UnknownSeriesSource(Stop):
    """A source of official statistics that is not known, or of which a part is missing."""

    REMEDY = (
        "Give a file, an address, imts:REPORTER:PARTNER, comtrade:REPORTER:PARTNER:PERIOD (YYYY or YYYY-MM), or "
        "worldbank:ECONOMIES:INDICATOR:FIRST:LAST (KAZ+ARM, years)."
    )


class BadMap(Stop):
    """A map of tables that cannot be used; the detail names the entry."""

    REMEDY = "Correct the entry in the map's file."
