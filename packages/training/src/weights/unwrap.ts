/** Dictionaries in which checkpoints keep their weights, the preferred one first, as in timm's `load_state_dict`. */
const WRAPPERS = [
  'state_dict_ema.',
  'model_ema.',
  'classy_state_dict.base_model.model.',
  'state_dict.',
  'model.',
];

/** Prefixes that `DistributedDataParallel` and `torch.compile` add to all names. */
const PREFIXES = ['module.', '_orig_mod.'];

/** Names without what is wrapped around them. */
export interface UnwrappedNames {
  /** What was removed from the front of each name. */
  readonly prefix: string;
  /** Full names by the names without it. */
  readonly names: ReadonlyMap<string, string>;
  /** Names outside of it. */
  readonly outside: readonly string[];
}

/** Removes the wrappers and prefixes around a model's names. */
export function unwrapNames(names: readonly string[]): UnwrappedNames {
  let prefix = '';
  let inner = names;
  for (;;) {
    const next = prefixOf(inner);
    if (next === undefined) break;
    prefix += next;
    inner = inner.flatMap((name) => (name.startsWith(next) ? [name.slice(next.length)] : []));
  }
  return {
    prefix,
    names: new Map(inner.map((name) => [name, `${prefix}${name}`])),
    outside: names.filter((name) => !name.startsWith(prefix)),
  };
}

function prefixOf(names: readonly string[]): string | undefined {
  return (
    WRAPPERS.find((wrapper) => names.some((name) => name.startsWith(wrapper))) ??
    PREFIXES.find((prefix) => names.length > 0 && names.every((name) => name.startsWith(prefix)))
  );
}
