import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';

const ROOT = fileURLToPath(new URL('./', import.meta.url));
const OUT = path.join(ROOT, 'dist');

/** onnxruntime's modules: on the CPU, and with WebGPU. Each is a script and a WebAssembly file. */
const RUNTIME_FILES = ['ort-wasm-simd-threaded', 'ort-wasm-simd-threaded.asyncify'].flatMap((name) => [
  `${name}.mjs`,
  `${name}.wasm`,
]);

/** Folder of the runtime's files; its name is a digest, so that browsers may keep them for good. */
const RUNTIME_FOLDER = `runtime-${runtimeDigest()}`;

function runtimeFile(name: string): string {
  return createRequire(import.meta.url).resolve(`onnxruntime-web/${name}`);
}

function runtimeDigest(): string {
  const digest = createHash('sha256');
  for (const name of RUNTIME_FILES) digest.update(readFileSync(runtimeFile(name)));
  return digest.digest('hex').slice(0, 8);
}

/**
 * Puts onnxruntime's files beside the page. Bundled, they would have no address of their own, which its threads need to
 * start.
 */
function runtimeFiles(): Plugin {
  return {
    name: 'runtime-files',
    apply: 'build',
    writeBundle() {
      mkdirSync(path.join(OUT, RUNTIME_FOLDER), { recursive: true });
      for (const name of RUNTIME_FILES) copyFileSync(runtimeFile(name), path.join(OUT, RUNTIME_FOLDER, name));
    },
  };
}

/** Tells the service worker which files the page has. The runtime's are large and cached when they are first used. */
function pageFiles(): Plugin {
  return {
    name: 'page-files',
    apply: 'build',
    writeBundle() {
      const files = readdirSync(OUT, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(OUT, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
        .filter((file) => !/^runtime-|^index\.html$|^service-worker\.js$|^page-files\.json$/.test(file))
        .sort();
      const digest = createHash('sha256').update(RUNTIME_FOLDER);
      for (const file of ['index.html', ...files]) digest.update(readFileSync(path.join(OUT, file)));
      writeFileSync(path.join(OUT, 'page-files.json'), JSON.stringify(files));
      const worker = path.join(OUT, 'service-worker.js');
      const version = digest.digest('hex').slice(0, 16);
      writeFileSync(worker, readFileSync(worker, 'utf8').replace('__PAGE_VERSION__', version));
    },
  };
}

export default defineConfig({
  root: ROOT,
  // Relative addresses: the page works under any path.
  base: './',
  plugins: [runtimeFiles(), pageFiles()],
  define: { __RUNTIME_FOLDER__: JSON.stringify(`${RUNTIME_FOLDER}/`) },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: { conditions: ['onnxruntime-web-use-extern-wasm', ...defaultClientConditions] },
  worker: { format: 'es' },
  build: {
    outDir: OUT,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        index: path.join(ROOT, 'index.html'),
        'service-worker': path.join(ROOT, 'src/service-worker/service-worker.ts'),
      },
      output: {
        entryFileNames: ({ name }) =>
          name === 'service-worker' ? 'service-worker.js' : 'assets/[name]-[hash].js',
      },
    },
  },
});
