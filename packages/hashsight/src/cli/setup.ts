import { type Command, Option } from 'commander';
import { buildNativeParts, NATIVE_PARTS } from '../machine/build-native-parts.js';

interface Flags {
  readonly only?: (typeof NATIVE_PARTS)[number];
}

/** `hashsight setup`: builds the native parts on this machine, and installs LibTorch if it is missing. */
export function setupCommand(command: Command): Command {
  const only = new Option('--only <part>', 'build only this native part; prepare needs only jpeg');
  command.addOption(only.choices(NATIVE_PARTS)).addHelpText(
    'after',
    `
LibTorch comes from the folder LIBTORCH, or else from the python3 on PATH if it has torch; otherwise pip installs it into a
Python environment in the cache folder (set HASHSIGHT_VENV for another). libjpeg-turbo is that of the system or of Homebrew,
or else is downloaded from Debian's archive to the cache folder; no root access is needed. Finished steps are skipped.`,
  );
  return command.action(async ({ only }: Flags) => {
    // No progress bar: these lines stay on the screen, between those of the builds.
    const onNote = (line: string) => console.error(`setup: ${line}`);
    await buildNativeParts(only === undefined ? NATIVE_PARTS : [only], onNote);
    onNote('ready');
  });
}
