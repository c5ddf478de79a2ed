import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The Python whose LibTorch this package was built against; setup writes it down. */
const PYTHON = new URL('../../../build/python.txt', import.meta.url);

/**
 * The words that start PyTorch's launcher: of the Python that the LibTorch in use belongs to, else the `torchrun` on
 * PATH. Programs that are not Python's need its flag `--no-python`.
 */
export function torchrunCommand(): readonly string[] {
  if (!existsSync(PYTHON)) return ['torchrun'];
  const python = readFileSync(fileURLToPath(PYTHON), 'utf8').trim();
  return [python, '-m', 'torch.distributed.run'];
}
