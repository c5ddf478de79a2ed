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

/** Where the weights of a new run come from, as its `config.json` says. */
export type WeightsOrigin = NonNullable<RunConfig['initFrom']>;

/**
 * A run whose weights another one is to begin with, and where exactly they lie.
 *
 * @throws InputError when it is not a run, or has no complete checkpoint
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
 * Settings of a run that begins with another's weights: what makes the network and what it sees is that one's where it is
 * not given.
 *
 * @throws UsageError when another model is given
 */
export function settingsFrom(source: RunFolder, settings: Partial<TrainingSettings>): TrainingSettings {
  const { model, loss, preprocessing, augmentation } = source.config.training;
  if (settings.model !== undefined && settings.model !== model) {
    throw new UsageError(
      `expected a run of the model ${settings.model}, got ${source.path}, which is one of ${model}; give \`model: ${model}\`, or leave it out`,
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

/** For each class of a vocabulary the class of another one that means the same, or null. */
export function matchClasses(from: Vocabulary, to: Vocabulary): (number | null)[] {
  const byName = new Map(from.classes.map(({ name }, i) => [name, i]));
  const byHashtag = new Map<string, number>();
  // Of classes that share a hashtag the more frequent one, which stands first.
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
 * Begins a new run's model with the weights that its config names. Classes that the other run does not know keep what the
 * model has.
 *
 * @returns what was matched and what is fresh, for people
 * @throws InputError when the weights are gone, or are others by now
 */
export async function initialiseFrom(
  { run, checkpoint, file, sha256 }: WeightsOrigin,
  model: ImageModel,
  vocabulary: Vocabulary,
): Promise<string> {
  const source = await openRunFolder(run);
  const digest = await fileDigest(file).catch(() => undefined);
  if (digest !== sha256) {
    const got = digest === undefined ? 'none that can be read' : 'others';
    throw new InputError(
      `${file}: expected the weights that the run began with, got ${got}; begin a new run`,
    );
  }
  const matches = matchClasses(source.vocabulary, vocabulary);
  tidy(() =>
    noGrad(() => {
      const weights = safetensors.loadFile(file);
      const pairs = matches.flatMap((match, label) => (match === null ? [] : [[match, label] as const]));
      const [theirs, ours] = [0, 1].map((side) =>
        tensor(
          pairs.map((pair) => pair[side] as number),
          { dtype: 'int64' },
        ),
      );
      const own = model.stateDict();
      for (const name of [`${model.headName}.weight`, `${model.headName}.bias`]) {
        const rows = (weights.get(name) as Tensor).indexSelect(0, theirs as Tensor);
        weights.set(
          name,
          indexCopy_((own.get(name) as Tensor).to({ device: 'cpu' }).clone(), 0, ours as Tensor, rows),
        );
      }
      model.loadStateDict(weights);
    }),
  );
  return `begins with the weights of ${checkpoint} of ${run}: ${matchText(source.vocabulary, vocabulary, matches)}`;
}

/** Names that are listed; of more, how many there are. */
const LISTED = 5;

function matchText(from: Vocabulary, to: Vocabulary, matches: readonly (number | null)[]): string {
  const fresh = to.classes.filter((_, label) => matches[label] === null).map(({ name }) => name);
  const byName = to.classes.filter(
    ({ name }, label) => matches[label] !== null && from.classes[matches[label] as number]?.name === name,
  ).length;
  const matched = to.classes.length - fresh.length;
  const unused = from.classes.length - new Set(matches.filter((match) => match !== null)).size;
  return [
    `${matched} of ${to.classes.length} classes matched (${byName} by name, ${matched - byName} by another of their hashtags)`,
    `${fresh.length} fresh${fresh.length === 0 ? '' : `: ${listed(fresh)}`}`,
    ...(unused === 0 ? [] : [`${unused} of that run's classes not used`]),
  ].join('; ');
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, LISTED).map((name) => `#${name}`);
  return names.length > LISTED ? `${shown.join(', ')}, … (${names.length})` : shown.join(', ');
}
