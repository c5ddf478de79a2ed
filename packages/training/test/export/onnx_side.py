"""Checks ONNX files with onnx and runs them with onnxruntime: reads jobs as JSON lines, prints the outputs as JSON lines."""
import json
import sys

import numpy
import onnx
import onnxruntime

for line in sys.stdin:
    job = json.loads(line)
    # By path: a model with external data is checked with it.
    onnx.checker.check_model(job["model"], full_check=True)
    session = onnxruntime.InferenceSession(job["model"], providers=["CPUExecutionProvider"])
    dtypes = {"float32": "float32", "uint8": "uint8"}
    feeds = {
        name: numpy.fromfile(file, dtypes[dtype]).reshape(shape)
        for name, (file, dtype, shape) in job["inputs"].items()
    }
    names = [output.name for output in session.get_outputs()]
    results = session.run(names, feeds)
    answer = {name: {"shape": value.shape, "values": value.ravel().tolist()} for name, value in zip(names, results)}
    print(json.dumps(answer), flush=True)
