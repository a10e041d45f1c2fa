/** Hands combinations to the engine and judges its answers. */
import { isRight, judge } from './judge.mjs';

/** A mail is read as bytes, as from a file; anything else as pasted text. */
export const inputOf = ({ form, input }) => (form === 'mail' ? new Uint8Array(Buffer.from(input)) : input);

const FIELDS = ['address', 'action', 'replyCode', 'status', 'cause'];

/** @returns the cases with what the engine said (`got`), what of it is right (`verdict`), and `right` where all is */
export async function explainAll(explain, cases) {
  const judged = [];
  for (const one of cases) {
    // What throws is judged, too: as an answer that is wrong in every field.
    const answer = await explain(inputOf(one)).catch((error) => ({ kind: String(error), recipients: [] }));
    const got = {
      kind: answer.kind,
      recipients: answer.recipients.map((recipient) =>
        Object.fromEntries(FIELDS.map((field) => [field, recipient[field] ?? null])),
      ),
    };
    const verdict = judge(one.want, got);
    judged.push({ ...one, got, verdict, right: isRight(verdict) });
  }
  return judged;
}
