import { binOf, type SparseAnswers, type TagCounts } from './tag-counts.js';

/** A tag of a post that is probably wrong, or one that is probably missing. */
export interface TagIssue {
  readonly kind: 'wrong' | 'missing';
  /** Index of the post. */
  readonly post: number;
  readonly tag: number;
  /** Out-of-fold probability that the post has the tag. */
  readonly probability: number;
  /** Probability that the tag is wrong, or missing, given the estimated rates of both. */
  readonly posterior: number;
}

/** How often a tag is wrong, and how often it is missing. */
export interface TagNoise {
  /** Estimated number of posts that have the tag wrongly. */
  readonly wrong: number;
  /** Estimated number of posts that lack it. */
  readonly missing: number;
}

/** Result of {@link findTagIssues}. */
export interface TagIssues {
  /** By descending posterior. */
  readonly issues: readonly TagIssue[];
  /** By tag. */
  readonly noise: readonly TagNoise[];
}

/** As in cleanlab: thresholds are no lower than this, and reached up to the second value. */
const LEAST_THRESHOLD = 2e-6;
const SLACK = 1e-6;

/**
 * Finds wrong and missing tags by confident learning (Northcutt et al. 2021), each tag for itself and each direction for
 * itself, since hashtags are missing far more often than they are wrong. A post counts as truly having a tag if its
 * probability reaches the mean over the posts that have it, and as truly lacking it if the opposite probability reaches the mean
 * over those that lack it. The numbers of wrong and of missing tags are the counts of posts that contradict their tag, each divided by the
 * share of its side that is confident at all (cleanlab scales both sides of a table together instead, which takes half of the
 * right tags for wrong ones where a third is missing). That many posts with the lowest and the highest probabilities are
 * reported. Work and memory: O(posts · m + K).
 */
export function findTagIssues(answers: SparseAnswers): TagIssues {
  const thresholds = answers.counts.map(thresholdsOf);
  const byTag = collectByTag(answers);
  const noise = byTag.map((own, tag) =>
    noiseOf(own, thresholds[tag] as Thresholds, answers.counts[tag] as TagCounts),
  );
  const issues = byTag.flatMap((own, tag) => {
    const { wrong, missing } = noise[tag] as TagNoise;
    const posterior = posteriorOf(noise[tag] as TagNoise, answers.counts[tag] as TagCounts);
    const issue = (kind: TagIssue['kind']) => (one: Answer) => {
      return {
        kind,
        post: one.post,
        tag,
        probability: one.probability,
        posterior: posterior(kind, one.probability),
      };
    };
    const lowest = own.given.toSorted((a, b) => a.probability - b.probability || a.post - b.post);
    const highest = own.likely.toSorted((a, b) => b.probability - a.probability || a.post - b.post);
    return [
      ...lowest.slice(0, Math.round(wrong)).map(issue('wrong')),
      ...highest.slice(0, Math.round(missing)).map(issue('missing')),
    ];
  });
  // Many posteriors are exactly 1, where a probability lies beyond the estimated rates: then the clearest probability is first.
  issues.sort(
    (a, b) => b.posterior - a.posterior || clarity(b) - clarity(a) || a.post - b.post || a.tag - b.tag,
  );
  return { issues, noise };
}

/** How clearly the probe contradicts the tags of the post, 0 to 1. */
function clarity({ kind, probability }: TagIssue): number {
  return kind === 'wrong' ? 1 - probability : probability;
}

/** Both estimates settle within a few. */
const ROUNDS = 5;

interface Answer {
  readonly post: number;
  readonly probability: number;
}

interface TagAnswers {
  /** Posts with the tag. */
  readonly given: Answer[];
  /** Posts without the tag for which it is one of the likeliest. */
  readonly likely: Answer[];
}

function collectByTag({ numClasses, tags, given, likely }: SparseAnswers): TagAnswers[] {
  const byTag = Array.from({ length: numClasses }, (): TagAnswers => ({ given: [], likely: [] }));
  for (const [post, own] of tags.entries()) {
    for (const [i, tag] of own.entries()) {
      const probability = given[post]?.[i];
      if (probability !== undefined) byTag[tag]?.given.push({ post, probability });
    }
    const others = likely[post];
    for (const [i, tag] of others?.tags.entries() ?? []) {
      byTag[tag]?.likely.push({ post, probability: others?.probabilities[i] as number });
    }
  }
  return byTag;
}

/** From which probability a post counts as having, and as lacking, a tag. */
interface Thresholds {
  readonly has: number;
  readonly lacks: number;
}

function thresholdsOf({ given, givenSum, others, othersSum }: TagCounts): Thresholds {
  return {
    has: given === 0 ? 1 : Math.max(LEAST_THRESHOLD, givenSum / given),
    lacks: others === 0 ? 1 : Math.max(LEAST_THRESHOLD, 1 - othersSum / others),
  };
}

/** Whether a post confidently has or lacks the tag; the likelier one if it reaches both thresholds. */
function confidently(probability: number, { has, lacks }: Thresholds): 'has' | 'lacks' | undefined {
  const isHas = probability >= has - SLACK;
  const isLacks = 1 - probability >= lacks - SLACK;
  if (isHas && isLacks) return probability >= 0.5 ? 'has' : 'lacks';
  return isHas ? 'has' : isLacks ? 'lacks' : undefined;
}

function noiseOf({ given, likely }: TagAnswers, thresholds: Thresholds, counts: TagCounts): TagNoise {
  const count = (answers: readonly Answer[], side: 'has' | 'lacks') =>
    answers.filter(({ probability }) => confidently(probability, thresholds) === side).length;
  const [right, wrong] = [Math.max(1, count(given, 'has')), count(given, 'lacks')];
  const missing = count(likely, 'has');
  // Of the posts without the tag, only the likeliest are known one by one.
  const last = binOf(1 - thresholds.lacks + SLACK);
  const lacking = Math.max(
    1,
    counts.histogram.subarray(0, last + 1).reduce((sum, n) => sum + n, 0),
  );
  // Not every post that truly has (or lacks) the tag is a confident one: the share is that of the posts given as such.
  let noise: TagNoise = { wrong: 0, missing: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    const shareHas = Math.min(1, right / Math.max(1, counts.given - noise.wrong));
    const shareLacks = Math.min(1, lacking / Math.max(1, counts.others - noise.missing));
    noise = {
      wrong: Math.min(counts.given, wrong / shareLacks),
      missing: Math.min(counts.others, missing / shareHas),
    };
  }
  return noise;
}

/**
 * The posterior by Bayes' rule. The probe predicts the noisy tag, p = α + (1 - α - β) q, where q is the probability of the true one, α
 * the rate at which posts without it get the tag, and β the rate at which posts with it miss it.
 */
function posteriorOf(
  { wrong, missing }: TagNoise,
  { given, others }: TagCounts,
): (kind: TagIssue['kind'], probability: number) => number {
  const truly = Math.max(1, given - wrong + missing);
  const alpha = Math.min(0.49, wrong / Math.max(1, given + others - truly));
  const beta = Math.min(0.49, missing / truly);
  return (kind, p) => {
    const q = Math.min(1, Math.max(0, (p - alpha) / (1 - alpha - beta)));
    const [as, against] =
      kind === 'wrong' ? [(1 - q) * alpha, q * (1 - beta)] : [q * beta, (1 - q) * (1 - alpha)];
    return as + against === 0 ? 0 : as / (as + against);
  };
}

/** Weight of the worst tag in {@link tagQuality}. */
const ALPHA = 0.8;

/**
 * How well the tags of a post fit, 0 to 1: the exponential moving average of the self-confidences of all classes, from the best
 * to the worst, as cleanlab's `multilabel_classification.get_label_quality_scores`.
 *
 * @param tags - the tags of the post
 * @param probabilities - `[K]`
 */
export function tagQuality(tags: readonly number[], probabilities: ArrayLike<number>): number {
  const own = new Set(tags);
  const confidences = Array.from(probabilities, (p, tag) => (own.has(tag) ? p : 1 - p)).sort((a, b) => b - a);
  return confidences
    .slice(1)
    .reduce((average, confidence) => ALPHA * confidence + (1 - ALPHA) * average, confidences[0] ?? 1);
}
