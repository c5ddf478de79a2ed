import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JpegPool } from '../src/index.js';
import { filesOf, jpegOf, temporaryFolder } from './images.js';

const BOX = { left: 0, top: 0, width: 40, height: 40 };

test('what cannot be decoded fails with the reason, and nothing else does', async (t) => {
  const good = await jpegOf(120, 90);
  const damaged = Buffer.from(good);
  damaged.fill(0x55, good.length - 700, good.length - 200);
  const text = Buffer.from('no image');
  const headerOnly = good.subarray(0, 100);
  const files = filesOf(t, [
    good,
    good.subarray(0, good.length - 40),
    damaged,
    text,
    headerOnly,
    Buffer.alloc(0),
  ]);
  using pool = new JpegPool({ threads: 2, files: [...files, '/nowhere.jpg'] });
  const places = [...files, ''].map((_, file) => ({ file, offset: 0 }));
  const { sizes, failures } = await pool.sizes(places);
  assert.deepEqual(sizes[0], { width: 120, height: 90 });
  assert.deepEqual(sizes[3], undefined, 'no JPEG is no failure here');
  const reasons = new Map(failures.map(({ image, reason }) => [image, reason]));
  assert.deepEqual([...reasons.keys()], [1, 4, 6]);
  assert.match(
    reasons.get(1) as string,
    /^expected a whole JPEG image, got one that is cut off or broken: Premature end of JPEG file$/,
  );
  assert.match(reasons.get(4) as string, /Premature end/);
  assert.match(reasons.get(6) as string, /^cannot open \/nowhere\.jpg: No such file or directory$/);
  const side = 90;
  const out = new Uint8Array(side * side * 3 * places.length);
  const cuts = places.map((place, i) => ({
    ...place,
    at: i * side * side * 3,
    side,
    box: { left: 0, top: 0, width: 120, height: 90 },
    isMirrored: false,
    eighths: 8 as const,
  }));
  const failed = await pool.cutJpegs(cuts, out);
  assert.deepEqual(
    failed.map(({ image }) => image),
    [1, 2, 3, 4, 5, 6],
  );
  assert.match(failed[1]?.reason as string, /Corrupt JPEG data/);
  assert.match(failed[2]?.reason as string, /Not a JPEG file/);
});

test('a part beyond the end of its file is named', async (t) => {
  const good = await jpegOf(40, 40);
  const [file] = filesOf(t, [good]) as [string];
  using pool = new JpegPool({ threads: 1, files: [file] });
  const { failures } = await pool.sizes([{ file: 0, offset: 10, size: good.length }]);
  assert.equal(
    failures[0]?.reason,
    `expected ${good.length} bytes from 10 on, got ${good.length - 10}; the file is cut off`,
  );
});

test('bytes changed at random end in pixels or in a reason, never in a crash', async () => {
  const originals = await Promise.all([
    jpegOf(96, 72),
    jpegOf(96, 72, { progressive: true }),
    jpegOf(96, 72, { orientation: 6, chromaSubsampling: '4:4:4' }),
    jpegOf(96, 72, { colours: 'cmyk' }),
    jpegOf(96, 72, { colours: 'b-w' }),
  ]);
  using pool = new JpegPool({ threads: 2, files: [] });
  let state = 1;
  const draw = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  let failed = 0;
  for (let round = 0; round < 60; round++) {
    const mutated = Array.from({ length: 50 }, (_, i) => {
      const bytes = Buffer.from(originals[i % originals.length] as Buffer);
      // Half of the changes are in the header, where they do the most.
      for (let k = draw(6) + 1; k > 0; k--) bytes[draw(draw(2) === 0 ? 700 : bytes.length)] = draw(256);
      return draw(8) === 0 ? bytes.subarray(0, draw(bytes.length)) : bytes;
    });
    const { sizes } = await pool.sizes(mutated.map((bytes) => ({ bytes })));
    const out = new Uint8Array(32 * 32 * 3 * mutated.length);
    const cuts = mutated.map((bytes, i) => ({
      bytes,
      at: i * 32 * 32 * 3,
      side: 32,
      box: { ...BOX, left: draw(80) - 20, top: draw(60) - 20 },
      isMirrored: draw(2) === 0,
      eighths: ([1, 2, 4, 8] as const)[draw(4)] as 1 | 2 | 4 | 8,
    }));
    failed += (await pool.cutJpegs(cuts, out)).length;
    const small = mutated.flatMap((bytes, i) => {
      const size = sizes[i];
      return size !== undefined && size.width * size.height < 1e6
        ? [{ bytes, fullSize: size, eighths: 8 as const }]
        : [];
    });
    assert.equal((await pool.decode(small)).length, small.length);
  }
  assert(failed > 300 && failed < 2900, `${failed} of 3000 failed`);
});

test('jobs that are not ones are refused before they begin', async (t) => {
  using pool = new JpegPool({ threads: 1, files: [temporaryFolder(t)] });
  const cut = { file: 0, offset: 0, at: 0, side: 8, box: BOX, isMirrored: false, eighths: 8 } as const;
  const out = new Uint8Array(8 * 8 * 3);
  await assert.rejects(
    pool.cutJpegs([{ ...cut, side: 0 }], out),
    /^RangeError: cut: expected a non-negative offset/,
  );
  await assert.rejects(
    pool.cutJpegs([{ ...cut, box: { ...BOX, width: 0 } }], out),
    /^RangeError: cut: expected a box/,
  );
  await assert.rejects(pool.cutJpegs([{ ...cut, box: { ...BOX, left: Number.NaN } }], out), /expected a box/);
  assert.match(
    (await pool.cutJpegs([{ ...cut, at: 1 }], out))[0]?.reason as string,
    /the sample does not fit/,
  );
  assert.match((await pool.cutJpegs([cut], out))[0]?.reason as string, /^expected a file, got a folder/);
  assert.throws(() => new JpegPool({ threads: 0, files: [] }), /expected 1 to 1024 threads, got 0/);
  pool.close();
  await assert.rejects(pool.cutJpegs([cut], out), /the pool is closed/);
});
