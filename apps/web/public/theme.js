// Runs before the first paint, so that a chosen theme does not flash; src/parts/theme.ts goes on from here.
try {
  document.documentElement.dataset.theme =
    localStorage.getItem('hashsight-theme') ??
    (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
} catch {}
