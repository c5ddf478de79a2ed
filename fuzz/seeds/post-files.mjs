// Good posts in each of the forms that prepare reads.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { openTables } from '../../packages/dataset/dist/src/tables/tables.js';

const WORDS = [
  'cat',
  'dog',
  'beach',
  'sun set',
  'café',
  '🐱',
  'tbt',
  'new,york',
  'a "quoted" one',
  "rock'n'roll",
];

/** @returns by form: a name, and the files with their bytes; several files are a folder of posts */
export async function postFiles(folder) {
  mkdirSync(folder, { recursive: true });
  const posts = Array.from({ length: 40 }, (_, i) => ({
    id: `post ${i}`,
    image: `photos/${i}.jpg`,
    hashtags: [WORDS[i % WORDS.length], WORDS[(i * i) % WORDS.length]],
    caption: `number ${i} #${WORDS[i % 3]}`,
    author: `user ${i % 5}`,
    created_at: new Date(1.6e12 + i * 1e7).toISOString(),
  }));
  const jsonl = posts.map((each) => JSON.stringify(each)).join('\n');
  const separated = (separator, end) =>
    [
      Object.keys(posts[0]),
      ...posts.map(({ hashtags, ...rest }) => Object.values({ ...rest, hashtags: hashtags.join(' ') })),
    ]
      .map((row) => row.map((field) => `"${field.replaceAll('"', '""')}"`).join(separator))
      .join(end);
  const form = (name, file, bytes) => ({ name, files: [{ file, bytes: Buffer.from(bytes) }] });
  const image = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer();
  return [
    form('jsonl', 'posts.jsonl', jsonl),
    form('csv', 'posts.csv', separated(',', '\n')),
    form('csv with CRLF', 'posts.csv', separated(',', '\r\n')),
    form('tsv', 'posts.tsv', separated('\t', '\n')),
    form('parquet', 'posts.parquet', await parquet(folder, jsonl)),
    form('tar', '00000.tar', tar(folder, image)),
    {
      name: 'folder',
      files: [
        { file: 'a.jpg', bytes: image },
        { file: 'a.txt', bytes: Buffer.from('cat, dog, #bird') },
        { file: 'b.jpg', bytes: image },
        { file: 'b.json', bytes: Buffer.from('{"tags": ["owl", "night"], "caption": "who? #owl"}') },
      ],
    },
  ];
}

async function parquet(folder, jsonl) {
  const [source, file] = [path.join(folder, 'seed.jsonl'), path.join(folder, 'seed.parquet')];
  writeFileSync(source, jsonl);
  const tables = await openTables({ threads: 1, memoryLimit: '500MB', temporaryDir: folder });
  await tables.writeParquet(file, `SELECT * FROM read_json('${source}')`);
  tables.close();
  return readFileSync(file);
}

function tar(folder, image) {
  const names = [];
  for (const [i, word] of ['cat', 'dog', 'owl'].entries()) {
    const key = String(i).padStart(9, '0');
    writeFileSync(path.join(folder, `${key}.jpg`), image);
    writeFileSync(
      path.join(folder, `${key}.json`),
      JSON.stringify({ key, caption: `#${word}`, similarity: 0.3 }),
    );
    names.push(`${key}.jpg`, `${key}.json`);
  }
  execFileSync('tar', ['-cf', 'seed.tar', ...names], { cwd: folder });
  return readFileSync(path.join(folder, 'seed.tar'));
}
