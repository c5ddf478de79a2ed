// Checks that what the scripts import is there. They are plain JavaScript and most are started by hand, so without this a
// renamed export would only be noticed by whoever measures next.
import { build } from 'esbuild';

const entryPoints = ['bench', 'scripts', 'fuzz', 'packages/*/scripts'].map((folder) => `${folder}/**/*.mjs`);
/** Everything that is not in this repository is left alone. */
const othersPackages = {
  name: 'others-packages',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || /^(@hashsight\/|hashsight$)/.test(path)
        ? undefined
        : { path, external: true },
    );
  },
};
const { errors } = await build({
  ...{ entryPoints, bundle: true, write: false, outdir: 'unused', plugins: [othersPackages] },
  ...{ platform: 'node', format: 'esm', loader: { '.node': 'empty' }, logLevel: 'warning' },
}).catch(({ errors }) => ({ errors }));
process.exitCode = errors.length > 0 ? 1 : 0;
