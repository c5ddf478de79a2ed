// The concepts that generated posts show, and which hashtags mean each: known truth, made of WordNet 3.0 without what
// the pipeline itself uses to find it (no normalising, no plural rules, no choice of senses).
import { genericReason } from '../../packages/dataset/dist/src/hashtags/not-visual/generic-hashtags.js';
import { loadWordNet } from '../../packages/dataset/dist/src/hashtags/wordnet/wordnet.js';
import { hashtagOf, pluralOf, spellingsOf } from './spellings.mjs';

const TOPICS = 400;
/** Concepts of a topic that are kinds of one thing, and the fewest that make a topic. */
const OF_ONE_KIND = { most: 14, least: 8 };
/** Concepts of a topic that are at home in another: images of cranes show mud, too. */
const GUESTS = 6;
/** Tagged texts that having synonyms is worth, where the concepts of a topic are chosen. */
const SYNONYMS_AS_FAME = 5;
const UNKNOWN_WORDS = 300;
const CHAINS = 120;
/** How often the usual sense of a hashtag is the one people mean: WordNet's first is on 0.73 of the reviewed list. */
const FIRST_SENSE = 0.73;
/** Most of the uses of a chain's hashtag that the other concept has. */
const CHAIN_MINORITY = 0.3;
/** Zipf's law with Mandelbrot's shift: the most frequent concept has 1.5 % of the uses, not 10 %. */
const zipfWeight = (rank) => 1 / (rank + 10);

/** WordNet's kinds of things that can be put in front of a camera. */
const PHOTOGRAPHED = new Set([
  ...['animal', 'artifact', 'body', 'food', 'object', 'person', 'phenomenon', 'plant'],
]);
const LEMMA = /^[A-Za-z]+(?:[_-][A-Za-z]+)*$/;

/**
 * Concepts, topics, hashtags.
 *
 * - A topic is concepts that are kinds of one thing, and some guests.
 * - A hashtag belongs to one concept, whatever else it can mean: its other senses are what the pipeline may fall for.
 * - But for the chains: their hashtag is also used, less often, by a second concept, with which it must not merge the first.
 * - Words that WordNet does not know are concepts of one hashtag.
 *
 * @param takeWords gives as many made-up words
 */
export function plantConcepts(random, takeWords) {
  const wordnet = loadWordNet();
  const synsets = photographedSynsets(wordnet);
  const topics = chooseTopics(wordnet, synsets, random);
  const { hashtags, rivals } = giveHashtags(wordnet, topics.flat(), random);
  addPlurals(wordnet, hashtags);
  const concepts = [...topics.entries()].flatMap(([topic, members]) =>
    members
      .filter(({ synset }) => hashtags.has(synset))
      .map(({ synset, tagCount }) => ({ synset, tagCount, topic, hashtags: hashtags.get(synset) })),
  );
  for (const word of takeWords(UNKNOWN_WORDS)) {
    const hashtag = { hashtag: word, spellings: spellingsOf([word]) };
    concepts.push({ topic: random.below(topics.length), hashtags: [hashtag] });
  }
  const byFame = inOrderOfFame(concepts, random, ({ tagCount = 0 }) => 1 + tagCount);
  for (const [rank, concept] of byFame.entries()) concept.weight = zipfWeight(rank);
  plantChains(concepts, rivals, random);
  return { concepts, topics: topicMembers(concepts, topics.length, random) };
}

/** Synsets that an image can show, with the lemmas that can be a hashtag. */
function photographedSynsets(wordnet) {
  const ids = new Set(
    [...wordnet.forms()].flatMap((form) => wordnet.senses(form).map(({ synset }) => synset)),
  );
  const usable = (lemma) => {
    const hashtag = hashtagOf(lemma.split(/[_-]/));
    return LEMMA.test(lemma) && hashtag.length >= 3 && hashtag.length <= 24 && !genericReason(hashtag);
  };
  const synsets = new Map();
  for (const id of [...ids].sort()) {
    const { lemmas, lexicographerFile, isInstance } = wordnet.synset(id);
    if (isInstance || !PHOTOGRAPHED.has(lexicographerFile)) continue;
    synsets.set(id, { synset: id, lemmas: lemmas.filter(usable), tagCount: tagCountOf(wordnet, id) });
  }
  return synsets;
}

/** How often WordNet's tagged texts speak of it. */
function tagCountOf(wordnet, id) {
  const forms = new Set(wordnet.synset(id).lemmas.map((lemma) => hashtagOf(lemma.split(/[_-]/))));
  const senses = [...forms].flatMap((form) => wordnet.senses(form));
  return senses.reduce((sum, { synset, tagCount }) => sum + (synset === id ? tagCount : 0), 0);
}

/** A random order in which each comes first in proportion to its fame. */
function inOrderOfFame(list, random, fameOf) {
  const keyed = list.map((each) => ({ each, key: -Math.log(1 - random.fraction()) / fameOf(each) }));
  return keyed.sort((a, b) => a.key - b.key).map(({ each }) => each);
}

/** Topics, each of kinds of one thing that no other topic has; famous ones, and those with several lemmas, more often. */
function chooseTopics(wordnet, synsets, random) {
  const below = (id, found = new Set()) => {
    for (const hyponym of wordnet.synset(id).hyponyms) {
      if (!synsets.has(hyponym) || found.has(hyponym)) continue;
      found.add(hyponym);
      below(hyponym, found);
    }
    return found;
  };
  const topics = [];
  const taken = new Set();
  for (const root of random.shuffled([...synsets.keys()])) {
    if (topics.length === TOPICS) break;
    const kinds = below(root);
    if (kinds.size < OF_ONE_KIND.least || kinds.size > 200) continue; // more are no longer of one kind
    const free = [...kinds]
      .sort()
      .map((id) => synsets.get(id))
      .filter(({ synset, lemmas }) => lemmas.length > 0 && !taken.has(synset));
    const fame = ({ tagCount, lemmas }) => tagCount + (lemmas.length > 1 ? SYNONYMS_AS_FAME : 1);
    const members = inOrderOfFame(free, random, fame).slice(0, OF_ONE_KIND.most);
    if (members.length < OF_ONE_KIND.least) continue;
    for (const { synset } of members) taken.add(synset);
    topics.push(members);
  }
  return topics;
}

/** Gives each hashtag to one of the concepts that it names; `rivals` are those that it names, too. */
function giveHashtags(wordnet, members, random) {
  const namedBy = new Map();
  for (const { synset, lemmas } of members) {
    for (const lemma of lemmas) {
      const words = lemma.split(/[_-]/);
      const hashtag = hashtagOf(words);
      const named = namedBy.get(hashtag) ?? new Map();
      namedBy.set(hashtag, named.set(synset, words));
    }
  }
  const hashtags = new Map(members.map(({ synset }) => [synset, []]));
  const rivals = new Map();
  for (const [hashtag, named] of namedBy) {
    const senses = wordnet.senses(hashtag).map(({ synset }) => synset);
    const [usual, ...others] = senses.filter((synset) => named.has(synset));
    // What mostly means something that is not among the concepts, few use for what is.
    if (senses[0] !== usual && random.chance(FIRST_SENSE)) continue;
    const owner = others.length === 0 || random.chance(FIRST_SENSE) ? usual : random.pick(others);
    const words = named.get(owner);
    const ofSenses = { senses: senses.length, isFirstSense: senses[0] === owner };
    hashtags.get(owner).push({ hashtag, words, lemma: hashtag, spellings: spellingsOf(words), ...ofSenses });
    const rest = [usual, ...others].filter((synset) => synset !== owner);
    if (rest.length > 0) rivals.set(hashtag, { owner, rest });
  }
  for (const [synset, own] of hashtags) if (own.length === 0) hashtags.delete(synset);
  return { hashtags, rivals };
}

/** Adds the plural behind each hashtag, where it is the plural of nothing else and no noun of its own. */
function addPlurals(wordnet, hashtags) {
  const irregular = new Map();
  for (const [plural, singulars] of wordnet.irregularPlurals) {
    for (const singular of singulars) if (!irregular.has(singular)) irregular.set(singular, plural);
  }
  const singularsOf = new Map();
  for (const form of wordnet.forms()) {
    const plural = pluralOf([form], irregular)?.[0];
    if (plural !== undefined) singularsOf.set(plural, (singularsOf.get(plural) ?? 0) + 1);
  }
  for (const [synset, own] of hashtags) {
    const withPlurals = own.flatMap((singular) => {
      const words = pluralOf(singular.words, irregular);
      if (words === undefined) return [singular];
      const hashtag = hashtagOf(words);
      if (wordnet.has(hashtag) || singularsOf.get(hashtag) > 1 || genericReason(hashtag)) return [singular];
      return [singular, { ...singular, hashtag, words, spellings: spellingsOf(words) }];
    });
    hashtags.set(synset, withPlurals);
  }
}

/** Lets concepts use a hashtag of another topic's concept too, so that it could chain the two together. */
function plantChains(concepts, rivals, random) {
  const ofSynset = new Map(concepts.map((concept) => [concept.synset, concept]));
  const others = ({ hashtags }, hashtag) => hashtags.filter(({ lemma }) => lemma !== hashtag);
  let chains = 0;
  for (const [hashtag, { owner, rest }] of random.shuffled([...rivals])) {
    if (chains === CHAINS) break;
    const first = ofSynset.get(owner);
    const second = ofSynset.get(random.pick(rest));
    if (second === undefined || second.chain || first.topic === second.topic) continue;
    if (others(first, hashtag).length === 0 || others(second, hashtag).length === 0) continue;
    const position = first.hashtags.findIndex((own) => own.hashtag === hashtag);
    const uses = first.weight * shareOfForm(position, first.hashtags.length);
    const most = (uses * CHAIN_MINORITY) / (1 - CHAIN_MINORITY);
    second.chain = { hashtag, owner: first, share: Math.min(0.3, most / second.weight) };
    chains += 1;
  }
}

/** Which of its `count` hashtags a concept is written with: the first most often. */
export function drawForm(random, count) {
  return Math.floor(random.fraction() ** 2 * count);
}

/** The share of the hashtag at `position` in what {@link drawForm} draws. */
function shareOfForm(position, count) {
  return Math.sqrt((position + 1) / count) - Math.sqrt(position / count);
}

/** Each topic's own concepts and guests, by their positions. */
function topicMembers(concepts, count, random) {
  const members = Array.from({ length: count }, () => []);
  for (const [position, { topic }] of concepts.entries()) members[topic].push(position);
  return members.map((own) => [
    ...own,
    ...Array.from({ length: GUESTS }, () => random.below(concepts.length)),
  ]);
}
