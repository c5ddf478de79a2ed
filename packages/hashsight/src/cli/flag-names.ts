import { type Command, Option } from 'commander';

/** A flag that sets an option of the library. */
export class LibraryFlag extends Option {
  /** The option, by its name in the library: `minCount`, `input.imageSize`. */
  readonly option: string;
  /** The value that the flag sets by itself; undefined for flags with a value of their own. */
  readonly constant: boolean | undefined;

  constructor(flags: string, text: string, option: string, constant?: boolean) {
    super(flags, text);
    this.option = option;
    this.constant = constant;
  }
}

/** An option in a message of the library, with or without a value: `minCount`, `sampling: sqrt`. */
const MENTION = /`([a-z][\w.]*)(?:: ([^`]*))?`/g;

/**
 * A message of the library in words of the command line: options become the flags of the command that was called,
 * `sampling: sqrt` is `--sampling sqrt`, `readImages: false` is `--metadata-only`. What has no flag is named as it is.
 *
 * @param option - the one that the message begins with, if any
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

/** The flag that sets an option; of one that is on or off, the flag that brings it there, by default on. */
function flagOf(command: Command, name: string, value = 'true'): Option | undefined {
  return command.options.find((flag) =>
    flag instanceof LibraryFlag
      ? flag.option === name && (flag.constant === undefined || String(flag.constant) === value)
      : flag.attributeName() === name,
  );
}
