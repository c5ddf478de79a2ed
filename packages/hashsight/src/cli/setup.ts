import { type Command, Option } from 'commander';
import { buildNativeParts, NATIVE_PARTS } from '../machine/build-native-parts.js';

interface Flags {
  readonly only?: (typeof NATIVE_PARTS)[number];
}

/** `hashsight setup`: builds the native parts on this machine; LibTorch is installed where there is none. */
export function setupCommand(command: Command): Command {
  const only = new Option('--only <part>', 'build one native part alone; prepare needs only jpeg');
  command.addOption(only.choices(NATIVE_PARTS)).addHelpText(
    'after',
    `
LibTorch is taken from the folder LIBTORCH, else from the python3 on PATH that has torch, else pip installs it into a
Python environment in the cache folder (HASHSIGHT_VENV names another). libjpeg-turbo is the system's or Homebrew's, else it
comes from Debian's archive into the cache folder, without root. What is done already is not done again.`,
  );
  return command.action(async ({ only }: Flags) => {
    // No progress bar: these lines stay on the screen, between those of the builds.
    const onNote = (line: string) => console.error(`setup: ${line}`);
    await buildNativeParts(only === undefined ? NATIVE_PARTS : [only], onNote);
    onNote('ready');
  });
}
