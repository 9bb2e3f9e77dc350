"""A brief of an account: composed for one side, with what official statistics add."""

from collections.abc import Mapping, Sequence

from comity.brief.composing import compose
from comity.brief.model import Brief, Made
from comity.brief.official import official
from comity.dossier import Account, dossier
from comity.findings import Code, Reader, Span
from comity.statistics.mirror import Row
from comity.terms import Terms
from comity.terms.states import States
from comity.version import __version__


def brief(
    account: Account,
    us: Code,
    terms: Terms,
    passages: Mapping[tuple[str, Span], str],
    readers: tuple[Reader, ...],
    trade: Sequence[Row] = (),
) -> Brief:
    """The brief for `us`; `passages` are the words of outcomes, `trade` what both sides' statistics count."""
    page = dossier(account, terms)
    names = {code: actor.name for code, actor in terms.table(States).by_code.items()}
    made = Made(version=__version__, readers=readers, reports=len(page.sources), day=page.day)
    return compose(page, us, made, passages, official(trade, names))
