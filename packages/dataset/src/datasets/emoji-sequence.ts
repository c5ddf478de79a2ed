import { createHash } from 'node:crypto';

const VARIATION_SELECTOR = 0xfe0f;
const JOINER = 0x200d;
const GENDER_SIGNS = new Set([0x2640, 0x2642]);
const MAN = 0x1f468;
const WOMAN = 0x1f469;
const PERSON = 0x1f9d1;
/** Share of the emoji families on the test side. */
const TEST_SHARE = 0.35;
/** Tag characters spell the region of a flag, as in 🏴󠁧󠁢󠁳󠁣󠁴󠁿; the last one ends the sequence. */
const TAGS = { first: 0xe0020, end: 0xe007f };

/**
 * The code points of an emoji as one spelling for all data sets: lowercase hexadecimal without leading zeros, joined by
 * `-`, without variation selectors, which the data sets write in different positions, and with the end of a tag sequence,
 * which some leave out.
 *
 * @param hexadecimal code points joined by `-` or `_`: `1F3F4-200D-2620-FE0F`
 */
export function emojiSequence(hexadecimal: string): string {
  return join(sequenceOf(hexadecimal));
}

/**
 * The emoji that a sequence is a variant of: skin tones and genders are removed. 👩🏽‍🎨, 👨‍🎨 and 🧑‍🎨 are one family, because
 * their drawings hardly differ.
 */
export function emojiFamily(hexadecimal: string): string {
  const points = sequenceOf(hexadecimal);
  const untoned = points.filter((point) => !(point >= 0x1f3fb && point <= 0x1f3ff));
  const family: number[] = [];
  for (const [i, point] of untoned.entries()) {
    const isJoinOfGender = point === JOINER && GENDER_SIGNS.has(untoned[i + 1] ?? 0);
    const isJoinedGender = GENDER_SIGNS.has(point) && untoned[i - 1] === JOINER;
    if (isJoinOfGender || isJoinedGender) continue;
    family.push(point === MAN || point === WOMAN ? PERSON : point);
  }
  return join(family.length === 0 ? points : family); // the skin tones by themselves are emoji, too
}

/**
 * The side of an emoji in every task over emoji. It depends only on the family, so a data set can leave out the emoji of the
 * test split without having the task's data set: test if the first 32 bits of SHA-256(`emoji/FAMILY`) are below
 * 0.35 * 2^32.
 */
export function emojiSide(hexadecimal: string): 'train' | 'test' {
  const digest = createHash('sha256')
    .update(`emoji/${emojiFamily(hexadecimal)}`)
    .digest();
  return digest.readUInt32BE(0) < TEST_SHARE * 2 ** 32 ? 'test' : 'train';
}

function sequenceOf(hexadecimal: string): readonly number[] {
  const points = hexadecimal.split(/[-_]/).map((hex) => Number.parseInt(hex, 16));
  const shown = points.filter((point) => point !== VARIATION_SELECTOR);
  const last = shown.at(-1) ?? 0;
  return last >= TAGS.first && last < TAGS.end ? [...shown, TAGS.end] : shown;
}

function join(points: readonly number[]): string {
  return points.map((point) => point.toString(16)).join('-');
}
