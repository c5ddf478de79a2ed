import { render } from 'preact';
import { App } from './app.js';
import { BASE } from './model/fetch-file.js';
import { listenForShortcuts } from './shortcuts.js';
import { listenForImages } from './tagging/image-input.js';

const root = document.getElementById('root');
if (root !== null) render(<App />, root);
listenForImages();
listenForShortcuts();

// Insecure contexts have no service worker; the page then needs its host each time.
if (!import.meta.env.DEV) {
  navigator.serviceWorker
    ?.register(new URL('service-worker.js', BASE), { scope: BASE.pathname })
    .catch(() => undefined);
}
