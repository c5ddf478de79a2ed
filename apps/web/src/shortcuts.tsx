import { signal } from '@preact/signals';
import { Dialog } from './parts/dialog.js';
import { readStored, store } from './parts/stored.js';
import { toggleTheme } from './parts/theme.js';
import { goTo, route, VIEWS } from './routes.js';
import { choosePlace, hasServer, place } from './tagging/tagging.js';
import { stageActions } from './views/tag/stage.js';

/** Whether the list of shortcuts is open. */
export const areShortcutsShown = signal(false);

/** Single keys get in the way of speech input, so they can be switched off (WCAG 2.1.4). */
const areOn = signal(readStored('shortcuts') !== 'off');

interface Shortcut {
  readonly key: string;
  readonly does: string;
  run(): void;
}

/** Goes to the view with the images, then acts there. */
function onStage(act: () => void): void {
  if (route.value.view === 'tag') {
    act();
    return;
  }
  goTo('#/');
  addEventListener('hashchange', () => requestAnimationFrame(act), { once: true });
}

function focusSearch(): void {
  if (route.value.view === 'vocabulary') document.getElementById('search')?.focus();
  else goTo('#/vocabulary', 'search');
}

const SHORTCUTS: readonly Shortcut[] = [
  { key: 'o', does: 'choose an image', run: () => onStage(() => stageActions.chooseFile?.()) },
  { key: 'c', does: 'take a photo', run: () => onStage(() => stageActions.openCamera?.()) },
  {
    key: 'm',
    does: 'switch between server and browser',
    run: () => {
      if (hasServer.value) void choosePlace(place.value === 'server' ? 'browser' : 'server');
    },
  },
  ...VIEWS.map(({ title, path }, i) => ({
    key: String(i + 1),
    does: `go to ${title}`,
    run: () => goTo(path),
  })),
  { key: '/', does: 'search the vocabulary', run: focusSearch },
  { key: 't', does: 'switch between light and dark', run: toggleTheme },
  {
    key: '?',
    does: 'this list',
    run: () => {
      areShortcutsShown.value = true;
    },
  },
];

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest('input:not([type=radio]), textarea, select, dialog') !== null;

/** Listens for shortcuts on the whole page. */
export function listenForShortcuts(): void {
  addEventListener('keydown', (event) => {
    const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
    if (!areOn.value || hasModifier || isTyping(event.target) || areShortcutsShown.value) return;
    const shortcut = SHORTCUTS.find(({ key }) => key === event.key);
    if (shortcut === undefined) return;
    event.preventDefault();
    shortcut.run();
  });
}

/** The list of shortcuts, and the switch that turns them off. */
export function ShortcutList() {
  return (
    <Dialog
      title="Keyboard"
      onClose={() => {
        areShortcutsShown.value = false;
      }}
    >
      <dl class="shortcuts">
        {SHORTCUTS.map(({ key, does }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>↑</kbd> <kbd>↓</kbd>
          </dt>
          <dd>previous or next hashtag, with its heat map</dd>
        </div>
        <div>
          <dt>
            <kbd>Ctrl</kbd> <kbd>V</kbd>
          </dt>
          <dd>paste an image</dd>
        </div>
      </dl>
      <label class="check">
        <input
          type="checkbox"
          checked={areOn.value}
          onChange={({ currentTarget }) => {
            areOn.value = currentTarget.checked;
            store('shortcuts', areOn.value ? undefined : 'off');
          }}
        />
        Single keys are shortcuts
      </label>
    </Dialog>
  );
}
