/** Files of an exported model, relative to its folder; the layout that transformers.js reads. */
export const MODEL_FILES = {
  model: 'onnx/model.onnx',
  /** Weights in float16, half the size; optional. */
  modelFp16: 'onnx/model_fp16.onnx',
  /** Weights in 8 bits, a quarter of the size; optional. */
  modelInt8: 'onnx/model_int8.onnx',
  preprocess: 'onnx/preprocess.onnx',
  labels: 'labels.json',
  /** The last layer: `weight`, `[K, C]`, and `bias`, `[K]`, both float32. Absent in older folders. */
  head: 'head.safetensors',
  /** The run that the model comes from. Absent in older folders. */
  run: 'run.json',
  config: 'config.json',
  preprocessor: 'preprocessor_config.json',
  card: 'README.md',
} as const;
