import { stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the page, `@hashsight/web`, if it is installed and built. */
export async function pageFolder(): Promise<string | undefined> {
  let manifest: string;
  try {
    manifest = fileURLToPath(import.meta.resolve('@hashsight/web/package.json'));
  } catch {
    return undefined;
  }
  const folder = path.join(path.dirname(manifest), 'dist');
  const isBuilt = await stat(path.join(folder, 'index.html')).then(
    (found) => found.isFile(),
    () => false,
  );
  return isBuilt ? folder : undefined;
}
