"""The weights of the shipped eight-bit network as numbers to train on from: what ``quantize`` did, undone.

So nothing of an earlier training need be kept beside the package; a rounding to seven bits is made
good within the first hundred steps.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import GraphProto, NodeProto, numpy_helper

from comity.language.manifest import read_manifest
from training.batches import Inventory
from training.encoder import Encoder
from training.export import TOPICS

Array = npt.NDArray[np.float32]


def restore(folder: Path) -> tuple[Encoder, Inventory]:
    """The encoder shipped in the folder, and its classes."""
    shipped = read_manifest(folder)
    classes = Inventory(shipped.upos, shipped.xpos, shipped.labels, shipped.names)
    graph = onnx.load(folder / "encoder.onnx").graph
    constants = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    found = {name.removeprefix("model."): value for name, value in constants.items() if name.startswith("model.")}
    found |= dict(products(graph, constants))
    found["pieces.weight"] = constants["model.pieces.weight_bytes"] * constants["model.pieces.weight_scales"]
    model = Encoder(classes.sizes())
    model.load_state_dict({name: torch.tensor(found[name]) for name in model.state_dict()})
    return model, classes


def products(graph: GraphProto, constants: Mapping[str, Array]) -> Iterator[tuple[str, Array]]:
    """The matrices of all products, as torch holds them, with what is added to them."""
    for node in (node for node in graph.node if not node.name.startswith(TOPICS)):
        if node.op_type == "MatMulIntegerToFloat":
            yield f"{parameter(node)}.weight", matrix(node, constants)
            yield f"{parameter(node)}.bias", constants[node.input[6]]
        elif node.op_type == "MatMul" and node.input[1] in constants:
            yield f"{parameter(node)}.weight", constants[node.input[1]].T


def matrix(node: NodeProto, constants: Mapping[str, Array]) -> Array:
    """Bytes times scale, the evening out of the activations taken back; (outputs, inputs)."""
    evened = constants[node.input[0].removesuffix("_bytes") + "_factor"]  # one over what the weights were given
    weight = constants[node.input[1]].astype(np.float32) * constants[node.input[3]]
    return np.ascontiguousarray((weight * evened[:, None]).T)


def parameter(node: NodeProto) -> str:
    """The name in the network of the product that the exporter called so: "/arcs/child/child.1/MatMul"."""
    parts = node.name.split("/")[1:-1]
    kept = [p for p, after in zip(parts, [*parts[1:], ""], strict=True) if not after.startswith(f"{p}.")]
    name = ".".join(kept)
    return f"tags.{name}" if name.split(".")[0] in ("upos", "xpos", "names") else name
