"""Prints each sample of the shards it is given, decoded by webdataset, as a line of JSON."""

import hashlib
import json
import sys

import webdataset

for sample in webdataset.WebDataset(sys.argv[1:], shardshuffle=False):
    described = json.loads(sample["json"])
    (picture,) = [name for name in sample if not name.startswith("__") and name != "json"]
    digest = hashlib.sha256(sample[picture]).hexdigest()
    print(json.dumps([sample["__key__"], picture, digest, described["post"], described["labels"]]))
