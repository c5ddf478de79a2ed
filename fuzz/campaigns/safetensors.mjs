// Mutated weights: read, or refused with a WeightsError; nothing stays behind.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { memory, safetensors, tensor, WeightsError } from '@hashsight/torch';
import { problemOf } from '../failures.mjs';
import { mutate } from '../mutate.mjs';

export async function start({ random, folder, fail }) {
  const good = path.join(folder, 'good.safetensors');
  const tensors = {
    'fc.weight': tensor([1, 2, 3, 4, 5, 6]),
    'fc.bias': tensor([0.5]),
    steps: tensor([7], { dtype: 'int64' }),
  };
  safetensors.saveFile(tensors, good, { metadata: { format: 'pt' } });
  for (const each of Object.values(tensors)) each.dispose();
  const bytes = readFileSync(good);
  const live = memory().tensors;
  return (input) => {
    const file = path.join(input, 'mutated.safetensors');
    const counts = { inputs: 0, accepted: 0, refused: 0 };
    for (let i = 0; i < 200; i++) {
      // A file that is mapped must not be written to: each is new.
      writeFileSync(`${file}.${i}`, mutate(random, bytes));
      counts.inputs++;
      try {
        for (const each of safetensors.loadFile(`${file}.${i}`).values()) {
          each.toArray();
          each.dispose();
        }
        counts.accepted++;
      } catch (error) {
        counts.refused++;
        const problem = problemOf(error, WeightsError);
        if (problem !== undefined) fail(`file ${i}: ${problem}`);
      }
      if (memory().tensors !== live) {
        fail(`file ${i}: ${memory().tensors - live} tensors were not freed`);
        return undefined;
      }
    }
    return counts;
  };
}
