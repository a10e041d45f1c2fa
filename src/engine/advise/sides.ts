/** Who does their part on the side that sends: its consoles are not those of the recipient. */
import type { WhoActs } from '../../knowledge/records';

export const ON_SENDING_SIDE: ReadonlySet<WhoActs> = new Set<WhoActs>(['sender-admin', 'message-author']);
