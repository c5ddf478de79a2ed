import type { SimilarImage } from '../backend/backend.js';
import { HostImage } from './host-image.js';

const fileName = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** Images of the index; a click on one tags it. */
export function ImageGrid({
  images,
  count,
  hasScores = false,
  onChoose,
}: {
  /** Undefined while they are being looked for. */
  readonly images: readonly SimilarImage[] | undefined;
  /** Number of places that are kept for them. */
  readonly count: number;
  readonly hasScores?: boolean;
  readonly onChoose: (image: SimilarImage) => void;
}) {
  if (images === undefined) {
    return (
      <ul class="grid" aria-hidden="true">
        {Array.from({ length: count }, (_, i) => (
          <li key={i} class="empty-place" />
        ))}
      </ul>
    );
  }
  if (images.length === 0) return <p class="soft">None were found.</p>;
  return (
    <ul class="grid">
      {images.map((image) => (
        <li key={image.url}>
          <button type="button" class="thumbnail" title={image.name} onClick={() => onChoose(image)}>
            <HostImage url={image.url} alt={fileName(image.name)} />
            {hasScores && <span>{image.score.toFixed(2)}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
