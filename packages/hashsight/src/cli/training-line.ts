import type { Validation } from '@hashsight/formats';
import type { TrainEvent } from '@hashsight/training';
import { fittedLine, plainLine, type StepsEvent } from './training-figures.js';

/** Progress display of a training. Call {@link TrainingLine.end} before printing anything else. */
export interface TrainingLine {
  readonly onEvent: (event: TrainEvent) => void;
  readonly end: () => void;
}

/** The parts of a stream that the display uses. */
export type TrainingStream = Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write'>;

interface StepsLine {
  show(event: StepsEvent, hitAt1: number): void;
  end(): void;
}

/**
 * On a terminal, redraws one line; otherwise prints a line at each tenth of an epoch. Prints a line at the end of each
 * epoch.
 */
export function trainingLine(stream: TrainingStream = process.stderr): TrainingLine {
  const steps = stream.isTTY ? drawnLine(stream) : plainLines(stream);
  const runningHitAt1 = meanOfEpoch();
  return {
    end: steps.end,
    onEvent(event) {
      if (event.kind === 'train') return steps.show(event, runningHitAt1(event));
      steps.end();
      stream.write(textOf(event));
    },
  };
}

/** Averages hit@1 over the events of an epoch; a single event covers only a few hundred images. */
function meanOfEpoch(): (event: StepsEvent) => number {
  let epoch = 0;
  let sum = 0;
  let count = 0;
  return (event) => {
    if (event.epoch !== epoch) sum = count = 0;
    epoch = event.epoch;
    sum += event.hitAt1;
    count++;
    return sum / count;
  };
}

/** Draws only between steps, in `show`: a step blocks the thread, so a timer would fire late. */
function drawnLine(stream: TrainingStream): StepsLine {
  let isShown = false;
  return {
    end() {
      if (isShown) stream.write('\n');
      isShown = false;
    },
    show(event, hitAt1) {
      // Terminals that report no width get the usual 80 columns. The last column stays free, because some terminals
      // wrap when it is written.
      const width = (stream.columns || 80) - 1;
      stream.write(`\r${fittedLine(event, hitAt1, width)}\x1b[K`); // clears to the end of the line
      isShown = true;
    },
  };
}

function plainLines(stream: TrainingStream): StepsLine {
  let shown = '';
  return {
    end() {},
    show(event, hitAt1) {
      const tenth = `${event.epoch}.${Math.floor((10 * event.stepInEpoch) / event.stepsPerEpoch)}`;
      if (tenth === shown) return;
      shown = tenth;
      stream.write(`${plainLine(event, hitAt1)}\n`);
    },
  };
}

function textOf(event: Exclude<TrainEvent, StepsEvent>): string {
  switch (event.kind) {
    case 'start':
      return startText(event);
    case 'note':
      return `${event.text}\n`;
    case 'epoch':
      return epochText(event);
  }
}

/** Summarizes the run at its start: device, precision, data, and learning rate. */
function startText(event: Extract<TrainEvent, { kind: 'start' }>): string {
  const { model, device, amp, threads, worldSize, trainImages, validationImages, classes } = event;
  const processes = worldSize === 1 ? '' : `${worldSize} processes, `;
  return `${[
    `${model} on ${device}: ${processes}${amp === 'off' ? 'float32' : amp}, ${counted(threads, 'thread')}`,
    `${trainImages} training and ${validationImages} validation images, ${counted(classes, 'class', 'classes')}`,
    `learning rate ${Number(event.learningRate.toPrecision(3))}, ${event.globalBatchSize} images per step, ${counted(event.totalSteps, 'step')}`,
  ].join('; ')}\n`;
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

function leftOutText({ unreadable }: Validation): string {
  return unreadable === 0 ? '' : `  ${counted(unreadable, 'image')} left out`;
}

function epochText({
  epoch,
  epochs,
  validation,
  unreadable,
}: Extract<TrainEvent, { kind: 'epoch' }>): string {
  const result =
    validation === null
      ? 'no validation image could be read'
      : `validation hit@1 ${validation.hitAt1.toFixed(3)}  hit@5 ${validation.hitAt5.toFixed(3)}  loss ${validation.loss.toFixed(3)}${leftOutText(validation)}`;
  const left = unreadable.map((reason) => `  left out: ${reason}\n`).join('');
  return `epoch ${epoch}/${epochs}: ${result}\n${left}`;
}
