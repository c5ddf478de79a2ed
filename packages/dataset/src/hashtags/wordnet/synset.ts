/** WordNet's lexicographer files of nouns, in order of their numbers; manual page lexnames(5WN). */
const LEXICOGRAPHER_FILES = [
  ...['Tops', 'act', 'animal', 'artifact', 'attribute', 'body', 'cognition', 'communication', 'event'],
  ...['feeling', 'food', 'group', 'location', 'motive', 'object', 'person', 'phenomenon', 'plant'],
  ...['possession', 'process', 'quantity', 'relation', 'shape', 'state', 'substance', 'time'],
] as const;
const FIRST_NOUN_FILE = 3;

/** WordNet's lexicographer file of a noun, without `noun.`: its coarse category. */
export type LexicographerFile = (typeof LEXICOGRAPHER_FILES)[number];

/** A concept: the nouns that name it, and its relations to other synsets, by their ids. */
export interface Synset {
  /** `n` and the eight-digit byte offset in WordNet 3.0's `data.noun`, as in ImageNet: `n02132136`. */
  readonly id: string;
  /** Lemmas as in WordNet: words joined by `_`, names capitalized. */
  readonly lemmas: readonly string[];
  readonly lexicographerFile: LexicographerFile;
  /** Whether it is an individual (an instance of its hypernyms, not a kind of them): Paris, Stephen Crane. */
  readonly isInstance: boolean;
  /** Concepts that it is a kind or an instance of. */
  readonly hypernyms: readonly string[];
  /** Kinds and instances of it. */
  readonly hyponyms: readonly string[];
  /** Its parts, members and substances, and the concepts that it is a part, member or substance of. */
  readonly partsAndWholes: readonly string[];
  /** Definition and examples. */
  readonly gloss: string;
}

/** A sense of an adjective. */
export interface AdjectiveConcept {
  /** Lemmas in lower case, without WordNet's marks of syntactic position: `ill(p)`. */
  readonly lemmas: readonly string[];
  /** Noun synsets derived from the adjective or the reverse: the sea for `marine`, the color for `green`. */
  readonly nouns: readonly string[];
}

/**
 * Parses a line of `data.adj`, which has the format of `data.noun`.
 *
 * @param lemma in lower case; pointers from other lemmas of the synset are ignored
 */
export function parseAdjective(line: string, lemma: string): AdjectiveConcept {
  const fields = line.slice(0, line.indexOf(' | ')).split(' ');
  const words = Number.parseInt(fields[3] ?? '', 16);
  const lemmas = Array.from({ length: words }, (_, word) =>
    (fields[4 + 2 * word] ?? '').replace(/\(\w+\)$/, '').toLowerCase(),
  );
  const own = lemmas.indexOf(lemma) + 1;
  const nouns: string[] = [];
  for (let at = 5 + 2 * words; at + 3 < fields.length; at += 4) {
    const [symbol, offset, partOfSpeech, ends = ''] = fields.slice(at, at + 4);
    const source = Number.parseInt(ends.slice(0, 2), 16); // 0: the whole synset
    if (partOfSpeech !== 'n' || (source !== 0 && source !== own)) continue;
    if (symbol === '+' || symbol === '\\' || symbol === '=') nouns.push(`n${offset}`);
  }
  return { lemmas, nouns: [...new Set(nouns)] };
}

/**
 * Parses a line of `data.noun`. The format is in wndb(5WN): offset, file number, kind, word count (hexadecimal), words
 * with their lexical ids, pointer count, pointers of four fields, `|`, gloss.
 */
export function parseSynset(line: string): Synset {
  const bar = line.indexOf(' | ');
  const fields = line.slice(0, bar).split(' ');
  const field = (index: number) => fields[index] ?? '';
  const words = Number.parseInt(field(3), 16);
  const lemmas = Array.from({ length: words }, (_, word) => field(4 + 2 * word));
  const hypernyms: string[] = [];
  const hyponyms: string[] = [];
  const partsAndWholes: string[] = [];
  let isInstance = false;
  const pointersAt = 4 + 2 * words;
  const pointers = Number(field(pointersAt));
  for (let pointer = 0; pointer < pointers; pointer++) {
    const at = pointersAt + 1 + 4 * pointer;
    if (field(at + 2) !== 'n') continue;
    const symbol = field(at);
    const id = `n${field(at + 1)}`;
    if (symbol === '@i') isInstance = true;
    if (symbol.startsWith('@')) hypernyms.push(id);
    else if (symbol.startsWith('~')) hyponyms.push(id);
    else if (symbol.startsWith('#') || symbol.startsWith('%')) partsAndWholes.push(id);
  }
  const lexicographerFile = LEXICOGRAPHER_FILES[Number(field(1)) - FIRST_NOUN_FILE];
  if (lexicographerFile === undefined)
    throw new Error(`expected a line of data.noun, got "${line.slice(0, 40)}"`);
  return {
    id: `n${field(0)}`,
    lemmas,
    lexicographerFile,
    isInstance,
    hypernyms,
    hyponyms,
    partsAndWholes,
    gloss: line.slice(bar + 3).trimEnd(),
  };
}
