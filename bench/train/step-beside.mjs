import { getNumThreads } from '@hashsight/torch';
import { FixedBatch } from './fixed-batch.mjs';
import { inTurns } from './in-turns.mjs';
import { snakeCase, startPython } from './python.mjs';

/**
 * Training steps on one batch, ours in this process beside PyTorch's in another, in turns; only two models are in the
 * device's memory.
 *
 * @param settings - those of a `FixedBatch`
 * @param options - `compileMode` is the `mode` of `torch.compile`, null for eager; `warmupSteps` precede the first step that
 *   counts
 */
export async function stepBeside(settings, { compileMode = null, warmupSteps, rounds, steps }) {
  const fixed = new FixedBatch(settings);
  const python = startPython(getNumThreads());
  await python.versions();
  await python.ask('fixed_batch', {
    ...snakeCase(settings),
    device: settings.device ?? 'cpu',
    compile_mode: compileMode,
  });
  fixed.measure(warmupSteps);
  await python.ask('steps', { count: warmupSteps });
  const turns = await inTurns(rounds, {
    ours: () => fixed.measure(steps),
    python: () => python.ask('steps', { count: steps }),
  });
  python.end();
  fixed.dispose();
  return turns;
}
