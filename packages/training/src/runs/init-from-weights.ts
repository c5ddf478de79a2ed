import path from 'node:path';
import { InputError, type License, type Vocabulary } from '@hashsight/formats';
import { fileDigest } from '@hashsight/formats/node';
import { noGrad, type Tensor, tidy } from '@hashsight/torch';
import type { ImageModel } from '../models/image-model.js';
import type { Preprocessing } from '../models/preprocessing.js';
import type { TrainingSettings } from '../settings/config.js';
import { vocabularyOf } from '../weights/class-names.js';
import { matchWeights } from '../weights/match-weights.js';
import { type OpenedWeights, openWeights } from '../weights/open-weights.js';
import { copyRows, matchClasses, matchText } from './init-from.js';
import type { RunConfig } from './run-folder.js';

/** A file of initial weights, as recorded in a run's `config.json`. */
export type WeightsFileOrigin = NonNullable<RunConfig['weights']>;

/**
 * Opens a file as the source of a new run's initial weights, and checks that they fit. Settings of the model and its
 * preprocessing default to those of the file.
 *
 * @throws InputError if the file cannot be used
 * @throws UsageError if another model is given
 */
export async function openInitialWeights(
  place: string,
  settings: Partial<TrainingSettings>,
  onNote?: (text: string) => void,
): Promise<{
  readonly origin: WeightsFileOrigin;
  readonly settings: TrainingSettings;
  readonly licenses: readonly License[];
}> {
  using weights = await openWeights(place);
  const { model } = settings;
  matchWeights(weights, { freshHead: true, ...(model !== undefined && { model }) });
  const { file, license, architecture, preprocessing, preprocessingSource } = weights;
  const used = { ...preprocessing, ...settings.preprocessing } as Preprocessing;
  const origin = { file, sha256: await weights.sha256(), ...(license !== undefined && { license }) };
  const source = path.basename(file);
  onNote?.(
    `${place}: images of ${used.imageSize} px, crop ${Number(used.cropPct.toFixed(3))}, ${used.interpolation} (${preprocessingSource})`,
  );
  return {
    origin,
    settings: { ...settings, model: architecture ?? model, preprocessing: used } as TrainingSettings,
    licenses: license === undefined ? [] : [{ source, origin: `SHA-256 ${origin.sha256}`, license }],
  };
}

/**
 * Initializes a new run's model with the weights of a file. The last layer keeps its fresh initialization, except for
 * classes that the file has under the same name.
 *
 * @returns a note for the user: what was used, the matched and the fresh classes
 * @throws InputError if the file is missing or has changed
 */
export async function initializeFromWeights(
  { file, sha256 }: WeightsFileOrigin,
  model: ImageModel,
  vocabulary: Vocabulary,
): Promise<string> {
  const digest = await fileDigest(file).catch(() => undefined);
  if (digest !== sha256) {
    const problem = digest === undefined ? 'cannot be read' : 'have changed';
    throw new InputError(`${file}: the initial weights of the run ${problem}; start a new run`);
  }
  using weights = await openWeights(file);
  const report = matchWeights(weights, { freshHead: true });
  const own = model.stateDict();
  noGrad(() => {
    for (const name of report.loaded) tidy(() => void own.get(name)?.copy_(weights.get(name)));
  });
  return `starting from ${file}: ${report.text}${copyHead(weights, model, vocabulary)}`;
}

/** Copies the rows of the last layer whose classes match, if the file's classes have names. */
function copyHead(weights: OpenedWeights, { head }: ImageModel, to: Vocabulary): string {
  const { classNames } = weights;
  if (weights.head === undefined || classNames === undefined) return '';
  const from = weights.vocabulary ?? vocabularyOf(classNames);
  const matches = matchClasses(from, to);
  if (matches.every((match) => match === null)) return '';
  tidy(() =>
    noGrad(() => {
      for (const [leaf, ours] of [
        ['weight', head.weight],
        ['bias', head.bias],
      ] as const) {
        if (ours === null) continue;
        const values = (ours as Tensor).to({ device: 'cpu' }).clone();
        ours.copy_(copyRows(values, weights.get(`fc.${leaf}`), matches));
      }
    }),
  );
  return `; of the last layer, ${matchText(from, to, matches)}`;
}
