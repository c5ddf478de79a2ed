import type { LabelsFile, RunFile } from '@hashsight/formats';
import type { ModelCheck } from './check/check-model.js';
import type { CompactModel } from './compact/accuracy-loss.js';
import type { RunFacts } from './run-facts.js';

/** Contents of a model card. */
export interface ModelCard {
  readonly title: string;
  readonly facts: RunFacts;
  readonly run: RunFile;
  readonly labels: LabelsFile;
  /** Undefined if it was not checked. */
  readonly check: ModelCheck | undefined;
  readonly compact: readonly CompactModel[];
}
