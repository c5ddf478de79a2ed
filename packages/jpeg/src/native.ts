import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildFolder } from '@hashsight/native-build';

/** Result of a task: the index of each failed image, followed by the reason. */
export interface NativeResult {
  readonly failures: readonly (number | string)[];
}

/** The class exported by `native/addon.cc`; `native/tasks.h` defines the columns of the rows. */
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

/** The native part is not built or cannot be loaded. */
export class JpegLoadError extends Error {
  /** Stable error code for comparisons. */
  readonly code = 'ERR_JPEG_LOAD';
  override name = 'JpegLoadError';
}

function load(): Native {
  const folder = buildFolder(fileURLToPath(new URL('../../', import.meta.url)));
  const file = path.join(folder, 'hashsight_jpeg.node');
  if (!existsSync(file)) {
    throw new JpegLoadError(
      'libjpeg-turbo: the native part is not built; run npm run setup in the repository, or setup() of @hashsight/jpeg/setup',
    );
  }
  try {
    return createRequire(import.meta.url)(file) as Native;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new JpegLoadError(
      `libjpeg-turbo: the native part cannot be loaded ("${reason}"); build it again with npm run setup or setup() of @hashsight/jpeg/setup`,
    );
  }
}

/** The native half of this package, loaded once per environment. */
export const native: Native = load();
