"""Asks a server as Triton's own client does: triton_side.py HOST:PORT IMAGE."""
import json
import sys

import numpy
import tritonclient.http as triton

host, image = sys.argv[1:]
client = triton.InferenceServerClient(url=host, concurrency=2)
metadata = client.get_model_metadata("hashsight")
encoded = numpy.array([open(image, "rb").read()], dtype=numpy.object_)


def ask(name, values, datatype, binary, outputs=("probabilities", "embedding")):
    tensor = triton.InferInput(name, list(values.shape), datatype)
    tensor.set_data_from_numpy(values, binary_data=binary)
    wanted = [triton.InferRequestedOutput(each, binary_data=binary) for each in outputs]
    return client.infer("hashsight", [tensor], outputs=wanted)


blue = numpy.zeros([2, 20, 30, 3], dtype=numpy.uint8)
blue[..., 2] = 255
in_json = ask("pixels", numpy.roll(blue, -1, axis=3), "UINT8", False)
binary = ask("image", encoded, "BYTES", True)
pixels = ask("pixels", blue, "UINT8", True)
try:
    ask("image", encoded, "BYTES", True, outputs=["logits"])
    error = None
except triton.InferenceServerException as failure:
    error = str(failure)
print(
    json.dumps(
        {
            "live": client.is_server_live(),
            "ready": client.is_server_ready() and client.is_model_ready("hashsight"),
            "model": [metadata["name"], *[[each["name"] for each in metadata[kind]] for kind in ("inputs", "outputs")]],
            "best": {
                "json": int(in_json.as_numpy("probabilities")[0].argmax()),
                "binary": int(binary.as_numpy("probabilities")[0].argmax()),
                "pixels": int(pixels.as_numpy("probabilities")[1].argmax()),
            },
            "length": round(float(numpy.linalg.norm(binary.as_numpy("embedding")[0])), 5),
            "error": error,
        }
    )
)
