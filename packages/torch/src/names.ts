/**
 * Converts PyTorch's snake_case to camelCase mechanically: `adaptive_avg_pool2d` → `adaptiveAvgPool2d`. Keeps leading
 * (`_foreach_add`), trailing (`add_`, in place) and double underscores (`__and__`).
 */
export function camelCase(name: string): string {
  const inner = name.replace(/^_+|_+$/g, '');
  const start = name.indexOf(inner);
  const camel = inner.replace(/_+([a-zA-Z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return name.slice(0, start) + camel + name.slice(start + inner.length);
}

/** Reverses {@link camelCase} for names without a digit after an underscore. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
