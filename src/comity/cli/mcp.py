"""``comity mcp``: the record for an assistant, by the Model Context Protocol on standard input and output."""

from comity.cli.place import Db, record_of


def mcp(db: Db = None) -> None:
    """Serve the record to an assistant on standard input and output: tools that only read.

    Words of reports are marked as quotations that nobody vouches for.
    """
    from comity import settings as all_settings
    from comity import terms
    from comity.packages import package

    package("mcp", "web")
    from comity.web.asked import Held
    from comity.web.assistants import server

    settings = all_settings.read()
    with record_of(db) as record:
        server(Held(record, settings, terms.load(settings.terms))).run("stdio")
