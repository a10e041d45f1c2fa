/** No answer says two things that cannot both be true: over every example, code, wording, mail, and combination. */
import { explain, type Context } from '../../../src/engine';
import { everyInput } from '../every-input';
import { contradictionsOf } from './contradictions';

/** Before a wait is over, after it, and without a clock; mails of a stranger's, and of one's own. */
const contexts: Context[] = [
  {},
  { now: '2020-01-01T00:00:00Z', ownDomains: ['example.com'] },
  { now: '2036-01-01T00:00:00Z', ownDomains: ['company.example', 'example.org'] },
];

test.each(everyInput)(
  '%s',
  async (_name, inputs) => {
    const found: string[] = [];
    let tried = 0;
    for (const context of contexts)
      for (const input of inputs()) {
        const answer = await explain(input, context);
        tried += answer.recipients.length;
        found.push(...contradictionsOf(answer));
      }
    expect(tried).toBeGreaterThan(200);
    expect([...new Set(found)]).toEqual([]);
  },
  120_000,
);
