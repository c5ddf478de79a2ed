import { type Command, Option } from 'commander';

/** A flag that sets an option of the library. */
export class LibraryFlag extends Option {
  /** Name of the option in the library: `minCount`, `input.imageSize`. */
  readonly option: string;
  /** The value that the flag sets; undefined for flags that take a value. */
  readonly constant: boolean | undefined;

  constructor(flags: string, text: string, option: string, constant?: boolean) {
    super(flags, text);
    this.option = option;
    this.constant = constant;
  }
}

/** An option mentioned in a library message, with or without a value: `minCount`, `sampling: sqrt`. */
const MENTION = /`([a-z][\w.]*)(?:: ([^`]*))?`/g;

/**
 * Rewrites a library message for the command line: options become flags of the current command, so `sampling: sqrt`
 * becomes `--sampling sqrt` and `readImages: false` becomes `--metadata-only`. Options without a flag keep their name.
 *
 * @param option - the option that the message is about, if any
 */
export function inFlags(message: string, command: Command, option?: string): string {
  const start = option === undefined ? undefined : flagOf(command, option);
  const rest = start === undefined ? message : message.slice(option?.length);
  return `${start?.long ?? ''}${rest.replaceAll(MENTION, (_, name, value) => mention(command, name, value))}`;
}

function mention(command: Command, name: string, value: string | undefined): string {
  const flag = flagOf(command, name, value);
  if (flag === undefined) return value === undefined ? name : `${name}: ${value}`;
  return value === undefined || !flag.required ? String(flag.long) : `${flag.long} ${value}`;
}

/** The flag that sets an option; for a boolean option, the flag that sets it to `value`, by default true. */
function flagOf(command: Command, name: string, value = 'true'): Option | undefined {
  return command.options.find((flag) =>
    flag instanceof LibraryFlag
      ? flag.option === name && (flag.constant === undefined || String(flag.constant) === value)
      : flag.attributeName() === name,
  );
}
