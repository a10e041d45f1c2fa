import type { Explanation } from '../explanation';

/** Recipients of a report beyond those that the engine keeps. */
export const recipientsLeftOut = ({ warnings }: Pick<Explanation, 'warnings'>): number =>
  warnings
    .filter(({ key }) => key === 'engine.warnings.recipients-left-out')
    .reduce((most, { values }) => Math.max(most, Number(values.count ?? 0)), 0);
