/** What must come out of a combination: known from its parts, before the engine is asked. */

const GENERAL = /^\d\.0\.0$/;

/**
 * Each list: the best answer, then others that are right, too.
 * @param state `failed`, `delayed`, or `silent` where nothing but the answer's class tells
 */
export function wantOf({ answer, frame, container, address, state, dsn }) {
  const shows = (code) => !frame.shows || frame.shows.includes(code);
  const outer = [...(frame.outer ? [frame.outer] : []), ...(container.outer ? [container.outer] : [])];
  const replyCode = shows('reply') && answer.reply ? [answer.reply] : [null];
  const ownStatus = answer.status ?? answer.statusInText ?? null;
  const status = [shows('status') || answer.statusInText ? ownStatus : null];
  for (const [reply, ...others] of outer) {
    if (reply) replyCode.push(reply);
    status.push(...others);
  }
  if (container.shows?.includes('dsn') && !ownStatus) status.push(dsn);
  // A field that says no more than its class may be left out.
  if (status.some((value) => value && GENERAL.test(value))) status.push(null);
  const isOpen = state === 'silent' && answer.class === 4;
  const kind = isOpen ? ['failure', 'delay'] : [state === 'delayed' ? 'delay' : 'failure'];
  const action = isOpen ? ['failed', 'delayed'] : [state === 'delayed' ? 'delayed' : 'failed'];
  return { kind, recipient: { address: [address], action, replyCode, status, cause: answer.cause } };
}
