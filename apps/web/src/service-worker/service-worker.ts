/// <reference lib="webworker" />
declare const self: ServiceWorkerGlobalScope;

/** A digest of the page's files, put in by the build; a new one makes browsers install the new page. */
const VERSION = '__PAGE_VERSION__';
const PAGE_CACHE = `hashsight-page-${VERSION}`;
const MODEL_CACHE = 'hashsight-model';

/** Files of the page whose names do not change. */
const FIXED: ReadonlySet<string> = new Set(['icon.svg', 'theme.js']);

/** What an address below the page's folder is; undefined for what always needs the server. */
function kindOf(url: URL): 'page' | 'asset' | 'model' | undefined {
  const scope = new URL(self.registration.scope);
  if (url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return undefined;
  const path = url.pathname.slice(scope.pathname.length);
  if (path === '' || path === 'index.html') return 'page';
  if (/^(assets|runtime-[0-9a-f]+)\//.test(path) || FIXED.has(path)) return 'asset';
  return path.startsWith('model/') ? 'model' : undefined;
}

async function install(): Promise<void> {
  const files = (await (await fetch('page-files.json', { cache: 'no-store' })).json()) as string[];
  const cache = await caches.open(PAGE_CACHE);
  await cache.addAll(['./', ...files]);
  await self.skipWaiting();
}

async function activate(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith('hashsight-page-') && name !== PAGE_CACHE) await caches.delete(name);
  }
  await self.clients.claim();
}

/**
 * The response with the headers of cross-origin isolation. Without them browsers give WebAssembly one thread, and a host
 * of static files rarely sends them.
 */
function isolated(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('cross-origin-embedder-policy', 'require-corp');
  // Some hosts do not know this ending, and browsers run scripts only under their type.
  if (new URL(response.url).pathname.endsWith('.mjs')) headers.set('content-type', 'text/javascript');
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}

/** Each version of the page has its own cache, so what is cached stays right. The runtime is cached when first used. */
async function fromCache(request: Request): Promise<Response> {
  const cache = await caches.open(PAGE_CACHE);
  const cached = await cache.match(request);
  if (cached !== undefined) return cached;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}

/** The page and the model may change under the same address: the host is asked first, the cache answers without it. */
async function fromHost(request: Request, cacheName: string, key: RequestInfo): Promise<Response> {
  const cache = await caches.open(cacheName);
  try {
    const response = await fetch(request);
    if (response.ok && response.status === 200) await cache.put(key, response.clone());
    return response;
  } catch (error) {
    const cached = await cache.match(key, { ignoreVary: true });
    if (cached === undefined) throw error;
    return cached;
  }
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  switch (kindOf(new URL(request.url))) {
    case 'page':
      return event.respondWith(fromHost(request, PAGE_CACHE, './').then(isolated));
    case 'asset':
      return event.respondWith(fromCache(request).then(isolated));
    case 'model':
      return event.respondWith(fromHost(request, MODEL_CACHE, request));
    default:
      return undefined;
  }
});
