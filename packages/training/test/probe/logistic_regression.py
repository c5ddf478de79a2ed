"""scikit-learn's logistic regressions of the features in a JSON file; prints weights, intercepts and objectives."""

import json
import os
import sys

# Before NumPy is loaded: its threads wait for each other long beside busy processes.
os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"

import numpy as np
from scipy.special import logsumexp
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier

case = json.load(open(sys.argv[1]))
features = np.array(case["features"])


class Solved(LogisticRegression):
    """The minimum by L-BFGS, then by Newton's method from there: SciPy's L-BFGS stops where the objective falls slowly."""

    def fit(self, x, y):
        super().fit(x, y)
        self.loss_of_lbfgs_ = objective(self, y, self.C)
        self.set_params(solver="newton-cholesky")
        super().fit(x, y)
        return self.set_params(solver="lbfgs")


def model(C):
    return Solved(C=C, tol=1e-12, max_iter=100_000, warm_start=True)


def objective(model, y, C):
    """C times the sum of the log losses plus half the squared norm of the weights."""
    logits = features @ model.coef_.T + model.intercept_
    if logits.shape[1] == 1:
        logits = np.hstack([np.zeros_like(logits), logits])
    index = np.searchsorted(model.classes_, y)
    losses = logsumexp(logits, axis=1) - logits[np.arange(len(y)), index]
    return float(C * losses.sum() + 0.5 * (model.coef_**2).sum())


results = []
for C in case["C"]:
    for kind in ("classes", "two"):
        y = np.array(case[kind])
        fitted = model(C).fit(features, y)
        results.append(
            {
                "kind": kind,
                "C": C,
                "weight": fitted.coef_.tolist(),
                "bias": fitted.intercept_.tolist(),
                "loss": objective(fitted, y, C),
                "lossOfLbfgs": fitted.loss_of_lbfgs_,
                "probabilities": fitted.predict_proba(features).tolist(),
            }
        )
    tags = np.array(case["tags"])
    rest = OneVsRestClassifier(model(C)).fit(features, tags)
    results.append(
        {
            "kind": "tags",
            "C": C,
            "weight": [m.coef_[0].tolist() for m in rest.estimators_],
            "bias": [m.intercept_[0] for m in rest.estimators_],
            "loss": sum(objective(m, tags[:, k], C) for k, m in enumerate(rest.estimators_)),
            "lossOfLbfgs": sum(m.loss_of_lbfgs_ for m in rest.estimators_),
            "probabilities": rest.predict_proba(features).tolist(),
        }
    )
print(json.dumps(results))
