import path from 'node:path';
import { shownPlace, shownText } from '../shown.js';

/** Some things of one kind: how many, and the first of them. */
interface Counted {
  count: number;
  readonly first: string;
}

/** What a job finds in folders and tars and does not use: counted, to be told. */
export class PassedOver {
  readonly #files = new Map<string, Counted>();
  readonly #hidden = new Map<string, Counted>();
  readonly #links = new Map<string, Counted>();
  readonly #special = new Map<string, Counted>();

  /** A file that is of no use. */
  addFile(place: string): void {
    add(this.#files, path.extname(place).toLowerCase() || 'without an extension', place);
  }

  /** A hidden file that looks like one that would be of use. */
  addHidden(place: string): void {
    add(this.#hidden, '', place);
  }

  /** A link that leads out of the folder. */
  addLeavingLink(place: string): void {
    add(this.#links, '', place);
  }

  /** A pipe, socket or device. */
  addSpecial(place: string): void {
    add(this.#special, '', place);
  }

  /** All of it for people, a line each; none where nothing was passed over. */
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

/** Kinds of files that a line names, the most frequent first. */
const SHOWN_KINDS = 8;

function add(counts: Map<string, Counted>, kind: string, place: string): void {
  const counted = counts.get(kind);
  if (counted === undefined) counts.set(kind, { count: 1, first: place });
  else counted.count += 1;
}
