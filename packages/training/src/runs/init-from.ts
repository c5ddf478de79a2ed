import path from 'node:path';
import type { Vocabulary } from '@hashsight/formats';
import { InputError, UsageError } from '@hashsight/formats';
import { fileDigest } from '@hashsight/formats/node';
import { noGrad, operator, safetensors, type Tensor, tensor, tidy } from '@hashsight/torch';
import type { ImageModel } from '../models/image-model.js';
import type { TrainingSettings } from '../settings/config.js';
import { weightsFileOf } from './checkpoint.js';
import { chooseCheckpoint } from './choose-checkpoint.js';
import { openRunFolder, type RunConfig, type RunFolder } from './run-folder.js';

/** Source of a new run's initial weights, as recorded in its `config.json`. */
export type WeightsOrigin = NonNullable<RunConfig['initFrom']>;

/**
 * Opens a run as the source of initial weights and identifies the exact weights file.
 *
 * @throws InputError if it is not a run or has no complete checkpoint
 */
export async function openOrigin(
  folder: string,
  onNote?: (text: string) => void,
): Promise<{ readonly source: RunFolder; readonly origin: WeightsOrigin }> {
  const source = await openRunFolder(folder);
  const checkpoint = await chooseCheckpoint(source, undefined, onNote);
  const file = path.resolve(weightsFileOf(checkpoint));
  const origin = {
    run: path.resolve(folder),
    checkpoint: checkpoint.name,
    file,
    sha256: await fileDigest(file),
  };
  return { source, origin };
}

/**
 * Settings of a run that starts from another run's weights. Settings of the model and its input default to those of
 * that run.
 *
 * @throws UsageError if another model is given
 */
export function settingsFrom(source: RunFolder, settings: Partial<TrainingSettings>): TrainingSettings {
  const { model, loss, preprocessing, augmentation } = source.config.training;
  if (settings.model !== undefined && settings.model !== model) {
    throw new UsageError(
      `the run ${source.path} has the model ${model}, but \`model\` is ${settings.model}; use \`model: ${model}\`, or leave it out`,
      { option: 'initFrom' },
    );
  }
  return {
    ...settings,
    loss: settings.loss ?? loss,
    model,
    preprocessing: { ...preprocessing, ...settings.preprocessing },
    augmentation: { ...augmentation, ...settings.augmentation },
  };
}

/** For each class of `to`, the index of the matching class in `from`, or null. */
export function matchClasses(from: Vocabulary, to: Vocabulary): (number | null)[] {
  const byName = new Map(from.classes.map(({ name }, i) => [name, i]));
  const byHashtag = new Map<string, number>();
  // Of classes that share a hashtag, the more frequent one, which comes first, wins.
  for (const [i, { hashtags }] of from.classes.entries()) {
    for (const hashtag of hashtags) if (!byHashtag.has(hashtag)) byHashtag.set(hashtag, i);
  }
  return to.classes.map(({ name, hashtags }) => {
    const own = byName.get(name) ?? byHashtag.get(name);
    if (own !== undefined) return own;
    const others = hashtags.flatMap((hashtag) => byName.get(hashtag) ?? byHashtag.get(hashtag) ?? []);
    return others.length === 0 ? null : Math.min(...others);
  });
}

const indexCopy_ =
  operator<(self: Tensor, dim: number, index: Tensor, source: Tensor) => Tensor>('aten::index_copy_');

/**
 * Initializes a new run's model with the weights named in its config. Classes missing from the other run keep their
 * fresh initialization.
 *
 * @returns a note for the user: the matched and the fresh classes
 * @throws InputError if the weights are missing or have changed
 */
export async function initializeFrom(
  { run, checkpoint, file, sha256 }: WeightsOrigin,
  model: ImageModel,
  vocabulary: Vocabulary,
): Promise<string> {
  const source = await openRunFolder(run);
  const digest = await fileDigest(file).catch(() => undefined);
  if (digest !== sha256) {
    const problem = digest === undefined ? 'cannot be read' : 'have changed';
    throw new InputError(`${file}: the initial weights of the run ${problem}; start a new run`);
  }
  const matches = matchClasses(source.vocabulary, vocabulary);
  tidy(() =>
    noGrad(() => {
      const weights = safetensors.loadFile(file);
      const own = model.stateDict();
      for (const name of [`${model.headName}.weight`, `${model.headName}.bias`]) {
        const values = (own.get(name) as Tensor).to({ device: 'cpu' }).clone();
        weights.set(name, copyRows(values, weights.get(name) as Tensor, matches));
      }
      model.loadStateDict(weights);
    }),
  );
  return `starting from the weights of ${run}, ${checkpoint}: ${matchText(source.vocabulary, vocabulary, matches)}`;
}

/** Copies row `matches[i]` of `theirs` to row i of `ours`, in place, where there is a match. */
export function copyRows(ours: Tensor, theirs: Tensor, matches: readonly (number | null)[]): Tensor {
  const pairs = matches.flatMap((match, label) => (match === null ? [] : [[match, label] as const]));
  const [from, to] = [0, 1].map((side) =>
    tensor(
      pairs.map((pair) => pair[side] as number),
      { dtype: 'int64' },
    ),
  );
  return indexCopy_(ours, 0, to as Tensor, theirs.indexSelect(0, from as Tensor));
}

/** Maximum number of names to list; longer lists end with the count. */
const LISTED = 5;

/** The matched, the fresh, and the unused classes, in words. */
export function matchText(from: Vocabulary, to: Vocabulary, matches: readonly (number | null)[]): string {
  const fresh = to.classes.filter((_, label) => matches[label] === null).map(({ name }) => name);
  const byName = to.classes.filter(
    ({ name }, label) => matches[label] !== null && from.classes[matches[label] as number]?.name === name,
  ).length;
  const matched = to.classes.length - fresh.length;
  const unused = from.classes.length - new Set(matches.filter((match) => match !== null)).size;
  return [
    `${matched} of ${to.classes.length} classes matched (${byName} by name, ${matched - byName} by another hashtag)`,
    `${fresh.length} fresh${fresh.length === 0 ? '' : `: ${listed(fresh)}`}`,
    ...(unused === 0 ? [] : [`${unused} of ${from.classes.length} classes of the source unused`]),
  ].join('; ');
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, LISTED).map((name) => `#${name}`);
  return names.length > LISTED ? `${shown.join(', ')}, … (${names.length})` : shown.join(', ');
}
