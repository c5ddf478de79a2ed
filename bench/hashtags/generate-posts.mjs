// Writes posts with known truth: a file of posts as JSONL, and what is true of them as JSON. The same seed, the same bytes.
//   node bench/hashtags/generate-posts.mjs --posts 10000000 --out posts.jsonl --truth truth.json [--seed 0]
//     [--rare-words 2000000]   different words that few posts carry; with few of them the hashtags do not grow with the posts
import { closeSync, openSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { MALFORMED, PostDraws, plantWorld, RARE_WORDS, REPEATED_ID } from './planted-posts.mjs';
import { rareWord } from './spellings.mjs';

/** What lines are made of, besides numbers and hashtags. */
const PIECES = {
  open: '{"id":"p',
  hashtagsWithoutImage: '","hashtags":[',
  image: '","image":"',
  outside: '../',
  hashtags: '.jpg","hashtags":[',
  author: '],"author":"u',
  authorEnd: '"',
  noAuthor: ']',
  time: ',"time":',
  end: '}\n',
  imageEnd: '.jpg",',
  aNumber: '"hashtags":12,"author":"u0"}\n',
  noObject: '["#sunset","#beach"]\n',
  rare: '"#',
  listBegin: '","image":["',
  listEnd: '.jpg"],"hashtags":[',
};
const [CUT_OFF, HASHTAGS_A_NUMBER, IMAGE_A_LIST, NO_IMAGE, IMAGE_OUTSIDE, NO_OBJECT] = MALFORMED.map(
  (_, kind) => kind + 1,
);
const [COMMA, QUOTE, SLASH, NEWLINE, ZERO] = Buffer.from(',"/\n0');

const CHUNK = 8 * 2 ** 20;
const LONGEST_LINE = 8192;

/** Writes the lines into a buffer, and the buffer into the file when it is full. */
class PostWriter {
  constructor(file, draws) {
    this.draws = draws;
    this.descriptor = openSync(file, 'w');
    this.buffer = Buffer.allocUnsafe(CHUNK + LONGEST_LINE);
    this.length = 0;
    this.pieces = Object.fromEntries(Object.entries(PIECES).map(([name, text]) => [name, Buffer.from(text)]));
    this.spellings = draws.hashtags.map(({ spellings }) =>
      spellings.map((each) => Buffer.from(JSON.stringify(each))),
    );
  }

  /** Writes the post that was drawn last. */
  write() {
    const { draws, pieces } = this;
    if (this.length > CHUNK) this.flush();
    const { problem } = draws;
    if (draws.emptyLineBefore) this.byte(NEWLINE);
    if (problem === NO_OBJECT) return this.bytes(pieces.noObject);
    this.bytes(pieces.open);
    this.digits(draws.id, 1);
    if (problem === NO_IMAGE) this.bytes(pieces.hashtagsWithoutImage);
    else this.image();
    if (problem === HASHTAGS_A_NUMBER) return this.bytes(pieces.aNumber);
    this.hashtagList();
    if (problem === CUT_OFF) return this.byte(NEWLINE);
    this.origin();
    return undefined;
  }

  image() {
    const { draws, pieces } = this;
    const isList = draws.problem === IMAGE_A_LIST;
    this.bytes(isList ? pieces.listBegin : pieces.image);
    if (draws.problem === IMAGE_OUTSIDE) this.bytes(pieces.outside);
    this.digits(draws.number % 100, 2);
    this.byte(SLASH);
    this.digits(draws.number, 7);
    if (isList) this.bytes(pieces.listEnd);
    else this.bytes(draws.problem === HASHTAGS_A_NUMBER ? pieces.imageEnd : pieces.hashtags);
  }

  hashtagList() {
    const { draws } = this;
    for (let i = 0; i < draws.hashtagCount; i++) {
      if (i > 0) this.byte(COMMA);
      this.bytes(this.spellings[draws.written[i]][draws.spelling[i]]);
    }
    if (draws.rare >= 0) {
      if (draws.hashtagCount > 0) this.byte(COMMA);
      this.bytes(this.pieces.rare);
      this.length += this.buffer.write(rareWord(draws.rare), this.length);
      this.byte(QUOTE);
    }
  }

  origin() {
    const { draws, pieces } = this;
    if (draws.author < 0) this.bytes(pieces.noAuthor);
    else {
      this.bytes(pieces.author);
      this.digits(draws.author, 1);
      this.bytes(pieces.authorEnd);
    }
    if (draws.second >= 0) {
      this.bytes(pieces.time);
      this.digits(draws.second, 1);
    }
    this.bytes(pieces.end);
  }

  byte(value) {
    this.buffer[this.length++] = value;
  }

  bytes(source) {
    this.buffer.set(source, this.length);
    this.length += source.length;
  }

  digits(number, atLeast) {
    let count = 1;
    for (let bound = 10; number >= bound; bound *= 10) count += 1;
    if (count < atLeast) count = atLeast;
    let rest = number;
    for (let place = this.length + count - 1; place >= this.length; place--) {
      const higher = Math.floor(rest / 10);
      this.buffer[place] = ZERO + rest - higher * 10;
      rest = higher;
    }
    this.length += count;
  }

  flush() {
    for (let written = 0; written < this.length; ) {
      written += writeSync(this.descriptor, this.buffer, written, this.length - written);
    }
    this.length = 0;
  }

  close() {
    this.flush();
    closeSync(this.descriptor);
  }
}

/** What is true of the posts that were drawn, counted while they are. */
class Truth {
  constructor(draws) {
    this.draws = draws;
    this.problems = new Array(REPEATED_ID + 1).fill(0);
    this.postsOf = new Float64Array(draws.hashtags.length);
    this.postsOfConcept = new Float64Array(draws.world.concepts.length);
    this.hasPosted = new Uint8Array(draws.authors);
    this.withoutHashtags = 0;
    this.labels = 0;
  }

  add() {
    const { draws } = this;
    this.problems[draws.problem] += 1;
    if (draws.problem !== 0) return;
    for (let i = 0; i < draws.hashtagCount; i++) this.postsOf[draws.written[i]] += 1;
    for (let i = 0; i < draws.conceptCount; i++) this.postsOfConcept[draws.shown[i]] += 1;
    if (draws.author >= 0) this.hasPosted[draws.author] = 1;
    if (draws.hashtagCount === 0 && draws.rare < 0) this.withoutHashtags += 1;
    this.labels += draws.conceptCount;
  }

  /** What the truth file holds. */
  summary(options) {
    const { draws, postsOf, problems } = this;
    const { concepts, generic, planted } = draws.world;
    const count = (position) => postsOf[position];
    const wordsOf = (kind) =>
      [...planted.entries()]
        .filter(([, word]) => word.kind === kind)
        .map(([position, { hashtag, author, firstDay }]) => ({
          hashtag,
          posts: count(draws.firstPlanted + position),
          ...(author !== undefined && { author: `u${draws.authorOf(author)}` }),
          ...(firstDay !== undefined && { firstDay }),
        }));
    return {
      ...options,
      good: problems[0],
      malformed: Object.fromEntries(MALFORMED.map((kind, position) => [kind, problems[position + 1]])),
      repeatedIds: problems[REPEATED_ID],
      withoutHashtags: this.withoutHashtags,
      conceptsAPost: this.labels / problems[0],
      authors: this.hasPosted.reduce((sum, has) => sum + has, 0),
      generic: generic.map(({ hashtag, listed }, position) => {
        return { hashtag, listed, posts: count(draws.firstGeneric + position) };
      }),
      spam: wordsOf('spam'),
      burst: wordsOf('burst'),
      fan: wordsOf('fan'),
      season: wordsOf('season'),
      chains: concepts.flatMap(({ synset, chain }) =>
        chain === undefined
          ? []
          : [{ hashtag: chain.hashtag, means: chain.owner.synset, alsoUsedFor: synset }],
      ),
      concepts: concepts.map(({ synset, topic, hashtags }, position) => ({
        ...(synset && { synset }),
        topic,
        posts: this.postsOfConcept[position],
        hashtags: hashtags.map(({ hashtag, lemma, senses, isFirstSense }, form) => ({
          hashtag,
          posts: count(draws.firstOf[position] + form),
          ...(lemma && { lemma, senses, isFirstSense }),
        })),
      })),
    };
  }
}

/**
 * Writes `posts` records to the file `out` and returns what is true of them. `onPost` is told of each, with the
 * {@link PostDraws} that hold it until the next.
 */
export function generatePosts({ posts, out, seed = 0, rareWords = RARE_WORDS, onPost = () => {} }) {
  const draws = new PostDraws(plantWorld(seed), { seed, posts, rareWords });
  const writer = new PostWriter(out, draws);
  const truth = new Truth(draws);
  for (let i = 0; i < posts; i++) {
    draws.draw();
    writer.write();
    truth.add();
    onPost(draws);
  }
  writer.close();
  return truth.summary({ seed, posts });
}

/** The truth as JSON, one concept or hashtag a line. */
export function truthText(truth) {
  const parts = Object.entries(truth).map(([name, value]) => {
    if (!Array.isArray(value)) return `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`;
    return `  ${JSON.stringify(name)}: [\n${value.map((each) => `    ${JSON.stringify(each)}`).join(',\n')}\n  ]`;
  });
  return `{\n${parts.join(',\n')}\n}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      posts: { type: 'string', default: '10000000' },
      out: { type: 'string' },
      truth: { type: 'string' },
      seed: { type: 'string', default: '0' },
      'rare-words': { type: 'string', default: String(RARE_WORDS) },
    },
  });
  const posts = Number(values.posts);
  if (!Number.isInteger(posts) || posts < 1 || values.out === undefined) {
    throw new Error(
      `generate-posts: expected --posts N --out posts.jsonl, got ${process.argv.slice(2).join(' ')}`,
    );
  }
  const start = performance.now();
  const [seed, rareWords] = [Number(values.seed), Number(values['rare-words'])];
  const truth = generatePosts({ posts, out: values.out, seed, rareWords });
  if (values.truth !== undefined) writeFileSync(values.truth, truthText(truth));
  const seconds = (performance.now() - start) / 1000;
  const megabytes = statSync(values.out).size / 1e6;
  console.log(`${values.out}: ${posts} records, ${megabytes.toFixed(0)} MB, in ${seconds.toFixed(1)} s`);
}
