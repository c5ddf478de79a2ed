import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { UsageError } from '../../src/errors.js';
import { allowedValues } from '../../src/options/allowed-values.js';
import { describeOption } from '../../src/options/describe-option.js';
import { optionSchema, withDefaults, withoutDefaults } from '../../src/options/option-schema.js';
import { parseOptions } from '../../src/options/parse-options.js';

test('what a schema allows is told in words', () => {
  const told = (schema: z.ZodType, words: string) => assert.equal(allowedValues(schema), words);
  told(z.int().min(1), 'a whole number from 1');
  told(z.int(), 'a whole number');
  told(z.number().min(0).max(1), 'a number from 0 to 1');
  told(z.number().min(0).lt(1), 'a number from 0, below 1');
  told(z.number().gt(0).max(1), 'a number above 0, up to 1');
  told(z.number().gt(0).lt(1).nullable(), 'a number above 0, below 1, or null');
  told(z.enum(['a', 'b', 'c']), 'a, b or c');
  told(z.union([z.number().positive(), z.literal('balanced')]), 'a number above 0, or balanced');
  told(z.tuple([z.number(), z.number()]), 'a list of 2, each a number');
  told(z.array(z.string()), 'a list, each text');
  told(z.boolean(), 'true or false');
});

test('texts, values and default of an option come from its schema, through all that wraps it', () => {
  const schema = z
    .int()
    .min(1)
    .nullable()
    .meta({ description: 'a count', defaultText: 'no limit' })
    .default(null);
  assert.deepEqual(describeOption('count', schema), {
    description: 'a count',
    values: 'a whole number from 1, or null',
    default: 'no limit',
  });
  const share = z.number().meta({ description: 'a share' });
  assert.equal(describeOption('share', share.default(0.1)).default, '0.1');
  assert.equal(describeOption('share', share).default, undefined);
  assert.throws(
    () => describeOption('share', z.number()),
    /^TypeError: share: the schema has no description/,
  );
});

const inner = z.strictObject({ size: z.int().min(32, 'expected at least 32 pixels'), flip: z.boolean() });
const schema = z.strictObject({
  share: z.number().min(0).lt(1).default(0.1),
  sizes: z.array(z.int()).optional(),
  image: withDefaults(inner, { size: 224, flip: true }),
});

test('options are filled in, also of those within another', () => {
  assert.deepEqual(parseOptions(schema, { share: undefined }), {
    share: 0.1,
    image: { size: 224, flip: true },
  });
  assert.deepEqual(parseOptions(schema, { image: { flip: false } }).image, { size: 224, flip: false });
  const all = z.strictObject(withoutDefaults(schema.shape));
  assert.throws(
    () => parseOptions(all, {}),
    /^UsageError: share: expected a number from 0, below 1, got none$/,
  );
  assert.equal(optionSchema(schema, 'image.nothing'), undefined);
});

test('an error names the option that is wrong, what it may be and what came', () => {
  const refused = (value: unknown, option: string, message: string) =>
    assert.throws(
      () => parseOptions(schema, value),
      (error) => {
        assert(error instanceof UsageError);
        assert.deepEqual([error.option, error.message], [option, message]);
        return true;
      },
    );
  refused({ share: 1 }, 'share', 'share: expected a number from 0, below 1, got 1');
  refused({ share: 'half' }, 'share', 'share: expected a number from 0, below 1, got "half"');
  refused({ sizes: [1, 2.5] }, 'sizes', 'sizes: expected a list, each a whole number, got [1,2.5]');
  refused({ image: { size: 16 } }, 'image.size', 'image.size: expected at least 32 pixels, got 16');
  refused({ shares: 1 }, 'shares', 'shares: expected no option of this name, got 1');
});
