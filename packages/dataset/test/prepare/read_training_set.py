"""Prints each sample of the shards it is given, decoded by webdataset, as a line of JSON."""

import hashlib
import json
import sys

import webdataset

for sample in webdataset.WebDataset(sys.argv[1:], shardshuffle=False):
    described = json.loads(sample["json"])
    (image,) = [name for name in sample if not name.startswith("__") and name != "json"]
    digest = hashlib.sha256(sample[image]).hexdigest()
    print(json.dumps([sample["__key__"], image, digest, described["post"], described["labels"]]))
