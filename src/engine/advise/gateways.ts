/** The guides of gateways: loaded where a bounce shows a system that the others do not tell of. */
import { systems } from '../../knowledge/generated/help';
import type { HowFile } from '../../knowledge/records';
import type { RecipientExplanation } from '../explanation';

let known: readonly HowFile[] = [];

/** @returns the guides that were loaded */
export const gateways = (): readonly HowFile[] => known;

/** Loads the guides of gateways if one of the recipients needs them; without them, a step is told less of. */
export async function loadGateways(
  recipients: readonly Pick<RecipientExplanation, 'provider'>[],
): Promise<void> {
  const isTold = ({ provider }: Pick<RecipientExplanation, 'provider'>) =>
    provider === null || systems.some(({ providers }) => providers.includes(provider));
  if (known.length > 0 || recipients.every(isTold)) return;
  const loaded = await import(/* webpackChunkName: "gateways" */ '../../knowledge/generated/gateways').catch(
    () => null,
  );
  known = loaded?.gateways ?? [];
}
