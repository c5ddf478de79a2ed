import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildFolder } from '@hashsight/native-build';

/** What a task ends with: the index of each image that failed, followed by the reason. */
export interface NativeResult {
  readonly failures: readonly (number | string)[];
}

/** The class that `native/addon.cc` exports; the columns of the rows stand in `native/tasks.h`. */
export interface NativePool {
  headers(
    ranges: Float64Array,
    bytes: readonly Uint8Array[],
  ): Promise<NativeResult & { readonly sizes: Float64Array }>;
  cutJpegs(cuts: Float64Array, bytes: readonly Uint8Array[], out: Uint8Array): Promise<NativeResult>;
  cutPixels(images: readonly Uint8Array[], cuts: Float64Array, out: Uint8Array): Promise<NativeResult>;
  decode(
    rows: Float64Array,
    bytes: readonly Uint8Array[],
    outs: readonly Uint8Array[],
  ): Promise<NativeResult>;
  readAhead(ranges: Float64Array): Promise<NativeResult>;
  close(): void;
}

interface Native {
  readonly Pool: new (
    threads: number,
    files: readonly string[],
    limits: Readonly<Record<'pixels' | 'aspectRatio' | 'scans' | 'scanPixels', number>>,
  ) => NativePool;
}

/** The native part is not there, or does not load. */
export class JpegLoadError extends Error {
  /** Stable name of the kind of error, safe to compare against. */
  readonly code = 'ERR_JPEG_LOAD';
  override name = 'JpegLoadError';
}

function load(): Native {
  const folder = buildFolder(fileURLToPath(new URL('../../', import.meta.url)));
  const file = path.join(folder, 'hashsight_jpeg.node');
  if (!existsSync(file)) {
    throw new JpegLoadError(
      'libjpeg-turbo: expected the native part to be built, found none; run npm run setup in the repository, or setup() of @hashsight/jpeg/setup',
    );
  }
  try {
    return createRequire(import.meta.url)(file) as Native;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new JpegLoadError(
      `libjpeg-turbo: expected the native part to load, got "${reason}"; build it again by the same`,
    );
  }
}

/** The native half of this package, loaded once per environment. */
export const native: Native = load();
