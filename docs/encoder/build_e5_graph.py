"""Writes `ethicsdiff/languages/encoder/e5-small.onnx`: the arithmetic of multilingual-e5-small without one of its weights.

Run it with the `onnx` package installed; the program itself needs only onnxruntime, which is given the weights when it loads
the graph. The result is the same byte for byte whenever the script and the `onnx` version are the same.

How the graph computes. The input is the sum of word, position and type embeddings of texts of *equal* length, so that no text
is padded and none can disturb another. Every matrix product is done in whole numbers: each token's activations are fitted to
0..255 by their own smallest and largest value, the weights are whole numbers already (see `quantise.py`), and two small terms
put the zero point and the bias back:

    y = scale_x * scale_w * (q_x . q_w) + [-scale_x * zero_x, 1] @ [scale_w * sum(q_w); bias]

    python docs/encoder/build_e5_graph.py [TARGET]
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

TARGET = Path(__file__).parents[1] / "ethicsdiff" / "languages" / "encoder" / "e5-small.onnx"
LAYERS, HEADS, WIDTH, INNER = 12, 12, 384, 1536
EPSILON = 1e-12
MICROSOFT = "com.microsoft"
# Old enough for onnxruntime 1.20, new enough for LayerNormalization and for reductions that take their axes as an input.
OPSET, IR_VERSION = 18, 8


class Graph:
    """Nodes and initialisers in the order in which they were added; every method returns the name of what it adds."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.initialisers: list[onnx.TensorProto] = []

    def add(self, operator: str, inputs: list[str], output: str, *, domain: str = "", **attributes: float) -> str:
        """Returns the name of the only output of a new node."""
        node = helper.make_node(operator, inputs, [output], domain=domain)
        node.attribute.extend(helper.make_attribute(name, value) for name, value in sorted(attributes.items()))
        self.nodes.append(node)
        return output

    def constant(self, name: str, value: np.ndarray) -> str:
        """Returns the name of a small tensor that is kept in the graph itself."""
        self.initialisers.append(numpy_helper.from_array(value, name))
        return name

    def weight(self, name: str, kind: int, *shape: int) -> str:
        """Returns the name of a tensor that the program supplies at load: declared as external, with no data."""
        tensor = TensorProto(name=name, data_type=kind, dims=shape, data_location=TensorProto.EXTERNAL)
        tensor.external_data.add(key="location", value="supplied-at-load")
        self.initialisers.append(tensor)
        return name


def add_constants(graph: Graph) -> None:
    """Returns nothing; adds the few numbers that every layer uses."""
    graph.constant("last", np.array([-1], np.int64))
    graph.constant("zero", np.array(0, np.float32))
    graph.constant("one", np.array(1, np.float32))
    graph.constant("tiny", np.array(1e-9, np.float32))
    graph.constant("steps", np.array(255, np.float32))
    graph.constant("no-offset", np.array(0, np.uint8))
    graph.constant("rows", np.array([-1, WIDTH], np.int64))
    graph.constant("three", np.array([3 * WIDTH], np.int64))
    graph.constant("first-two", np.array([0, 1], np.int64))


def add_entrance(graph: Graph) -> str:
    """Returns the normalised embeddings, one row a token; also adds "batch" (texts, tokens, 3 x width) and "ones" (tokens, 1)."""
    normal = add_norm(graph, "embeddings", "e")
    shape = graph.add("Shape", ["embeddings"], "shape")
    texts_tokens = graph.add("Gather", [shape, "first-two"], "texts-tokens")
    graph.add("Concat", [texts_tokens, "three"], "batch", axis=0)
    rows = graph.add("Reshape", [normal, "rows"], "e.rows")
    largest = graph.add("ReduceMax", [rows, "last"], "e.max", keepdims=1)
    graph.add("Expand", ["one", graph.add("Shape", [largest], "column")], "ones")
    return rows


def add_norm(graph: Graph, value: str, name: str) -> str:
    """Returns the layer-normalised value."""
    gain = graph.weight(f"{name}.ln.w", TensorProto.FLOAT, WIDTH)
    shift = graph.weight(f"{name}.ln.b", TensorProto.FLOAT, WIDTH)
    return graph.add("LayerNormalization", [value, gain, shift], f"{name}.ln", axis=-1, epsilon=EPSILON)


def add_rounding(graph: Graph, value: str) -> tuple[str, str, str]:
    """Returns the rows of `value` as whole numbers 0..255, their scales (tokens, 1) and their correction (tokens, 2).

    The range of every row is made to hold zero, so that its zero point fits into one byte too.
    """
    top = graph.add("Max", [graph.add("ReduceMax", [value, "last"], f"{value}:a", keepdims=0), "tiny"], f"{value}:hi")
    low = graph.add("Min", [graph.add("ReduceMin", [value, "last"], f"{value}:b", keepdims=0), "zero"], f"{value}:lo")
    scale = graph.add("Div", [graph.add("Sub", [top, low], f"{value}:d"), "steps"], f"{value}:s")
    offset = graph.add("Round", [graph.add("Div", [low, scale], f"{value}:e")], f"{value}:o")
    zero = graph.add("Cast", [graph.add("Neg", [offset], f"{value}:n")], f"{value}:z", to=TensorProto.UINT8)
    whole = graph.add("QuantizeLinear", [value, scale, zero], f"{value}:q", axis=0)
    shift = graph.add("Unsqueeze", [graph.add("Mul", [offset, scale], f"{value}:f"), "last"], f"{value}:g")
    correction = graph.add("Concat", [shift, "ones"], f"{value}:k", axis=-1)
    return whole, graph.add("Unsqueeze", [scale, "last"], f"{value}:t"), correction


def add_product(graph: Graph, value: str, name: str, inputs: int, outputs: int) -> str:
    """Returns `value` (tokens, inputs) times a weight matrix, plus the bias: (tokens, outputs)."""
    whole, scale, correction = add_rounding(graph, value)
    weights = graph.weight(f"{name}.w", TensorProto.INT8, inputs, outputs)
    scales = graph.weight(f"{name}.s", TensorProto.FLOAT, outputs)
    constants = graph.weight(f"{name}.c", TensorProto.FLOAT, 2, outputs)
    operands = [whole, weights, "one", scales, "no-offset"]
    raw = graph.add("MatMulIntegerToFloat", operands, f"{name}.r", domain=MICROSOFT)
    scaled = graph.add("Mul", [raw, scale], f"{name}.m")
    return graph.add("Add", [scaled, graph.add("MatMul", [correction, constants], f"{name}.p")], name)


def add_attention(graph: Graph, value: str, layer: int) -> str:
    """Returns what the attention of one layer adds to `value`."""
    joined = add_product(graph, value, f"{layer}.qkv", WIDTH, 3 * WIDTH)
    batch = graph.add("Reshape", [joined, "batch"], f"{layer}.batch")
    parts = [f"{layer}.{part}" for part in ("query", "key", "value")]
    graph.nodes.append(helper.make_node("Split", [batch], parts, axis=-1, num_outputs=3))
    mixed = graph.add("MultiHeadAttention", parts, f"{layer}.mixed", domain=MICROSOFT, num_heads=HEADS)
    return add_product(graph, graph.add("Reshape", [mixed, "rows"], f"{layer}.rows"), f"{layer}.ao", WIDTH, WIDTH)


def add_layer(graph: Graph, value: str, layer: int) -> str:
    """Returns the output of one layer: attention, then the inner network, each added to its input and normalised."""
    # A plain sum and a LayerNormalization: the fused SkipLayerNormalization of onnxruntime 1.32 takes four times as long.
    attended = graph.add("Add", [value, add_attention(graph, value, layer)], f"{layer}.u")
    value = add_norm(graph, attended, f"{layer}.a")
    inner = add_product(graph, value, f"{layer}.fi", WIDTH, INNER)
    bent = graph.add("Gelu", [inner], f"{layer}.gelu", domain=MICROSOFT)
    summed = graph.add("Add", [value, add_product(graph, bent, f"{layer}.fo", INNER, WIDTH)], f"{layer}.v")
    return add_norm(graph, summed, f"{layer}.o")


def build() -> onnx.ModelProto:
    """Returns the whole model: embeddings (texts, tokens, 384) to hidden states (texts x tokens, 384)."""
    graph = Graph()
    add_constants(graph)
    value = add_entrance(graph)
    for layer in range(LAYERS):
        value = add_layer(graph, value, layer)
    given = helper.make_tensor_value_info("embeddings", TensorProto.FLOAT, ["texts", "tokens", WIDTH])
    result = helper.make_tensor_value_info(value, TensorProto.FLOAT, ["rows", WIDTH])
    body = helper.make_graph(graph.nodes, "e5-small", [given], [result], graph.initialisers)
    domains = [helper.make_opsetid("", OPSET), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(body, opset_imports=domains, ir_version=IR_VERSION, producer_name="ethicsdiff")


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    target.write_bytes(build().SerializeToString(deterministic=True))
    print(f"{target}: {target.stat().st_size} bytes")
