"""The trained network as ONNX: outputs are what the runtime decodes, not raw scores."""

from pathlib import Path

import torch
from torch import Tensor, nn

from training.encoder import Encoder

INPUTS = ("ids", "shapes", "words")
OUTPUTS = ("upos", "xpos", "names", "arcs", "labels")


class Exported(nn.Module):
    """upos, xpos: (batch, words) classes; names: (batch, words, classes) scores; arcs: (batch, words,
    1 + words) scores; labels: (batch, words, 1 + words) best label if that were the head."""

    def __init__(self, model: Encoder) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, shapes: Tensor, words: Tensor) -> tuple[Tensor, ...]:
        """See the class."""
        found = self.model(ids, shapes, words)
        upos, xpos = (found[task].argmax(2).to(torch.int32) for task in ("upos", "xpos"))
        labels = found["labels"].argmax(2).to(torch.int32)
        return upos, xpos, found["names"], found["arcs"], labels


def export(model: Encoder, path: Path) -> None:
    """Writes the network in single precision; batch, pieces and words are free."""
    model.eval()
    pieces = torch.tensor([[101, 2023, 2003, 1037, 3231, 102]] * 2)
    words = torch.tensor([[0, 1, 2, 3, 4]] * 2)
    torch.onnx.export(
        Exported(model),
        (pieces, torch.ones_like(pieces), words),
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes={"ids": {0: "b", 1: "p"}, "shapes": {0: "b", 1: "p"}, "words": {0: "b", 1: "w"}}
        | {name: {0: "b", 1: "n"} for name in ("upos", "xpos", "names")}
        | {name: {0: "b", 1: "n", 2: "w"} for name in ("arcs", "labels")},
        opset_version=17,
        dynamo=False,
    )
