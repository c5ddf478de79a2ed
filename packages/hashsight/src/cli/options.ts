import { shownText, UsageError } from '@hashsight/formats';
import { InvalidArgumentError } from 'commander';

/** Help text of `--checkpoint` for commands that use a trained model. */
export const CHECKPOINT_HELP =
  'checkpoint to use: best (by validation hit@1), last, or its name (default: best; last if there was no validation)';

/** Help text of `--weights` for commands that use a trained model. */
export const WEIGHTS_HELP =
  'file of weights in place of a run: .safetensors, .pth, or .pt of torchvision, timm, WSL, or SWAG';

/** Flags that override the preprocessing of `--weights`. */
export const PREPROCESSING_FLAGS = {
  'preprocessing.imageSize': {
    value: '<pixels>',
    help: "side of the model's square input, in pixels (default: that of the weights)",
  },
  'preprocessing.cropPct': {
    value: '<share>',
    help: 'share of the shorter side that the model sees (default: that of the weights)',
  },
  'preprocessing.interpolation': {
    value: '<filter>',
    help: 'filter that resizes images: bilinear or bicubic (default: that of the weights)',
  },
} as const;

/** Help text of `--labels`. */
export const LABELS_HELP =
  'file with the names of the classes of --weights, one a line, or JSON (default: those that come with the weights)';

/** The flags that name a model. */
interface ModelFlags {
  readonly run: string | undefined;
  readonly weights: string | undefined;
  readonly labels: string | undefined;
}

/**
 * The model that the flags name.
 *
 * @throws UsageError unless it is exactly one
 */
export function modelOf({
  run,
  weights,
  labels,
}: ModelFlags): { readonly run: string } | { readonly weights: string; readonly labels?: string } {
  if (run !== undefined && weights !== undefined) {
    throw new UsageError('--weights: expected it in place of --run, got both; leave one out');
  }
  if (weights !== undefined) return { weights, ...(labels !== undefined && { labels }) };
  if (run === undefined) throw new UsageError('--run: missing; give a run, or weights with --weights');
  if (labels !== undefined) {
    throw new UsageError('--labels: requires --weights; the classes of a run have names');
  }
  return { run };
}

/** Formats the checkpoint in use: `epoch-009 (best)`. */
export function checkpointText(name: string, role: 'best' | 'last' | 'named'): string {
  return role === 'named' ? name : `${name} (${role})`;
}

/** Parses a positive integer. */
export function parsePositiveInteger(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) {
    throw new InvalidArgumentError(`expected an integer of at least 1, got "${shownText(text)}"`);
  }
  return value;
}

/** Parses a non-negative integer. */
export function parseCount(text: string): number {
  return text.trim() === '0' ? 0 : parsePositiveInteger(text);
}

/** Parses a number. */
export function parseNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || Number.isNaN(value)) {
    throw new InvalidArgumentError(`expected a number, got "${shownText(text)}"`);
  }
  return value;
}

/** Parses `0.5,1`; a single number is the lower end of a range up to 1. */
export function parseRange(text: string): readonly [number, number] {
  const [low, high = 1, ...rest] = parseNumbers(text);
  if (low === undefined || rest.length > 0) {
    throw new InvalidArgumentError(
      `expected one or two numbers, such as 0.5 or 0.5,1, got "${shownText(text)}"`,
    );
  }
  return [low, high];
}

/** Parses a comma-separated list of numbers: `30,60,80`. */
export function parseNumbers(text: string): number[] {
  return text.split(',').map(parseNumber);
}
