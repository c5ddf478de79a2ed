import type { TrainEvent } from '@hashsight/training';

/** The event between steps. */
export type StepsEvent = Extract<TrainEvent, { kind: 'train' }>;

/** A part of the line with its importance. If space is short, the least important part is dropped first. */
interface Part {
  readonly text: string;
  readonly weight: number;
}

/**
 * Width of the bar without brackets. It grows in steps of four, so that a figure that gets longer does not move it each
 * time.
 */
const BAR = { least: 4, most: 20, by: 4, weight: 4 } as const;
const GAP = '  ';

/** Smaller shares of the processor used by other programs are not shown. */
const TOLD_SHARE = 0.05;

/** Formats the progress as a plain line. */
export function plainLine(event: StepsEvent, hitAt1: number): string {
  const [epoch, ...figures] = partsOf(event, hitAt1).map(({ text }) => text);
  return `${epoch}: ${figures.join(GAP)}`;
}

/**
 * Formats the progress with a bar, in at most `width` cells.
 *
 * @param hitAt1 - hit@1 averaged over the epoch; a single event is too noisy
 */
export function fittedLine(event: StepsEvent, hitAt1: number, width: number): string {
  let kept: readonly Part[] = partsOf(event, hitAt1);
  let cells = barCells(kept, width);
  while (kept.length > 1 && (cells < 0 || (cells === 0 && weightOf(kept) < BAR.weight))) {
    const least = weightOf(kept);
    kept = kept.filter(({ weight }) => weight > least);
    cells = barCells(kept, width);
  }
  const [epoch, ...figures] = kept.map(({ text }) => text);
  const parts = cells > 0 ? [epoch, bar(event, cells), ...figures] : [epoch, ...figures];
  return parts.join(GAP).slice(0, width);
}

/** Cells left for the bar: 0 if only the parts fit, negative if they do not fit either. */
function barCells(parts: readonly Part[], width: number): number {
  const left = width - parts.map(({ text }) => text).join(GAP).length;
  const cells = left - GAP.length - '[]'.length;
  if (cells < BAR.least) return Math.min(left, 0);
  return Math.min(BAR.most, cells - (cells % BAR.by));
}

function weightOf(parts: readonly Part[]): number {
  return Math.min(...parts.map(({ weight }) => weight));
}

function bar({ stepInEpoch, stepsPerEpoch }: StepsEvent, cells: number): string {
  const full = Math.floor((cells * stepInEpoch) / stepsPerEpoch);
  return `[${'█'.repeat(full)}${'░'.repeat(cells - full)}]`;
}

function partsOf(event: StepsEvent, hitAt1: number): readonly Part[] {
  const { epoch, epochs, stepInEpoch, stepsPerEpoch, skippedSteps, cpuShared = 0 } = event;
  return [
    { weight: 10, text: `epoch ${epoch}/${epochs}` },
    { weight: 0, text: `${stepInEpoch}/${stepsPerEpoch} steps` },
    { weight: 6, text: `${short(event.imagesPerSecond)} img/s` },
    { weight: 9, text: `loss ${event.loss.toFixed(3)}` },
    { weight: 5, text: `hit@1 ${hitAt1.toFixed(3)}` },
    { weight: 3, text: `lr ${rateText(event.learningRate)}` },
    { weight: 2, text: `wait ${Math.round(100 * event.dataWait)} %` },
    { weight: 1, text: `${short(event.memoryBytes / 1e9, 2)} GB` },
    // Shown only if it explains slow training.
    ...(cpuShared >= TOLD_SHARE
      ? [{ weight: 7.5, text: `cpu shared ${Math.round(100 * cpuShared)} %` }]
      : []),
    // Shown only if there are any.
    ...(skippedSteps > 0 ? [{ weight: 8, text: `skipped ${skippedSteps}` }] : []),
    { weight: 7, text: `${duration(event.secondsLeft)} left` },
  ];
}

/** Formats a learning rate with three digits in at most seven characters: `0.0125`, `8.83e-5`. */
function rateText(rate: number): string {
  return rate < 0.001 ? rate.toExponential(2) : rate.toPrecision(3);
}

/** Formats a number with its significant digits and without an exponent: `0.96`, `213`, `1213`. */
function short(value: number, digits = 3): string {
  return value < 10 ** digits ? value.toPrecision(digits) : value.toFixed(0);
}

/** Formats a duration: `42s`, `4m05s`, `12h13m`. */
function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole}s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes}m${twoDigits(whole % 60)}s`;
  return `${Math.floor(minutes / 60)}h${twoDigits(minutes % 60)}m`;
}

function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}
