/** Which mail system took a message in for its reader: most likely that of the organisation, which trains its own people. */
import type { Context } from '../context';
import type { Message } from '../mail/message';
import { borderOf } from '../trust/border';
import { oursOf } from '../trust/ours';
import { providerOf } from './provider';

/** @returns an id of `providers.json`; null where nothing tells */
export function readerSystemOf({ headers }: Message, context: Context): string | null {
  const { host, isExchange } = borderOf(headers, oursOf(context));
  return providerOf([host])?.id ?? (isExchange ? 'exchange-server' : null);
}
