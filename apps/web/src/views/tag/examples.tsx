import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { SimilarImage } from '../../backend/backend.js';
import { askHost } from '../../model/host.js';
import { hasIndex, type Label, labels } from '../../model/model.js';
import { HostImage } from '../../parts/host-image.js';
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

/** Images with a hashtag that it takes to trust the measured precision. */
const ENOUGH = 5;

/** The hashtags that the model knows best; those with the most images if that was not measured. */
function bestHashtags(all: readonly Label[]): readonly string[] {
  const precision = ({ averagePrecision: measured }: Label) =>
    measured === undefined || measured.positives < ENOUGH ? 0 : measured.value;
  return all.toSorted((a, b) => precision(b) - precision(a)).map(({ name }) => name);
}

/** The best image of the index for each of the hashtags that the model knows best; two may share theirs. */
async function examplesOfIndex(signal: AbortSignal): Promise<readonly Example[]> {
  const all = labels.value.state === 'ready' ? labels.value.value.labels : [];
  const asked = bestHashtags(all).slice(0, 2 * DRAWINGS.length);
  const found = await Promise.all(asked.map((hashtag) => backends.server.imagesOf(hashtag, 1, { signal })));
  const unique = new Map<string, SimilarImage>(found.flat().map((each) => [each.url, each]));
  return [...unique.values()].map(({ name, url }) => ({
    name,
    url,
    load: async () => (await askHost(new URL(url))).blob(),
  }));
}

/** Images to try the page with: of the server's index if it has one, else drawings. */
export function Examples() {
  const examples = useSignal<readonly Example[]>(DRAWINGS);
  const isReady = hasIndex.value && labels.value.state === 'ready';
  useEffect(() => {
    if (!isReady) return undefined;
    const stop = new AbortController();
    examplesOfIndex(stop.signal).then(
      (found) => {
        examples.value = [...found, ...DRAWINGS].slice(0, DRAWINGS.length);
      },
      () => undefined,
    );
    return () => stop.abort();
  }, [isReady]);
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
              <HostImage url={example.url} alt={example.name} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
