import type { TrainLine, Validation } from '@hashsight/formats';
import type { TrainingConfig } from './settings/config.js';

/** What a training tells while it runs; between steps, so the listener must be quick. */
export type TrainEvent =
  | {
      /** The first of them but for notes: what is about to train. */
      readonly kind: 'start';
      readonly model: string;
      /** Of rank 0. */
      readonly device: string;
      readonly amp: TrainingConfig['amp'];
      /** Threads of one operator, of each process. */
      readonly threads: number;
      readonly worldSize: number;
      readonly trainImages: number;
      readonly validationImages: number;
      readonly classes: number;
      /** The highest learning rate. */
      readonly learningRate: number;
      /** Images in a step, of all processes. */
      readonly globalBatchSize: number;
      readonly epochs: number;
      readonly totalSteps: number;
    }
  | (TrainLine & {
      readonly epochs: number;
      readonly stepInEpoch: number;
      readonly stepsPerEpoch: number;
      /** To the end of the run, at the speed of the last steps. */
      readonly secondsLeft: number;
    })
  | {
      readonly kind: 'epoch';
      /** The epoch that ended, from 1. */
      readonly epoch: number;
      readonly epochs: number;
      /** Null when the training set has no validation images that can be decoded. */
      readonly validation: Validation | null;
      /** Each image of the epoch, of training and of validation, that could not be decoded, with the reason. */
      readonly unreadable: readonly string[];
    }
  | {
      /** Something that people should know. */
      readonly kind: 'note';
      readonly text: string;
    };
