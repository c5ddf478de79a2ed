import type { OnProgress, ProgressEvent } from '@hashsight/formats';
import cliProgress from 'cli-progress';

/** Progress display of a job. Call {@link ProgressLine.end} before printing anything else. */
export interface ProgressLine {
  readonly onProgress: OnProgress;
  /** Prints a line without breaking the progress bar. */
  readonly note: (line: string) => void;
  readonly end: () => void;
}

/**
 * On a terminal, draws one progress bar per step; otherwise prints a line at each tenth of a step. Without a known
 * total, shows a growing number, or prints a line each time it has doubled.
 */
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
        if (event.total === undefined && event.done === 0) {
          stream.write(`${event.step} …\n`);
          return;
        }
        const format =
          event.total === undefined
            ? '{step} … {value} {unit}'
            : '{step} [{bar}] {value}/{total} {unit}, {eta_formatted} left';
        shown = new cliProgress.SingleBar(
          { stream, format, hideCursor: true },
          cliProgress.Presets.shades_classic,
        );
        shown.start(event.total ?? 0, event.done, { step: event.step, unit: event.unit });
      }
      shown?.update(event.done);
    },
  };
}

/** The first count that is shown if the total is unknown. */
const FEW = 1024;

function plainLines(stream: NodeJS.WriteStream): ProgressLine {
  let step: string | undefined;
  let shown = 0;
  return {
    end() {},
    note: (line) => void stream.write(`${line}\n`),
    onProgress(event) {
      const reached = Math.floor(
        event.total ? (10 * event.done) / event.total : Math.log2(Math.max(FEW, event.done)),
      );
      if (event.step === step && reached <= shown) return;
      const first = event.step !== step;
      step = event.step;
      shown = reached;
      stream.write(`${plainLine(event, first)}\n`);
    },
  };
}

function plainLine({ step, done, total, unit }: ProgressEvent, first: boolean): string {
  if (first) return `${step} …`;
  return `${step}: ${total === undefined ? done : `${done}/${total}`} ${unit}`;
}
