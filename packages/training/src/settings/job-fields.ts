import { z } from 'zod';

/** Options of a training run other than its settings; they do not affect the weights. */
export const trainJobFields = {
  out: z.string({ error: "expected the run's folder" }).meta({
    description:
      "the run's folder: new, or with `resume: true` an earlier run's; it is made after the first step",
  }),
  data: z
    .string()
    .meta({
      description:
        'training set: the folder that hashsight prepare wrote, a folder with one folder of images per class, or a .csv of images and labels',
      defaultText: 'with `resume: true` the one of the run',
    })
    .optional(),
  initFrom: z
    .string()
    .meta({
      description:
        "earlier run whose weights the new one starts with, class by class as their hashtags match; model, loss and input are that run's unless given",
      defaultText: 'random weights',
    })
    .optional(),
  weights: z
    .string()
    .meta({
      description:
        "file whose weights the new run starts with (.safetensors, .pth, .pt; of torchvision, timm, WSL, SWAG or a run); model and preprocessing are the file's, and classes without a match in it start fresh",
      defaultText: 'random weights',
    })
    .optional(),
  workers: z
    .int()
    .min(1)
    .meta({ description: 'threads that decode images', defaultText: 'one per core' })
    .optional(),
  threads: z
    .int()
    .min(1)
    .meta({ description: 'threads of one operator', defaultText: 'one per core' })
    .optional(),
  cacheBytes: z
    .int()
    .min(0)
    .meta({ description: 'memory for decoded images, in bytes' })
    .default(2 * 2 ** 30),
  fitBatchSize: z
    .boolean()
    .meta({
      description: 'lower `batchSize` if there are fewer training images',
      defaultText: 'true if `batchSize` is not given',
    })
    .optional(),
  checkpointSteps: z
    .int()
    .min(1)
    .meta({
      description: 'save a checkpoint after this many steps too, not only after each epoch',
      defaultText: 'only after each epoch',
    })
    .optional(),
  checkpointHist: z
    .int()
    .min(1)
    .meta({ description: 'newest checkpoints to keep, besides the best' })
    .default(2),
  timeoutMs: z
    .int()
    .min(1)
    .meta({ description: 'milliseconds that a process waits for the others' })
    .default(10 * 60 * 1000), // longer than rank 0 needs to save the largest model
} as const;

/** Checks the {@link trainJobFields}; ignores other options. */
export const trainJobSchema = z.object(trainJobFields);
