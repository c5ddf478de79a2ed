"""Intervals, tests and average precision by SciPy and scikit-learn, for the cases in a JSON file; prints JSON."""

import json
import os
import sys

# Before NumPy is loaded: its threads wait for each other long beside busy processes.
os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import betainc, gammaln, logsumexp
from scipy.stats import binomtest, t
from sklearn.metrics import average_precision_score

cases = json.load(open(sys.argv[1]))


def clopper_pearson(k, n, level):
    interval = binomtest(k, n).proportion_ci(confidence_level=level, method="exact")
    return [interval.low, interval.high]


def student(values):
    n = len(values)
    half = t.ppf(0.975, n - 1) * np.std(values, ddof=1) / np.sqrt(n)
    return [np.mean(values) - half, np.mean(values) + half]


def temperature(logits, labels):
    logits = np.array(logits)

    def loss(log_temperature):
        z = logits / np.exp(log_temperature)
        return np.mean(logsumexp(z, axis=1) - z[np.arange(len(z)), labels])

    return float(np.exp(minimize_scalar(loss, bounds=(-4, 4), method="bounded", options={"xatol": 1e-10}).x))


print(
    json.dumps(
        {
            "logGamma": [float(gammaln(x)) for x in cases["logGamma"]],
            "incompleteBeta": [float(betainc(a, b, x)) for x, a, b in cases["incompleteBeta"]],
            "clopperPearson": [clopper_pearson(*case) for case in cases["clopperPearson"]],
            "upperTail": [binomtest(k, n, p, alternative="greater").pvalue for k, n, p in cases["upperTail"]],
            "student": [student(values) for values in cases["student"]],
            "mcnemar": [binomtest(a, a + b, 0.5).pvalue for a, b in cases["mcnemar"]],
            "temperature": temperature(cases["logits"], cases["labels"]),
            "averagePrecision": [
                average_precision_score(y, s, sample_weight=w) for y, s, w in cases["averagePrecision"]
            ],
        }
    )
)
