import type { Field } from './values.ts';

/** Elder mode: the questions of each screen. After the last comes the page to check everything. */
export const STEPS: readonly (readonly Field[])[] = [
  ['kind'],
  ['department'],
  ['title'],
  ['body'],
  ['files'],
  ['name', 'phone', 'email'],
  ['publish'],
];
