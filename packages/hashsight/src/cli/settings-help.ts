import { describeSettings, type SettingDescription } from '@hashsight/training';
import type { Command } from 'commander';

/** A setting with the flag that sets it; some have none, and are set by a recipe. */
interface FlaggedSetting extends SettingDescription {
  /** As help shows it: `--batch-size <images>`. */
  readonly flag: string | undefined;
}

/** What a setting can be set by besides its flag. */
const RECIPE_ONLY = 'in a recipe';

function flaggedSettings(command: Command): FlaggedSetting[] {
  const flags = new Map(command.options.map((option) => [option.attributeName(), option.flags]));
  return describeSettings().map((setting) => ({
    ...setting,
    flag: flags.get(setting.name.replace(/^(preprocessing|augmentation)\./, '')),
  }));
}

/** Every setting of `train`, one after the other, for a terminal. */
export function settingsHelp(command: Command): string {
  const blocks = flaggedSettings(command).map(({ name, flag, description, values, default: value }) =>
    [
      `${name}  (${flag ?? RECIPE_ONLY})`,
      `  ${description}`,
      `  values: ${values}`,
      `  default: ${value}`,
    ].join('\n'),
  );
  return [
    'Every setting of a training. A recipe (--recipe mine.json) can hold each of them under its name, in',
    '{ "description": "…", "source": "…", "settings": { "halvings": 20, "augmentation": { "flip": false } } };',
    'a flag overrides the recipe.',
    '',
    blocks.join('\n\n').replaceAll('`', ''),
  ].join('\n');
}

/** The same as a page in Markdown: `docs/training-settings.md`. */
export function settingsPage(command: Command): string {
  const rows = flaggedSettings(command).map(
    ({ name, flag, description, values, default: value }) =>
      `| \`${name}\` | ${flag === undefined ? RECIPE_ONLY : `\`${flag}\``} | ${description} | ${values} | ${value} |`,
  );
  return `# Settings of a training

Made from the schema by \`npm run generate\`; \`npx hashsight train --help-all\` prints the same. A recipe
(\`--recipe mine.json\`) can hold each setting under its name, also those without a flag; a flag overrides the recipe:

\`\`\`json
{
  "description": "what it is for",
  "source": "where its settings come from",
  "settings": { "model": "resnext50_32x4d", "schedule": "step", "halvings": 20, "augmentation": { "colorJitter": [0.4, 0.4, 0.4, 0.1] } }
}
\`\`\`

| setting | flag | what it sets | values | default |
|---|---|---|---|---|
${rows.join('\n')}
`;
}
