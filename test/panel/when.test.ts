import { mayResend, resendNow } from '../../src/panel/when';
import { NOW, recipient } from './fixtures';

const advice = (verdict: 'wait' | 'after-fix' | 'do-not', notBefore: string | null) =>
  recipient(
    'a@company.example',
    'greylisted',
    {},
    {
      resend: { verdict, notBefore, tryingUntil: null, text: { key: '', values: {} } },
    },
  ).advice;

it.each([
  ['wait', '2026-11-21T12:00:00Z', 'wait-until', '2026-11-21T12:00:00Z'],
  ['wait', '2026-11-19T12:00:00Z', 'wait-over', null],
  ['wait', null, 'wait', null],
  ['wait', 'nonsense', 'wait', null],
  ['after-fix', '2026-11-21T12:00:00Z', 'after-fix', '2026-11-21T12:00:00Z'],
  ['do-not', null, 'do-not', null],
] as const)('%s before %s is %s', (verdict, notBefore, shown, until) => {
  expect(resendNow(advice(verdict, notBefore), NOW)).toEqual({ verdict: shown, until });
});

it('leads to the platform only where sending again makes sense', () => {
  expect(mayResend({ verdict: 'after-fix', until: null })).toBe(true);
  expect(mayResend({ verdict: 'do-not', until: null })).toBe(false);
  expect(mayResend({ verdict: 'not-needed', until: null })).toBe(false);
});
