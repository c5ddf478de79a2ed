import { z } from 'zod';

/** Settings of programs that run a model in Node, with their help: fields of a zod schema. */
export const runtimeFields = {
  runtime: z
    .enum(['auto', 'node', 'wasm'])
    .default('auto')
    .meta({
      description: 'what runs the model',
      valueTexts: {
        auto: 'onnxruntime-node if it is installed, else WebAssembly',
        node: 'onnxruntime-node',
        wasm: 'WebAssembly',
      },
    }),
  precision: z
    .enum(['fp32', 'fp16', 'int8'])
    .default('fp32')
    .meta({ description: 'weights to use, if the folder has them' }),
  threads: z
    .int()
    .min(1)
    .optional()
    .meta({ description: 'threads that run the model', defaultText: 'one per core' }),
} as const;
