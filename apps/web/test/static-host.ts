import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';

/** The built page. */
export const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

/** A path below the root, as on a host with other pages. */
const PREFIX = '/some/where/';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.md': 'text/markdown; charset=utf-8',
};

async function send(file: string, response: ServerResponse): Promise<void> {
  const { size } = await stat(file);
  response.writeHead(200, {
    'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
    'content-length': size,
  });
  createReadStream(file).pipe(response);
}

/** A host of static files. */
export interface StaticHost {
  /** Address of the page. */
  readonly address: string;
  close(): Promise<void>;
}

/** Serves the built page with a model folder beside it. It knows nothing of Hashsight. */
export async function hostStatically(t: TestContext, model?: string): Promise<StaticHost> {
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://host');
    const below = decodeURIComponent(pathname.slice(PREFIX.length)) || 'index.html';
    const isModel = below.startsWith('model/');
    const folder = isModel ? model : DIST;
    const file = folder && path.join(folder, isModel ? below.slice('model/'.length) : below);
    const answer =
      file === undefined || !pathname.startsWith(PREFIX) ? Promise.reject(new Error()) : send(file, response);
    answer.catch(() => response.writeHead(404).end('not found'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  t.after(close);
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${PREFIX}`, close };
}
