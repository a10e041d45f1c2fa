import { advise, type Case } from '../../../src/engine/advise/advise';
import type { Context } from '../../../src/engine';
import { causes, links } from '../../../src/knowledge/generated';
import { providers } from '../../../src/knowledge/generated/rules';
import type { CauseId } from '../../../src/knowledge/records';

const BOUNCED = '2026-11-23T09:00:00.000Z';
const one = (cause: CauseId, some: Partial<Case> = {}): Case => ({
  address: 'user@example.com',
  alias: null,
  kind: 'failure',
  diagnosis: {
    cause,
    variant: null,
    confidence: 'high',
    evidence: null,
    rule: null,
    provider: null,
    isPersonal: false,
    smtpServer: null,
    whoActs: null,
    permanence: 'permanent',
    steps: [],
  },
  trust: { verdict: 'genuine', signals: [] },
  bouncedAt: BOUNCED,
  tryingUntil: null,
  ...some,
});
const resend = (cause: CauseId, some: Partial<Case> = {}, context: Context = {}) =>
  advise(one(cause, some), context).resend;
const waiting = causes.filter((cause) => cause.resend === 'wait');
const later = (hours: number) => new Date(Date.parse(BOUNCED) + hours * 3_600_000).toISOString();

test('there are causes that pass with time', () => expect(waiting.length).toBeGreaterThan(3));

describe.each(waiting.map(({ id, waitHours }) => [id, waitHours!] as const))(
  'waiting for %s',
  (id, hours) => {
    test('is counted from the time of the bounce', () =>
      expect(resend(id)).toMatchObject({ verdict: 'wait', notBefore: later(hours) }));
    test('goes on a minute before its end', () =>
      expect(resend(id, {}, { now: later(hours - 1 / 60) }).verdict).toBe('wait'));
    test('is over at its end', () =>
      expect(resend(id, {}, { now: later(hours) })).toMatchObject({ verdict: 'now', notBefore: null }));
    test('has no end where the bounce has no time', () =>
      expect(resend(id, { bouncedAt: null }, { now: later(1000) })).toMatchObject({
        verdict: 'wait',
        notBefore: null,
      }));
  },
);

test.each(causes.filter((cause) => cause.resend !== 'wait').map(({ id, resend }) => [id, resend] as const))(
  'no time changes the verdict on %s: %s',
  (id, verdict) => {
    expect(resend(id)).toMatchObject({ verdict, notBefore: null });
    expect(resend(id, {}, { now: later(10_000) })).toMatchObject({ verdict, notBefore: null });
  },
);

describe.each(['suspicious', 'backscatter'] as const)('a %s message', (verdict) => {
  test.each(causes.map(({ id }) => id))('is never a reason to send again: %s', (id) => {
    const answer = resend(id, { trust: { verdict, signals: [] } });
    expect(answer).toMatchObject({ verdict: 'do-not', notBefore: null });
    expect(answer.text.key).toBe(`engine.trustDetail.${verdict}`);
  });
});

test('a delayed mail is still on its way', () => {
  expect(resend('connection-failed', { kind: 'delay' }).verdict).toBe('not-needed');
});

describe('steps', () => {
  const ids = (cause: CauseId, address: string | null) =>
    advise(one(cause, { address }), {}).steps.map(({ id }) => id);

  test.each(causes.map((cause) => [cause.id, cause] as const))(
    'of %s: all, in order, for a service account',
    (id, cause) => {
      expect(ids(id, 'noreply@example.com')).toEqual(cause.steps.map(({ id }) => id));
    },
  );

  test.each(causes.map((cause) => [cause.id, cause] as const))(
    'of %s: for a person or nobody, without those for service accounts',
    (id, cause) => {
      const expected = cause.steps.filter(({ onlyUnmanned }) => !onlyUnmanned).map(({ id }) => id);
      expect(ids(id, 'jo.user@example.com')).toEqual(expected);
      expect(ids(id, null)).toEqual(expected);
    },
  );

  test.each(causes.map(({ id }) => id))('of %s: lead to links that exist', (id) => {
    const known = new Set(links.map(({ id }) => id));
    for (const { link } of advise(one(id), {}).steps) if (link !== null) expect(known).toContain(link);
  });

  test.each(causes.map(({ id }) => id))('of %s: tell once how each task is done', (id) => {
    const told = advise(one(id), {}).steps.flatMap(({ how }) => how);
    expect(told).toEqual([...new Set(told)]);
  });

  test('where the server may still be trying, look for the mail before it is sent again', () => {
    const resendOf = (some: Partial<Case>) =>
      advise(one('rate-limited', some), {}).steps.find((step) => step.resend)?.text.key;
    expect(resendOf({})).toBe('help.handling.B5');
    expect(resendOf({ mayGoOn: true })).toBe('help.resendText.if-missing');
  });

  test('handling steps are marked, others are not', () => {
    for (const { id, platformStep, text } of advise(one('mailbox-full'), {}).steps) {
      expect(platformStep).toBe(/^[BDN]\d$/.test(id) ? id : null);
      expect(text.key).toBe(platformStep ? `help.handling.${id}` : `causes.mailbox-full.steps.${id}`);
    }
  });
});

describe('values', () => {
  test('are those of the case', () => {
    const provider = providers[0]!;
    const { diagnosis } = one('mailbox-full');
    const { sentence } = advise(one('mailbox-full', { diagnosis: { ...diagnosis, provider } }), {});
    expect(sentence.values).toEqual({
      address: 'user@example.com',
      domain: 'example.com',
      provider: provider.name,
      smtpServer: '',
    });
  });

  test('are empty where nothing is known', () => {
    expect(advise(one('mailbox-full', { address: null }), {}).sentence.values).toEqual({
      address: '',
      domain: '',
      provider: '',
      smtpServer: '',
    });
  });

  test('the domain of a quoted address stands behind its last @', () => {
    const { sentence } = advise(one('mailbox-full', { address: '"a@b"@example.com' }), {});
    expect(sentence.values.domain).toBe('example.com');
  });
});

test('a cause that the knowledge does not have is undetermined', () => {
  const { sentence } = advise(one('no-such-cause' as CauseId), {});
  expect(sentence.key).toBe('causes.undetermined.sentence');
});

/** A step that lets more mail in must not be the answer to a mail that anybody may have written. */
describe('making sure that the bounce is real', () => {
  const stepsFor = (cause: CauseId, verdict: Case['trust']['verdict'], context: Context = {}) =>
    advise(one(cause, { trust: { verdict, signals: [] } }), context).steps.map(({ id }) => id);

  test('comes first where the origin is unverified', () => {
    for (const cause of ['recipient-restricted', 'sender-blocked', 'spam-content'] as const)
      expect(stepsFor(cause, 'unverified')[0]).toBe('confirm-real');
  });
  test('comes before a step that the row which decided adds', () => {
    const { diagnosis, ...more } = one('mailbox-full', { trust: { verdict: 'unverified', signals: [] } });
    const steps = advise({ ...more, diagnosis: { ...diagnosis, steps: ['B1'] } }, {}).steps;
    const ids = steps.map(({ id }) => id);
    expect(ids).toContain('B1');
    expect(ids.indexOf('confirm-real')).toBe(0);
  });
  test('comes before the steps that it guards, not before others', () => {
    const steps = stepsFor('policy-rule', 'unverified');
    expect(steps.filter((id) => id === 'confirm-real')).toHaveLength(1);
    expect(steps.indexOf('confirm-real')).toBeLessThan(steps.indexOf('B1'));
  });
  test.each(['suspicious', 'backscatter'] as const)(
    'a %s bounce has no steps of its cause at all',
    (verdict) => expect(stepsFor('recipient-restricted', verdict)).toContain('no-resend'),
  );
  test('is not asked of a genuine bounce, nor where the admin knows', () => {
    expect(stepsFor('recipient-restricted', 'genuine')).not.toContain('confirm-real');
    expect(stepsFor('recipient-restricted', 'unverified', { isReal: true })).not.toContain('confirm-real');
  });
  test('is not asked where no step lets more mail in', () =>
    expect(stepsFor('mailbox-full', 'unverified')).not.toContain('confirm-real'));
});
