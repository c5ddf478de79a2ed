import type { RunFile } from '@hashsight/formats';
import { counted, percent, thousands } from '../../parts/numbers.js';

interface Tile {
  readonly figure: string;
  readonly text: string;
}

const times = (count: number) => (count === 1 ? 'once' : counted(count, 'time'));

/** The figures of the last evaluation: on the test split if there is one. */
function evaluationTiles({ evaluations, testOpenings }: RunFile): readonly Tile[] {
  const last = evaluations.at(-1);
  if (last === undefined) return [];
  const { metrics, baseline, split, images } = last;
  const isOpened = split === 'test' && testOpenings !== null;
  const opened = isOpened ? `; the test labels were opened ${times(testOpenings)}` : '';
  return [
    {
      figure: percent(metrics.hitAt1),
      text: `hit@1 on ${split}: the top prediction is right; baseline: ${percent(baseline.hitAt1)}`,
    },
    {
      figure: percent(metrics.hitAt5),
      text: `hit@5: one of the top five is right; baseline: ${percent(baseline.hitAt5)}`,
    },
    {
      figure: percent(metrics.meanAveragePrecision),
      text: `mean average precision, on ${counted(images, 'image')}${opened}`,
    },
  ];
}

function tilesOf(file: RunFile): readonly Tile[] {
  const { architecture, imageSize, checkpoint, images } = file;
  return [
    {
      figure: `${(file.parameters / 1e6).toFixed(1)} M`,
      text: `parameters: ${architecture}, ${imageSize} × ${imageSize} pixels, ${checkpoint}`,
    },
    ...(images === null
      ? []
      : [
          {
            figure: thousands(images.train),
            text: `training images; ${thousands(images.validation)} for validation, ${thousands(images.test)} for test`,
          },
        ]),
    ...evaluationTiles(file),
  ];
}

/** The main figures of a run. */
export function Tiles({ file }: { readonly file: RunFile }) {
  return (
    <ul class="tiles">
      {tilesOf(file).map(({ figure, text }) => (
        <li key={text} class="card tile">
          <b>{figure}</b>
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
