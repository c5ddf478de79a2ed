"""The tags that cleanlab's multi-label filter marks, one class against the rest: given ones as wrong, others as missing.
Prints JSON. find_label_issues of cleanlab.multilabel_classification joins the same per-class marks of find_label_issues."""
import json, sys
import numpy as np
from cleanlab.filter import find_label_issues

probabilities = np.fromfile(sys.argv[1], dtype=np.float32).reshape(-1, int(sys.argv[3])).astype(np.float64)
tags = json.load(open(sys.argv[2]))
given = np.zeros(probabilities.shape, dtype=int)
for post, own in enumerate(tags):
    given[post, own] = 1
found = {"wrong": [], "missing": []}
for tag in range(given.shape[1]):
    p = probabilities[:, tag]
    issues = find_label_issues(given[:, tag], np.stack([1 - p, p], axis=1), n_jobs=1)
    for post in np.flatnonzero(issues):
        found["wrong" if given[post, tag] else "missing"].append(f"{post} {tag}")
print(json.dumps(found))
