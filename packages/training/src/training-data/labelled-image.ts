import type { SplitName } from '@hashsight/formats';

/** An image with labels that somebody gave it, as a folder or a table names it. */
export interface LabelledImage {
  /** Path relative to the folder or the table, with `/`; it is the sample's id, and its hash decides the split. */
  readonly path: string;
  /** Absolute path. */
  readonly file: string;
  /** At least one. */
  readonly labels: readonly string[];
  /** Where it is given. */
  readonly split?: SplitName | undefined;
}

/** What was read of a folder or a table of images. */
export interface LabelledImages {
  readonly images: readonly LabelledImage[];
  /** What people should know, a line each. */
  readonly notes: readonly string[];
}

/** Names that are listed of many. */
const LISTED = 3;

/** `3 images are of formats that are not read: a.heic, b.heic, c.bmp` */
export function listedNote(count: (n: number) => string, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const shown = names.slice(0, LISTED).join(', ');
  return [`${count(names.length)}: ${shown}${names.length > LISTED ? ', …' : ''}`];
}

/** `1 image`, `3 images`. */
export function imagesText(count: number): string {
  return `${count} ${count === 1 ? 'image' : 'images'}`;
}
