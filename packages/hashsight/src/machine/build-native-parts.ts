import { HashsightError } from '@hashsight/formats';

/** The packages with a native part, in build order. */
export const NATIVE_PARTS = ['jpeg', 'torch'] as const;

const NO_LIBJPEG =
  'libjpeg-turbo: headers and library not found; install them with: apt-get install -y libjpeg62-turbo-dev (Ubuntu: libjpeg-turbo8-dev; Fedora: dnf install libjpeg-turbo-devel; macOS: brew install jpeg-turbo)';

/**
 * Builds the native parts in the folders of their installed packages; parts already built are skipped. Missing build tools
 * and LibTorch are installed into the Python environment `HASHSIGHT_VENV`, or into one in the cache folder.
 *
 * @param onNote - called with a line for each download; the builds print their own output on standard error
 * @throws HashsightError if a part cannot be built
 */
export async function buildNativeParts(
  parts: readonly (typeof NATIVE_PARTS)[number][],
  onNote: (line: string) => void,
): Promise<void> {
  const { HASHSIGHT_VENV: chosen } = process.env;
  const options = chosen ? { venv: chosen } : {};
  if (parts.includes('jpeg')) await buildJpeg(options, onNote);
  if (parts.includes('torch')) (await import('@hashsight/torch/setup')).setup(options);
}

async function buildJpeg(options: { readonly venv?: string }, onNote: (line: string) => void): Promise<void> {
  const { NO_LIBJPEG_STATUS, setup } = await import('@hashsight/jpeg/setup');
  try {
    setup(options);
    return;
  } catch (error) {
    if (!(error instanceof Error && 'status' in error && error.status === NO_LIBJPEG_STATUS)) throw error;
  }
  const { fetchLibjpeg } = await import('./fetch-libjpeg.js');
  const libjpeg = await fetchLibjpeg(onNote).catch((cause: unknown) => {
    onNote(cause instanceof Error ? cause.message : String(cause));
    throw new HashsightError(NO_LIBJPEG, { cause });
  });
  setup({ ...options, libjpeg });
}
