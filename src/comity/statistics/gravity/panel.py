"""A panel of flows: who sells to whom in a year, how much, and what may explain it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from comity.errors import EmptyPanel, NotInPanel
from comity.statistics.gravity.effects import Array

Names = npt.NDArray[np.str_]


@dataclass(frozen=True)
class Panel:
    """Rows of one or more years; all arrays are (n,).

    exporters, importers: ISO 3166-1 alpha-3; a country's flow to itself is left out
    flows:      values of trade, nought or more, in one unit
    covariates: by name, such as the logarithm of the distance, a common border, a common language
    """

    exporters: Names
    importers: Names
    years: npt.NDArray[np.int64]
    flows: Array
    covariates: Mapping[str, Array]

    def __len__(self) -> int:
        return len(self.flows)

    @property
    def countries(self) -> frozenset[str]:
        """Whoever sells or buys."""
        return frozenset(map(str, np.union1d(self.exporters, self.importers)))

    @property
    def pairs(self) -> Names:
        """(n,): the two countries of each row, in order of the alphabet."""
        turned = self.exporters > self.importers
        first = np.where(turned, self.importers, self.exporters)
        last = np.where(turned, self.exporters, self.importers)
        joined: Names = np.char.add(np.char.add(first, " "), last)
        return joined

    def of(self, rows: npt.NDArray[np.bool_]) -> "Panel":
        """These rows alone."""
        return replace(
            self,
            exporters=self.exporters[rows],
            importers=self.importers[rows],
            years=self.years[rows],
            flows=self.flows[rows],
            covariates={name: column[rows] for name, column in self.covariates.items()},
        )

    def of_year(self, year: int) -> "Panel":
        """The flows of a year between two countries; raises ``NotInPanel`` and ``EmptyPanel``."""
        if not len(self):
            raise EmptyPanel("No row of flows.")
        found = self.of((self.years == year) & (self.exporters != self.importers))
        if not len(found):
            held = sorted({int(one) for one in self.years})
            raise NotInPanel(f"Of {year} no flow is held; years from {held[0]} to {held[-1]} are.")
        return found

    def explained_by(self, names: Collection[str]) -> "Panel":
        """The same with these covariates alone."""
        return replace(self, covariates={name: self.covariates[name] for name in names})
