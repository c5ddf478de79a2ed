import { HashsightError } from '@hashsight/formats';

/** The packages with a native part, in the order in which they are built. */
export const NATIVE_PARTS = ['jpeg', 'torch'] as const;

const NO_LIBJPEG =
  'libjpeg-turbo: expected its headers and library, found none; install them with: apt-get install -y libjpeg62-turbo-dev (Ubuntu: libjpeg-turbo8-dev; Fedora: dnf install libjpeg-turbo-devel; macOS: brew install jpeg-turbo)';

/**
 * Builds native parts where their packages are installed, unless that is done. Tools and LibTorch that the machine lacks
 * are installed into the Python environment `HASHSIGHT_VENV`, or into one in the cache folder.
 *
 * @param onNote - told what is fetched; the builds tell their steps on standard error
 * @throws HashsightError when one cannot be built
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
