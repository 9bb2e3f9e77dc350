"""Measures of trade by product, on plain arrays.

`exports` are (countries, products); `flows` (exporters, importers, products); missing flows count as nought.
"""

import numpy as np

from comity.statistics.gravity.effects import Array


def advantage(exports: Array) -> Array:
    """Revealed comparative advantage (Balassa 1965), (countries, products): a product's share in a country's exports
    over its share in all exports; nan where a country or product has none."""
    with np.errstate(divide="ignore", invalid="ignore"):
        own = exports / exports.sum(1, keepdims=True)
        found: Array = own / (exports.sum(0) / exports.sum())
    return found


def intensity(flows: Array) -> Array:
    """Trade intensity (Brown 1949; Kojima 1964), (exporters, importers): the importer's share in the exporter's exports
    over its share in all; above n / (n - 1) is more than its size makes likely. `flows` are (exporters, importers)."""
    own = without_self(flows)
    with np.errstate(divide="ignore", invalid="ignore"):
        found: Array = (own / own.sum(1, keepdims=True)) / (own.sum(0, keepdims=True) / own.sum())
    return found


def complementarity(exports: Array, imports: Array) -> Array:
    """Trade complementarity (Michaely 1996), (exporters, importers): 100 where one sells in the shares in which the
    other buys, 0 where nothing meets, nan where one sells or the other buys nothing.

    It falls with finer products: give their number with it.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        sells = exports / exports.sum(1, keepdims=True)
        buys = imports / imports.sum(1, keepdims=True)
    found: Array = 100 * (1 - np.abs(buys[None, :, :] - sells[:, None, :]).sum(2) / 2)
    return found


def without_self(flows: Array) -> Array:
    """The same with what countries sell to themselves set to nought."""
    found = flows.copy()
    np.fill_diagonal(found, 0.0)
    return found


def export_potential(flows: Array, ease: Array | None = None) -> Array:
    """ITC's export potential (Decreux and Spies 2016) in its bare form, (exporters, importers, products): supply times
    demand times ease, of which supply is the exporter's share in the product, demand the importer's purchases of it,
    and ease how much the two trade against what their products make likely.

    Without `ease` (exporters, importers) given it is taken from the flows. Then potential adds up to the actual trade
    of each pair over its products: it tells of the mix of products inside a pair, and cannot see that a pair trades
    little. No growth, tariffs or distances are in it.
    """
    supply = flows.sum(1) / np.maximum(flows.sum((0, 1)), 1e-300)
    demand = flows.sum(0)
    likely = np.einsum("ik,jk->ij", supply, demand)
    if ease is None:
        ease = np.divide(flows.sum(2), likely, out=np.zeros_like(likely), where=likely > 0)
    found: Array = supply[:, None, :] * demand[None, :, :] * ease[:, :, None]
    return found


def proximity(exports: Array) -> Array:
    """How near products are (Hidalgo and others 2007), (products, products): the lesser of the chances that who sells
    one with advantage so sells the other."""
    sold = np.nan_to_num(advantage(exports)) >= 1
    together = sold.T.astype(float) @ sold
    often = np.maximum(sold.sum(0)[:, None], sold.sum(0)[None, :])
    found: Array = np.divide(together, often, out=np.zeros_like(together), where=often > 0)
    return found


def density(exports: Array, *, itself: bool = False) -> Array:
    """How near a product lies to what a country sells with advantage already, 0 to 1, (countries, products). A product
    is not near to itself unless `itself` is set, as other programs have it."""
    near = proximity(exports)
    if not itself:
        near = without_self(near)
    sold = (np.nan_to_num(advantage(exports)) >= 1).astype(float)
    whole = near.sum(0)
    found: Array = np.divide(sold @ near, whole, out=np.zeros_like(sold), where=whole > 0)
    return found
