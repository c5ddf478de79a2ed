// Lanczos's approximation with g = 7 and nine terms (Godfrey 2001): about 15 digits.
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;

/** The logarithm of the gamma function for x > 0. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const z = x - 1;
  const sum = LANCZOS.reduce((total, term, i) => (i === 0 ? term : total + term / (z + i)), 0);
  const t = z + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

const TINY = 1e-300;
const PRECISION = 1e-16;
/** The continued fraction needs about sqrt(max(a, b)) terms: this many suffice beyond a billion observations. */
const TERMS = 200_000;

/**
 * The regularized incomplete beta function I_x(a, b), the distribution function of Beta(a, b), for a, b > 0. Lentz's
 * evaluation of the continued fraction (Press et al., Numerical Recipes, 6.4).
 *
 * @param x - from 0 to 1
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges quickly on this side of the mean only.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBetaBelowMean(1 - x, b, a);
  return incompleteBetaBelowMean(x, a, b);
}

function incompleteBetaBelowMean(x: number, a: number, b: number): number {
  const front =
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x) - Math.log(a);
  return Math.exp(front) * betaFraction(x, a, b);
}

function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let step = 1;
    for (const term of [even, odd]) {
      d = 1 / awayFromZero(1 + term * d);
      c = awayFromZero(1 + term / c);
      step = d * c;
      value *= step;
    }
    if (Math.abs(step - 1) < PRECISION) break;
  }
  return value;
}

function awayFromZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

/**
 * The quantile of Beta(a, b): the x with I_x(a, b) = p, by bisection down to neighboring floating-point numbers.
 *
 * @param p - from 0 to 1
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  let low = 0;
  let high = 1;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) return middle;
    if (incompleteBeta(middle, a, b) < p) low = middle;
    else high = middle;
  }
}

/**
 * The two-sided quantile of Student's t distribution: P(|T| <= t) = level.
 *
 * @param level - between 0 and 1
 * @param degrees - degrees of freedom, at least 1
 */
export function studentQuantile(level: number, degrees: number): number {
  // P(|T| > t) = I_x(degrees / 2, 1 / 2) with x = degrees / (degrees + t²). The complement 1 - x is computed directly, since x is
  // close to 1 for small t.
  const rest = betaQuantile(level, 0.5, degrees / 2);
  return Math.sqrt((degrees * rest) / (1 - rest));
}
