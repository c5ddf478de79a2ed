// How what the pipeline made of generated posts compares with what is true of them. Pure functions of the truth that
// generate-posts.mjs gives and of what `prepare` wrote.

const share = (part, whole) => ({ part, whole, share: whole === 0 ? undefined : part / whole });
const pairsOf = (count) => (count * (count - 1)) / 2;

/** Where each hashtag went: the positions of classes, and the reasons against those that are dropped but for their rarity. */
function placesOf({ classes, dropped }) {
  const classOf = new Map();
  for (const [position, { hashtags }] of classes.entries()) {
    for (const hashtag of hashtags) if (!classOf.has(hashtag)) classOf.set(hashtag, position);
  }
  const reasonOf = new Map(
    dropped
      .filter(({ reason }) => !reason.startsWith('rare'))
      .map(({ hashtag, reason }) => [hashtag, reason]),
  );
  return { classOf, reasonOf };
}

/** Hashtags of concepts that enough posts carry to be judged, each with its concept. */
function judged(truth, minCount) {
  return truth.concepts.flatMap((concept) =>
    concept.hashtags.filter(({ posts }) => posts >= minCount).map((hashtag) => ({ ...hashtag, concept })),
  );
}

/**
 * Pairs of hashtags: of those in one class, how many mean one concept (precision); of those that mean one concept, how
 * many are in one class (recall), in all and by what makes them two hashtags.
 */
export function mergingScore(truth, vocabulary, minCount) {
  const { classOf } = placesOf(vocabulary);
  const hashtags = judged(truth, minCount);
  const together = [...groupBy(hashtags, ({ hashtag }) => classOf.get(hashtag))].filter(
    ([at]) => at !== undefined,
  );
  let found = 0;
  let right = 0;
  const wrong = [];
  for (const [, group] of together) {
    const byConcept = groupBy(group, ({ concept }) => concept);
    found += pairsOf(group.length);
    for (const [, same] of byConcept) right += pairsOf(same.length);
    if (byConcept.size > 1) wrong.push(group.map(({ hashtag }) => hashtag).join(' = '));
  }
  const kinds = { forms: [0, 0], synonyms: [0, 0], 'synonyms, one of several senses': [0, 0] };
  const missed = [];
  for (const [, same] of groupBy(hashtags, ({ concept }) => concept)) {
    for (const [position, first] of same.entries()) {
      for (const second of same.slice(position + 1)) {
        const kind = kindOfPair(first, second);
        const at = classOf.get(first.hashtag);
        const isFound = at !== undefined && at === classOf.get(second.hashtag);
        kinds[kind][0] += Number(isFound);
        kinds[kind][1] += 1;
        if (!isFound) missed.push(`${first.hashtag}, ${second.hashtag}`);
      }
    }
  }
  const sum = (position) => Object.values(kinds).reduce((total, counts) => total + counts[position], 0);
  const unknown = hashtags.filter(({ concept }) => concept.synset === undefined);
  const alone = unknown.filter(
    ({ hashtag }) => vocabulary.classes[classOf.get(hashtag)]?.hashtags.length === 1,
  );
  return {
    precision: share(right, found),
    recall: share(sum(0), sum(1)),
    recallByKind: Object.fromEntries(Object.entries(kinds).map(([kind, counts]) => [kind, share(...counts)])),
    unknownAlone: share(alone.length, unknown.length),
    chainsApart: chainsApart(truth, classOf, minCount),
    wrong,
    missed,
  };
}

function kindOfPair(first, second) {
  if (first.lemma === second.lemma) return 'forms';
  return first.senses > 1 || second.senses > 1 ? 'synonyms, one of several senses' : 'synonyms';
}

/** Of the pairs of concepts that one hashtag is used for, those none of whose other hashtags came together. */
function chainsApart(truth, classOf, minCount) {
  const bySynset = new Map(truth.concepts.map((concept) => [concept.synset, concept]));
  const classesOf = (synset, hashtag) =>
    bySynset
      .get(synset)
      .hashtags.filter(({ lemma, posts }) => lemma !== hashtag && posts >= minCount)
      .map((other) => classOf.get(other.hashtag))
      .filter((at) => at !== undefined);
  const chains = truth.chains
    .map(({ hashtag, means, alsoUsedFor }) => [classesOf(means, hashtag), classesOf(alsoUsedFor, hashtag)])
    .filter(([first, second]) => first.length > 0 && second.length > 0);
  const apart = chains.filter(([first, second]) => !first.some((at) => second.includes(at)));
  return share(apart.length, chains.length);
}

/** Why hashtags that should go should go, as `vocabulary.json` words it. */
const REASONS = {
  'generic, on the list': /^(generic|noise)/,
  'generic, made up': /^goes with everything/,
  'spam of one user': /^one user/,
  'burst of one day': /^one burst/,
};

/**
 * Of the hashtags that say nothing, how many are dropped (recall), and how many of them for the right reason; of the
 * dropped, how many say nothing (precision). Rare hashtags are not judged.
 */
export function droppingScore(truth, vocabulary, minCount) {
  const { reasonOf } = placesOf(vocabulary);
  const enough = (words) => words.filter(({ posts }) => posts >= minCount).map(({ hashtag }) => hashtag);
  const kinds = {
    'generic, on the list': enough(truth.generic.filter(({ listed }) => listed)),
    'generic, made up': enough(truth.generic.filter(({ listed }) => !listed)),
    'spam of one user': enough(truth.spam),
    'burst of one day': enough(truth.burst),
  };
  const recallByKind = Object.fromEntries(
    Object.entries(kinds).map(([kind, hashtags]) => {
      const dropped = hashtags.filter((hashtag) => reasonOf.has(hashtag));
      const forIt = dropped.filter((hashtag) => REASONS[kind].test(reasonOf.get(hashtag)));
      return [kind, { ...share(dropped.length, hashtags.length), forThisReason: forIt.length }];
    }),
  );
  const right = Object.values(recallByKind).reduce((sum, { part }) => sum + part, 0);
  const all = Object.values(recallByKind).reduce((sum, { whole }) => sum + whole, 0);
  const others = [
    ...judged(truth, minCount).map(({ hashtag }) => hashtag),
    ...enough([...truth.fan, ...truth.season]),
  ];
  const wrong = others.filter((hashtag) => reasonOf.has(hashtag));
  const near = enough([...truth.fan, ...truth.season]);
  return {
    precision: share(right, right + wrong.length),
    recall: share(right, all),
    recallByKind,
    nearMissesKept: share(near.filter((hashtag) => !reasonOf.has(hashtag)).length, near.length),
    wrong: wrong.map((hashtag) => `${hashtag}: ${reasonOf.get(hashtag)}`),
  };
}

/** Of the hashtags in classes, how many are in one of the synset that they mean; beside it, what WordNet's first gives. */
export function senseScore(truth, vocabulary, minCount) {
  const { classOf } = placesOf(vocabulary);
  const hashtags = judged(truth, minCount).filter(
    ({ hashtag, concept }) => concept.synset !== undefined && classOf.has(hashtag),
  );
  const isRight = ({ hashtag, concept }) =>
    vocabulary.classes[classOf.get(hashtag)].synsets?.includes(concept.synset) ?? false;
  const of = (some) => share(some.filter(isRight).length, some.length);
  const several = hashtags.filter(({ senses }) => senses > 1);
  const usual = several.filter(({ isFirstSense }) => isFirstSense);
  return {
    ofOneSense: of(hashtags.filter(({ senses }) => senses === 1)),
    ofSeveral: of(several),
    ofSeveralByFirst: share(usual.length, several.length),
    meantInFirst: of(usual),
    meantInAnother: of(several.filter(({ isFirstSense }) => !isFirstSense)),
    wrong: several
      .filter((hashtag) => !isRight(hashtag))
      .map(({ hashtag, concept }) => `${hashtag} (${concept.synset})`),
  };
}

/**
 * Labels, post by post.
 *
 * @param posts good posts, each with the positions of its `concepts` and its `hashtags`
 * @param labelsOf class indices by the post's number, for posts that have a label
 * @returns `exact`: posts whose labels are the classes of their hashtags; `precision` and `recall` of (post, concept)
 *   pairs, for the concepts that enough posts show
 */
export function labelScore(truth, vocabulary, minCount, posts, labelsOf) {
  const { classOf } = placesOf(vocabulary);
  const conceptOf = conceptOfClasses(truth, vocabulary);
  let exact = 0;
  let right = 0;
  let found = 0;
  let meant = 0;
  for (const { number, concepts, hashtags } of posts) {
    const labels = labelsOf.get(number) ?? [];
    const classes = hashtags.map((hashtag) => classOf.get(hashtag)).filter((at) => at !== undefined);
    exact += Number([...new Set(classes)].sort((a, b) => a - b).join() === labels.join());
    const shown = new Set(concepts.filter((concept) => truth.concepts[concept].posts >= minCount));
    const said = new Set(labels.map((label) => conceptOf[label]));
    right += [...said].filter((concept) => shown.has(concept)).length;
    found += said.size;
    meant += shown.size;
  }
  const labels = [...labelsOf.values()].reduce((sum, each) => sum + each.length, 0);
  return {
    exact: share(exact, posts.length),
    precision: share(right, found),
    recall: share(right, meant),
    labelsAPost: labels / posts.length,
    conceptsAPost: meant / posts.length,
  };
}

/** For each class the position of the concept that most uses of its hashtags mean; -1 for what is no concept. */
function conceptOfClasses(truth, { classes }) {
  const meaning = new Map(
    truth.concepts.flatMap(({ hashtags }, concept) =>
      hashtags.map(({ hashtag, posts }) => [hashtag, { concept, posts }]),
    ),
  );
  return classes.map(({ hashtags }) => {
    const uses = new Map();
    for (const hashtag of hashtags) {
      const { concept, posts } = meaning.get(hashtag) ?? { concept: -1, posts: 1 };
      uses.set(concept, (uses.get(concept) ?? 0) + posts);
    }
    return [...uses].sort(([, a], [, b]) => b - a)[0][0];
  });
}

/**
 * The two sides.
 *
 * @param rows of the manifest: the number of the post and its split
 * @param authorOf the author of each post by its number, -1 for none
 */
export function splitScore(rows, authorOf) {
  const sides = { train: new Set(), validation: new Set() };
  let validation = 0;
  for (const { number, split } of rows) {
    validation += Number(split === 'validation');
    if (authorOf[number] >= 0) sides[split].add(authorOf[number]);
  }
  const both = [...sides.validation].filter((author) => sides.train.has(author));
  return {
    validation: share(validation, rows.length),
    authors: { train: sides.train.size, validation: sides.validation.size, both: both.length },
  };
}

function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
