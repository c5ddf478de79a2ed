import type { SplitName } from '@hashsight/formats';

/** An image with its labels, as read from a folder or a table. */
export interface LabelledImage {
  /** Path relative to the folder or the table, with `/`. It is the sample's id, and its hash determines the split. */
  readonly path: string;
  /** Absolute path. */
  readonly file: string;
  /** At least one. */
  readonly labels: readonly string[];
  /** Undefined if the split is to be drawn. */
  readonly split?: SplitName | undefined;
  /** Images of a group, such as those of one patient, get the same split; undefined if it has none. */
  readonly group?: string | undefined;
}

/** The content of a folder or a table of labelled images. */
export interface LabelledImages {
  readonly images: readonly LabelledImage[];
  /** Whether the form of the data gives each image one label, or any number. */
  readonly labelsPerImage: 'one' | 'several';
  /** Notes for the user, one per line. */
  readonly notes: readonly string[];
}

/** Maximum number of names in a note. */
const LISTED = 3;

/** A note with some of the names: `3 images in unsupported formats skipped: a.heic, b.heic, c.bmp`. */
export function listedNote(count: (n: number) => string, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const shown = names.slice(0, LISTED).join(', ');
  return [`${count(names.length)}: ${shown}${names.length > LISTED ? ', …' : ''}`];
}

/** `1 image`, `3 images`. */
export function imagesText(count: number): string {
  return `${count} ${count === 1 ? 'image' : 'images'}`;
}
