// What generated posts say, one after the other: known truth before it is written down.
import {
  GENERIC_HASHTAGS,
  genericReason,
} from '../../packages/dataset/dist/src/hashtags/not-visual/generic-hashtags.js';
import { loadWordNet } from '../../packages/dataset/dist/src/hashtags/wordnet/wordnet.js';
import { AliasTable, Random } from '../random.mjs';
import { drawForm, plantConcepts } from './planted-concepts.mjs';
import { madeUpWords, spellingsOf } from './spellings.mjs';

/** Kinds of records that cannot be used, in the order of their numbers, from 1. */
export const MALFORMED = [
  ...['cut off', 'hashtags is a number', 'image is a list', 'no image', 'image outside', 'no object'],
];
export const REPEATED_ID = MALFORMED.length + 1;

/** Shares of the records. */
const SHARE = { malformed: 0.001, repeatedId: 0.0005, emptyLine: 0.0001, withoutHashtags: 0.002 };
/** Shares of the posts. */
const WITHOUT_AUTHOR = 0.02;
const WITHOUT_TIME = 0.02;
const WITH_GENERIC = 1 / 3;
const WITH_RARE = 0.05;
const WITH_PLANTED = 0.03;
/** Share of the concepts beside the first that are of the post's topic. */
const IN_TOPIC = 0.85;
/** Share of the concepts that are written twice: `#dog #dogs`. */
const WRITTEN_TWICE = 0.08;

const LISTED_GENERIC = 60;
const MADE_UP_GENERIC = 20;
/** Different words that few posts carry, as of typing errors and names. */
export const RARE_WORDS = 2_000_000;
const POSTS_AN_AUTHOR = 20;
const FIRST_SECOND = Date.UTC(2019, 0, 1) / 1000;
const SECONDS_A_DAY = 86_400;
const DAYS = 365;

/**
 * Words that topics have in which somebody takes an interest. The pipeline should drop `spam` and `burst`, and keep
 * what is only near to them: the word of a `fan`, and that of a `season`.
 */
const PLANTED = [
  { kind: 'spam', words: 20, byOneAuthor: 0.85 },
  { kind: 'burst', words: 20, inOnePeriod: 0.9, days: 1 },
  { kind: 'fan', words: 20, byOneAuthor: 0.3 },
  { kind: 'season', words: 20, inOnePeriod: 0.9, days: 30 },
];

/** What there is to post of: a pure function of the seed. */
export function plantWorld(seed) {
  const random = new Random(seed);
  const words = madeUpWords(random);
  const takeWords = (count) => Array.from({ length: count }, () => nextUnknown(words));
  const { concepts, topics } = plantConcepts(random, takeWords);
  const listed = random
    .shuffled(Object.values(GENERIC_HASHTAGS).flat().filter(isLatin))
    .slice(0, LISTED_GENERIC);
  const generic = random.shuffled([
    ...listed.map((hashtag) => ({ hashtag, listed: true })),
    ...takeWords(MADE_UP_GENERIC).map((hashtag) => ({ hashtag, listed: false })),
  ]);
  const planted = PLANTED.flatMap(({ words: count, ...rule }) =>
    takeWords(count).map((hashtag) => ({
      ...rule,
      hashtag,
      topic: random.below(topics.length),
      ...(rule.byOneAuthor && { author: random.next() }), // turned into one of the authors when their number is known
      ...(rule.days && { firstDay: random.below(DAYS - rule.days + 1) }),
    })),
  );
  for (const word of [...generic, ...planted]) word.spellings = spellingsOf([word.hashtag]);
  return { concepts, topics, generic, planted };
}

/** The next made-up word that happens to mean nothing. */
function nextUnknown(words) {
  const { value } = words.next();
  return loadWordNet().has(value) || genericReason(value) ? nextUnknown(words) : value;
}

const isLatin = (hashtag) => /^[a-z0-9]+$/.test(hashtag);

/**
 * Draws posts one after the other into fields that the next one overwrites, so that millions take no memory. The same
 * world, seed and number of posts give the same posts.
 */
export class PostDraws {
  constructor(world, { seed, posts, rareWords = RARE_WORDS }) {
    this.world = world;
    this.rareWords = rareWords;
    this.random = new Random(seed + 1);
    this.authors = Math.max(1, Math.floor(posts / POSTS_AN_AUTHOR));
    this.globalTable = new AliasTable(world.concepts.map(({ weight }) => weight));
    this.topicTables = world.topics.map(
      (members) => new AliasTable(members.map((member) => world.concepts[member].weight)),
    );
    this.genericTable = new AliasTable(world.generic.map((_, rank) => 1 / (rank + 3)));
    this.listHashtags();
    /** Number of the record, from 0. */
    this.number = -1;
    /** 0, a kind of {@link MALFORMED}, or {@link REPEATED_ID}. */
    this.problem = 0;
    this.emptyLineBefore = false;
    /** The number that the id is made of. */
    this.id = 0;
    this.goodId = -1;
    /** Positions in `hashtags`, each once, and how each is spelled. */
    this.written = new Int32Array(32);
    this.spelling = new Uint8Array(32);
    this.hashtagCount = 0;
    /** Positions in the world's concepts. */
    this.shown = new Int32Array(8);
    this.conceptCount = 0;
    /** Number of the rare word, of the author, of the second; -1 for none. */
    this.rare = -1;
    this.author = -1;
    this.second = -1;
  }

  /** All hashtags but the rare ones, those of concepts first; where each concept's begin, and so on. */
  listHashtags() {
    const { concepts, generic, planted } = this.world;
    this.hashtags = [...concepts.flatMap((concept) => concept.hashtags), ...generic, ...planted];
    this.firstOf = new Int32Array(concepts.length);
    this.countOf = Int32Array.from(concepts, (concept) => concept.hashtags.length);
    this.chainOf = new Int32Array(concepts.length).fill(-1);
    this.chainShare = new Float64Array(concepts.length);
    let first = 0;
    for (const [position, concept] of concepts.entries()) {
      this.firstOf[position] = first;
      first += concept.hashtags.length;
    }
    this.firstGeneric = first;
    this.firstPlanted = first + generic.length;
    const positionOf = new Map(this.hashtags.map(({ hashtag }, position) => [hashtag, position]));
    for (const [position, { chain }] of concepts.entries()) {
      if (chain === undefined) continue;
      this.chainOf[position] = positionOf.get(chain.hashtag);
      this.chainShare[position] = chain.share;
    }
    this.spellingCount = Uint8Array.from(this.hashtags, ({ spellings }) => spellings.length);
  }

  /** Draws the next post. */
  draw() {
    const { random } = this;
    this.number += 1;
    this.hashtagCount = 0;
    this.conceptCount = 0;
    this.drawProblem();
    const planted = random.chance(WITH_PLANTED) ? random.below(this.world.planted.length) : -1;
    if (planted >= 0) this.write(this.firstPlanted + planted);
    this.drawConcepts(planted);
    if (random.chance(WITH_GENERIC)) {
      for (let count = 1 + random.below(2); count > 0; count--) {
        this.write(this.firstGeneric + this.genericTable.draw(random));
      }
    }
    this.rare = random.chance(WITH_RARE) ? random.below(this.rareWords) : -1;
    if (random.chance(SHARE.withoutHashtags)) {
      this.hashtagCount = 0;
      this.conceptCount = 0;
      this.rare = -1;
    }
    this.drawOrigin(planted);
  }

  drawProblem() {
    const { random, number } = this;
    this.emptyLineBefore = random.chance(SHARE.emptyLine);
    this.problem = 0;
    this.id = number;
    const fraction = random.fraction();
    if (fraction < SHARE.malformed) this.problem = 1 + random.below(MALFORMED.length);
    else if (fraction < SHARE.malformed + SHARE.repeatedId && this.goodId >= 0) {
      this.problem = REPEATED_ID;
      this.id = this.goodId;
    } else if (number % 97 === 0) this.goodId = number;
  }

  /** Two to four concepts, most of them of the topic of the first. */
  drawConcepts(planted) {
    const { random } = this;
    const { concepts, topics } = this.world;
    let topic = planted < 0 ? -1 : this.world.planted[planted].topic;
    const count = 2 + random.below(3);
    for (let drawn = 0; drawn < count; drawn++) {
      const inTopic = topic >= 0 && random.chance(IN_TOPIC);
      const concept = inTopic
        ? topics[topic][this.topicTables[topic].draw(random)]
        : this.globalTable.draw(random);
      if (topic < 0) topic = concepts[concept].topic;
      this.show(concept);
    }
  }

  show(concept) {
    const { random } = this;
    for (let i = 0; i < this.conceptCount; i++) if (this.shown[i] === concept) return;
    this.shown[this.conceptCount++] = concept;
    if (this.chainOf[concept] >= 0 && random.chance(this.chainShare[concept])) {
      this.write(this.chainOf[concept]);
      return;
    }
    const times = random.chance(WRITTEN_TWICE) ? 2 : 1;
    for (let i = 0; i < times; i++)
      this.write(this.firstOf[concept] + drawForm(random, this.countOf[concept]));
  }

  write(hashtag) {
    for (let i = 0; i < this.hashtagCount; i++) if (this.written[i] === hashtag) return;
    this.written[this.hashtagCount] = hashtag;
    this.spelling[this.hashtagCount++] = Math.floor(
      this.random.fraction() ** 3 * this.spellingCount[hashtag],
    );
  }

  drawOrigin(planted) {
    const { random } = this;
    const { byOneAuthor, author, inOnePeriod, firstDay, days } =
      planted < 0 ? {} : this.world.planted[planted];
    // The cube of an even draw: shares of authors like Zipf's law with exponent 2/3.
    this.author = Math.floor(random.fraction() ** 3 * this.authors);
    const isTheirs = byOneAuthor !== undefined && random.chance(byOneAuthor);
    if (isTheirs) this.author = this.authorOf(author);
    else if (random.chance(WITHOUT_AUTHOR)) this.author = -1;
    this.second = FIRST_SECOND + random.below(DAYS * SECONDS_A_DAY);
    if (inOnePeriod !== undefined && random.chance(inOnePeriod)) {
      this.second = FIRST_SECOND + firstDay * SECONDS_A_DAY + random.below(days * SECONDS_A_DAY);
    } else if (random.chance(WITHOUT_TIME)) this.second = -1;
  }

  /** The author of a spam or fan word; from the rarer half, so that they are nobody who posts of everything anyway. */
  authorOf(draw) {
    return Math.floor(this.authors * (0.5 + draw / 2 ** 33));
  }
}
