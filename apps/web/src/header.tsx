import { Icon } from './parts/icon.js';
import { theme, toggleTheme } from './parts/theme.js';
import { route, VIEWS } from './routes.js';
import { areShortcutsShown } from './shortcuts.js';

/** The name, the views, and the two switches of the page. */
export function Header() {
  const isDark = theme.value === 'dark';
  return (
    <header class="header">
      <a class="brand" href="#/">
        Hashsight
      </a>
      <nav aria-label="Views">
        {VIEWS.map(({ name, title, path }) => (
          <a key={name} href={path} {...(route.value.view === name && { 'aria-current': 'page' as const })}>
            {title}
          </a>
        ))}
      </nav>
      <div class="header-actions">
        <button
          type="button"
          class="button bare"
          aria-label="Keyboard shortcuts"
          title="Keyboard shortcuts (?)"
          onClick={() => {
            areShortcutsShown.value = true;
          }}
        >
          <Icon name="keyboard" />
        </button>
        <button
          type="button"
          class="button bare"
          aria-label={isDark ? 'Light theme' : 'Dark theme'}
          title={`${isDark ? 'Light' : 'Dark'} theme (t)`}
          onClick={toggleTheme}
        >
          <Icon name={isDark ? 'sun' : 'moon'} />
        </button>
      </div>
    </header>
  );
}
