import { z } from 'zod';

/** Options of `exportWeights` that have a default. */
export const exportOptionsSchema = z.strictObject({
  layout: z
    .enum(['timm', 'torchvision'])
    .default('timm')
    .meta({ description: 'whose names exported tensors have; the two differ for RegNetY only' }),
});

/** Whose names exported tensors have. */
export type ExportedLayout = z.output<typeof exportOptionsSchema>['layout'];
