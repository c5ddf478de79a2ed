import type { OnProgress, ProgressEvent } from '@hashsight/formats';
import cliProgress from 'cli-progress';

/** Shows how far a job is; {@link ProgressLine.end} must be called before anything else is printed. */
export interface ProgressLine {
  readonly onProgress: OnProgress;
  /** Prints a line without breaking the bar. */
  readonly note: (line: string) => void;
  readonly end: () => void;
}

/** On a terminal a bar a step, otherwise one line at each tenth of a step. */
export function progressLine(stream: NodeJS.WriteStream = process.stderr): ProgressLine {
  return stream.isTTY ? bar(stream) : plainLines(stream);
}

function bar(stream: NodeJS.WriteStream): ProgressLine {
  let step: string | undefined;
  let shown: cliProgress.SingleBar | undefined;
  const end = () => {
    shown?.stop();
    shown = undefined;
    step = undefined;
  };
  return {
    end,
    note(line) {
      end();
      stream.write(`${line}\n`);
    },
    onProgress(event) {
      if (event.step !== step) {
        end();
        step = event.step;
        if (event.total === undefined) {
          stream.write(`${event.step} …\n`);
          return;
        }
        const format = '{step} [{bar}] {value}/{total} {unit}, {eta_formatted} left';
        shown = new cliProgress.SingleBar(
          { stream, format, hideCursor: true },
          cliProgress.Presets.shades_classic,
        );
        shown.start(event.total, event.done, { step: event.step, unit: event.unit });
      }
      shown?.update(event.done);
    },
  };
}

function plainLines(stream: NodeJS.WriteStream): ProgressLine {
  let step: string | undefined;
  let tenth = 0;
  return {
    end() {},
    note: (line) => void stream.write(`${line}\n`),
    onProgress(event) {
      const reached = event.total ? Math.floor((10 * event.done) / event.total) : 0;
      if (event.step === step && reached <= tenth) return;
      const first = event.step !== step;
      step = event.step;
      tenth = reached;
      stream.write(`${plainLine(event, first)}\n`);
    },
  };
}

function plainLine({ step, done, total, unit }: ProgressEvent, first: boolean): string {
  return total === undefined || first ? `${step} …` : `${step}: ${done}/${total} ${unit}`;
}
