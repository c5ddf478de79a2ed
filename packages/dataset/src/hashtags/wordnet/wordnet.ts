import { normaliseHashtag } from '../normalise.js';
import { type DatabaseFiles, readDatabaseFiles } from './database-files.js';
import { type AdjectiveConcept, parseAdjective, parseSynset, type Synset } from './synset.js';

/**
 * Length of the entries of {@link WordNet.irregularEndings}, and minimum length of an irregular plural in a compound.
 */
export const ENDING_LENGTH = 4;

/** A sense of a noun. */
export interface Sense {
  /** The synset's id: `n02132136`. */
  readonly synset: string;
  /** Tag count of the noun with this synset in WordNet's semantic concordances; mostly 0. */
  readonly tagCount: number;
}

/** A sense of an adjective, with its tag count. */
export interface AdjectiveSense extends AdjectiveConcept {
  /** Like {@link Sense.tagCount}. */
  readonly tagCount: number;
}

/**
 * The nouns of WordNet 3.0 (Miller 1995; 82,115 synsets), looked up by the normalized form of a hashtag: a lemma
 * without spaces, hyphens, periods and apostrophes. It also contains adjectives, to recognize hashtags that are no
 * nouns. The constructor only indexes the lemmas; synsets are parsed on first use.
 */
export class WordNet {
  /** Offsets of the lines of `index.noun`, by the normalized form of their lemma. */
  readonly #lines = new Map<string, number | number[]>();
  readonly #tagCounts = new Map<string, number>();
  readonly #synsets = new Map<string, Synset>();
  /** Lemma, offset and tag count of the senses of adjectives, by normalized form. */
  readonly #adjectives = new Map<string, (readonly [lemma: string, offset: string, tagCount: number])[]>();
  readonly #files: Pick<DatabaseFiles, 'nounIndex' | 'nounData' | 'adjectiveData'>;
  /** Irregular plurals and their singulars, both normalized. */
  readonly irregularPlurals: ReadonlyMap<string, readonly string[]>;
  /** The last {@link ENDING_LENGTH} characters of the irregular plurals. */
  readonly irregularEndings: ReadonlySet<string>;

  constructor(files: DatabaseFiles) {
    const { nounIndex, nounData, adjectiveData } = files;
    this.#files = { nounIndex, nounData, adjectiveData };
    for (let start = 0; start < nounIndex.length; start = nounIndex.indexOf('\n', start) + 1) {
      if (nounIndex[start] === ' ') continue; // the licence
      const lemma = nounIndex.slice(start, nounIndex.indexOf(' ', start));
      const form = lemma.replaceAll(SEPARATORS, ''); // equals normaliseHashtag(lemma), as a test checks, in a tenth of the time
      const other = this.#lines.get(form);
      this.#lines.set(form, other === undefined ? start : [other, start].flat());
    }
    for (const [, lemma, offset, count] of files.senseIndex.matchAll(TAGGED_NOUN)) {
      this.#tagCounts.set(`${lemma} ${offset}`, Number(count));
    }
    for (const [, lemma = '', offset = '', count] of files.senseIndex.matchAll(ADJECTIVE)) {
      const form = lemma.replaceAll(SEPARATORS, '');
      const others = this.#adjectives.get(form);
      if (others === undefined) this.#adjectives.set(form, [[lemma, offset, Number(count)]]);
      else others.push([lemma, offset, Number(count)]);
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

  /** Whether WordNet has a noun with this form. */
  has(form: string): boolean {
    return this.#lines.has(form);
  }

  /** The lemmas with this form in lower case, words joined by `_`: `goldenretriever` → `golden_retriever`. */
  lemmas(form: string): readonly string[] {
    return this.#linesOf(form).map(({ lemma }) => lemma);
  }

  /**
   * The senses of the nouns with this form, in WordNet's order: the most frequently tagged first. If several lemmas
   * have the form (`hood`, `'hood`), their senses are sorted by tag count, then by rank within their lemma.
   */
  senses(form: string): readonly Sense[] {
    const lines = this.#linesOf(form);
    const sensesOf = lines.map(({ lemma, offsets }) =>
      offsets.map((offset) => ({
        synset: `n${offset}`,
        tagCount: this.#tagCounts.get(`${lemma} ${offset}`) ?? 0,
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

  /** The senses of the adjectives with this form. */
  adjectiveSenses(form: string): readonly AdjectiveSense[] {
    const { adjectiveData } = this.#files;
    return (this.#adjectives.get(form) ?? []).map(([lemma, offset, tagCount]) => {
      const start = Number(offset);
      const line = adjectiveData.slice(start, adjectiveData.indexOf('\n', start));
      return { ...parseAdjective(line, lemma), tagCount };
    });
  }

  /** @throws RangeError if no noun synset has this id */
  synset(id: string): Synset {
    let synset = this.#synsets.get(id);
    if (synset !== undefined) return synset;
    const offset = Number(id.slice(1));
    const { nounData } = this.#files;
    if (!ID.test(id) || !nounData.startsWith(`${id.slice(1)} `, offset) || nounData[offset - 1] !== '\n') {
      throw new RangeError(`wordnet: expected the id of a noun synset such as n02132136, got "${id}"`);
    }
    synset = parseSynset(nounData.slice(offset, nounData.indexOf('\n', offset)));
    this.#synsets.set(id, synset);
    return synset;
  }

  /** All normalized forms of nouns, in the order of `index.noun`. */
  forms(): IterableIterator<string> {
    return this.#lines.keys();
  }

  #linesOf(form: string): readonly IndexLine[] {
    const starts = this.#lines.get(form);
    return starts === undefined ? [] : [starts].flat().map((start) => this.#lineAt(start));
  }

  /** Parses a line of `index.noun`: lemma, kind, synset count, pointer count, pointers, two counts, offsets. */
  #lineAt(start: number): IndexLine {
    const { nounIndex } = this.#files;
    const fields = nounIndex.slice(start, nounIndex.indexOf('\n', start)).trimEnd().split(' ');
    return { lemma: fields[0] ?? '', offsets: fields.slice(-Number(fields[2])) };
  }
}

interface IndexLine {
  readonly lemma: string;
  readonly offsets: readonly string[];
}

const SEPARATORS = /[-_.']/g;
const ID = /^n\d{8}$/;
const ADJECTIVE = /^(\S+)%[35]\S* (\d{8}) \d+ (\d+)$/gm;
const TAGGED_NOUN = /^(\S+)%1\S* (\d{8}) \d+ ([1-9]\d*)$/gm;

let loaded: WordNet | undefined;

/**
 * WordNet 3.0, loaded on the first call (in less than 0.5 s) and cached.
 *
 * @throws SourceError if its files are missing
 */
export function loadWordNet(): WordNet {
  loaded ??= new WordNet(readDatabaseFiles());
  return loaded;
}
