import { type NameRule, Renaming } from './renaming.js';

/** A way of naming the tensors of a family of models. */
export interface Layout {
  /** For messages: `torchvision`. */
  readonly name: string;
  /** Between the layout's names and ours, which are torchvision's. */
  readonly renaming: Renaming;
}

/** A ResNet or ResNeXt. timm, the WSL release, and Hashsight have the same names. */
const RESNET = [
  'conv1',
  'bn1',
  ...[1, 2, 3].flatMap((n) => [`layer{s}.{b}.conv${n}`, `layer{s}.{b}.bn${n}`]),
  'layer{s}.{b}.downsample.0',
  'layer{s}.{b}.downsample.1',
  'fc',
];

/** Name of a block of a RegNet in torchvision. */
const BLOCK = 'trunk_output.block{s}.block{s}-{b}';

/** The modules of a block of a RegNetY in torchvision. */
const BLOCK_MODULES = [
  'proj.0',
  'proj.1',
  ...['a', 'b', 'c'].flatMap((letter) => [`f.${letter}.0`, `f.${letter}.1`]),
  'f.se.fc1',
  'f.se.fc2',
] as const;

/** A layout's names of the {@link BLOCK_MODULES} that it names otherwise. */
type BlockNames = Readonly<Partial<Record<(typeof BLOCK_MODULES)[number], string>>>;

function regNet(outside: readonly NameRule[], block: string, names: BlockNames): Renaming {
  return new Renaming([
    ...outside,
    ...BLOCK_MODULES.map((ours): NameRule => [`${block}.${names[ours] ?? ours}`, `${BLOCK}.${ours}`]),
  ]);
}

/** ClassyVision's names within a block, which SWAG's hub and VISSL have too. */
const CLASSY_BLOCK: BlockNames = {
  'proj.0': 'proj',
  'proj.1': 'bn',
  'f.se.fc1': 'f.se.excitation.0',
  'f.se.fc2': 'f.se.excitation.2',
  'f.c.0': 'f.c',
  'f.c.1': 'f.final_bn',
};

const TIMM_BLOCK: BlockNames = {
  'proj.0': 'downsample.conv',
  'proj.1': 'downsample.bn',
  'f.a.0': 'conv1.conv',
  'f.a.1': 'conv1.bn',
  'f.b.0': 'conv2.conv',
  'f.b.1': 'conv2.bn',
  'f.se.fc1': 'se.fc1',
  'f.se.fc2': 'se.fc2',
  'f.c.0': 'conv3.conv',
  'f.c.1': 'conv3.bn',
};

/** The layouts of ResNet and ResNeXt, and of RegNetY. */
export const LAYOUTS = {
  resnet: { name: 'torchvision', renaming: new Renaming(RESNET.map((name) => [name, name])) },
  regnet: {
    name: 'torchvision',
    renaming: regNet(
      ['stem.0', 'stem.1', 'fc'].map((name) => [name, name]),
      BLOCK,
      {},
    ),
  },
  regnetTimm: {
    name: 'timm',
    renaming: regNet(
      [
        ['stem.conv', 'stem.0'],
        ['stem.bn', 'stem.1'],
        ['head.fc', 'fc'],
      ],
      's{s}.b{b+1}',
      TIMM_BLOCK,
    ),
  },
  regnetSwag: {
    name: 'SWAG hub',
    renaming: regNet(
      [
        ['stem.stem.0', 'stem.0'],
        ['stem.stem.1', 'stem.1'],
        ['head.fc', 'fc'],
      ],
      BLOCK,
      CLASSY_BLOCK,
    ),
  },
  regnetVissl: {
    name: 'VISSL',
    renaming: regNet(
      [
        ['trunk._feature_blocks.conv1.stem.0', 'stem.0'],
        ['trunk._feature_blocks.conv1.stem.1', 'stem.1'],
        ['heads.0.clf.0', 'fc'],
      ],
      'trunk._feature_blocks.res{s+1}.block{s}-{b}',
      CLASSY_BLOCK,
    ),
  },
} as const satisfies Readonly<Record<string, Layout>>;

/** Key of a layout. */
export type LayoutName = keyof typeof LAYOUTS;
