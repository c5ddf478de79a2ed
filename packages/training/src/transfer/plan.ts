import { createHash } from 'node:crypto';
import { listedNote } from '../training-data/labelled-image.js';
import { cellFile } from './cell.js';
import type { Method } from './methods/method.js';
import type { Network } from './networks.js';
import { classCounts, drawShots } from './shots.js';
import type { Survey } from './survey.js';
import type { Task } from './task.js';
import type { Shots, TransferSettings } from './transfer-options.js';

/** A method with a network: one line of the table. */
export interface PlannedEntry {
  readonly method: Method;
  /** The network; for a method without pretraining, one with the same architecture and preprocessing. */
  readonly network: Network;
  /** `linear probe of run-a`. */
  readonly title: string;
}

/** One result to compute. */
export interface PlannedCell {
  /** Index into the entries. */
  readonly entry: number;
  readonly shots: Shots;
  readonly seed: number;
  /** Indices into the pool. */
  readonly fit: readonly number[];
  /** Indices into the pool; see `MethodJob`. */
  readonly heldOut: readonly number[];
  readonly file: string;
}

/** What is to be done for a task. */
export interface TaskPlan {
  readonly entries: readonly PlannedEntry[];
  readonly cells: readonly PlannedCell[];
  readonly notes: readonly string[];
}

/** Plans the results of a task; a pure function of its images, its labels, and the settings. */
export function planTask(
  task: Task,
  survey: Survey,
  networks: readonly Network[],
  methods: readonly Method[],
  settings: TransferSettings,
): TaskPlan {
  const entries = methods.flatMap((method) => entriesOf(method, networks));
  const { shots, notes } = usableShots(task, survey, settings.shots);
  const labels = survey.pool.map((sample) => sample.labels);
  const images = createHash('sha256')
    .update(JSON.stringify([survey.digests, labels]))
    .digest('hex');
  const trainLabels = labels.slice(0, survey.numTrain);
  const all = [...labels.keys()];
  const cells: PlannedCell[] = [];
  for (const [entry, { method, network }] of entries.entries()) {
    for (const k of shots) {
      const seeds = k === 'all' && !method.isSeededAtAll ? 1 : settings.seeds;
      for (let seed = 0; seed < seeds; seed++) {
        const fit = k === 'all' ? all : drawShots(trainLabels, task.numClasses, k, seed);
        const weights = method.isPretrained ? network.key : null;
        const { architecture, preprocessing } = network;
        const own = method.settingsOf(settings);
        const dependsOn = [images, task.kind, weights, architecture, preprocessing, own, fit];
        const model = method.isPretrained ? network.name : null;
        const id = { task: task.name, model, method: method.name, shots: k, seed };
        const file = cellFile(settings.out, id, dependsOn);
        cells.push({
          entry,
          shots: k,
          seed,
          fit,
          heldOut: k === 'all' ? all.slice(survey.numTrain) : [],
          file,
        });
      }
    }
  }
  return { entries, cells, notes };
}

function entriesOf(method: Method, networks: readonly Network[]): PlannedEntry[] {
  if (method.isPretrained) {
    return networks.map((network) => ({ method, network, title: `${method.title} of ${network.name}` }));
  }
  const kinds = new Map(
    networks.map((network) => [JSON.stringify([network.architecture, network.preprocessing]), network]),
  );
  const architectures = new Set([...kinds.values()].map(({ architecture }) => architecture));
  return [...kinds.values()].map((network) => {
    const { architecture, preprocessing } = network;
    const isAmbiguous = architectures.size < kinds.size;
    const size = isAmbiguous ? ` at ${preprocessing.imageSize} pixels` : '';
    return {
      method,
      network,
      title: kinds.size === 1 ? method.title : `${method.title}, ${architecture}${size}`,
    };
  });
}

/** The numbers of labels that make a difference, and notes on classes that have fewer. */
function usableShots(
  { numClasses, classNames }: Task,
  { pool, numTrain }: Survey,
  wanted: readonly Shots[],
): { readonly shots: readonly Shots[]; readonly notes: readonly string[] } {
  const counts = classCounts(
    pool.slice(0, numTrain).map(({ labels }) => labels),
    numClasses,
  );
  const most = Math.max(...counts);
  const notes: string[] = [];
  const shots = [...new Set(wanted)].filter((k) => {
    if (k === 'all' || k < most) return true;
    notes.push(`${k} labels a class left out: no class has more than ${most} training images`);
    return false;
  });
  for (const k of shots) {
    if (k === 'all') continue;
    // A class without any is reported with the task.
    const few = classNames.filter(
      (_, label) => (counts[label] as number) < k && (counts[label] as number) > 0,
    );
    notes.push(
      ...listedNote(
        (n) =>
          `${n} of ${numClasses} classes ${n === 1 ? 'has' : 'have'} fewer than ${k} training images and ${n === 1 ? 'gives' : 'give'} all of them`,
        few,
      ),
    );
  }
  if (shots.length > 0) return { shots, notes };
  return { shots: ['all'], notes: [...notes, 'all labels are used instead'] };
}
