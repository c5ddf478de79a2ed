// For `node --import`: refuses the packages that HASHSIGHT_TEST_REFUSED names, as if they had never been installed.
import { register } from 'node:module';

const HOOKS = `
let refused = [];
export function initialize(names) { refused = names; }
export async function resolve(specifier, context, next) {
  if (refused.some((name) => specifier === name || specifier.startsWith(name + '/'))) {
    const error = new Error("Cannot find package '" + specifier + "' imported from " + context.parentURL);
    throw Object.assign(error, { code: 'ERR_MODULE_NOT_FOUND' });
  }
  return next(specifier, context);
}
`;

const refused = (process.env.HASHSIGHT_TEST_REFUSED ?? '').split(' ').filter((name) => name !== '');
register(`data:text/javascript,${encodeURIComponent(HOOKS)}`, { data: refused });
