"""The network that weighs proposals: marked words of a sentence in, how likely they tell a finding out.

A proposal is a handful of slots, each a marked stretch of words with its part (what tells it, a party,
the source, the speaker). Slots attend to each other and to the words of their sentence and the openings
of the report's other sentences, but no word attends to a slot ("levitated markers": PURE, Zhong and
Chen 2021; PL-Marker, Ye and others 2022): the encoder runs once for all proposals. The claim (its kind,
status, measure as the rules have them) joins the query slot alone, which the other slots do not see, so
that what is read off the other slots is not told to them.
"""

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from comity.language.appraisal import CLAIMS, DISTANCES, EVENT_CLASSES, KINDS, MODES, ROLES, TOLD, TOPICS
from training.encoder import WIDTH, Locked

NARROW, HEADS, INNER, LAYERS = 256, 4, 512, 2


@dataclass(frozen=True)
class Marks:
    """Proposals as the network takes them.

    own: (proposals,) the text of each; first, last: (proposals, slots, WIDTH) word vectors of each slot; roles:
    (proposals, slots), 0 where there is no slot; kinds: (proposals,); claims: (proposals, claims), 0 for none
    """

    own: Tensor
    first: Tensor
    last: Tensor
    roles: Tensor
    kinds: Tensor
    claims: Tensor


class Attention(nn.Module):
    """Attention of slots to something, with fewer dimensions than the encoder's."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(NARROW, NARROW) for _ in range(4))

    def forward(self, slots: Tensor, offered: Tensor, bias: Tensor, own: Tensor | None = None) -> Tensor:
        """slots: (proposals, slots, NARROW); offered: (proposals or texts, places, NARROW), `own` then the text of
        each proposal; bias: (proposals, 1, slots or 1, places), very negative where a slot must not look."""
        q, k, v = (
            part(x).unflatten(2, (HEADS, -1)).transpose(1, 2)
            for part, x in ((self.query, slots), (self.key, offered), (self.value, offered))
        )
        if own is not None:
            k, v = k.index_select(0, own), v.index_select(0, own)
        weights = functional.softmax(q @ k.transpose(2, 3) / math.sqrt(NARROW // HEADS) + bias, dim=-1)
        result: Tensor = self.out((weights @ v).transpose(1, 2).flatten(2))
        return result


class Layer(nn.Module):
    """Slots look at each other, then at the text (pre-norm)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.norms = nn.ModuleList(nn.LayerNorm(NARROW) for _ in range(3))
        self.own, self.text = Attention(), Attention()
        self.feed = nn.Sequential(nn.Linear(NARROW, INNER), nn.GELU(), Locked(dropout), nn.Linear(INNER, NARROW))
        self.dropout = Locked(dropout)

    def forward(self, slots: Tensor, memory: Tensor, own: Tensor, apart: Tensor, hidden: Tensor) -> Tensor:
        """`own`: the text of each proposal; `apart`, `hidden`: biases of the attention to slots and to memory."""
        normed = self.norms[0](slots)
        slots = slots + self.dropout(self.own(normed, normed, apart))
        slots = slots + self.dropout(self.text(self.norms[1](slots), memory, hidden, own))
        result: Tensor = slots + self.dropout(self.feed(self.norms[2](slots)))
        return result


class Appraiser(nn.Module):
    """Proposals of sentences whose words the encoder has read -> scores."""

    def __init__(self, dropout: float = 0.15) -> None:
        super().__init__()
        self.memory = nn.Sequential(nn.Linear(WIDTH, NARROW), nn.LayerNorm(NARROW))
        self.distances = nn.Embedding(len(DISTANCES), NARROW)
        self.ends = nn.Linear(2 * WIDTH, NARROW)
        self.roles = nn.Embedding(1 + len(ROLES), NARROW)
        self.kinds = nn.Embedding(len(KINDS), NARROW)
        self.claims = nn.Embedding(1 + len(CLAIMS), NARROW, padding_idx=0)
        self.norm = nn.LayerNorm(NARROW)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.last = nn.LayerNorm(NARROW)
        # What is asked of the whole is read off the query and the first two slots.
        self.right, self.event, self.mode = (
            nn.Sequential(nn.Dropout(dropout), nn.Linear(3 * NARROW, classes))
            for classes in (len(KINDS), len(EVENT_CLASSES), len(MODES))
        )
        self.told = nn.ModuleDict(
            {name: nn.Sequential(nn.Dropout(dropout), nn.Linear(NARROW, len(values))) for name, values in TOLD.items()}
        )
        self.topics = nn.Sequential(nn.Dropout(dropout), nn.Linear(WIDTH, len(TOPICS)))

    def forward(self, memory: Tensor, distances: Tensor, marks: Marks) -> dict[str, Tensor]:
        """memory: (texts, places, WIDTH) with `distances` (texts, places), -1 at padding. Scores by head:
        "right" (proposals,), the others (proposals, classes)."""
        text = self.memory(memory) + self.distances(distances.clamp(min=0))
        slots = self.ends(torch.cat([marks.first, marks.last], 2)) + self.roles(marks.roles)
        query = self.kinds(marks.kinds) + self.claims(marks.claims).sum(1)
        slots = self.norm(torch.cat([query.unsqueeze(1), slots], 1))
        hidden = ((distances < 0).to(slots.dtype) * -1e4).index_select(0, marks.own)[:, None, None, :]
        apart = self._apart(marks.roles, slots.dtype)
        for layer in self.layers:
            slots = layer(slots, text, marks.own, apart, hidden)
        slots = self.last(slots)
        whole = slots[:, :3].flatten(1)
        return {
            "right": self.right(whole).gather(1, marks.kinds.unsqueeze(1)).squeeze(1),
            "event": self.event(whole),
            "mode": self.mode(whole),
        } | {name: head(slots[:, 1]) for name, head in self.told.items()}

    @staticmethod
    def _apart(roles: Tensor, dtype: torch.dtype) -> Tensor:
        """(proposals, 1, 1 + slots, 1 + slots): nobody looks at a missing slot, no slot at the query."""
        missing = functional.pad((roles == 0).to(dtype), (1, 0))
        place = torch.arange(missing.shape[1], device=roles.device)
        query = ((place > 0).unsqueeze(1) & (place == 0).unsqueeze(0)).to(dtype)
        return (missing.unsqueeze(1) + query).clamp(max=1.0).unsqueeze(1) * -1e4
