import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import {
  type Dtype,
  grad,
  manualSeed,
  memory,
  safetensors,
  setNumThreads,
  Tensor,
  tidy,
} from '../../src/index.js';
import { compiledOperator } from '../../src/operator.js';
import { runPython, skipWithoutPython, temporaryFolder } from '../python.js';
import { CASES } from './cases.js';
import { assertSame } from './compare.js';
import { type ArgumentSpec, type Case, describeArguments, type TensorSpec } from './spec.js';
import { DTYPES, EXACT, LEFT_OUT, TOLERANCES } from './tolerances.js';

interface Run {
  readonly name: string;
  readonly seed: number;
  readonly dtype: Dtype;
  readonly case: Case;
}

const runs: readonly Run[] = DTYPES.flatMap((dtype) =>
  CASES.filter(([operator]) => !LEFT_OUT[dtype]?.has(operator)).map(
    (one, i): Omit<Run, 'seed'> => ({ name: `${i}/${dtype}`, dtype, case: one }),
  ),
).map((run, seed) => ({ ...run, seed }));

let results: safetensors.SafetensorsFile;
const failures = new Map<string, string>();

before(() => {
  if (skipWithoutPython !== false) return;
  const folder = temporaryFolder();
  const [spec, file] = [join(folder, 'spec.json'), join(folder, 'results.safetensors')];
  const described = runs.map(({ name, dtype, case: one }) => {
    const [operator, args, named = {}] = one;
    return { name, operator, args, named, dtype };
  });
  writeFileSync(spec, JSON.stringify(described));
  for (const line of JSON.parse(runPython('test/parity/reference.py', [spec, file])) as string[]) {
    const [name = '', ...message] = line.split(': ');
    failures.set(name, message.join(': '));
  }
  results = safetensors.safeOpen(file);
  setNumThreads(1);
});

after(() => results?.close());

const DIFFERENTIABLE = new Set<TensorSpec['draw']>(['normal', 'positive', 'unit', 'spd']);

/** A case's arguments made real, from the tensors Python drew. */
class Arguments {
  readonly tensors: Tensor[] = [];
  readonly states: number[] = [];
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  make(spec: ArgumentSpec | undefined): unknown {
    if (Array.isArray(spec)) return spec.map((item) => this.make(item));
    if (typeof spec !== 'object' || spec === null) return spec;
    if ('dtype' in spec) return spec.dtype;
    const { draw } = spec as TensorSpec;
    const i = this.tensors.length;
    if (draw === 'state') this.states.push(i);
    // A copy: Python's tensors are aligned to 64 bytes, those of a mapped file are not.
    const made = results.get(`${this.#name}.in.${i}`).clone();
    if (DIFFERENTIABLE.has(draw)) made.requiresGrad_();
    this.tensors.push(made);
    return made;
  }
}

function callOperator({ seed, case: [operator, args, named = {}] }: Run, made: Arguments): Tensor[] {
  const [packet, overload = ''] = operator.split('.');
  const { schema, call } = compiledOperator(`aten::${packet}`, overload);
  const positional = args.map((spec) => made.make(spec));
  const byName = new Map(Object.entries(named).map(([key, spec]) => [key, made.make(spec)]));
  const arranged = schema.arguments.map(({ name }, i) =>
    i < positional.length ? positional[i] : byName.get(name),
  );
  manualSeed(seed);
  const result = call(...arranged);
  return (Array.isArray(result) ? result : [result]).filter((item) => item instanceof Tensor);
}

function compareRun(run: Run): void {
  const { name, dtype, case: one } = run;
  const tolerance = TOLERANCES[`${one[0]}/${dtype}`] ?? TOLERANCES[one[0]] ?? EXACT;
  const compare = (ours: Tensor, key: string) =>
    assertSame(ours.detach(), results.get(`${name}.${key}`), tolerance, key);
  const made = new Arguments(name);
  const outputs = callOperator(run, made);
  for (const [i, output] of outputs.entries()) compare(output, `out.${i}`);
  for (const i of made.states) compare(made.tensors[i] as Tensor, `after.${i}`);
  const roots = [...outputs.entries()].filter(([, output]) => output.requiresGrad);
  for (const i of outputs.keys()) {
    assert.equal(
      results.has(`${name}.cotangent.${i}`),
      roots.some(([j]) => i === j),
      `requiresGrad of ${i}`,
    );
  }
  if (roots.length === 0) return;
  const inputs = [...made.tensors.entries()].filter(([, input]) => input.requiresGrad);
  const gradients = grad(
    roots.map(([, root]) => root),
    inputs.map(([, input]) => input),
    { gradOutputs: roots.map(([i]) => results.get(`${name}.cotangent.${i}`).clone()), allowUnused: true },
  );
  for (const [k, [i]] of inputs.entries()) {
    const gradient = gradients[k] ?? null;
    assert.equal(results.has(`${name}.grad.${i}`), gradient !== null, `whether argument ${i} has a gradient`);
    if (gradient !== null) compare(gradient, `grad.${i}`);
  }
}

for (const run of runs) {
  const title = `${run.case[0]}(${describeArguments(run.case)}) in ${run.dtype} equals Python's, and so do its gradients`;
  test(title, { skip: skipWithoutPython }, () => {
    assert.equal(failures.get(run.name), undefined);
    const live = memory();
    tidy(() => compareRun(run));
    assert.deepEqual(memory(), live);
  });
}

test('at least 90 operators are compared', () => {
  const names = new Set(CASES.map(([operator]) => operator.split('.')[0]));
  assert.ok(names.size >= 90, `${names.size}`);
});
