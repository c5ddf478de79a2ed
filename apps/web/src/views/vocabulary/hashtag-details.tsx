import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { SimilarImage } from '../../backend/backend.js';
import { askHost } from '../../model/host.js';
import { hasIndex, type Label, labels } from '../../model/model.js';
import { ImageGrid } from '../../parts/image-grid.js';
import { counted, percent, wholePercent } from '../../parts/numbers.js';
import { goTo, vocabularyPath } from '../../routes.js';
import { backends, showImage } from '../../tagging/tagging.js';

/** Number of sample images. */
const SAMPLES = 6;

/** Images of the server's index that fit the hashtag best. */
function Samples({ hashtag }: { readonly hashtag: string }) {
  const images = useSignal<readonly SimilarImage[] | undefined>(undefined);
  useEffect(() => {
    const stop = new AbortController();
    backends.server.imagesOf(hashtag, SAMPLES, { signal: stop.signal }).then(
      (found) => {
        images.value = found;
      },
      () => {
        if (!stop.signal.aborted) images.value = [];
      },
    );
    return () => stop.abort();
  }, [hashtag]);
  return (
    <ImageGrid
      images={images.value}
      count={SAMPLES}
      onChoose={async ({ url, name }) => {
        goTo('#/');
        await showImage(await (await askHost(new URL(url))).blob(), name);
      }}
    />
  );
}

/** Hashtags that occur together with this one. */
function Related({ label }: { readonly label: Label }) {
  const all = labels.value.state === 'ready' ? labels.value.value.labels : [];
  const names = (label.related ?? []).flatMap(([index]) => all[index]?.name ?? []);
  if (names.length === 0) return null;
  return (
    <div>
      <dt>Goes together with</dt>
      <dd>
        {names.map((name) => (
          <a key={name} href={vocabularyPath(name)}>
            #{name}
          </a>
        ))}
      </dd>
    </div>
  );
}

/** Everything that is known of a hashtag. */
export function HashtagDetails({ label }: { readonly label: Label }) {
  const { hashtags, synsets = [], averagePrecision, threshold } = label;
  return (
    <div class="hashtag-details">
      <dl>
        {hashtags.length > 1 && (
          <div>
            <dt>Same meaning</dt>
            <dd>{hashtags.map((name) => `#${name}`).join(' ')}</dd>
          </div>
        )}
        {synsets.length > 0 && (
          <div>
            <dt>WordNet</dt>
            <dd>
              <code>{synsets.join(' ')}</code>
            </dd>
          </div>
        )}
        <div>
          <dt>Training images</dt>
          <dd>{counted(label.count, 'image')}</dd>
        </div>
        {averagePrecision !== undefined && (
          <div>
            <dt>Average precision</dt>
            <dd>
              {percent(averagePrecision.value)}
              {averagePrecision.low !== undefined && averagePrecision.high !== undefined && (
                <span class="soft">
                  {' '}
                  ({percent(averagePrecision.low)} to {percent(averagePrecision.high)})
                </span>
              )}
            </dd>
          </div>
        )}
        <div>
          <dt>Threshold</dt>
          <dd>
            {threshold === undefined
              ? 'none: the evaluation has too few images to promise a precision'
              : `${percent(threshold.value)}, above it right ${wholePercent(threshold.precision)} of the time`}
          </dd>
        </div>
        <Related label={label} />
      </dl>
      {hasIndex.value && <Samples key={label.name} hashtag={label.name} />}
    </div>
  );
}
