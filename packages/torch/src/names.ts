/**
 * PyTorch's snake_case turned into camelCase mechanically: `adaptive_avg_pool2d` → `adaptiveAvgPool2d`. Underscores
 * at the beginning (`_foreach_add`) and at the end (`add_`, in place) stay, and so do names between double
 * underscores (`__and__`).
 */
export function camelCase(name: string): string {
  const inner = name.replace(/^_+|_+$/g, '');
  const start = name.indexOf(inner);
  const camel = inner.replace(/_+([a-zA-Z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return name.slice(0, start) + camel + name.slice(start + inner.length);
}

/** The reverse of {@link camelCase}, for names that have no digit after an underscore. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
