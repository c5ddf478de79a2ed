// Makes the synsets of ImageNet-1k anew from the names of its classes, and compares them with the list in the source.
//   npm pack @tensorflow-models/mobilenet && tar xzf tensorflow-models-mobilenet-*.tgz
//   node bench/hashtags/imagenet.mjs --names package/dist/imagenet_classes.js
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { normaliseHashtag } from '../../packages/dataset/dist/src/hashtags/normalise.js';
import { IMAGENET_SYNSETS } from '../../packages/dataset/dist/src/hashtags/vocabularies/imagenet-synsets.js';
import { loadWordNet } from '../../packages/dataset/dist/src/hashtags/wordnet/wordnet.js';

const { values } = parseArgs({ options: { names: { type: 'string' } } });
if (values.names === undefined) throw new Error('imagenet: expected --names imagenet_classes.js');
const { IMAGENET_CLASSES } = createRequire(import.meta.url)(path.resolve(values.names));

/** What the names leave open, by class: the sense whose gloss fits the class's images. */
const REVIEWED = {
  102: 'n01872401',
  398: 'n02666196',
  411: 'n02730930',
  417: 'n02782093',
  431: 'n02804414',
  438: 'n02815834',
  443: 'n02834397',
  456: 'n02879718',
  471: 'n02950826',
  488: 'n02999410',
  501: 'n03045698',
  544: 'n03259280',
  549: 'n03291819',
  586: 'n03478589',
  587: 'n03481172',
  594: 'n03495258',
  597: 'n03527444',
  624: 'n03661043',
  643: 'n03724870',
  664: 'n03782006',
  698: 'n03877845',
  718: 'n03933933',
  727: 'n03956157',
  733: 'n03976657',
  745: 'n04009552',
  753: 'n04040759',
  758: 'n04067472',
  766: 'n04111531',
  771: 'n04125021',
  780: 'n04147183',
  783: 'n04153751',
  792: 'n04208210',
  813: 'n04270147',
  815: 'n04275548',
  816: 'n04277352',
  830: 'n04336792',
  866: 'n04465501',
  902: 'n04579432',
  910: 'n04597913',
  982: 'n10148035',
  987: 'n12144580',
};

const wordnet = loadWordNet();
const classes = Object.values(IMAGENET_CLASSES).map((names) => {
  const forms = names.split(/,\s*/).map(normaliseHashtag);
  const ofAll = forms
    .map((form) => wordnet.senses(form).map(({ synset }) => synset))
    .reduce((shared, synsets) => shared.filter((synset) => synsets.includes(synset)));
  return { names, open: ofAll.filter((synset) => wordnet.synset(synset).lemmas.length === forms.length) };
});

/** Takes out what would break the order of the ids, from the other end too, until nothing changes. */
function narrow() {
  let changed = false;
  const pass = (list, breaks, outermost) => {
    let bound;
    for (const entry of list) {
      const fitting = entry.open.filter((synset) => bound === undefined || !breaks(synset, bound));
      if (fitting.length > 0 && fitting.length < entry.open.length) {
        entry.open = fitting;
        changed = true;
      }
      if (entry.open.length > 0) bound = [...entry.open].sort().at(outermost);
    }
  };
  pass(classes, (synset, bound) => synset <= bound, 0);
  pass(classes.toReversed(), (synset, bound) => synset >= bound, -1);
  return changed;
}
while (narrow());

const synsets = classes.map(({ names, open }, index) => {
  const reviewed = REVIEWED[index];
  if (open.length !== 1 && !open.includes(reviewed)) throw new Error(`imagenet: ${index} ${names}: ${open}`);
  return open.length === 1 ? open[0] : reviewed;
});
const decided = classes.filter(({ open }) => open.length === 1).length;
const equal = synsets.join() === [...IMAGENET_SYNSETS].join();
console.log(
  JSON.stringify({
    classes: classes.length,
    decidedByNames: decided,
    reviewed: classes.length - decided,
    equal,
  }),
);
if (!equal) process.exitCode = 1;
