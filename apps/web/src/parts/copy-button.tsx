import { useSignal } from '@preact/signals';
import { Icon } from './icon.js';
import { announce } from './live-region.js';

/** How long the button says that it has copied, in milliseconds. */
const SHOWN_MS = 1600;

/** Puts text on the clipboard; also where the page has no secure context and so no clipboard interface. */
async function copy(text: string): Promise<void> {
  if (navigator.clipboard !== undefined) return navigator.clipboard.writeText(text);
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  if (!isCopied) throw new Error('the browser did not allow to copy');
}

/** A button that copies a text and says so. */
export function CopyButton({
  label,
  of = label,
  text,
  isDisabled = false,
}: {
  readonly label: string;
  /** What is copied, for screen readers; default: the label. */
  readonly of?: string;
  readonly text: () => string;
  readonly isDisabled?: boolean;
}) {
  const isDone = useSignal(false);
  const onClick = async () => {
    try {
      await copy(text());
      isDone.value = true;
      announce(`Copied: ${of}`);
      setTimeout(() => {
        isDone.value = false;
      }, SHOWN_MS);
    } catch {
      announce('The browser did not allow to copy.');
    }
  };
  return (
    <button
      type="button"
      class="button small"
      aria-label={`Copy ${of}`}
      onClick={onClick}
      disabled={isDisabled}
    >
      <Icon name={isDone.value ? 'done' : 'copy'} />
      {label}
    </button>
  );
}
