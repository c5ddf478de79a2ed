import { signal } from '@preact/signals';

const message = signal('');

/** Says something to screen readers without moving the focus. */
export function announce(text: string): void {
  // The same text twice in a row is only read again if the region changes.
  message.value = message.value === text ? `${text}\u00a0` : text;
}

/** The region that screen readers listen to; once on the page. */
export function LiveRegion() {
  return (
    <div class="hidden" role="status" aria-live="polite">
      {message}
    </div>
  );
}
