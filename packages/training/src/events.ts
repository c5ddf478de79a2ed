import type { TrainLine, Validation } from '@hashsight/formats';
import type { TrainingConfig } from './settings/config.js';

/** Events of a training run. Listeners run between steps and must be fast. */
export type TrainEvent =
  | {
      /** The first event except for notes: the configuration of the run. A completed run has none. */
      readonly kind: 'start';
      readonly model: string;
      /** Device of rank 0. */
      readonly device: string;
      readonly amp: TrainingConfig['amp'];
      /** Threads per operator in each process. */
      readonly threads: number;
      readonly worldSize: number;
      readonly trainImages: number;
      readonly validationImages: number;
      readonly classes: number;
      /** Peak learning rate. */
      readonly learningRate: number;
      /** Images per step over all processes. */
      readonly globalBatchSize: number;
      readonly epochs: number;
      readonly totalSteps: number;
    }
  | (TrainLine & {
      readonly epochs: number;
      readonly stepInEpoch: number;
      readonly stepsPerEpoch: number;
      /** Estimated time to the end of the run, at the current speed. */
      readonly secondsLeft: number;
    })
  | {
      readonly kind: 'epoch';
      /** The completed epoch, counted from 1. */
      readonly epoch: number;
      readonly epochs: number;
      /** Null if no validation image could be decoded. */
      readonly validation: Validation | null;
      /** The training and validation images of the epoch that could not be decoded, with reasons. */
      readonly unreadable: readonly string[];
    }
  | {
      /** A message for the user. */
      readonly kind: 'note';
      readonly text: string;
    };
