"""The tags that cleanlab's multi-label filter marks: given ones as wrong, others as missing. Prints JSON."""
import json, sys
import numpy as np
from cleanlab.multilabel_classification.filter import find_multilabel_per_class_label_issues

probabilities = np.fromfile(sys.argv[1], dtype=np.float32).reshape(-1, int(sys.argv[3])).astype(np.float64)
tags = json.load(open(sys.argv[2]))
frame, *_ = find_multilabel_per_class_label_issues(tags, probabilities, n_jobs=1)
found = {"wrong": [], "missing": []}
issues = np.asarray(frame)
for post, tag in zip(*np.nonzero(issues)):
    found["wrong" if tag in tags[post] else "missing"].append(f"{post} {tag}")
print(json.dumps(found))
