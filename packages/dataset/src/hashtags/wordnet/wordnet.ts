import { normaliseHashtag } from '../normalise.js';
import { type DatabaseFiles, readDatabaseFiles } from './database-files.js';
import { type AdjectiveConcept, parseAdjective, parseSynset, type Synset } from './synset.js';

/** Characters of {@link WordNet.irregularEndings}; the last word of a compound that is a plural has as many. */
export const ENDING_LENGTH = 4;

/** One of the things that a noun can mean. */
export interface Sense {
  /** The synset's id: `n02132136`. */
  readonly synset: string;
  /** How often the noun was tagged with this synset in WordNet's semantic concordances; 0 for most. */
  readonly tagCount: number;
}

/** One of the things that an adjective can mean. */
export interface AdjectiveSense extends AdjectiveConcept {
  /** As of {@link Sense}. */
  readonly tagCount: number;
}

/**
 * The nouns of WordNet 3.0 (Miller 1995; 82,115 synsets), looked up by the form that a hashtag takes: a lemma without
 * its spaces, hyphens, points and apostrophes; and its adjectives, to tell which hashtags are no nouns. Only the places of
 * the lemmas are read at first, and a synset when it is asked for.
 */
export class WordNet {
  /** Where the lines of `index.noun` begin whose lemma has the normalised form of the key. */
  readonly #lines = new Map<string, number | number[]>();
  readonly #tagCounts = new Map<string, number>();
  readonly #synsets = new Map<string, Synset>();
  /** Lemma, place and tag count of the senses of adjectives, by normalised form. */
  readonly #adjectives = new Map<string, (readonly [lemma: string, place: string, tagCount: number])[]>();
  readonly #files: Pick<DatabaseFiles, 'nounIndex' | 'nounData' | 'adjectiveData'>;
  /** Irregular plurals and their singulars, both normalised. */
  readonly irregularPlurals: ReadonlyMap<string, readonly string[]>;
  /** How they end: the last {@link ENDING_LENGTH} characters of each. */
  readonly irregularEndings: ReadonlySet<string>;

  constructor(files: DatabaseFiles) {
    const { nounIndex, nounData, adjectiveData } = files;
    this.#files = { nounIndex, nounData, adjectiveData };
    for (let start = 0; start < nounIndex.length; start = nounIndex.indexOf('\n', start) + 1) {
      if (nounIndex[start] === ' ') continue; // the licence
      const lemma = nounIndex.slice(start, nounIndex.indexOf(' ', start));
      const form = lemma.replaceAll(SEPARATORS, ''); // normaliseHashtag of it, as a test says, in a tenth of the time
      const other = this.#lines.get(form);
      this.#lines.set(form, other === undefined ? start : [other, start].flat());
    }
    for (const [, lemma, place, count] of files.senseIndex.matchAll(TAGGED_NOUN)) {
      this.#tagCounts.set(`${lemma} ${place}`, Number(count));
    }
    for (const [, lemma = '', place = '', count] of files.senseIndex.matchAll(ADJECTIVE)) {
      const form = lemma.replaceAll(SEPARATORS, '');
      const others = this.#adjectives.get(form);
      if (others === undefined) this.#adjectives.set(form, [[lemma, place, Number(count)]]);
      else others.push([lemma, place, Number(count)]);
    }
    this.irregularPlurals = new Map(
      files.nounExceptions
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' ').map(normaliseHashtag))
        .map(([plural = '', ...singulars]) => [plural, singulars]),
    );
    this.irregularEndings = new Set(
      [...this.irregularPlurals.keys()].map((plural) => plural.slice(-ENDING_LENGTH)),
    );
  }

  /** Whether a noun of WordNet has this form. */
  has(form: string): boolean {
    return this.#lines.has(form);
  }

  /** The lemmas of this form in lower case, words joined by `_`: `goldenretriever` → `golden_retriever`. */
  lemmas(form: string): readonly string[] {
    return this.#linesOf(form).map(({ lemma }) => lemma);
  }

  /**
   * What a noun of this form can mean, in WordNet's order: the sense most often tagged first. Where several lemmas have
   * the form (`hood`, `'hood`), their senses are ordered by tag count, then by place in their lemma's order.
   */
  senses(form: string): readonly Sense[] {
    const lines = this.#linesOf(form);
    const sensesOf = lines.map(({ lemma, places }) =>
      places.map((place) => ({
        synset: `n${place}`,
        tagCount: this.#tagCounts.get(`${lemma} ${place}`) ?? 0,
      })),
    );
    const [only] = sensesOf;
    if (only !== undefined && sensesOf.length === 1) return only;
    const ranked = sensesOf.flatMap((senses) => senses.map((sense, rank) => ({ sense, rank })));
    ranked.sort((a, b) => b.sense.tagCount - a.sense.tagCount || a.rank - b.rank);
    const seen = new Set<string>();
    return ranked.flatMap(({ sense }) => {
      if (seen.has(sense.synset)) return [];
      seen.add(sense.synset);
      return [sense];
    });
  }

  /** What an adjective of this form can mean; empty when there is none. */
  adjectiveSenses(form: string): readonly AdjectiveSense[] {
    const { adjectiveData } = this.#files;
    return (this.#adjectives.get(form) ?? []).map(([lemma, place, tagCount]) => {
      const start = Number(place);
      const line = adjectiveData.slice(start, adjectiveData.indexOf('\n', start));
      return { ...parseAdjective(line, lemma), tagCount };
    });
  }

  /** @throws RangeError when there is no noun synset of this id */
  synset(id: string): Synset {
    let synset = this.#synsets.get(id);
    if (synset !== undefined) return synset;
    const place = Number(id.slice(1));
    const { nounData } = this.#files;
    if (!ID.test(id) || !nounData.startsWith(`${id.slice(1)} `, place) || nounData[place - 1] !== '\n') {
      throw new RangeError(`wordnet: expected the id of a noun synset like n02132136, got "${id}"`);
    }
    synset = parseSynset(nounData.slice(place, nounData.indexOf('\n', place)));
    this.#synsets.set(id, synset);
    return synset;
  }

  /** All normalised forms of nouns, in the order of `index.noun`. */
  forms(): IterableIterator<string> {
    return this.#lines.keys();
  }

  #linesOf(form: string): readonly IndexLine[] {
    const starts = this.#lines.get(form);
    return starts === undefined ? [] : [starts].flat().map((start) => this.#lineAt(start));
  }

  /** A line of `index.noun`: lemma, kind, count of synsets, count of pointers, pointers, two counts, places. */
  #lineAt(start: number): IndexLine {
    const { nounIndex } = this.#files;
    const fields = nounIndex.slice(start, nounIndex.indexOf('\n', start)).trimEnd().split(' ');
    return { lemma: fields[0] ?? '', places: fields.slice(-Number(fields[2])) };
  }
}

interface IndexLine {
  readonly lemma: string;
  readonly places: readonly string[];
}

const SEPARATORS = /[-_.']/g;
const ID = /^n\d{8}$/;
const ADJECTIVE = /^(\S+)%[35]\S* (\d{8}) \d+ (\d+)$/gm;
const TAGGED_NOUN = /^(\S+)%1\S* (\d{8}) \d+ ([1-9]\d*)$/gm;

let loaded: WordNet | undefined;

/**
 * WordNet 3.0, read at the first call (in less than 0.5 s) and kept.
 *
 * @throws SourceError when its files are not there
 */
export function loadWordNet(): WordNet {
  loaded ??= new WordNet(readDatabaseFiles());
  return loaded;
}
