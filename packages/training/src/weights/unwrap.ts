/** Dictionaries in which checkpoints keep their weights, the preferred one first, as in timm's `load_state_dict`. */
const WRAPPERS = ['state_dict_ema', 'model_ema', 'state_dict', 'model'];

/** Prefixes that `DistributedDataParallel` and `torch.compile` add to all names. */
const PREFIXES = ['module.', '_orig_mod.'];

/**
 * Removes the wrappers and prefixes around a model's names.
 *
 * @returns full names by the names without them; tensors outside the wrapper are left out
 */
export function unwrapNames(names: readonly string[]): ReadonlyMap<string, string> {
  let inner = new Map(names.map((name) => [name, name]));
  for (;;) {
    const prefix = prefixOf([...inner.keys()]);
    if (prefix === undefined) return inner;
    inner = new Map(
      [...inner].flatMap(([name, full]) =>
        name.startsWith(prefix) ? [[name.slice(prefix.length), full] as const] : [],
      ),
    );
  }
}

function prefixOf(names: readonly string[]): string | undefined {
  const wrapper = WRAPPERS.find((each) => names.some((name) => name.startsWith(`${each}.`)));
  if (wrapper !== undefined) return `${wrapper}.`;
  return PREFIXES.find((prefix) => names.length > 0 && names.every((name) => name.startsWith(prefix)));
}
