/** Compares an answer of the engine with what a combination wants. */

const DONE = new Set(['delivered', 'relayed', 'expanded']);
const low = (value) => value?.toLowerCase() ?? null;

export const FIELDS = ['kind', 'address', 'action', 'codes', 'cause'];

/**
 * Recipients to whom the mail was delivered are not counted, neither wanted nor given.
 * @returns by field whether it is right
 */
export function judge(want, got) {
  const kind = want.kind.includes(got.kind);
  const wanted = want.recipients;
  const given = got.recipients.filter(({ action }) => !DONE.has(action));
  const left = [...given];
  const pairs = wanted.map((recipient) => {
    const at = left.findIndex(({ address }) => recipient.address.map(low).includes(low(address)));
    return [recipient, at < 0 ? null : left.splice(at, 1)[0]];
  });
  const address = left.length === 0 && pairs.every(([, found]) => found !== null);
  // One wanted, one found under another address: the other fields are judged on their own.
  if (wanted.length === 1 && given.length === 1) pairs[0][1] = given[0];
  const has = (...names) =>
    pairs.every(
      ([recipient, found]) => found !== null && names.every((name) => recipient[name].includes(found[name])),
    );
  return {
    kind,
    address,
    action: has('action'),
    codes: has('replyCode', 'status'),
    cause: has('cause'),
  };
}

export const isRight = (verdict) => FIELDS.every((field) => verdict[field]);
