import path from 'node:path';
import { shownPlace, shownText } from '../shown.js';

/** Number of paths of one kind, and the first of them. */
interface Counted {
  count: number;
  readonly first: string;
}

/** Counts the files that a job skips in folders and tars, to report them. */
export class PassedOver {
  readonly #files = new Map<string, Counted>();
  readonly #hidden = new Map<string, Counted>();
  readonly #links = new Map<string, Counted>();
  readonly #special = new Map<string, Counted>();

  /** Counts a file with no use. */
  addFile(file: string): void {
    add(this.#files, path.extname(file).toLowerCase() || 'without an extension', file);
  }

  /** Counts a hidden file that looks useful. */
  addHidden(file: string): void {
    add(this.#hidden, '', file);
  }

  /** Counts a link that leads out of the folder. */
  addLeavingLink(file: string): void {
    add(this.#links, '', file);
  }

  /** Counts a pipe, socket or device. */
  addSpecial(file: string): void {
    add(this.#special, '', file);
  }

  /** One line per kind of skipped file, for the user. */
  lines(): readonly string[] {
    const lines: string[] = [];
    const files = [...this.#files].sort(
      ([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1),
    );
    const [first] = files;
    if (first !== undefined) {
      const kinds = files.slice(0, SHOWN_KINDS).map(([kind, { count }]) => `${count} ${shownText(kind)}`);
      if (files.length > SHOWN_KINDS) kinds.push(`${files.length - SHOWN_KINDS} other kinds`);
      lines.push(`not used: ${kinds.join(', ')}, for example ${shownPlace(first[1].first)}`);
    }
    const tell = (counts: ReadonlyMap<string, Counted>, one: string, several: string, rest = '') => {
      for (const { count, first } of counts.values()) {
        lines.push(
          `not used: ${count} ${count === 1 ? one : several}, for example ${shownPlace(first)}${rest}`,
        );
      }
    };
    tell(
      this.#links,
      'link that leads out of its folder',
      'links that lead out of their folder',
      '; `followSymlinks: true` follows them',
    );
    tell(this.#hidden, 'hidden file named like an image', 'hidden files named like images');
    tell(this.#special, 'pipe, socket or device', 'pipes, sockets or devices');
    return lines;
  }
}

/** Maximum number of file types in a line; the most frequent are named. */
const SHOWN_KINDS = 8;

function add(counts: Map<string, Counted>, kind: string, file: string): void {
  const counted = counts.get(kind);
  if (counted === undefined) counts.set(kind, { count: 1, first: file });
  else counted.count += 1;
}
