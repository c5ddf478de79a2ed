// Writes docs/training-settings.md from the schema of the settings and the flags of `train`.
import { writeFileSync } from 'node:fs';
import { settingsPage } from '../dist/src/cli/settings-help.js';
import { trainCommand } from '../dist/src/cli/train.js';

writeFileSync(new URL('../../../docs/training-settings.md', import.meta.url), settingsPage(trainCommand()));
