import { hash } from 'node:crypto';
import { emojiFamily, emojiSide } from './emoji-sequence.js';
import type { SourceImage } from './source.js';

/** An image of a task, with its label and its side of the fixed split. */
export interface TaskRow {
  /** Id of the image in its data set. */
  readonly id: string;
  readonly label: string;
  readonly split: 'train' | 'test';
  /** Further columns. Images with the same `group` are on the same side. */
  readonly columns: Readonly<Record<string, string>>;
}

/** A classification task over a data set. `dataset` writes it as a CSV file beside the posts. */
export interface BuiltInTask {
  /** Also the name of its file. */
  readonly name: string;
  /** Name of the data set. */
  readonly source: string;
  /** One line for the help text of the command. */
  readonly description: string;
  /** Chooses, labels and splits the images: a pure function of the data set. */
  readonly rows: (images: readonly SourceImage[]) => readonly TaskRow[];
  /**
   * Whether an image of any data set shows what the test split asks for, in whatever style. Absent if other data sets
   * cannot show it.
   */
  readonly isTested?: (image: SourceImage) => boolean;
}

/** Whether the emoji that an image shows is on the test side. */
function isTestEmoji({ extras: { emoji } }: SourceImage): boolean {
  return emoji !== undefined && emojiSide(emoji) === 'test';
}

/** The emoji of a data set by group. Skin tones are left out; see {@link emojiSide} for the split. */
function emojiRows(images: readonly SourceImage[]): readonly TaskRow[] {
  return images.flatMap(({ id, extras: { emoji, group, name = '', skinTone } }): TaskRow[] => {
    if (emoji === undefined || group === undefined || skinTone !== undefined) return [];
    const columns = { group: emojiFamily(emoji), emoji, name };
    return [{ id, label: group, split: emojiSide(emoji), columns }];
  });
}

/** Share of the solar cells that are tested: a quarter, as in Deitsch et al. 2019, who did not publish their split. */
const TESTED_CELLS = 0.25;

/**
 * The cells, functional or defective. Of each of the eight combinations of grade and type, the quarter with the lowest
 * SHA-256 of the id is tested.
 */
function solarCellRows(images: readonly SourceImage[]): readonly TaskRow[] {
  const strata = new Map<string, SourceImage[]>();
  for (const image of images) {
    const stratum = `${image.extras.grade} ${image.extras.type}`;
    strata.set(stratum, [...(strata.get(stratum) ?? []), image]);
  }
  const tested = new Set<string>();
  for (const cells of strata.values()) {
    const byHash = cells.map(({ id }) => ({ id, digest: hash('sha256', id) }));
    byHash.sort((a, b) => (a.digest < b.digest ? -1 : 1));
    for (const { id } of byHash.slice(0, Math.round(cells.length * TESTED_CELLS))) tested.add(id);
  }
  return images.map(({ id, extras: { state = '', grade = '', type = '' } }) => {
    return { id, label: state, split: tested.has(id) ? 'test' : 'train', columns: { grade, type } };
  });
}

/** The built-in tasks. */
export const BUILT_IN_TASKS: readonly BuiltInTask[] = [
  {
    name: 'emoji-groups',
    source: 'fluent-emoji-3d',
    description: 'the 9 groups of emoji, in a rendered style',
    rows: emojiRows,
    isTested: isTestEmoji,
  },
  {
    name: 'openmoji-groups',
    source: 'openmoji',
    description: "OpenMoji's 12 groups, drawings in color",
    rows: (images) => emojiRows(images.filter(({ extras }) => extras.style === 'color')),
    isTested: isTestEmoji,
  },
  {
    name: 'solar-cell-defects',
    source: 'solar-cells',
    description: 'functional or defective (probability 1/2 or more)',
    rows: solarCellRows,
  },
];
