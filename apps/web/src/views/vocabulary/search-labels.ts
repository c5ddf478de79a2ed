import type { Label } from '../../model/model.js';

/** How well a label fits a query: 0 for its name, 1 for the start of its name, and so on; undefined if it does not. */
function rank(label: Label, query: string): number | undefined {
  if (label.name === query) return 0;
  if (label.name.startsWith(query)) return 1;
  if (label.hashtags.some((hashtag) => hashtag.startsWith(query))) return 2;
  if (label.hashtags.some((hashtag) => hashtag.includes(query))) return 3;
  if (label.synsets?.some((synset) => synset.startsWith(query)) === true) return 4;
  return undefined;
}

/** The labels that a query finds by name, synonym, or WordNet id, best first; all of them for an empty query. */
export function searchLabels(labels: readonly Label[], text: string): readonly Label[] {
  const query = text.trim().toLowerCase().replace(/^#/, '');
  if (query === '') return labels;
  return labels
    .flatMap((label) => {
      const found = rank(label, query);
      return found === undefined ? [] : [{ label, found }];
    })
    .sort((a, b) => a.found - b.found)
    .map(({ label }) => label);
}
