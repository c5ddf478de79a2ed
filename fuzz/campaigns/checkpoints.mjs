// Mutated checkpoints of PyTorch, in both forms: read, or refused with a WeightsError; nothing stays behind.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { memory, openTensorFile, WeightsError } from '@hashsight/torch';
import {
  dict,
  integer,
  legacyForm,
  pickle,
  storage,
  tensor,
  zipForm,
} from '@hashsight/torch/test/serialization/checkpoint-writer';
import { problemOf } from '../failures.mjs';
import { mutate } from '../mutate.mjs';

const FLOATS = Buffer.from(Float32Array.of(1, 2, 3, 4).buffer);
const CONTENT = pickle(
  dict(
    ['epoch', integer(3)],
    [
      'state_dict',
      dict(
        ['fc.weight', tensor(storage('0', 4), [2, 2], [1, 2])],
        ['fc.bias', tensor(storage('1', 8, 'HalfStorage'), [3], [2], 1)],
      ),
    ],
  ),
);
const SEEDS = [
  zipForm(CONTENT, { 0: FLOATS, 1: FLOATS }),
  legacyForm(CONTENT, [
    { key: '0', elements: 4, data: FLOATS },
    { key: '1', elements: 8, data: FLOATS },
  ]),
];

export function start({ random, fail }) {
  const live = memory().tensors;
  return (input) => {
    const counts = { inputs: 0, accepted: 0, refused: 0 };
    for (let i = 0; i < 200; i++) {
      const file = path.join(input, `mutated.${i}.pth`);
      writeFileSync(file, mutate(random, random.pick(SEEDS), random.pick(SEEDS)));
      counts.inputs++;
      try {
        readAll(file);
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

function readAll(file) {
  const tensors = openTensorFile(file);
  try {
    for (const name of tensors.keys()) {
      const each = tensors.get(name);
      each.toArray();
      each.dispose();
    }
  } finally {
    tensors.close();
  }
}
