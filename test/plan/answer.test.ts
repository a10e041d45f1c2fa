/** The plan of an answer: its invariants over all that the knowledge tells, and each kind of message once. */
import { type Context, explain, type Explanation, type Kind, type TrustVerdict } from '../../src/engine';
import { answerOf } from '../../src/plan/answer';
import { firstAct, highlighted, isFinished, nextStep, type Plan } from '../../src/plan/plan';
import { everyInput } from '../engine/every-input';
import { explanation, recipient } from '../panel/fixtures';
import { brokenRules } from './broken-rules';

/** Without a clock, before a wait is over, after it; nobody's domains, and one's own; new accounts. */
const contexts: Context[] = [
  {},
  { now: '2020-01-01T00:00:00Z', ownDomains: ['example.com'] },
  { now: '2036-01-01T00:00:00Z', ownDomains: ['company.example', 'example.org'], isReal: true },
  { now: '2036-01-01T00:00:00Z', newAccounts: true },
];
const trusts: TrustVerdict[] = ['genuine', 'unverified', 'backscatter', 'suspicious'];
const kinds: Kind[] = [
  'failure',
  'delay',
  'success',
  'auto-reply',
  'read-receipt',
  'feedback-report',
  'challenge',
  'not-a-report',
];

/** All of its plans with nothing ticked, and then with one step more at a time until all is done. */
function* ticking(answer: Explanation) {
  const ticked = new Set<string>();
  for (;;) {
    const plans = answerOf(answer, (plan, step) => ticked.has(`${plan} ${step}`));
    yield plans;
    const open = plans.parts.find((plan) => nextStep(plan) !== null);
    if (!open) return;
    ticked.add(`${open.id} ${nextStep(open)!.id}`);
  }
}

test.each(everyInput)(
  'no plan breaks a rule: %s',
  async (_name, inputs) => {
    const broken = new Set<string>();
    let tried = 0;
    for (const context of contexts)
      for (const input of inputs()) {
        const answer = await explain(input, context);
        for (const plans of ticking(answer)) {
          tried += plans.parts.length;
          for (const rule of brokenRules(plans)) broken.add(rule);
        }
        // What the engine says of who acts and of the resend is what the untouched plan says.
        for (const [at, { who, verdict, recipients }] of answerOf(answer).parts.entries()) {
          const advice = recipients[0]?.advice;
          if (advice && (answer.kind === 'failure' || answer.kind === 'delay'))
            if (who !== advice.whoActs || verdict?.kind !== advice.resend.verdict)
              broken.add(
                `part ${at} says ${who}, ${verdict?.kind}; the engine ${advice.whoActs}, ${advice.resend.verdict}`,
              );
        }
      }
    expect(tried).toBeGreaterThan(300);
    expect([...broken]).toEqual([]);
  },
  240_000,
);

test('no plan breaks a rule: every kind by every verdict of trust', () => {
  const answers = kinds.flatMap((kind) =>
    trusts.map((verdict) =>
      explanation([recipient('a@company.example')], { kind, trust: { verdict, signals: [] } }),
    ),
  );
  for (const answer of answers)
    for (const plans of ticking(answer)) expect([answer.kind, brokenRules(plans)]).toEqual([answer.kind, []]);
});

const whole = (answer: Explanation, ...done: string[]): Plan =>
  answerOf(answer, (_plan, step) => done.includes(step)).whole;

test('a fix, then the resend: who acts and the verdict go on with the ticks', () => {
  const answer = explanation([recipient('a@company.example')]);
  expect(whole(answer)).toMatchObject({ who: 'recipient-admin', verdict: { kind: 'after-fix' } });
  expect(firstAct(whole(answer))).toBe('copy');
  const fixed = whole(answer, 'B3');
  expect(fixed).toMatchObject({ who: 'platform-admin', verdict: { kind: 'now' } });
  expect([firstAct(fixed), highlighted(fixed)?.act]).toEqual(['resend', 'resend']);
  const sent = whole(answer, 'B3', 'B5');
  expect(sent).toMatchObject({ who: 'nobody', verdict: { kind: 'not-needed' } });
  expect(isFinished(sent)).toBe(true);
});

test('a wait is a step of nobody’s before the resend', () => {
  const waiting = explanation([
    recipient(
      'a@company.example',
      'rate-limited',
      {},
      {
        whoActs: 'nobody',
        steps: recipient('a@company.example').advice.steps.filter(({ resend }) => resend),
        resend: {
          verdict: 'wait',
          notBefore: '2026-11-21T12:00:00Z',
          tryingUntil: null,
          text: { key: 'causes.rate-limited.resend', values: {} },
        },
      },
    ),
  ]);
  const plan = whole(waiting);
  expect(plan.today.map(({ act }) => act)).toEqual(['wait', 'resend']);
  expect(plan).toMatchObject({ who: 'nobody', verdict: { kind: 'wait', until: '2026-11-21T12:00:00Z' } });
  expect(highlighted(plan)).toBeNull();
  expect(whole(waiting, 'wait')).toMatchObject({ who: 'platform-admin', verdict: { kind: 'now' } });
});

test('several causes: a plan each, and a whole that counts', () => {
  const {
    whole: both,
    parts,
    arrived,
  } = answerOf(
    explanation([
      recipient('a@company.example'),
      recipient('b@company.example', 'mailbox-full'),
      recipient('c@company.example'),
      recipient('d@company.example', 'not-a-failure', { action: 'delivered' }),
    ]),
  );
  expect(both.title).toMatchObject({ key: 'panel.headline.several', values: { count: '3', causes: '2' } });
  expect([both.who, both.verdict, both.today]).toEqual([null, null, []]);
  expect(parts.map(({ addresses }) => addresses)).toEqual([
    ['a@company.example', 'c@company.example'],
    ['b@company.example'],
  ]);
  expect(parts[0].sentence.several).toBe(true);
  expect(arrived).toEqual(['d@company.example']);
});

test('a question whether the bounce is real stands before the steps, and is none of them', async () => {
  const answer = await explain('550 5.7.134 <a@company.example>: not authenticated for mailbox');
  const plan = whole(answer);
  expect(plan.confirm?.id).toBe('confirm-real');
  expect(plan.today[0]).toMatchObject({ who: 'recipient-admin' });
  expect(plan.who).toBe('recipient-admin');
});

test.each([
  ['success', 'done', 'not-needed', 0],
  ['auto-reply', 'done', 'not-needed', 0],
  ['read-receipt', 'done', 'not-needed', 0],
  ['feedback-report', 'question', 'not-needed', 2],
  ['challenge', 'waiting', 'not-needed', 2],
  ['not-a-report', 'plain', undefined, 0],
] as const)('%s is %s, %s, with %i steps', (kind, tone, verdict, steps) => {
  const plan = whole(explanation([], { kind, trust: { verdict: 'unverified', signals: [] } }));
  expect([plan.tone, plan.verdict?.kind, plan.today.length]).toEqual([tone, verdict, steps]);
});

test('what must not be trusted has its own steps, whatever it says', () => {
  const signals = [{ id: 'lure-words', quote: 'Release now' }];
  const plan = whole(explanation([], { kind: 'not-a-report', trust: { verdict: 'suspicious', signals } }));
  expect(plan).toMatchObject({
    tone: 'danger',
    verdict: { kind: 'do-not' },
    who: 'platform-admin',
    reasons: signals,
  });
  expect(plan.today).toHaveLength(3);
});

test('a bounce that names nobody still says so', () => {
  expect(whole(explanation([])).sentence.key).toBe('panel.headline.nobody');
});
