// Damages bytes in the ways that disks, networks and attackers do.

/** Values at the edges of what formats count with. */
const EDGES = [0, 1, 0x7f, 0x80, 0xff, 0x22, 0x27, 0x2c, 0x0a, 0x0d, 0x5b, 0x7b];
const SIZES = [0, 1, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0xffffffff];

/** One to eight changes, mostly few, to a copy of `bytes`; `other` lends the pieces that are spliced in. */
export function mutate(random, bytes, other = bytes) {
  let result = Buffer.from(bytes);
  const changes = 1 + random.below(random.chance(0.7) ? 2 : 8);
  for (let i = 0; i < changes && result.length > 0; i++) result = random.pick(CHANGES)(random, result, other);
  return result;
}

const CHANGES = [flipBit, setByte, setByte, setSize, cutOff, removePart, repeatPart, splice, zeroPart];

function flipBit(random, bytes) {
  bytes[random.below(bytes.length)] ^= 1 << random.below(8);
  return bytes;
}

function setByte(random, bytes) {
  bytes[random.below(bytes.length)] = random.chance(0.5) ? random.pick(EDGES) : random.below(256);
  return bytes;
}

/** Lengths and counts are what readers trust. */
function setSize(random, bytes) {
  const width = random.pick([2, 4]);
  if (bytes.length < width) return bytes;
  const at = random.below(bytes.length - width + 1);
  const value = random.pick(SIZES) % 2 ** (8 * width);
  if (random.chance(0.5)) bytes.writeUIntLE(value, at, width);
  else bytes.writeUIntBE(value, at, width);
  return bytes;
}

function cutOff(random, bytes) {
  return bytes.subarray(0, random.below(bytes.length + 1));
}

function removePart(random, bytes) {
  const [from, to] = part(random, bytes);
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
}

function repeatPart(random, bytes) {
  const [from, to] = part(random, bytes);
  const times = 1 + random.below(4);
  return Buffer.concat([
    bytes.subarray(0, to),
    ...Array(times).fill(bytes.subarray(from, to)),
    bytes.subarray(to),
  ]);
}

function splice(random, bytes, other) {
  if (other.length === 0) return bytes;
  const [from, to] = part(random, other);
  const at = random.below(bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, at), other.subarray(from, to), bytes.subarray(at)]);
}

function zeroPart(random, bytes) {
  const [from, to] = part(random, bytes);
  return bytes.fill(0, from, to);
}

/** Mostly short, sometimes a large share of the file. */
function part(random, bytes) {
  const from = random.below(bytes.length);
  const longest = random.chance(0.8) ? Math.min(64, bytes.length - from) : bytes.length - from;
  return [from, from + 1 + random.below(longest)];
}
