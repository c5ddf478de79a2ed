// Training steps on one batch in a process of their own, as Python's are: what `train()` did to this process before does
// not count. Answers commands, see asked-process.mjs.
import { createInterface } from 'node:readline';
import { keepFreedMemory, setNumThreads } from '@hashsight/torch';
import { FixedBatch } from './fixed-batch.mjs';

let fixed;

const COMMANDS = {
  /** `isMemoryKept`: freed memory stays with the process, as `train()` has it; Python's script does nothing like it. */
  begin({ threads, isMemoryKept, settings }) {
    setNumThreads(threads);
    if (isMemoryKept) keepFreedMemory();
    fixed = new FixedBatch(settings);
    return true;
  },
  measure: ({ count }) => fixed.measure(count),
  forward: ({ count }) => fixed.measureForward(count),
  parts: ({ count }) => fixed.parts(count),
  operators: ({ count }) => fixed.operators(count),
};

for await (const line of createInterface({ input: process.stdin })) {
  const [name, settings] = JSON.parse(line);
  console.log(JSON.stringify(COMMANDS[name](settings)));
}
