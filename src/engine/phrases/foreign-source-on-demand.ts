/** In place of `foreign-source.ts`, where `scripts/knowledge-loader.cjs` holds foreign phrases back. */
import list from '../../knowledge/foreign-marks.json';
import type { Patches } from './foreign';

export const { marks } = list;

export const loadPatches = async (): Promise<Patches> =>
  (await import(/* webpackChunkName: "foreign" */ './foreign-patches')).default;
