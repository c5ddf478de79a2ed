import { UsageError } from '@hashsight/formats';
import type {
  Analysis,
  BatchOptions,
  ImageInput,
  ImageLimits,
  Precision,
  SuggestOptions,
  TaggerOptions,
  TagOptions,
} from './api.js';
import type { Labels } from './labels.js';

/** Options of `Tagger.load` with their defaults. */
export interface CheckedOptions {
  readonly runtime: NonNullable<TaggerOptions['runtime']>;
  readonly precision: Precision;
  /** Undefined: all processors. */
  readonly threads: number | undefined;
  readonly batch: Required<BatchOptions>;
  readonly limits: Required<ImageLimits>;
  readonly decoder: NonNullable<TaggerOptions['decoder']>;
}

const RUNTIMES = ['auto', 'node', 'wasm', 'webgpu'] as const;
const DECODERS = ['auto', 'libjpeg-turbo', 'sharp'] as const;
const PRECISIONS = ['fp32', 'fp16', 'int8'] as const;

/** @throws UsageError if an option is out of range */
export function checkOptions({
  runtime = 'auto',
  precision = 'fp32',
  threads,
  batch,
  limits,
  decoder = 'auto',
}: TaggerOptions): CheckedOptions {
  if (threads !== undefined) checkCount('threads', threads);
  const options: CheckedOptions = {
    runtime: checkChoice('runtime', runtime, RUNTIMES),
    precision: checkChoice('precision', precision, PRECISIONS),
    decoder: checkChoice('decoder', decoder, DECODERS),
    threads,
    batch: { maxSize: 16, latencyBudgetMs: 50, maxQueue: 256, maxQueueBytes: 1 << 28, ...defined(batch) },
    limits: { maxPixels: 100_000_000, maxBytes: 100_000_000, ...defined(limits) },
  };
  const { latencyBudgetMs, ...counts } = options.batch;
  for (const [name, value] of Object.entries({ ...counts, ...options.limits })) checkCount(name, value);
  if (!(latencyBudgetMs >= 0)) {
    throw new UsageError(`expected milliseconds, got ${latencyBudgetMs}`, { option: 'latencyBudgetMs' });
  }
  return options;
}

/** What a request asks for, checked; hashtags are indices. */
export interface CheckedAnalysis {
  readonly tag: TagOptions | undefined;
  readonly embed: boolean;
  readonly explain: readonly number[];
  readonly altText: boolean;
  readonly suggest: (SuggestOptions & { readonly hashtags: readonly string[] }) | undefined;
}

/** @throws UsageError if an option is out of range, or the model does not know a hashtag */
export function checkAnalysis(analysis: Analysis, labels: Labels): CheckedAnalysis {
  const { embed = false, explain = [], altText = false, suggest } = analysis;
  const tag = analysis.tag === true ? {} : analysis.tag || undefined;
  const further = isList(suggest) ? { hashtags: suggest } : suggest;
  for (const topK of [tag?.topK, further?.topK]) if (topK !== undefined) checkCount('topK', topK);
  const threshold = tag?.threshold ?? 0;
  if (threshold !== 'promised' && !(threshold >= 0 && threshold <= 1)) {
    throw new UsageError(`expected 0 to 1, or "promised", got ${threshold}`, { option: 'threshold' });
  }
  const hashtags = typeof explain === 'string' ? [explain] : explain;
  return {
    ...{ tag, embed, altText, suggest: further },
    explain: hashtags.map((hashtag) => labels.get(hashtag)),
  };
}

/** Memory of an image as far as known before it is read, in bytes. */
export function heldBytes(image: ImageInput): number {
  if (typeof image !== 'object') return 0;
  if ('byteLength' in image) return image.byteLength;
  if ('size' in image && typeof image.size === 'number') return image.size;
  if ('width' in image && typeof image.width === 'number') return image.width * Number(image.height) * 4;
  return 0;
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value);
}

/** Without the options that are undefined, which would replace defaults. */
function defined<T extends object>(options: T | undefined): Partial<T> {
  return Object.fromEntries(
    Object.entries(options ?? {}).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}

function checkCount(option: string, value: number): void {
  if (Number.isInteger(value) && value >= 1) return;
  throw new UsageError(`expected an integer of at least 1, got ${value}`, { option });
}

function checkChoice<T extends string>(option: string, value: T, choices: readonly T[]): T {
  if (choices.includes(value)) return value;
  throw new UsageError(`expected ${choices.join(', ')}, got ${JSON.stringify(value)}`, { option });
}
