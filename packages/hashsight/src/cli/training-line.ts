import cliProgress from 'cli-progress';
import type { TrainEvent } from '../training/index.js';

/** Shows how a training goes; {@link TrainingLine.end} must be called before anything else is printed. */
export interface TrainingLine {
  readonly onEvent: (event: TrainEvent) => void;
  readonly end: () => void;
}

type Steps = Extract<TrainEvent, { kind: 'train' }>;

/** On a terminal one line that is drawn anew, otherwise a line at each tenth of an epoch; a line for each epoch's end. */
export function trainingLine(stream: NodeJS.WriteStream = process.stderr): TrainingLine {
  const steps = stream.isTTY ? bar(stream) : plainLines(stream);
  return {
    end: steps.end,
    onEvent(event) {
      if (event.kind === 'train') return steps.show(event);
      steps.end();
      stream.write(event.kind === 'note' ? `${event.text}\n` : epochText(event));
    },
  };
}

interface StepsLine {
  show(event: Steps): void;
  end(): void;
}

function bar(stream: NodeJS.WriteStream): StepsLine {
  const format = 'epoch {epoch}/{epochs} [{bar}] {value}/{total} steps  {figures}';
  let shown: cliProgress.SingleBar | undefined;
  return {
    end() {
      shown?.stop();
      shown = undefined;
    },
    show(event) {
      const payload = { epoch: event.epoch, epochs: event.epochs, figures: figures(event) };
      if (shown === undefined) {
        // Drawn between steps only, by show(): a step blocks the thread, so a timer would come late anyway.
        shown = new cliProgress.SingleBar(
          { stream, format, barsize: 20, hideCursor: true, noTTYOutput: false },
          cliProgress.Presets.shades_classic,
        );
        shown.start(event.stepsPerEpoch, event.stepInEpoch, payload);
      }
      shown.update(event.stepInEpoch, payload);
    },
  };
}

function plainLines(stream: NodeJS.WriteStream): StepsLine {
  let shown = '';
  return {
    end() {},
    show(event) {
      const tenth = `${event.epoch}.${Math.floor((10 * event.stepInEpoch) / event.stepsPerEpoch)}`;
      if (tenth === shown) return;
      shown = tenth;
      const { epoch, epochs, stepInEpoch, stepsPerEpoch } = event;
      stream.write(`epoch ${epoch}/${epochs}: ${stepInEpoch}/${stepsPerEpoch} steps  ${figures(event)}\n`);
    },
  };
}

function figures({ loss, learningRate, imagesPerSecond, secondsLeft }: Steps): string {
  const rate = `${imagesPerSecond.toPrecision(3)} images/s`;
  return `loss ${loss.toFixed(3)}  lr ${learningRate.toPrecision(2)}  ${rate}  ${duration(secondsLeft)} left`;
}

function epochText({
  epoch,
  epochs,
  validation,
  unreadable,
}: Extract<TrainEvent, { kind: 'epoch' }>): string {
  const result =
    validation === null
      ? 'no validation pictures'
      : `validation hit@1 ${validation.hitAt1.toFixed(3)}  hit@5 ${validation.hitAt5.toFixed(3)}  loss ${validation.loss.toFixed(3)}`;
  const left = unreadable.map((reason) => `  left out: ${reason}\n`).join('');
  return `epoch ${epoch}/${epochs}: ${result}\n${left}`;
}

function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
