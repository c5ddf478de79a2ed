"""The same model behind LitServe, as its documentation does it: images in base64 JSON, batches of up to 16.

argv: model folder, side, crop share, threads, port.
"""

import base64
import io
import json
import sys

import litserve
import numpy
import onnxruntime
from PIL import Image

folder, side, share, threads, port = sys.argv[1], *map(float, sys.argv[2:6])
side, threads, port = int(side), int(threads), int(port)
mean = numpy.array([0.485, 0.456, 0.406], numpy.float32)
std = numpy.array([0.229, 0.224, 0.225], numpy.float32)
scale, shift = 1 / (255 * std), mean / std


class Tag(litserve.LitAPI):
    def setup(self, device):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self.session = onnxruntime.InferenceSession(
            f"{folder}/onnx/model.onnx", options, providers=["CPUExecutionProvider"]
        )
        self.names = [label["name"] for label in json.load(open(f"{folder}/labels.json"))["labels"]]

    def decode_request(self, request):
        image = Image.open(io.BytesIO(base64.b64decode(request["image"])))
        image.draft("RGB", (int(side / share) + 1, int(side / share) + 1))
        image = image.convert("RGB")
        width, height = image.size
        part = min(width, height) * share
        left, top = (width - part) / 2, (height - part) / 2
        box = (left, top, left + part, top + part)
        pixels = numpy.asarray(image.resize((side, side), Image.Resampling.BILINEAR, box=box), numpy.float32)
        return (pixels * scale - shift).transpose(2, 0, 1)

    def batch(self, inputs):
        return numpy.stack(inputs)

    def predict(self, inputs):
        [probabilities] = self.session.run(["probabilities"], {"pixel_values": inputs})
        return probabilities

    def unbatch(self, outputs):
        return list(outputs)

    def encode_response(self, output):
        top = numpy.argsort(output)[:-6:-1]
        return {"tags": [{"hashtag": self.names[i], "probability": float(output[i])} for i in top]}


if __name__ == "__main__":
    api = Tag(max_batch_size=16, batch_timeout=0.005, api_path="/v1/tag")
    server = litserve.LitServer(api, accelerator="cpu", workers_per_device=1)
    server.run(host="127.0.0.1", port=port, generate_client_file=False, log_level="error", access_log=False)
