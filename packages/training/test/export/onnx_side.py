"""Checks ONNX files with onnx and runs them with onnxruntime: reads jobs as JSON lines, prints the outputs as JSON lines.

A job without inputs is not run: the shapes that onnx infers for its outputs are printed, from the names of the graph alone."""
import json
import sys

import numpy
import onnx
import onnxruntime


def inferred_shapes(path):
    # Without the declared shapes of the outputs, which would be returned as they are.
    model = onnx.load(path, load_external_data=False)
    names = [output.name for output in model.graph.output]
    del model.graph.output[:]
    graph = onnx.shape_inference.infer_shapes(model, strict_mode=True).graph
    shapes = {
        value.name: [size.dim_param or size.dim_value for size in value.type.tensor_type.shape.dim]
        for value in graph.value_info
    }
    return {name: {"shape": shapes.get(name), "values": []} for name in names}


def answer(job):
    # By path: a model with external data is checked with it.
    onnx.checker.check_model(job["model"], full_check=True)
    if not job["inputs"]:
        return inferred_shapes(job["model"])
    session = onnxruntime.InferenceSession(job["model"], providers=["CPUExecutionProvider"])
    feeds = {
        name: numpy.fromfile(file, dtype).reshape(shape) for name, (file, dtype, shape) in job["inputs"].items()
    }
    names = [output.name for output in session.get_outputs()]
    results = session.run(names, feeds)
    return {name: {"shape": value.shape, "values": value.ravel().tolist()} for name, value in zip(names, results)}


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
