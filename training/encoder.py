"""The network: MiniLM-L6 with the shape of words added, and four heads on each word's first piece."""

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from comity.language.pieces import SHAPES

LAYERS, WIDTH, ATTENTION_HEADS, INNER, POSITIONS = 6, 384, 12, 1536, 512
ARC_WIDTH, LABEL_WIDTH = 256, 96


class Locked(nn.Module):
    """Dropout with one mask for all words of a sentence (as parsers use it, and far cheaper to draw)."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        """x: (batch, words, width)."""
        if not self.training or self.rate == 0:
            return x
        kept = torch.rand(x.shape[0], 1, x.shape[2], device=x.device) >= self.rate
        return x * (kept / (1 - self.rate))


class Layer(nn.Module):
    """One transformer layer as in BERT (post-norm)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.norm_attended = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.norm_outer = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = Locked(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """x: (batch, pieces, WIDTH); bias: (batch, 1, 1, pieces), very negative at padding."""
        batch, pieces, _ = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(batch, pieces, ATTENTION_HEADS, -1).transpose(1, 2)

        asked, offered, carried = split(self.query(x)), split(self.key(x)), split(self.value(x))
        if self.training:  # dropout on attention is left out: the fused kernel is a third faster without
            mixed = functional.scaled_dot_product_attention(asked, offered, carried, attn_mask=bias)
        else:
            scores = asked @ offered.transpose(2, 3) / math.sqrt(WIDTH // ATTENTION_HEADS)
            mixed = functional.softmax(scores + bias, dim=-1) @ carried
        mixed = mixed.transpose(1, 2).reshape(batch, pieces, WIDTH)
        x = self.norm_attended(x + self.dropout(self.attended(mixed)))
        result: Tensor = self.norm_outer(x + self.dropout(self.outer(functional.gelu(self.inner(x)))))
        return result


class Biaffine(nn.Module):
    """Scores of every (word, head) pair for `outputs` classes."""

    def __init__(self, width: int, outputs: int, dropout: float) -> None:
        super().__init__()
        self.child, self.head = (
            nn.Sequential(Locked(dropout), nn.Linear(WIDTH, width), nn.GELU(), Locked(dropout)) for _ in range(2)
        )
        self.width, self.outputs = width, outputs
        self.product = nn.Linear(width, outputs * width, bias=False)
        nn.init.normal_(self.product.weight, std=0.5 / width)
        self.child_alone, self.head_alone = nn.Linear(width, outputs), nn.Linear(width, outputs)

    def forward(self, x: Tensor) -> Tensor:
        """x: (batch, 1 + words, WIDTH) -> (batch, words, outputs, 1 + words)."""
        child, head = self.child(x[:, 1:]), self.head(x)
        batch, words, _ = child.shape
        left = self.product(child).view(batch, words * self.outputs, self.width)
        pairs = (left @ head.transpose(1, 2)).view(batch, words, self.outputs, -1)
        alone = self.head_alone(head).transpose(1, 2).unsqueeze(1)
        result: Tensor = pairs + self.child_alone(child).unsqueeze(3) + alone
        return result

    def of_arcs(self, x: Tensor, heads: Tensor) -> Tensor:
        """The same for one head per word only, as training needs: heads (batch, words) -> (batch, words, outputs)."""
        child, head = self.child(x[:, 1:]), self.head(x)
        chosen = torch.gather(head, 1, heads.unsqueeze(2).expand(-1, -1, self.width))
        left = self.product(child).unflatten(2, (self.outputs, self.width))
        alone = torch.gather(self.head_alone(head), 1, heads.unsqueeze(2).expand(-1, -1, self.outputs))
        result: Tensor = (left * chosen.unsqueeze(2)).sum(3) + self.child_alone(child) + alone
        return result


class Encoder(nn.Module):
    """Pieces of a batch of sentences -> scores of tags, arcs, labels and names for every word."""

    def __init__(self, sizes: dict[str, int], dropout: float = 0.1, head_dropout: float = 0.25) -> None:
        """`sizes`: number of classes by "upos", "xpos", "labels", "names"."""
        super().__init__()
        self.pieces = nn.Embedding(30522, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = Locked(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        nn.init.zeros_(self.shapes.weight)
        self.arcs = Biaffine(ARC_WIDTH, 1, head_dropout)
        self.labels = Biaffine(LABEL_WIDTH, sizes["labels"], head_dropout)
        self.tags = nn.ModuleDict(
            {
                task: nn.Sequential(Locked(head_dropout), nn.Linear(WIDTH, sizes[task]))
                for task in ("upos", "xpos", "names")
            }
        )

    def words(self, ids: Tensor, shapes: Tensor, words: Tensor) -> Tensor:
        """ids, shapes: (batch, pieces), 0 is padding; words: (batch, 1 + words) -> word vectors."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.pieces(ids) + self.positions(places) + self.kind + self.shapes(shapes)
        x = self.dropout(self.norm(x))
        bias = ((ids == 0).to(x.dtype) * -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        return torch.gather(x, 1, words.unsqueeze(2).expand(-1, -1, WIDTH))

    def forward(self, ids: Tensor, shapes: Tensor, words: Tensor, heads: Tensor | None = None) -> dict[str, Tensor]:
        """Scores by task: tags (batch, words, classes), arcs (batch, words, 1 + words), labels
        (batch, words, classes, 1 + words), or (batch, words, classes) where `heads` are given."""
        return self.heads(self.words(ids, shapes, words), heads)

    def heads(self, x: Tensor, heads: Tensor | None = None) -> dict[str, Tensor]:
        """The same from word vectors (batch, 1 + words, WIDTH)."""
        found = {task: head(x[:, 1:]) for task, head in self.tags.items()}
        labels = self.labels(x) if heads is None else self.labels.of_arcs(x, heads)
        return found | {"arcs": self.arcs(x)[:, :, 0], "labels": labels}


def load_base(model: Encoder, path: Path) -> None:
    """Puts the weights of all-MiniLM-L6-v2 (model.safetensors) into the encoder's own names."""
    theirs = load_file(path)
    model.pieces.weight.data.copy_(theirs["embeddings.word_embeddings.weight"])
    model.positions.weight.data.copy_(theirs["embeddings.position_embeddings.weight"])
    model.kind.data.copy_(theirs["embeddings.token_type_embeddings.weight"][0])
    pairs = {"norm": "embeddings.LayerNorm"}
    for n in range(LAYERS):
        here, there = f"layers.{n}", f"encoder.layer.{n}"
        pairs |= {f"{here}.{name}": f"{there}.attention.self.{name}" for name in ("query", "key", "value")}
        pairs[f"{here}.attended"] = f"{there}.attention.output.dense"
        pairs[f"{here}.norm_attended"] = f"{there}.attention.output.LayerNorm"
        pairs[f"{here}.inner"] = f"{there}.intermediate.dense"
        pairs[f"{here}.outer"] = f"{there}.output.dense"
        pairs[f"{here}.norm_outer"] = f"{there}.output.LayerNorm"
    own = model.state_dict()
    for mine, their in pairs.items():
        for part in ("weight", "bias"):
            own[f"{mine}.{part}"].copy_(theirs[f"{their}.{part}"])
