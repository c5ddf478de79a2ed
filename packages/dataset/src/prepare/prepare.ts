import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { HeldOutSplit, Preparation, Vocabulary } from '@hashsight/formats';
import { HashsightError, InputError, shownText } from '@hashsight/formats';
import { isFolder, makeFolder, packageVersion } from '@hashsight/formats/node';
import type { HashtagCounts } from '../hashtags/hashtag-counts.js';
import type { ASIDE } from '../posts/collect-posts.js';
import { findPosts } from '../posts/find-posts.js';
import { query, type Relation } from '../tables/relation.js';
import { openTables } from '../tables/tables.js';
import { checkFolders, checkUnedited, WORK_FOLDER } from './check-folders.js';
import { type ChosenVocabulary, chooseVocabulary } from './choose-vocabulary.js';
import { type ExecutorOf, LocalExecutor } from './executor.js';
import { ImageFolders } from './image-folders.js';
import { type Job, postsName } from './job.js';
import { knownHashtags, readUsablePosts, type UsablePosts } from './known-hashtags.js';
import { licensesOf } from './licenses.js';
import { preparationCounts } from './preparation-counts.js';
import { type PrepareOptions, resolveOptions } from './prepare-options.js';
import { dropRareClasses } from './rare-classes.js';
import type { SampleTables } from './samples.js';
import { checkSetAside, setAsideOf } from './set-aside.js';
import { runStep } from './step.js';
import type { DuplicatePair } from './steps/duplicate-posts.js';
import { type FinalSamples, finishLabels, shownOnce } from './steps/finish-labels.js';
import { type Labelled, labelPosts } from './steps/label-posts.js';
import { lookAtImages, unusableOf } from './steps/look-at-images.js';
import { type SelectedImages, selectSamples, selectWithoutImages } from './steps/select-samples.js';
import { findMoves, splitSamples } from './steps/split-samples.js';
import { writeManifest } from './steps/write-manifest.js';
import { NO_SHARDS, writeShards } from './steps/write-shards.js';
import { WorkFolder } from './work-folder.js';
import { writeTrainingSet } from './write-training-set.js';

/** Result of {@link prepare}. */
export interface PreparedTrainingSet extends ChosenVocabulary {
  readonly preparation: Preparation;
  /** Some pairs of duplicate and near-duplicate images, for review. */
  readonly duplicatePairs: readonly DuplicatePair[];
  /** Names of the classes without an image in each held-out split; they cannot be measured there. */
  readonly unmeasured: Readonly<Record<HeldOutSplit, readonly string[]>>;
}

/**
 * Makes a training set from posts. It normalizes and counts the hashtags, drops those that do not describe the image,
 * merges those with the same meaning, and labels the posts. Then it decodes the images, finds duplicates, splits the
 * samples, and writes WebDataset shards with a manifest. Finished steps are kept: a killed run resumes where it stopped,
 * and a run with other settings repeats only the steps that depend on them. The same job writes the same bytes.
 *
 * @param executorOf creates the executor of the tasks; default: tasks run in this process
 * @throws UsageError if an option is invalid
 * @throws InputError if an input cannot be used, too many records are unusable, or no class is left
 */
export async function prepare(
  given: PrepareOptions,
  executorOf: ExecutorOf = (tables, onProgress) => new LocalExecutor(tables, onProgress),
): Promise<PreparedTrainingSet> {
  const options = resolveOptions(given);
  const { followSymlinks, onNote } = options;
  const files = await findPosts(options.posts, { followSymlinks, onNote });
  const images = ImageFolders.of(files, options.images);
  await checkFolders(images, options.out);
  await checkUnedited(options.out, options.rule);
  const isNew = !(await isFolder(options.out));
  const work = new WorkFolder(path.resolve(options.out, WORK_FOLDER));
  const temporaryDir = work.folder('sql');
  await work.removeLeftOvers();
  await rm(temporaryDir, { recursive: true, force: true }); // temporary files of a killed run
  await makeFolder(temporaryDir);
  const { workers: threads, memory: memoryLimit } = options;
  const tables = await openTables({ threads, memoryLimit, temporaryDir });
  const executor = executorOf(tables, options.onProgress);
  try {
    return await prepareWith({ options, files, images, executor, work });
  } catch (error) {
    // If the posts could not be read, a new output folder is removed again.
    if (isNew && error instanceof HashsightError && !(await work.hasStage())) {
      await rm(options.out, { recursive: true, force: true });
    }
    throw error;
  } finally {
    tables.close();
  }
}

async function prepareWith(job: Job): Promise<PreparedTrainingSet> {
  const { options, executor, work } = job;
  const usable = await readUsablePosts(job);
  const { records } = usable.collected;
  const { chosen, counts: hashtagCounts, labelled } = await labelledPosts(job, usable);
  const selected = await samplesOf(job, labelled);
  const { unusable, unusableImages, inEvaluationSets, duplicatePairs } = selected;
  const setAside = unusable === undefined ? usable.setAside : setAsideOf(usable.setAside, unusable);
  await checkSetAside(executor, postsName(job), records, setAside, options.maxSetAside, job.images);
  const { samples: common, vocabulary } = options.readImages
    ? await dropRareClasses(job, selected.samples, chosen.vocabulary, hashtagCounts)
    : { samples: selected.samples, vocabulary: chosen.vocabulary };
  const classes = vocabulary.classes.length;
  const moves = await runStep(job, findMoves(common, classes, options));
  const split = await splitSamples(executor, common, moves, options);
  const finishing = finishLabels(split, classes, options);
  const final = finishing === undefined ? shownOnce(split) : await runStep(job, finishing);
  const { samples } = final;
  const shards = options.readImages
    ? await runStep(job, writeShards(samples, vocabulary, options))
    : NO_SHARDS;
  const manifest = await runStep(job, writeManifest(samples, shards.byteRanges, classes));
  if (manifest.counts.train === 0) {
    throw new InputError(
      `${postsName(job)}: no training images, all are in validation and test; lower \`validationShare\` or \`testShare\``,
    );
  }
  const { train, validation, test, copies } = manifest.counts;
  const duplicates = (await countRows(executor, common)) - train - validation - test + copies;
  const counts = await preparationCounts(job, usable, vocabulary, {
    ...{ unusableImages, inEvaluationSets, duplicates },
    noisyLabels: final.noisyLabels,
    manifest: manifest.counts,
  });
  const preparation = await writeTrainingSet(job, {
    vocabulary,
    manifest,
    shards,
    setAside,
    preparation: {
      versions: { hashsight: packageVersion(), wordnet: '3.0' },
      settings: settingsOf(job, final),
      licenses: await licensesOf(job.files, options.onNote),
      counts,
    },
  });
  await work.removeUnused();
  const named = (labels: readonly number[]) => labels.map((label) => vocabulary.classes[label]?.name ?? '');
  const unmeasured = {
    validation: named(manifest.unmeasured.validation),
    test: named(manifest.unmeasured.test),
  };
  return { ...chosen, preparation, vocabulary, duplicatePairs, unmeasured };
}

/** The samples, and the posts with an unusable image. */
interface Selected extends SelectedImages {
  readonly unusable: Relation<typeof ASIDE> | undefined;
}

async function samplesOf(job: Job, labelled: Labelled): Promise<Selected> {
  const { options } = job;
  if (!options.readImages) {
    const samples = selectWithoutImages(options, labelled);
    return { samples, unusable: undefined, unusableImages: 0, inEvaluationSets: 0, duplicatePairs: [] };
  }
  const facts = await lookAtImages(job, labelled);
  const selected = await runStep(job, selectSamples(labelled, facts, options));
  return { ...selected, unusable: unusableOf(facts.images) };
}

async function countRows({ rows }: Job['executor'], { all }: SampleTables): Promise<number> {
  const [row] = await rows(query({ n: 'BIGINT' }, `SELECT count(*) AS n FROM ${all}`));
  return row?.n ?? 0;
}

/** Chooses the classes and labels the posts. The measurements of the hashtags are freed when it returns. */
async function labelledPosts(
  job: Job,
  usable: UsablePosts,
): Promise<{ chosen: ChosenVocabulary; counts: Pick<HashtagCounts, 'counts'>; labelled: Labelled }> {
  const known = await knownHashtags(job, usable);
  const chosen = await chooseVocabulary(known, job.options);
  const { vocabulary } = chosen;
  if (vocabulary.classes.length === 0) throw noClass(job, vocabulary);
  const { ranges } = usable.collected;
  const step = labelPosts(usable.posts, ranges, vocabulary.classes, known.labelling);
  const labelled = await runStep(job, step);
  return { chosen, counts: { counts: known.counts.counts }, labelled };
}

function noClass(job: Job, { dropped }: Vocabulary): InputError {
  const { minCount } = job.options;
  const rare = dropped.find(({ reason }) => reason.startsWith('rare'));
  const [first] = dropped;
  const problem = `${postsName(job)}: no class has ${minCount} or more posts`;
  if (rare) {
    const most = `the most frequent is "${shownText(rare.hashtag)}" with ${rare.count}`;
    return new InputError(`${problem}; ${most}; lower \`minCount\` to ${rare.count} or less`);
  }
  if (first === undefined) return new InputError(`${problem}; the posts have no hashtags`);
  const most = `the most frequent hashtag, "${shownText(first.hashtag)}" with ${first.count}, was dropped as ${first.reason}`;
  return new InputError(`${problem}; ${most}; keep it with \`keep\`, or choose another \`vocabulary\``);
}

function settingsOf({ options, files }: Job, { samplingThreshold }: FinalSamples): Preparation['settings'] {
  const { senses, minCount, filters, keep, splitBy, validationShare, testShare, duplicates, sampling } =
    options;
  const { evaluationSets, labelNoise, seed, shorterSide = null, readImages } = options;
  return {
    posts: files.map(({ name }) => name),
    vocabulary: ruleByName(options),
    senses,
    minCount,
    filters,
    keep: [...keep],
    splitBy,
    validationShare,
    testShare,
    duplicates: readImages ? duplicates : 'off',
    evaluationSets: evaluationSets.map((folder) => path.basename(path.resolve(folder))),
    sampling,
    samplingThreshold,
    labelNoise,
    seed,
    shorterSide,
    readImages,
  };
}

/** The vocabulary rule with only the name of its file or folder, so that `prepare.json` contains no local path. */
function ruleByName({ vocabulary, rule }: Job['options']): string {
  return 'path' in rule ? `${rule.kind}:${path.basename(path.resolve(rule.path))}` : vocabulary;
}
