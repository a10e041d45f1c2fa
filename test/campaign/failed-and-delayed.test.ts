/** Of people in one group, those who failed speak: a server that tries again leaves nothing to do. */
import { stepsOf } from '../../src/campaign/summary-words';
import { overviewOf } from '../../src/campaign/things-to-do';
import { loadWords } from '../../src/engine';
import { speechIn } from '../../src/plan/speech';
import { summaryOf } from './read-files';

const line = (user: string, state: string) =>
  `Nov 23 09:12:00 mx postfix/smtp[71]: 4F1A2B${user.length}: to=<${user}@example.com>, relay=mx.example.com[192.0.2.1]:25, dsn=${state}`;
const DELAYED = '4.2.2, status=deferred (host mx.example.com[192.0.2.1] said: 452 4.2.2 Mailbox full)';
const FAILED = '5.2.2, status=bounced (host mx.example.com[192.0.2.1] said: 552 5.2.2 Mailbox full)';

async function thingsIn(...lines: string[]) {
  const { things } = overviewOf(await summaryOf([{ name: 'mail.log', text: `${lines.join('\n')}\n` }]));
  const speech = speechIn(await loadWords('en'));
  return { things: things.map((thing) => ({ list: thing.list, steps: stepsOf(thing, speech) })) };
}

const failed = [line('ffffff', FAILED), line('ggggggg', FAILED)];

test.each([
  ['before them', [line('a', DELAYED), line('bb', DELAYED), line('ccc', DELAYED), ...failed]],
  ['behind them', [...failed, line('x', DELAYED), line('yy', DELAYED), line('zzz', DELAYED)]],
])('delayed people %s change neither list nor steps', async (_where, lines) => {
  const alone = await thingsIn(...failed);
  expect(alone.things[0]?.steps.some((step) => step.includes('Resend'))).toBe(true);
  expect((await thingsIn(...lines)).things).toEqual(alone.things);
});

test('where all are delayed, they are on hold', async () => {
  const { things } = await thingsIn(line('a', DELAYED), line('bb', DELAYED));
  expect(things.map(({ list }) => list)).toEqual(['hold']);
});
