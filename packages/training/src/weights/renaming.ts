/**
 * A module's name in a layout and in ours. `{s}` and `{b}` stand for a number, the same in both names; `{b+1}` for that
 * number plus one.
 */
export type NameRule = readonly [theirs: string, ours: string];

/** The tensors of a module. */
const LEAF = '(?<leaf>weight|bias|running_mean|running_var|num_batches_tracked)';

/** Converts the names of tensors between a layout and ours. */
export class Renaming {
  readonly #toOurs: readonly Conversion[];
  readonly #toTheirs: readonly Conversion[];

  constructor(rules: readonly NameRule[]) {
    this.#toOurs = rules.map(([theirs, ours]) => conversionOf(theirs, ours));
    this.#toTheirs = rules.map(([theirs, ours]) => conversionOf(ours, theirs));
  }

  /** Our name for a tensor of the layout; undefined if the layout has no such name. */
  toOurs(name: string): string | undefined {
    return convert(this.#toOurs, name);
  }

  /** The layout's name for one of our tensors; undefined if the layout has no such tensor. */
  toTheirs(name: string): string | undefined {
    return convert(this.#toTheirs, name);
  }
}

interface Conversion {
  readonly pattern: RegExp;
  readonly to: string;
}

/** A number in a name, with what is added to it. */
const NUMBER = /\{(\w)(?:\+(\d+))?\}/g;

function conversionOf(from: string, to: string): Conversion {
  const seen = new Set<string>();
  const escaped = from.replaceAll('.', '\\.');
  const pattern = escaped.replace(NUMBER, (_, name: string, plus = '0') => {
    const group = `${name}${plus}`;
    if (seen.has(group)) return `\\k<${group}>`;
    seen.add(group);
    return `(?<${group}>\\d+)`;
  });
  return { pattern: new RegExp(`^${pattern}\\.${LEAF}$`), to };
}

function convert(conversions: readonly Conversion[], name: string): string | undefined {
  for (const { pattern, to } of conversions) {
    const groups = pattern.exec(name)?.groups;
    if (groups === undefined) continue;
    const numbers = new Map(
      Object.entries(groups)
        .filter(([group]) => group !== 'leaf')
        .map(([group, digits]) => [group[0], Number(digits) - Number(group.slice(1))]),
    );
    const module = to.replace(NUMBER, (_, number: string, plus = '0') =>
      String((numbers.get(number) as number) + Number(plus)),
    );
    return `${module}.${groups.leaf}`;
  }
  return undefined;
}
