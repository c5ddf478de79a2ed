"""scikit-learn's side of probe.mjs. Reads a JSON line, `{"path", "images", "dim", "labels", "C", "best", "gap", "iterations"}`, then
walks the path of C for each further line; prints the seconds of the fits as a JSON line.

For each C the fit goes on from the last, and its tolerance is tightened until the objective is within `gap` of the
best known; checking that is not timed.
"""

import json
import sys
import time
import warnings

import numpy as np
from scipy.special import logsumexp
from sklearn.linear_model import LogisticRegression

warnings.filterwarnings("ignore")
case = json.loads(sys.stdin.readline())
features = np.fromfile(case["path"]).reshape(case["images"], case["dim"])
labels = np.array(case["labels"])
rows = np.arange(len(labels))


def objective(model, C):
    logits = features @ model.coef_.T + model.intercept_
    losses = logsumexp(logits, axis=1) - logits[rows, labels]
    return C * losses.sum() + 0.5 * (model.coef_**2).sum()


def path():
    model = LogisticRegression(warm_start=True)
    seconds, cpu, total, missed, worst = 0.0, 0.0, 0, 0, 0.0
    for C, best in zip(case["C"], case["best"]):
        left = case["iterations"]
        for tol in 10.0 ** -np.arange(4, 16):
            model.set_params(C=C, tol=tol, max_iter=left)
            start, begin = time.perf_counter(), time.process_time()
            model.fit(features, labels)
            seconds += time.perf_counter() - start
            cpu += time.process_time() - begin
            done = int(model.n_iter_[0])
            total, left = total + done, left - done
            gap = objective(model, C) / best - 1
            if gap <= case["gap"] or left <= 0:
                break
        missed += gap > case["gap"]
        worst = max(worst, gap)
    return {
        "seconds": seconds,
        "cpuSeconds": cpu,
        "iterations": total,
        "missed": int(missed),
        "worstGap": float(worst),
    }


def defaults():
    """As a user would: the default tolerance, 1,000 iterations, a warm start."""
    model = LogisticRegression(warm_start=True, max_iter=1000)
    seconds, cpu, total, gaps = 0.0, 0.0, 0, []
    for C, best in zip(case["C"], case["best"]):
        model.set_params(C=C)
        start, begin = time.perf_counter(), time.process_time()
        model.fit(features, labels)
        seconds += time.perf_counter() - start
        cpu += time.process_time() - begin
        total += int(model.n_iter_[0])
        gaps.append(float(objective(model, C) / best - 1))
    return {
        "seconds": seconds,
        "cpuSeconds": cpu,
        "iterations": total,
        "worstGap": max(gaps),
        "medianGap": float(np.median(gaps)),
    }


for line in sys.stdin:
    print(json.dumps({"path": path, "defaults": defaults}[line.strip()]()), flush=True)
