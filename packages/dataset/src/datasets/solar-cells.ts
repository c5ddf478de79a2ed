import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { SourceError } from '@hashsight/formats';
import { fetchWheel } from './python-package.js';
import type { FetchedSource, FetchOptions, PostSource, SourceImage } from './source.js';

const PACKAGE = {
  name: 'elpv-dataset',
  version: '1.0.0.post1',
  sha256: '85e31c1126ee9b48e62d3a0232c58f58b2d189b0814a45c13642fa0415af4a4c',
};

/** Defect probabilities as the experts gave them; the file writes thirds with 16 digits. */
const GRADES: Readonly<Record<string, string>> = { '0.0': '0', '0.3333': '1/3', '0.6667': '2/3', '1.0': '1' };

/**
 * 2,624 electroluminescence photographs of solar cells, 300 x 300 pixels, gray. Experts graded how likely each cell is
 * defective: 0, 1/3, 2/3 or 1. A post has the hashtags `solarcell`, `monocrystalline` or `polycrystalline`, and
 * `functional` or `defective` (from 1/2 on).
 */
export const solarCells: PostSource = {
  name: 'solar-cells',
  description: '2,624 photographs of solar cells with graded defects (91 MB, pip)',
  fetch: fetchSolarCells,
};

async function fetchSolarCells({ cache, onProgress }: FetchOptions): Promise<FetchedSource> {
  onProgress({ step: 'downloading', done: 0, total: 1, unit: 'packages' });
  const folder = path.join(await fetchWheel(PACKAGE, cache), 'elpv_dataset', 'data');
  onProgress({ step: 'downloading', done: 1, total: 1, unit: 'packages' });
  const file = path.join(folder, 'labels.csv');
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    const message = `${file}: missing from the package; remove its folder to download it again`;
    throw new SourceError(message, { cause });
  });
  return {
    origin: `${PACKAGE.name} ${PACKAGE.version}`,
    license: 'CC-BY-NC-SA-4.0',
    attribution:
      'Buerhop-Lutz et al., A Benchmark for Visual Identification of Defective Solar Cells in Electroluminescence Imagery, EU PVSEC 2018, doi:10.4229/35thEUPVSEC20182018-5CV.3.15',
    folder: path.join(cache, `solar-cells-${PACKAGE.version}`),
    images: solarCellImages(file, text),
  };
}

/**
 * Parses `labels.csv`: lines of path, defect probability and `mono` or `poly`, separated by spaces.
 *
 * @param file its path; image paths are relative to its folder
 * @throws SourceError naming the first line that is not as expected
 */
export function solarCellImages(file: string, text: string): readonly SourceImage[] {
  const images = text.split('\n').flatMap((line, i): SourceImage[] => {
    if (line.trim() === '') return [];
    const [, image = '', probability = '', type = ''] =
      /^images\/(cell\d+)\.png\s+([\d.]+)\s+(mono|poly)$/.exec(line.trim()) ?? [];
    const grade = GRADES[probability.length > 3 ? Number(probability).toFixed(4) : probability];
    if (grade === undefined) {
      throw new SourceError(
        `${file}:${i + 1}: expected an image, a probability in thirds, and mono or poly, got "${line}"`,
      );
    }
    const state = Number(probability) >= 0.5 ? 'defective' : 'functional';
    return [
      {
        id: `solar-cells/${image}`,
        file: path.join(path.dirname(file), 'images', `${image}.png`),
        hashtags: ['solarcell', `${type}crystalline`, state],
        extras: { source: 'solar-cells', state, grade, type },
      },
    ];
  });
  return images.sort((a, b) => (a.id < b.id ? -1 : 1));
}
