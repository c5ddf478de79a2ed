import { describeSettings, type SettingDescription } from '@hashsight/training/settings';
import type { Command } from 'commander';
import { LibraryFlag } from './flag-names.js';

/** A setting with its flag; settings without a flag are set in a recipe. */
interface FlaggedSetting extends SettingDescription {
  /** The flag as shown in help: `--batch-size <images>`. */
  readonly flag: string | undefined;
}

/** Shown for settings without a flag. */
const RECIPE_ONLY = 'in a recipe';

function flaggedSettings(command: Command): FlaggedSetting[] {
  const flags = command.options.flatMap((flag) => (flag instanceof LibraryFlag ? [flag] : []));
  return describeSettings().map((setting) => ({
    ...setting,
    flag: flags.find(({ option }) => option === setting.name)?.flags,
  }));
}

/** One line per value that needs a description. */
function valueLines({ valueTexts = {} }: SettingDescription): string[] {
  return Object.entries(valueTexts).map(([value, text]) => `${value}: ${text}`);
}

/** Lists all settings of `train` for a terminal. */
export function settingsHelp(command: Command): string {
  const blocks = flaggedSettings(command).map((setting) =>
    [
      `${setting.name}  (${setting.flag ?? RECIPE_ONLY})`,
      `  ${setting.description}`,
      `  values: ${setting.values}`,
      ...valueLines(setting).map((line) => `    ${line}`),
      `  default: ${setting.default}`,
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

/** Renders the same list as a Markdown page: `docs/training-settings.md`. */
export function settingsPage(command: Command): string {
  const rows = flaggedSettings(command).map((setting) => {
    const { name, flag, description, values, default: value } = setting;
    const shown = [values, ...valueLines(setting)].join('<br>');
    return `| \`${name}\` | ${flag === undefined ? RECIPE_ONLY : `\`${flag}\``} | ${description} | ${shown} | ${value} |`;
  });
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
