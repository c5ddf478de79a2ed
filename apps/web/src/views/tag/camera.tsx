import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Dialog } from '../../parts/dialog.js';
import { Icon } from '../../parts/icon.js';
import { showImage } from '../../tagging/tagging.js';

/** Why there is no camera, in words. */
function reasonOf(error: unknown): string {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
      return 'The browser does not allow this page to use the camera. Allow it in the address bar, then try again.';
    case 'NotFoundError':
      return 'No camera was found.';
    case 'NotReadableError':
      return 'The camera is used by another program.';
    default:
      return 'The camera needs a page from https or from this computer. Choose an image instead.';
  }
}

async function photoOf(video: HTMLVideoElement): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return new Promise((resolve, reject) => {
    const done = (blob: Blob | null) =>
      blob === null ? reject(new Error('the photo is empty')) : resolve(blob);
    canvas.toBlob(done, 'image/jpeg', 0.95);
  });
}

/** A live image of the camera, and a button that takes a photo. */
export function Camera({ onClose }: { readonly onClose: () => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const problem = useSignal<string | undefined>(undefined);
  const isReady = useSignal(false);
  useEffect(() => {
    let stream: MediaStream | undefined;
    let isClosed = false;
    const stop = () => {
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    const start = async () => {
      try {
        stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
        if (isClosed) stop();
        else if (video.current !== null) video.current.srcObject = stream;
      } catch (error) {
        problem.value = reasonOf(error);
      }
    };
    void start();
    return () => {
      isClosed = true;
      stop();
    };
  }, []);
  const shoot = async () => {
    if (video.current === null) return;
    const photo = await photoOf(video.current);
    onClose();
    await showImage(photo, 'Photo of the camera');
  };
  return (
    <Dialog title="Take a photo" onClose={onClose}>
      {problem.value === undefined ? (
        <video
          ref={video}
          class="camera"
          autoPlay
          playsInline
          muted
          aria-label="Live image of the camera"
          onLoadedData={() => {
            isReady.value = true;
          }}
        />
      ) : (
        <p role="alert">{problem}</p>
      )}
      <div class="buttons">
        <button type="button" class="button main" disabled={!isReady.value} onClick={shoot}>
          <Icon name="camera" />
          Take the photo
        </button>
      </div>
    </Dialog>
  );
}
