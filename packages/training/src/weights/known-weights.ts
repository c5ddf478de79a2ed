import path from 'node:path';
import { DEFAULT_PREPROCESSING, type Preprocessing } from '../models/preprocessing.js';
import type { LayoutName } from './layouts.js';
import type { FactsSubject, WeightsFacts } from './weights-facts.js';

type View = Pick<Preprocessing, 'imageSize' | 'cropPct' | 'interpolation'>;

/** What is known of published weights. */
interface Known {
  /** For messages. */
  readonly name: string;
  readonly view: View;
  readonly license?: string;
}

const view = (imageSize: number, cropPct: number, interpolation: View['interpolation']): View => ({
  imageSize,
  cropPct,
  interpolation,
});

/** Resize to 256, crop 224, as in torchvision's first weights and in the WSL release. */
const CLASSIC = view(224, 224 / 256, 'bilinear');
const NON_COMMERCIAL = 'CC-BY-NC-4.0';

const SWAG_END_TO_END: Known = {
  name: 'SWAG, fine-tuned end to end',
  view: view(384, 1, 'bicubic'),
  license: NON_COMMERCIAL,
};
const SWAG_TRUNK: Known = { name: "SWAG's trunk", view: view(224, 1, 'bicubic'), license: NON_COMMERCIAL };

/**
 * Published files by their names. Values from torchvision 0.28 (`get_model_weights`) and timm 1.0.31
 * (`get_pretrained_cfg`).
 */
const BY_NAME: readonly (readonly [pattern: RegExp, known: Known])[] = [
  // timm's name comes first: it resizes to 232 and crops 224 where torchvision takes the whole.
  [/swag_lc/, { ...SWAG_TRUNK, name: 'SWAG, linear (timm)', view: view(224, 0.965, 'bicubic') }],
  [/lc_swag/, { ...SWAG_TRUNK, name: 'SWAG, linear' }],
  [/swag/, SWAG_END_TO_END],
  [/^regnety_\d+gf_in1k/, SWAG_END_TO_END],
  [/^regnety_\d+gf\b/, SWAG_TRUNK],
  [
    /ig_resnext|fb_wsl|fb_swsl|fb_ssl|semi_(weakly_)?supervised/,
    { name: 'WSL', view: CLASSIC, license: NON_COMMERCIAL },
  ],
  [
    // torchvision's second weights, by the hash in their names.
    /-(e6988f5f|58fc7688|0d7bc02a|9180c971|dc2b1b54|3e4a00f9|8db6d4b5|11ad3fa6|cd907fc2|f82ba261|1a0047aa|110c445d)\b/,
    { name: "torchvision's version 2", view: view(224, 224 / 232, 'bilinear'), license: 'BSD-3-Clause' },
  ],
];

/** What a file of a layout usually wants. */
const BY_LAYOUT: Readonly<Record<LayoutName, (subject: FactsSubject) => Known>> = {
  resnet: () => ({ name: 'torchvision', view: CLASSIC }),
  // torchvision has no 128 GF of its own.
  regnet: ({ model }) =>
    model === 'regnet_y_128gf' ? SWAG_END_TO_END : { name: 'torchvision', view: CLASSIC },
  regnetTimm: () => ({ name: "timm's RegNets", view: view(224, 0.875, 'bicubic') }),
  regnetSwag: ({ numClasses }) => (numClasses === undefined ? SWAG_TRUNK : SWAG_END_TO_END),
  regnetVissl: () => ({ name: 'VISSL', view: view(224, 0.965, 'bicubic') }),
};

/** Preprocessing and license of a file by its name, else by its layout. */
export function knownFacts(
  subject: FactsSubject,
): Pick<WeightsFacts, 'preprocessing' | 'preprocessingSource' | 'license'> {
  const file = path.basename(subject.file);
  const named = BY_NAME.find(([pattern]) => pattern.test(file))?.[1];
  const known = named ?? BY_LAYOUT[subject.layout](subject);
  const { mean, std } = DEFAULT_PREPROCESSING;
  return {
    preprocessing: { ...known.view, fit: 'crop', mean, std },
    preprocessingSource:
      named === undefined ? `the default of ${known.name}` : `${known.name}, by the file's name`,
    license: known.license,
  };
}
