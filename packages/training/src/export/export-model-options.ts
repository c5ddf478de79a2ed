import { z } from 'zod';

/** Options of `exportModel` that have a default. */
export const exportModelOptionsSchema = z.strictObject({
  check: z
    .boolean()
    .meta({
      description: 'compare the exported model with the engine by onnxruntime, and fail if they differ',
    })
    .default(true),
  fp16: z
    .boolean()
    .meta({
      description:
        'also write onnx/model_fp16.onnx: weights in float16, half the size; prints the loss of accuracy',
    })
    .default(false),
  int8: z
    .boolean()
    .meta({
      description:
        'also write onnx/model_int8.onnx: weights in 8 bits, a quarter of the size; prints the loss of accuracy',
    })
    .default(false),
});
