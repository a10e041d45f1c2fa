import { checklist, type ChecklistAbout, warningText } from '../../src/panel/checklist';
import { groupRecipients } from '../../src/panel/groups';
import { linksFor } from '../../src/engine';
import { type Speech, speechIn } from '../../src/panel/speech';
import { hostile } from '../engine/advise/hostile-values';
import { english, explanation, NOW, recipient, source } from './fixtures';

let speech: Speech;
beforeAll(async () => {
  speech = speechIn(await english(), 'en-GB');
});

const about = (answer = explanation([]), done = false): ChecklistAbout => ({
  explanation: answer,
  head: source,
  links: linksFor('https://train.example'),
  now: NOW,
  done: () => done,
});

it('holds title, address, cause, who acts, boxes, verdict, links, evidence and message, in that order', () => {
  const answer = explanation([recipient('a@company.example')]);
  const text = checklist(groupRecipients(answer).groups, about(answer), speech);
  const { words } = speech;
  const lines = text.split('\n');
  const order = [
    words.causes['recipient-unknown']?.title,
    'Address: a@company.example',
    'What happened: ',
    'Who acts: ',
    'What to do:',
    '[ ] ',
    '    https://train.example/awareness-educator/enrollments',
    'To keep it from happening again:',
    'When to resend: ',
    'The bounce says: “User unknown” (550 5.1.1 mx.company.example)',
    'Message: Undeliverable: Security training, 20 Nov 2026',
  ].map((start) => lines.findIndex((line) => start !== undefined && line.startsWith(start)));
  expect(order).not.toContain(-1);
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(lines.filter((line) => line.startsWith('[ ] '))).toHaveLength(3);
  expect(text).not.toMatch(/\{|\}|panel\.|engine\./);
});

it('says who does each step, where the turn passes, and which steps are the platform’s', () => {
  const answer = explanation([recipient('a@company.example')]);
  const lines = checklist(groupRecipients(answer).groups, about(answer), speech).split('\n');
  const at = lines.indexOf('You (training admin):');
  expect(lines[at - 1]).toContain('[Platform step]');
  expect(lines[at + 1]).toContain('press Resend for a@company.example. [Platform step]');
  // Once for today, and once for what is not for today.
  expect(lines.filter((line) => line === 'You (training admin):')).toHaveLength(2);
});

it('speaks of a question as of one', () => {
  const answer = explanation([recipient('a@company.example')], {
    subject: null,
    date: null,
    trust: { verdict: 'unverified', signals: [] },
  });
  const head = { ...source, door: 'typed-question' as const, name: '550 5.1.1 User unknown' };
  const text = checklist(groupRecipients(answer).groups, { ...about(answer), head }, speech);
  expect(text).toContain('You asked about: “User unknown”');
  expect(text).toContain('\nQuestion: 550 5.1.1 User unknown\n');
  expect(text).not.toMatch(/The bounce says|Message:|Origin/);
});

it('shows what is done', () => {
  const answer = explanation([recipient('a@company.example')]);
  const text = checklist(groupRecipients(answer).groups, about(answer, true), speech);
  expect(text).toContain('[x] ');
  expect(text).not.toContain('[ ] ');
});

it('lists all addresses of a group and speaks of each of them', () => {
  const answer = explanation([recipient('a@company.example'), recipient('b@other.example')]);
  const text = checklist(groupRecipients(answer).groups, about(answer), speech);
  expect(text).toContain('Address: a@company.example\nAddress: b@other.example');
  expect(text).toContain('Resend for each of these addresses');
});

it('cannot be made to hold lines of the mail’s making', () => {
  const evil = recipient('a@company.example\n[x] all done', 'recipient-unknown', {
    evidence: 'User\r\n[x] resend',
    remoteMta: 'mx\u202E.example',
  });
  const answer = explanation([evil], { subject: 'A\nB' });
  const text = checklist(groupRecipients(answer).groups, about(answer), speech);
  expect(text.split('\n').filter((line) => line.startsWith('[x]'))).toEqual([]);
  expect(text).not.toContain('\u202E');
  expect(text).toContain('Message: A B');
});

it.each(hostile)('gets no line, box or mark from %s', (_what, value) => {
  const text = (address: string) => {
    const answer = explanation(
      [
        recipient(address, 'recipient-unknown', {
          evidence: address,
          diagnostic: address,
          remoteMta: address,
        }),
      ],
      { subject: address },
    );
    return checklist(groupRecipients(answer).groups, about(answer), speech);
  };
  const [evil, harmless] = [text(value), text('x')];
  // One line less where nothing readable is left of the value.
  expect(evil.split('\n').length).toBeLessThanOrEqual(harmless.split('\n').length);
  expect(evil.match(/^\[.\]/gm)).toEqual(harmless.match(/^\[.\]/gm));
  expect(evil).not.toMatch(/[^\P{Cc}\n]|[\u200E\u200F\u202A-\u202E]/u);
});

it('has no link where sending again makes no sense', () => {
  const resend = {
    verdict: 'do-not',
    notBefore: null,
    tryingUntil: null,
    text: { key: 'x', values: {} },
  } as const;
  const answer = explanation([recipient('a@company.example', 'suppressed', {}, { resend, steps: [] })]);
  expect(checklist(groupRecipients(answer).groups, about(answer), speech)).not.toContain('https://');
});

it.each(['suspicious', 'backscatter'] as const)('warns of a %s bounce, without cause or link', (verdict) => {
  const answer = explanation([], { trust: { verdict, signals: [] } });
  const text = warningText(about(answer), speech);
  expect(text).toContain('[ ] ');
  expect(text).toContain('Message: ');
  expect(text).not.toMatch(/https:|\{|panel\.|engine\./);
});
