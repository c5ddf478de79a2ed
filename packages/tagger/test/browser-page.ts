import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Browser, chromium } from 'playwright-core';

/** The browser of the tests: `CHROMIUM`, or the usual place of a Linux distribution. */
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** For a test's `skip`. */
export const noBrowser: string | false = existsSync(CHROMIUM) ? false : `no Chromium at ${CHROMIUM}`;

/** Starts Chromium without a window. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
}

const INDEX = fileURLToPath(new URL('../src/index.js', import.meta.url));
/** onnxruntime's WebAssembly, which a page serves from its own host. */
const ORT_FILES = ['ort-wasm-simd-threaded.mjs', 'ort-wasm-simd-threaded.wasm'];

/** Writes a page that has the tagger as `tagger`, bundled as for production, and onnxruntime's files below `ort/`. */
export async function writePage(folder: string): Promise<void> {
  await build({
    ...{ entryPoints: [INDEX], bundle: true, minify: true, splitting: true, outdir: folder },
    ...{ platform: 'browser', format: 'esm', logLevel: 'silent', entryNames: 'tagger', chunkNames: '[hash]' },
  });
  const page =
    '<!doctype html><script type="module">globalThis.tagger = await import("./tagger.js");</script>';
  await writeFile(path.join(folder, 'index.html'), page);
  await mkdir(path.join(folder, 'ort'));
  const dist = path.dirname(
    fileURLToPath(import.meta.resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm')),
  );
  for (const name of ORT_FILES) await cp(path.join(dist, name), path.join(folder, 'ort', name));
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
};

/** Serves a folder on loopback. `isolated` adds the headers that give a page threads. */
export async function serveFolder(
  folder: string,
  isolated: boolean,
): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://localhost');
    const file = path.join(folder, pathname === '/' ? 'index.html' : decodeURIComponent(pathname));
    const body = await readFile(file).catch(() => undefined);
    if (isolated) {
      response.setHeader('cross-origin-opener-policy', 'same-origin');
      response.setHeader('cross-origin-embedder-policy', 'require-corp');
    }
    response.setHeader('content-type', TYPES[path.extname(file)] ?? 'application/octet-stream');
    response.statusCode = body === undefined ? 404 : 200;
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}
