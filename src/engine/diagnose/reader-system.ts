/** Which mail system took a message in for its reader: most likely that of the organisation, which trains its own people. */
import type { Border } from '../trust/border';
import { providerOf } from './provider';

/**
 * @param border who took it in
 * @returns an id of `providers.json`; null where nothing tells
 */
export const readerSystemOf = ({ host, isExchange }: Border): string | null =>
  providerOf([host])?.id ?? (isExchange ? 'exchange-server' : null);
