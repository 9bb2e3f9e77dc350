"""Eight-bit arithmetic for the exported network, with scales fixed beforehand.

Dynamic quantization as onnxruntime offers it takes one scale of activations for a whole batch:
the labels of a sentence would hang on its neighbours. Here every scale is a constant, found on
training text; whole numbers are added exactly, so a sentence's sums are its own. Weights keep to
seven bits, so that the sixteen-bit sums of processors without VNNI (AVX2) never overflow. Single
dimensions of the activations are far larger than the others; part of their size is moved into the
weights (SmoothQuant, Xiao and others 2023).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import onnxruntime  # type: ignore[import-untyped]
from onnx import ModelProto, NodeProto, helper, numpy_helper

Array = npt.NDArray[np.float32]
Feed = dict[str, npt.NDArray[np.int64]]

SMALLEST = 30_000  # numbers in a matrix worth the trouble
WEIGHT_MAX = 63  # 7 bits: 2 * 255 * 63 stays within 16 bits
SMOOTH = 0.85
ROWS_KEPT = 4000
CONTRIB = "com.microsoft"


@dataclass(frozen=True)
class Product:
    """A MatMul with a constant matrix, the constant added to it if any, and their names."""

    node: NodeProto
    added: NodeProto | None
    weight: Array
    bias: Array | None

    @property
    def source(self) -> str:
        """Name of the activations."""
        return str(self.node.input[0])

    @property
    def output(self) -> str:
        """Name of the result, the constant added."""
        return str((self.added or self.node).output[0])


def quantize(source: Path, target: Path, calibration: Iterable[Feed], smooth: float = SMOOTH) -> None:
    """Writes the network at `source` in eight bits to `target`; `calibration` are inputs to it."""
    model = onnx.load(source)
    products = list(find_products(model))
    samples = observe(model, sorted({p.source for p in products}), calibration)
    replace(model, products, samples, smooth)
    shrink_tables(model)
    model.opset_import.append(helper.make_opsetid(CONTRIB, 1))
    onnx.save(model, target)


def find_products(model: ModelProto) -> Iterable[Product]:
    """Every MatMul with a large constant matrix on its right."""
    constants = {i.name: i for i in model.graph.initializer}
    for node in model.graph.node:
        if node.op_type != "MatMul" or node.input[1] not in constants:
            continue
        weight = numpy_helper.to_array(constants[node.input[1]])
        if weight.ndim != 2 or weight.size < SMALLEST:
            continue
        added = next((n for n in model.graph.node if n.op_type == "Add" and node.output[0] in n.input), None)
        names = [n for n in added.input if n in constants] if added else []
        bias = numpy_helper.to_array(constants[names[0]]) if names else None
        yield Product(node, added if names else None, weight, bias)


def observe(model: ModelProto, names: list[str], feeds: Iterable[Feed]) -> dict[str, Array]:
    """Up to ROWS_KEPT rows of every named activation, evenly over all inputs; padding left out."""
    seen = ModelProto()
    seen.CopyFrom(model)
    seen.graph.output.extend(helper.make_tensor_value_info(n, onnx.TensorProto.FLOAT, None) for n in names)
    session = onnxruntime.InferenceSession(seen.SerializeToString(), providers=["CPUExecutionProvider"])
    rows: dict[str, list[Array]] = {name: [] for name in names}
    for feed in feeds:
        real = {feed["ids"].shape[1]: feed["ids"] != 0}
        for name, value in zip(names, session.run(names, feed), strict=True):
            kept = real.get(value.shape[1])
            rows[name].append(value[kept] if kept is not None else value.reshape(-1, value.shape[-1]))
    joined = {name: np.concatenate(parts) for name, parts in rows.items()}
    return {name: value[:: max(1, len(value) // ROWS_KEPT)] for name, value in joined.items()}


def replace(model: ModelProto, products: list[Product], samples: dict[str, Array], smooth: float) -> None:
    """Puts quantized nodes where the products stood; products of one source share its bytes."""
    weights = {s: np.concatenate([p.weight for p in products if p.source == s], axis=1) for s in samples}
    ready = {s: Source(s, samples[s], weights[s], smooth) for s in samples}
    at = {p.node.name: p for p in products}
    gone = {p.added.name for p in products if p.added}
    nodes, begun = [], set()
    for node in model.graph.node:
        if node.name in at:
            product = at[node.name]
            start = ready[product.source]
            nodes += [] if product.source in begun else start.nodes(model)
            begun.add(product.source)
            nodes.append(product_node(model, product, start))
        elif node.name not in gone:
            nodes.append(node)
    used = {name for node in nodes for name in node.input}
    kept = [i for i in model.graph.initializer if i.name in used]
    del model.graph.node[:], model.graph.initializer[:]
    model.graph.node.extend(nodes)
    model.graph.initializer.extend(kept)


class Source:
    """One activation turned to bytes: how its columns are evened out, its scale and its zero."""

    def __init__(self, name: str, sample: Array, weight: Array, smooth: float) -> None:
        reach = np.maximum(np.abs(sample).max(axis=0), 1e-5)
        strength = np.maximum(np.abs(weight).max(axis=1), 1e-5)
        factor = reach**smooth / strength ** (1 - smooth) if smooth else np.ones_like(reach)
        self.name = name
        self.factor = (factor / np.exp(np.log(factor).mean())).astype(np.float32)
        self.scale, self.zero = best_range(sample / self.factor)

    def nodes(self, model: ModelProto) -> list[NodeProto]:
        """Evening out and rounding; adds their constants to the model."""
        for part, value in (
            ("factor", 1 / self.factor),
            ("scale", np.float32(self.scale)),
            ("zero", np.uint8(self.zero)),
        ):
            model.graph.initializer.append(numpy_helper.from_array(np.asarray(value), f"{self.name}_{part}"))
        return [
            helper.make_node("Mul", [self.name, f"{self.name}_factor"], [f"{self.name}_even"]),
            helper.make_node(
                "QuantizeLinear",
                [f"{self.name}_even", f"{self.name}_scale", f"{self.name}_zero"],
                [f"{self.name}_bytes"],
            ),
        ]


def best_range(sample: Array) -> tuple[float, int]:
    """Scale and zero of 256 steps with the least squared error over the sample."""
    tried = []
    for part in (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3):
        low, high = part * min(float(sample.min()), 0.0), part * max(float(sample.max()), 0.0)
        scale = (high - low) / 255
        zero = round(-low / scale)
        tried.append((float(np.square(rounded(sample, scale, zero) - sample).mean()), scale, zero))
    return min(tried)[1:]


def rounded(sample: Array, scale: float, zero: int) -> Array:
    """The sample as it is after it was turned to bytes and back."""
    return ((np.clip(np.rint(sample / scale) + zero, 0, 255) - zero) * scale).astype(np.float32)


def product_node(model: ModelProto, product: Product, source: Source) -> NodeProto:
    """Whole-number product, scaled back, the constant added, in one node."""
    weight = product.weight * source.factor[:, None]
    scale = np.maximum(np.abs(weight).max(axis=0) / WEIGHT_MAX, 1e-12).astype(np.float32)
    name = product.node.name
    constants = {
        "weight": np.rint(weight / scale).astype(np.int8),
        "weight_scale": scale,
        "weight_zero": np.zeros(len(scale), np.int8),
        "bias": np.zeros(len(scale), np.float32) if product.bias is None else product.bias,
    }
    for part, value in constants.items():
        model.graph.initializer.append(numpy_helper.from_array(value, f"{name}_{part}"))
    inputs = [f"{source.name}_bytes", f"{name}_weight", f"{source.name}_scale", f"{name}_weight_scale"]
    inputs += [f"{source.name}_zero", f"{name}_weight_zero", f"{name}_bias"]
    return helper.make_node("MatMulIntegerToFloat", inputs, [product.output], name=name, domain=CONTRIB)


def shrink_tables(model: ModelProto) -> None:
    """Embedding tables to eight bits with one scale a row: gathered first, scaled after."""
    graph = model.graph
    large = {i.name: i for i in graph.initializer if len(i.dims) == 2 and i.dims[0] > 10_000}
    nodes: list[NodeProto] = []
    for node in graph.node:
        if node.op_type != "Gather" or node.input[0] not in large:
            nodes.append(node)
            continue
        table = large[node.input[0]]
        numbers, scales = rows_to_bytes(numpy_helper.to_array(table))
        graph.initializer.remove(table)
        names = f"{table.name}_bytes", f"{table.name}_scales"
        graph.initializer.append(numpy_helper.from_array(numbers, names[0]))
        graph.initializer.append(numpy_helper.from_array(scales, names[1]))
        parts = [f"{node.output[0]}_{part}" for part in ("bytes", "float", "scale")]
        nodes += [
            helper.make_node("Gather", [names[0], node.input[1]], [parts[0]]),
            helper.make_node("Cast", [parts[0]], [parts[1]], to=onnx.TensorProto.FLOAT),
            helper.make_node("Gather", [names[1], node.input[1]], [parts[2]]),
            helper.make_node("Mul", [parts[1], parts[2]], [node.output[0]]),
        ]
    del graph.node[:]
    graph.node.extend(nodes)


def rows_to_bytes(table: Array) -> tuple[npt.NDArray[np.int8], Array]:
    """(rows, width) floats -> bytes of the same shape and (rows, 1) scales; byte * scale is the number."""
    scales = np.maximum(np.abs(table).max(axis=1, keepdims=True) / 127, 1e-12).astype(np.float32)
    return np.rint(table / scales).astype(np.int8), scales
