import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { SimilarImage } from '../../backend/backend.js';
import { hasIndex, labels } from '../../model/model.js';
import { addressOf, EXAMPLE_DRAWINGS, pngOf } from '../../tagging/example-drawings.js';
import { backends, showImage } from '../../tagging/tagging.js';

interface Example {
  readonly name: string;
  readonly url: string;
  load(): Promise<Blob>;
}

const DRAWINGS: readonly Example[] = EXAMPLE_DRAWINGS.map((drawing) => ({
  name: drawing.name,
  url: addressOf(drawing),
  load: () => pngOf(drawing),
}));

/** Hashtags that are skipped between two examples of the index, so that the examples differ. */
const STRIDE = 7;

/** The best image of the index for some of the more frequent hashtags. */
async function examplesOfIndex(signal: AbortSignal): Promise<readonly Example[]> {
  const names = labels.value.state === 'ready' ? labels.value.value.labels.map(({ name }) => name) : [];
  const asked = DRAWINGS.map((_, i) => names[(4 + i * STRIDE) % Math.max(1, names.length)]);
  const found = await Promise.all(
    asked.map((hashtag) => (hashtag === undefined ? [] : backends.server.imagesOf(hashtag, 1, { signal }))),
  );
  const unique = new Map<string, SimilarImage>(found.flat().map((each) => [each.url, each]));
  return [...unique.values()].map(({ name, url }) => ({
    name,
    url,
    load: async () => (await fetch(url)).blob(),
  }));
}

/** Images to try the page with: of the server's index if it has one, else drawings. */
export function Examples() {
  const examples = useSignal<readonly Example[]>(DRAWINGS);
  useEffect(() => {
    if (!hasIndex.value) return undefined;
    const stop = new AbortController();
    examplesOfIndex(stop.signal).then(
      (found) => {
        examples.value = [...found, ...DRAWINGS].slice(0, DRAWINGS.length);
      },
      () => undefined,
    );
    return () => stop.abort();
  }, [hasIndex.value]);
  return (
    <div class="examples">
      <h2 id="examples-title">Or try one of these</h2>
      <ul aria-labelledby="examples-title">
        {examples.value.map((example) => (
          <li key={example.url}>
            <button
              type="button"
              class="example"
              onClick={async () => showImage(await example.load(), example.name)}
            >
              <img src={example.url} alt={example.name} width="64" height="64" loading="lazy" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
