"""Prints each sample of the shards it is given as a line of JSON: its key, and the SHA-256 of each member."""

import hashlib
import json
import sys

import webdataset

for sample in webdataset.WebDataset(sys.argv[1:], shardshuffle=False):
    members = {name: value for name, value in sample.items() if not name.startswith("__")}
    hashes = {name: hashlib.sha256(value).hexdigest() for name, value in members.items()}
    print(json.dumps({"key": sample["__key__"], "members": hashes}))
