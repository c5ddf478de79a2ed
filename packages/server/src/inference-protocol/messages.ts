import { z } from 'zod';

// The messages of the Open Inference Protocol, version 2, REST, with the binary tensor extension of Triton.
// https://github.com/kserve/open-inference-protocol, .../triton-inference-server/server/docs/protocol/extension_binary_data.md

/** Data types of tensors that are understood here, with their bytes per element; 0 where elements differ in length. */
export const DATATYPES = { BYTES: 0, UINT8: 1, FP32: 4 } as const;

/** A data type of a tensor. */
export type Datatype = keyof typeof DATATYPES;

const parameters = z.record(z.string(), z.unknown());
const shape = z.array(z.int().nonnegative()).max(8);

/** A tensor in a request. Its data are in `data`, or in the bytes after the JSON if `binary_data_size` is given. */
export const inputTensorSchema = z.object({
  name: z.string(),
  shape,
  datatype: z.enum(Object.keys(DATATYPES) as [Datatype, ...Datatype[]]),
  parameters: z
    .object({ binary_data_size: z.int().nonnegative().optional() })
    .catchall(z.unknown())
    .optional(),
  data: z.array(z.unknown()).optional().meta({ description: 'Flat, or nested as the shape says' }),
});

/** A tensor in a request. */
export type InputTensor = z.infer<typeof inputTensorSchema>;

/** A request for inference. */
export const inferRequestSchema = z
  .object({
    id: z.string().optional(),
    parameters: z.object({ binary_data_output: z.boolean().optional() }).catchall(z.unknown()).optional(),
    inputs: z.array(inputTensorSchema).min(1),
    outputs: z
      .array(
        z.object({
          name: z.string(),
          parameters: z.object({ binary_data: z.boolean().optional() }).catchall(z.unknown()).optional(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'InferRequest' });

/** A request for inference. */
export type InferRequest = z.infer<typeof inferRequestSchema>;

/** The answer to a request for inference. */
export const inferResponseSchema = z
  .object({
    model_name: z.string(),
    model_version: z.string(),
    id: z.string().optional(),
    outputs: z.array(
      z.object({
        name: z.string(),
        shape,
        datatype: z.string(),
        parameters: parameters.optional(),
        data: z.array(z.number()).optional(),
      }),
    ),
  })
  .meta({ id: 'InferResponse' });

/** The answer to a request for inference. */
export type InferResponse = z.infer<typeof inferResponseSchema>;

const tensorMetadata = z.object({ name: z.string(), datatype: z.string(), shape: z.array(z.int()) });

/** What the server says about itself. */
export const serverMetadataSchema = z
  .object({ name: z.string(), version: z.string(), extensions: z.array(z.string()) })
  .meta({ id: 'ServerMetadata' });

/** What the server says about a model; -1 is a size that requests choose. */
export const modelMetadataSchema = z
  .object({
    name: z.string(),
    versions: z.array(z.string()),
    platform: z.string(),
    inputs: z.array(tensorMetadata),
    outputs: z.array(tensorMetadata),
  })
  .meta({ id: 'ModelMetadata' });

/** The body of an answer that is an error. */
export const inferErrorSchema = z.object({ error: z.string() }).meta({ id: 'InferError' });
