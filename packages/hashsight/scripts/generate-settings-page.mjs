// Writes docs/training-settings.md from the schema of the settings and the flags of `train`.
import { writeFileSync } from 'node:fs';
import { settingsPage } from '../dist/src/cli/settings-help.js';
import { verbCommand } from '../dist/src/cli/verbs.js';

writeFileSync(
  new URL('../../../docs/training-settings.md', import.meta.url),
  settingsPage(await verbCommand('train')),
);
