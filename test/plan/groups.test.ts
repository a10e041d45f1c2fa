import { addressesOf } from '../../src/engine';
import { groupRecipients } from '../../src/plan/groups';
import { explanation, recipient, step } from '../panel/fixtures';

it('puts recipients with the same cause together and keeps differing causes apart', () => {
  const { groups, arrived } = groupRecipients(
    explanation([
      recipient('a@company.example'),
      recipient('b@company.example', 'mailbox-full'),
      recipient('c@company.example'),
      recipient('d@company.example', 'not-a-failure', { action: 'delivered' }),
    ]),
  );
  expect(groups.map(({ addresses }) => addresses)).toEqual([
    ['a@company.example', 'c@company.example'],
    ['b@company.example'],
  ]);
  expect(arrived.map(({ address }) => address)).toEqual(['d@company.example']);
});

it('keeps the name of a group when its verdict goes on, and gives each another name', () => {
  const waits = {
    resend: { verdict: 'wait', notBefore: null, tryingUntil: null, text: { key: 'a', values: {} } },
  } as const;
  const at = (address: string, advice = {}) => recipient(address, 'mailbox-full', {}, advice);
  const idsOf = (...all: ReturnType<typeof recipient>[]) =>
    groupRecipients(explanation(all)).groups.map(({ id }) => id);
  expect(idsOf(at('a@company.example', waits))).toEqual(idsOf(at('a@company.example')));
  expect(idsOf(at('a@company.example', waits), at('b@company.example'))).toEqual([
    'failed:mailbox-full',
    'failed:mailbox-full:b@company.example',
  ]);
});

it('puts failures before delays', () => {
  const late = recipient('a@company.example', 'greylisted', { action: 'delayed' });
  const { groups } = groupRecipients(explanation([late, recipient('b@company.example')]));
  expect(groups.map(({ first }) => first.action)).toEqual(['failed', 'delayed']);
});

it('has all steps of a group once, and says whom an extra step is for', () => {
  const extra = [step('B3'), step('B2'), step('B5')];
  const { groups } = groupRecipients(
    explanation([
      recipient('a@company.example', 'mailbox-full', {}, { steps: [step('B3'), step('B5')] }),
      recipient('noreply@company.example', 'mailbox-full', {}, { steps: extra }),
    ]),
  );
  expect(groups[0]?.steps.map(({ id, onlyFor }) => [id, onlyFor])).toEqual([
    ['B3', null],
    ['B2', ['noreply@company.example']],
    ['B5', null],
  ]);
});

it('names an address once, whatever its case, and does without', () => {
  const same = [recipient('A@company.example'), recipient('a@Company.example'), recipient(null)];
  expect(addressesOf(same)).toEqual(['A@company.example']);
  expect(groupRecipients(explanation([recipient(null)])).groups[0]?.addresses).toEqual([]);
});
