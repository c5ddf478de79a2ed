import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { NATIVE_FOLDER } from '../native.js';

/** Names the Python whose LibTorch this package was built against; written by setup. */
const PYTHON = path.join(NATIVE_FOLDER, 'python.txt');

/**
 * PyTorch's launcher. If a signal ends it or a process fails for good, the cause is already printed, so the launcher's
 * Python traceback of thirty lines is suppressed.
 */
const LAUNCHER = `
import logging, os, sys
from torch.distributed.elastic.multiprocessing.api import SignalException
from torch.distributed.elastic.multiprocessing.errors import ChildFailedError
from torch.distributed.run import main
sys.argv[0] = "torchrun"
if "LOGLEVEL" not in os.environ:
    # Which signals it passes on, process by process.
    for name in ("agent.server.api", "multiprocessing.api"):
        logging.getLogger("torch.distributed.elastic." + name).setLevel(logging.ERROR)
try:
    main()
except SignalException as error:
    sys.exit(128 + error.sigval)
except ChildFailedError as error:
    rank, failure = error.get_first_failure()
    how = f"signal {-failure.exitcode}" if failure.exitcode < 0 else f"exit code {failure.exitcode}"
    sys.exit(f"torchrun: rank {rank} was the first to fail, with {how}")
`;

/**
 * The command that starts PyTorch's launcher: with the Python that LibTorch belongs to, or the `torchrun` on PATH.
 * Programs other than Python scripts need the flag `--no-python`.
 */
export function torchrunCommand(): readonly string[] {
  if (!existsSync(PYTHON)) return ['torchrun'];
  const python = readFileSync(PYTHON, 'utf8').trim();
  return [python, '-c', LAUNCHER];
}
