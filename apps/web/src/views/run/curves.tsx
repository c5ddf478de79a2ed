import type { RunFile } from '@hashsight/formats';
import { useMemo } from 'preact/hooks';
import { Chart, type Line } from '../../parts/chart.js';
import { percent, shortNumber, thousands } from '../../parts/numbers.js';

type TrainPoint = RunFile['curves']['train'][number];
type ValidationPoint = RunFile['curves']['validation'][number];

/** Values of one curve at the steps of both: null where it has no point. */
function at<P extends { readonly step: number }>(steps: readonly number[], points: readonly P[]) {
  const byStep = new Map(points.map((point) => [point.step, point]));
  return (get: (point: P) => number | null) =>
    steps.map((step) => {
      const point = byStep.get(step);
      return point === undefined ? null : get(point);
    });
}

function linesOf({ curves: { train, validation } }: RunFile) {
  const steps = [...new Set([...train, ...validation].map(({ step }) => step))].sort((a, b) => a - b);
  const ofTrain = at<TrainPoint>(steps, train);
  const ofValidation = at<ValidationPoint>(steps, validation);
  const training = { name: 'training', color: '--accent' } as const;
  const measured = { name: 'validation', color: '--good', hasPoints: true } as const;
  const lines = (...all: readonly Line[]) =>
    all.filter(({ values }) => values.some((value) => value !== null));
  return {
    steps,
    loss: lines(
      { ...training, values: ofTrain(({ loss }) => loss) },
      { ...measured, values: ofValidation(({ loss }) => loss) },
    ),
    hits: lines(
      { ...training, name: 'training hit@1', values: ofTrain(({ hitAt1 }) => hitAt1) },
      { ...measured, name: 'validation hit@1', values: ofValidation(({ hitAt1 }) => hitAt1) },
      { ...measured, name: 'hit@5', color: '--warm', values: ofValidation(({ hitAt5 }) => hitAt5) },
    ),
    rate: lines({ ...training, name: 'learning rate', values: ofTrain(({ learningRate }) => learningRate) }),
    speed: lines({
      ...training,
      name: 'images/s',
      values: ofTrain(({ imagesPerSecond }) => imagesPerSecond),
    }),
  };
}

/** The training over its steps. */
export function Curves({ file }: { readonly file: RunFile }) {
  const { steps, loss, hits, rate, speed } = useMemo(() => linesOf(file), [file]);
  const x = useMemo(() => ({ name: 'step', values: steps }), [steps]);
  if (steps.length === 0) return null;
  const length = `${shortNumber(file.epochs)} ${file.epochs === 1 ? 'epoch' : 'epochs'}`;
  return (
    <section class="section" aria-labelledby="curves-title">
      <h2 id="curves-title">Training</h2>
      <p>
        {length}, {thousands(file.globalBatchSize)} images per step.
      </p>
      <div class="columns">
        <Chart title="Loss" x={x} lines={loss} format={(value) => value.toFixed(2)} />
        <Chart title="Hits" x={x} lines={hits} format={percent} minY={0} />
        <Chart title="Learning rate" x={x} lines={rate} minY={0} />
        <Chart title="Images per second" x={x} lines={speed} format={(value) => value.toFixed(0)} minY={0} />
      </div>
    </section>
  );
}
