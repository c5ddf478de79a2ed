import { askHost } from '../../model/host.js';
import { hasIndex, server } from '../../model/model.js';
import { ImageGrid } from '../../parts/image-grid.js';
import { counted } from '../../parts/numbers.js';
import { place, SIMILAR, showImage, similarImages } from '../../tagging/tagging.js';

/** Images of the server's index that look like the image. */
export function SimilarImages() {
  if (!hasIndex.value || place.value !== 'server') return null;
  const count = server.value.state === 'ready' ? (server.value.value?.indexedImages ?? 0) : 0;
  return (
    <section class="similar" aria-labelledby="similar-title">
      <h2 id="similar-title">
        Similar images <span class="soft">among {counted(count, 'image')}</span>
      </h2>
      <ImageGrid
        images={similarImages.value}
        count={SIMILAR}
        hasScores
        onChoose={async ({ url, name }) => showImage(await (await askHost(new URL(url))).blob(), name)}
      />
    </section>
  );
}
