import type { License } from '@hashsight/formats';

/**
 * Kinds of licenses, the strictest first. Creative Commons' licenses are in the order that Creative Commons gives them, "from
 * most to least permissive" (creativecommons.org/share-your-work/cclicenses), reversed. The others stand beside them by
 * their terms: those of source code by what they ask of derived works (choosealicense.com/licenses, which has the same
 * order). A license that is in no list may forbid anything, so it stands after those that forbid commercial use.
 */
const KINDS: readonly (readonly [pattern: RegExp, meaning: string])[] = [
  [/\bNC\b.*\bND\b/, 'no commercial use, no derived works'],
  [/\bND\b|no.?deriv/i, 'no derived works'],
  [/\bNC\b.*\bSA\b/, 'no commercial use, derived works under the same license'],
  [/\bNC\b|non.?commercial|research|academic/i, 'no commercial use'],
  [/^/, 'unknown terms'],
  [/\bAGPL\b/i, 'derived works, also as a service, under the same license'],
  [/(?<![AL])GPL/i, 'derived works under the same license'],
  [/\bSA\b|share.?alike|ODbL/i, 'derived works under the same license'],
  [/\bLGPL\b|\bMPL\b|\bEPL\b|\bOFL\b/i, 'changes under the same license'],
  [/\bCC-BY\b|\bCC BY\b|ODC-By/i, 'attribution'],
  [/\bApache\b/i, 'attribution, with a patent grant'],
  [/\bMIT\b|\bBSD\b|\bISC\b|\bZlib\b/i, 'attribution'],
  [/\bCC0\b|public.?domain|\bUnlicense\b|\b0BSD\b|\bPDDL\b/i, 'no conditions'],
];

/** Rank of {@link KINDS} for a license in no list. */
const UNKNOWN = KINDS.findIndex(([, meaning]) => meaning === 'unknown terms');

/** Rank of a license by its strictest part, from 0; lower is stricter. */
function strictness(license: string): number {
  const rank = KINDS.findIndex(([pattern], i) => i !== UNKNOWN && pattern.test(license));
  return rank === -1 ? UNKNOWN : rank;
}

/** What a license asks for, in words. */
export function licenseTerms(license: string): string {
  return KINDS[strictness(license)]?.[1] ?? '';
}

/** The licenses, the strictest first. */
export function strictestFirst(licenses: readonly License[]): License[] {
  return [...licenses].sort(
    (a, b) => strictness(a.license) - strictness(b.license) || a.source.localeCompare(b.source, 'en'),
  );
}
