import type { CanonicalClass } from '../canonicalise.js';
import { normaliseHashtag } from '../normalise.js';
import { bestSense } from '../senses/choose-sense.js';
import { nounForm } from '../wordnet/noun-forms.js';
import type { WordNet } from '../wordnet/wordnet.js';
import type { ClassChoice } from './class-choice.js';
import type { ListedClass } from './class-list.js';

/** The classes of another task with their matching hashtags. */
export interface MatchedClasses extends ClassChoice {
  /** For each target class, in order: the synset found for it, and the matching hashtags (empty if there are none). */
  readonly targets: readonly {
    readonly name: string;
    readonly synset?: string;
    readonly hashtags: readonly string[];
  }[];
}

/**
 * Matches hashtags to the classes of a target task, the most effective choice of a vocabulary in the paper (Mahajan et
 * al. 2018, section 3.1.2). A hashtag matches a target if it is the target's name or a synonym, or if it means the
 * target's synset or a kind of it (`#poodle` matches `dog`). If several targets match, the nearest hypernym wins. A
 * target name with several senses is disambiguated by the other targets.
 *
 * @param targets classes as users name them: `golden_retriever`, `Golden Retriever`, `n02099601-golden_retriever`,
 *   `012.Yellow_headed_Blackbird`
 */
export function matchClasses(
  wordnet: WordNet,
  classes: readonly CanonicalClass[],
  targets: readonly ListedClass[],
): MatchedClasses {
  const named = targets.map(({ name, words }) => ({
    name: name.replace(NUMBER, '') || name,
    id: /^n\d{8}(?!\d)/.exec(name)?.[0],
    words: words.map((word) => normaliseHashtag(word.replace(NUMBER, ''))).filter((word) => word !== ''),
  }));
  const allWords = named.flatMap(({ words }) => words.slice(0, 1));
  const synsets = named.map(({ id, words }) => id ?? synsetOf(wordnet, words, allWords));
  const targetOfWord = new Map(
    named.flatMap(({ words }, index) => words.map((word) => [word, index] as const)),
  );
  const targetOfSynset = new Map<string, number>();
  for (const [index, synset] of synsets.entries()) {
    if (synset !== undefined && !targetOfSynset.has(synset)) targetOfSynset.set(synset, index);
  }
  const found = named.map((): string[] => []);
  const excluded = new Map<string, string>();
  for (const candidate of classes) {
    const nearest = nearestAbove(wordnet, candidate.synsets, targetOfSynset);
    for (const hashtag of candidate.hashtags) {
      const index = targetOfWord.get(hashtag) ?? nearest;
      if (index === undefined) excluded.set(hashtag, 'fits no target class');
      else found[index]?.push(hashtag);
    }
  }
  const matched = named.map(({ name }, index) => {
    const synset = synsets[index];
    return { name, ...(synset !== undefined && { synset }), hashtags: [...new Set(found[index])] };
  });
  const chosen = matched
    .filter(({ hashtags }) => hashtags.length > 0)
    .map(({ name, hashtags, synset }) => ({ name, hashtags, synsets: synset === undefined ? [] : [synset] }));
  for (const hashtag of chosen.flatMap(({ hashtags }) => hashtags)) excluded.delete(hashtag);
  return { classes: chosen, excluded, targets: matched };
}

/** An ImageNet id or a running number before a class name. */
const NUMBER = /^(?:n\d{8}(?!\d)[-_. ]*|\d+[-_. ]+)/;

/** The synset shared by most of a target's words; of several, the likeliest in the context of the other targets. */
function synsetOf(wordnet: WordNet, words: readonly string[], others: readonly string[]): string | undefined {
  const forms = words.map((word) => nounForm(wordnet, word)).filter((form) => form !== undefined);
  const [form] = forms;
  if (form === undefined) return undefined;
  const shared = new Map<string, number>();
  for (const { synset } of forms.flatMap((noun) => wordnet.senses(noun))) {
    shared.set(synset, (shared.get(synset) ?? 0) + 1);
  }
  const most = Math.max(...shared.values());
  const candidates = [...shared].filter(([, count]) => count === most).map(([synset]) => synset);
  const context = others.filter((other) => !words.includes(other)).map((hashtag) => ({ hashtag, weight: 1 }));
  const likeliest =
    candidates.length > 1 ? bestSense(wordnet, form, context, { isNoun: true })?.synset : undefined;
  return likeliest !== undefined && candidates.includes(likeliest) ? likeliest : candidates[0];
}

/** The target that is one of the synsets or their nearest hypernym; of several equally near, the first. */
function nearestAbove(
  wordnet: WordNet,
  synsets: readonly string[],
  targetOfSynset: ReadonlyMap<string, number>,
): number | undefined {
  const seen = new Set<string>();
  let layer = synsets;
  while (layer.length > 0) {
    const hits = layer.flatMap((synset) => targetOfSynset.get(synset) ?? []);
    if (hits.length > 0) return Math.min(...hits);
    for (const synset of layer) seen.add(synset);
    const above = layer.flatMap((synset) => wordnet.synset(synset).hypernyms);
    layer = [...new Set(above)].filter((synset) => !seen.has(synset));
  }
  return undefined;
}
