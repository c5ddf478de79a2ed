import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Icon } from '../../parts/icon.js';
import { vocabularyPath } from '../../routes.js';
import { explained } from '../../tagging/heat-maps.js';
import { isDragging, showFirst } from '../../tagging/image-input.js';
import { image, outcome, type StageImage } from '../../tagging/tagging.js';
import { Camera } from './camera.js';
import { HeatMapLayer } from './heat-map-layer.js';

/** Opens the file chooser; the stage puts its own function here while it is shown. */
export const stageActions: { chooseFile?: () => void; openCamera?: () => void } = {};

/** The image with the heat map over it, as large as it fits. */
function ShownImage({ shown }: { readonly shown: StageImage }) {
  const ratio = useSignal<number | undefined>(undefined);
  const isUnshowable = useSignal(false);
  if (isUnshowable.value) {
    return <p class="stage-note">This browser cannot show the image.</p>;
  }
  return (
    <div class="frame" style={{ aspectRatio: ratio.value ?? 1, '--ratio': ratio.value ?? 1 }}>
      <img
        src={shown.url}
        alt={shown.name}
        onLoad={({ currentTarget }) => {
          ratio.value = currentTarget.naturalWidth / currentTarget.naturalHeight;
        }}
        onError={() => {
          isUnshowable.value = true;
        }}
      />
      <HeatMapLayer />
    </div>
  );
}

/** One line below the image; its space is always there, so nothing moves when it fills. */
function Caption() {
  const hashtag = explained.value;
  if (image.value === undefined) return <p class="caption">JPEG, PNG, WebP, GIF, or AVIF</p>;
  if (outcome.value?.state !== 'done') return <p class="caption">{image.value.name}</p>;
  if (hashtag === undefined) return <p class="caption">Point at a hashtag to see where it comes from.</p>;
  return (
    <p class="caption">
      Where the model sees <a href={vocabularyPath(hashtag)}>#{hashtag}</a>
    </p>
  );
}

/** Where an image is dropped, chosen, or taken, and then shown. */
export function Stage() {
  const input = useRef<HTMLInputElement>(null);
  const isCameraOpen = useSignal(false);
  const shown = image.value;
  const choose = () => input.current?.click();
  stageActions.chooseFile = choose;
  stageActions.openCamera = () => {
    isCameraOpen.value = true;
  };
  return (
    <>
      <div class={`stage${isDragging.value ? ' dragging' : ''}${shown === undefined ? ' empty' : ''}`}>
        {shown === undefined ? (
          <button type="button" class="drop" onClick={choose}>
            <Icon name="image" />
            <b>Drop an image here</b>
            <span>or paste it, or click to choose one</span>
          </button>
        ) : (
          <ShownImage key={shown.url} shown={shown} />
        )}
      </div>
      <Caption />
      <div class="buttons">
        <button type="button" class="button" onClick={choose}>
          <Icon name="image" />
          Choose an image
        </button>
        <button type="button" class="button" onClick={stageActions.openCamera}>
          <Icon name="camera" />
          Take a photo
        </button>
      </div>
      <input
        ref={input}
        class="hidden"
        type="file"
        accept="image/*"
        aria-label="Image file"
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          showFirst(currentTarget.files);
          // The same file can be chosen again.
          currentTarget.value = '';
        }}
      />
      {isCameraOpen.value && (
        <Camera
          onClose={() => {
            isCameraOpen.value = false;
          }}
        />
      )}
    </>
  );
}
