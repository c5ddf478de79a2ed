import { allowedValues, describeOption, innerSchema, optionSchema, shownText } from '@hashsight/formats';
import { type Command, InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { inFlags, LibraryFlag } from './flag-names.js';
import { parseNumber, parseNumbers } from './options.js';
import { similarWord } from './similar-word.js';

/** The properties of a flag that the schema of its option does not define. */
export interface FlagForm {
  /** Placeholder of the value in help: `<images>`, `<dir...>`. Empty for a flag without a value. */
  readonly value?: string;
  /** Default: the option's name in kebab case, with `no-` if it is on by default. */
  readonly name?: string;
  /** Default: the option's description. */
  readonly help?: string;
  /** Default: by the schema. */
  readonly parse?: (text: string, previous: unknown) => unknown;
}

/** The flags of a group by option (`input.imageSize` for a nested one); a string is the placeholder of the value. */
export type FlagForms = Readonly<Record<string, string | FlagForm>>;

/**
 * Adds flags to a command. Help, choices, and defaults come from the schemas of their options.
 *
 * @param heading - heading of the group in `--help`
 */
export function addLibraryFlags(
  command: Command,
  heading: string,
  schema: z.ZodObject,
  forms: FlagForms,
): void {
  command.optionsGroup(heading);
  for (const [option, form] of Object.entries(forms)) {
    const field = optionSchema(schema, option);
    if (field === undefined) throw new TypeError(`${option}: the schema has no such option`);
    command.addOption(flagOf(option, field, typeof form === 'string' ? { value: form } : form));
  }
}

function flagOf(option: string, schema: z.ZodType, form: FlagForm): LibraryFlag {
  const inner = innerSchema(schema);
  const { value = '', help } = form;
  // A flag without a value is a switch; it turns off an option that is on by default.
  const constant = inner instanceof z.ZodBoolean ? !isOn(schema) : undefined;
  const name = form.name ?? `${constant === false ? 'no-' : ''}${kebabCase(option)}`;
  const flag = new LibraryFlag(`--${name} ${value}`.trim(), help ?? helpOf(option, schema), option, constant);
  const parse = form.parse ?? parserOf(inner);
  return parse === undefined ? flag : flag.argParser(parse);
}

function isOn(schema: z.ZodType): boolean {
  return schema instanceof z.ZodDefault && schema.def.defaultValue === true;
}

/** `input.imageSize` → `image-size`. */
function kebabCase(option: string): string {
  const name = option.slice(option.lastIndexOf('.') + 1);
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Describes a flag: what it sets, its values, and its default, with one line per value that needs a description. */
function helpOf(option: string, schema: z.ZodType): string {
  const { description, valueTexts, default: standard } = describeOption(option, schema);
  const inner = innerSchema(schema);
  const isListed = inner instanceof z.ZodEnum && valueTexts === undefined;
  const values = isListed ? `: ${allowedValues(inner)}` : '';
  const isOff = inner instanceof z.ZodBoolean && standard === 'false';
  const shown = standard === undefined || standard === 'none' || isOff ? '' : ` (default: ${standard})`;
  const lines = Object.entries(valueTexts ?? {}).map(([value, text]) => `${value}: ${text}`);
  return [`${description}${values}${shown}`, ...lines].join('\n');
}

function parserOf(inner: z.ZodType): ((text: string) => unknown) | undefined {
  if (inner instanceof z.ZodNumber) return parseNumber;
  if (inner instanceof z.ZodArray && inner.element instanceof z.ZodNumber) return parseNumbers;
  if (!(inner instanceof z.ZodEnum)) return undefined;
  return (text) => {
    if (inner.options.includes(text)) return text;
    const similar = similarWord(text, inner.options.map(String));
    const advice = similar === undefined ? '' : `; did you mean ${similar}?`;
    throw new InvalidArgumentError(`expected ${allowedValues(inner)}, got "${shownText(text)}"${advice}`);
  };
}

/** Makes help show options as flags of the command; call it after all flags are added. */
export function nameFlagsInHelp(command: Command): Command {
  for (const flag of command.options) flag.description = inFlags(flag.description, command);
  return command;
}

/** The options set on the command line, by their library names; nested options are in an object. */
export function givenOptions(command: Command): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  for (const flag of command.options) {
    const name = flag.attributeName();
    if (!(flag instanceof LibraryFlag) || command.getOptionValueSource(name) !== 'cli') continue;
    const value: unknown = flag.constant ?? command.getOptionValue(name);
    const [outer = '', inner] = flag.option.split('.');
    if (inner === undefined) given[outer] = value;
    else given[outer] = { ...(given[outer] as object | undefined), [inner]: value };
  }
  return given;
}
