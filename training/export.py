"""The trained networks as ONNX: outputs are what the runtime decodes, not raw scores."""

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from comity.language.questions import MOST_SLOTS
from training.appraiser import Appraiser, Marks
from training.encoder import WIDTH, Encoder

# What the names of all parts of the topics' head begin with.
TOPICS = "/topics/"
INPUTS = ("ids", "shapes", "words")
OUTPUTS = ("upos", "xpos", "names", "arcs", "labels", "vectors")
ASKED = ("memory", "distances", "own", "first", "last", "roles", "kinds", "claims")
ANSWERED = ("right", "event", "mode")


class Exported(nn.Module):
    """upos, xpos: (batch, words) classes; names: (batch, words, classes) scores; arcs: (batch, words,
    1 + words) scores; labels: (batch, words, 1 + words) best label if that were the head; vectors: (batch,
    1 + words, width)."""

    def __init__(self, model: Encoder) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, shapes: Tensor, words: Tensor) -> tuple[Tensor, ...]:
        """See the class."""
        vectors = self.model.words(ids, shapes, words)
        found = self.model.heads(vectors)
        upos, xpos = (found[task].argmax(2).to(torch.int32) for task in ("upos", "xpos"))
        labels = found["labels"].argmax(2).to(torch.int32)
        return upos, xpos, found["names"], found["arcs"], labels, vectors


class ExportedAppraiser(nn.Module):
    """The appraiser with all its inputs in a row; outputs in the order of ANSWERED."""

    def __init__(self, model: Appraiser) -> None:
        super().__init__()
        self.model = model

    def forward(self, memory: Tensor, distances: Tensor, *marks: Tensor) -> tuple[Tensor, ...]:
        """See ``Appraiser.forward``."""
        found = self.model(memory, distances, Marks(*marks))
        return tuple(found[name] for name in ANSWERED)


def export(model: Encoder, path: Path) -> None:
    """Writes the encoder in single precision; batch, pieces and words are free."""
    pieces = torch.tensor([[101, 2023, 2003, 1037, 3231, 102]] * 2)
    words = torch.tensor([[0, 1, 2, 3, 4]] * 2)
    torch.onnx.export(
        Exported(model).eval(),
        (pieces, torch.ones_like(pieces), words),
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes={"ids": {0: "b", 1: "p"}, "shapes": {0: "b", 1: "p"}, "words": {0: "b", 1: "w"}}
        | {name: {0: "b", 1: "n"} for name in ("upos", "xpos", "names")}
        | {name: {0: "b", 1: "n", 2: "w"} for name in ("arcs", "labels")}
        | {"vectors": {0: "b", 1: "w"}},
        opset_version=17,
        dynamo=False,
    )


def add_topics(path: Path, appraiser: Appraiser) -> None:
    """Gives the encoder at `path` the output "topics": (batch, topics) scores, read off the first vector of a sentence,
    in place of those that it may have."""
    head = appraiser.topics.state_dict()
    arrays = {name: head[f"1.{name}"].numpy() for name in ("weight", "bias")}
    constants = {"first": np.array(0), "weight": arrays["weight"].T.copy(), "bias": arrays["bias"]}
    model = onnx.load(path)
    graph = model.graph
    nodes = [node for node in graph.node if not node.name.startswith(TOPICS)]
    nodes += [
        helper.make_node("Gather", ["vectors", f"{TOPICS}first"], [f"{TOPICS}opening"], f"{TOPICS}Gather", axis=1),
        helper.make_node("MatMul", [f"{TOPICS}opening", f"{TOPICS}weight"], [f"{TOPICS}product"], f"{TOPICS}MatMul"),
        helper.make_node("Add", [f"{TOPICS}product", f"{TOPICS}bias"], ["topics"], f"{TOPICS}Add"),
    ]
    values = [value for value in graph.initializer if not value.name.startswith(TOPICS)]
    values += [numpy_helper.from_array(array, f"{TOPICS}{name}") for name, array in constants.items()]
    outputs = [value for value in graph.output if value.name != "topics"]
    outputs.append(helper.make_tensor_value_info("topics", TensorProto.FLOAT, ["b", len(arrays["bias"])]))
    for field, content in (("node", nodes), ("initializer", values), ("output", outputs)):
        graph.ClearField(field)
        getattr(graph, field).extend(content)
    onnx.save(model, path)


def export_appraiser(model: Appraiser, path: Path) -> None:
    """Writes the appraiser in single precision; texts, places, proposals, slots and claims are free."""
    texts, places, proposals = 2, 7, 3
    own = torch.tensor([0, 1, 1])
    slots = torch.randn(proposals, MOST_SLOTS, WIDTH)
    roles = torch.ones(proposals, MOST_SLOTS, dtype=torch.long)
    distances = torch.zeros(texts, places, dtype=torch.long)
    claims = torch.ones(proposals, 5, dtype=torch.long)
    torch.onnx.export(
        ExportedAppraiser(model).eval(),
        (torch.randn(texts, places, WIDTH), distances, own, slots, slots.clone(), roles, own.clone(), claims),
        str(path),
        input_names=list(ASKED),
        output_names=list(ANSWERED),
        dynamic_axes={"memory": {0: "t", 1: "m"}, "distances": {0: "t", 1: "m"}, "claims": {0: "q", 1: "c"}}
        | {name: {0: "q", 1: "s"} for name in ("first", "last", "roles")}
        | {name: {0: "q"} for name in ("own", "kinds", *ANSWERED)},
        opset_version=17,
        dynamo=False,
    )
