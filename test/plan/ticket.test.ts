import { type Explanation, linksFor, loadWords } from '../../src/engine';
import { announce } from '../../src/plan/announce';
import { answerOf } from '../../src/plan/answer';
import { type Speech, speechIn } from '../../src/plan/speech';
import { type TicketAbout, ticketOf } from '../../src/plan/ticket';
import { asHtml, asMarkdown, asText } from '../../src/plan/ticket-formats';
import { hostile } from '../engine/advise/hostile-values';
import { english, explanation, recipient } from '../panel/fixtures';

let speech: Speech;
beforeAll(async () => {
  speech = speechIn(await english(), 'en-GB');
});

function partsOf(answer: Explanation, changed: Partial<TicketAbout> = {}, done: readonly string[] = []) {
  const plans = answerOf(answer, (_plan, step) => done.includes(step));
  const about = {
    answer: plans,
    plans: plans.parts,
    trust: answer.trust,
    asked: null,
    senders: [],
    servers: [],
    links: linksFor('https://train.example'),
    ...changed,
  };
  return ticketOf(about, speech);
}
const text = (...rest: Parameters<typeof partsOf>) => asText(partsOf(...rest));
const one = explanation([recipient('a@company.example')], {
  original: {
    messageId: '<1@company.example>',
    subject: 'Security training',
    from: 'training@company.example',
    to: null,
    date: null,
  },
});

it('names address, cause and code first, the verdict second, then who acts, steps, facts', () => {
  const lines = text(one).split('\n');
  expect(lines[0]).toBe('Training email bounced: a@company.example (Address does not exist, 550 5.1.1)');
  expect(lines[1]).toMatch(/^Resend: Fix first, then resend\. Correct the address/);
  expect(lines[2]).toBe('Who acts: Mail admin');
  const order = [
    'What to do',
    '[ ] Mail admin: Check spelling',
    '[ ] Training admin: Under Enrollments',
    '    https://train.example/awareness-educator/enrollments',
    'Facts',
    'Address: a@company.example',
    'Code: 550 5.1.1',
    'Server that refused: mx.company.example',
    'Sender named in the bounce: training@company.example',
    'Subject: Security training',
    'Message-ID: <1@company.example>',
    'Time of the bounce: 20 Nov 2026, 08:30:00 UTC',
  ].map((start) => lines.findIndex((line) => line.startsWith(start)));
  expect(order).not.toContain(-1);
  expect(order).toEqual([...order].sort((a, b) => a - b));
});

it('speaks of roles in the third person, and leaves prevention out', () => {
  expect(text(one)).not.toMatch(/Your mail admin|You \(/);
  expect(text(one)).not.toContain('Verify addresses');
});

it('shows what is done, and goes on with who acts', () => {
  const fixed = text(one, {}, ['B3']);
  expect(fixed).toContain('[x] Mail admin: Check spelling');
  expect(fixed).toContain('Who acts: Training admin');
  expect(fixed).toContain('Resend: Resend now.');
});

it('names the sender of the settings where there is one', () => {
  expect(text(one, { senders: ['t@company.example'] })).toContain('Sender: t@company.example');
});

it('speaks of a question as of one', () => {
  const asked = text({ ...one, trust: { verdict: 'unverified', signals: [] } }, { asked: '550 5.1.1' });
  expect(asked.split('\n')[0]).toBe('What “550 5.1.1” means: Address does not exist');
  expect(asked).not.toMatch(/Origin|Subject of the bounce/);
});

it('lists all addresses of a plan and speaks of each of them', () => {
  const both = text(explanation([recipient('a@company.example'), recipient('b@other.example')]));
  expect(both).toContain('Address: a@company.example\nAddress: b@other.example');
  expect(both).toContain('Resend for each of these addresses');
});

it('counts several causes first, and then tells each', () => {
  const several = text(
    explanation([recipient('a@company.example'), recipient('b@company.example', 'mailbox-full')]),
  );
  expect(several).toMatch(/^2 addresses, 2 reasons\nNone can be resent yet\.\n\nTraining email bounced: a@/);
  expect(several).toContain('Training email bounced: b@company.example (Mailbox is full, 550 5.1.1)');
});

it.each(['suspicious', 'backscatter'] as const)('of a %s bounce holds neither cause nor link', (verdict) => {
  const warned = text({ ...one, trust: { verdict, signals: [{ id: 'lure-words', quote: 'Pay' }] } });
  expect(warned).toContain('Resend: Do not resend');
  expect(warned).toMatch(/\n- .*Pay\n/);
  expect(warned).not.toMatch(/https:|Address does not exist|\{|panel\.|engine\./);
});

it('has real links and boxes as HTML, in the direction of the language', () => {
  const html = asHtml(partsOf(one, {}, ['B3']), 'rtl');
  expect(html).toMatch(/^<div dir="rtl"><h3>Training email bounced/);
  expect(html).toContain('<li>☑ Mail admin: Check');
  expect(html).toContain(
    '<a href="https://train.example/awareness-educator/enrollments">https://train.example/awareness-educator/enrollments</a>',
  );
});

it('has boxes and code as Markdown', () => {
  const markdown = asMarkdown(partsOf(one));
  expect(markdown).toMatch(/^## Training email bounced: a\\@company\.example \(Address/);
  expect(markdown).toContain('- [ ] Mail admin: Check');
  expect(markdown).toContain('- Message-ID: `<1@company.example>`');
});

describe.each(hostile)('%s', (_what, value) => {
  const answer = (address: string) =>
    explanation(
      [
        recipient(address, 'recipient-unknown', {
          evidence: address,
          diagnostic: address,
          remoteMta: address,
        }),
      ],
      {
        subject: address,
        original: { messageId: address, subject: address, from: address, to: null, date: null },
      },
    );

  it('makes no line, box or mark in the text', () => {
    const [evil, harmless] = [text(answer(value)), text(answer('x'))];
    // One line less where nothing readable is left of a value.
    expect(evil.split('\n').length).toBeLessThanOrEqual(harmless.split('\n').length);
    expect(evil.match(/^\[.\]/gm)).toEqual(harmless.match(/^\[.\]/gm));
    expect(evil).not.toMatch(/[^\P{Cc}\n]|[\u200E\u200F\u202A-\u202E]/u);
  });

  it('makes no markup in the HTML, and no heading or link in the Markdown', () => {
    const tags = (html: string) => html.match(/<[^>]*>/g);
    expect(tags(asHtml(partsOf(answer(value)), 'ltr'))?.length).toBeLessThanOrEqual(
      tags(asHtml(partsOf(answer('x')), 'ltr'))?.length ?? 0,
    );
    const outside = asMarkdown(partsOf(answer(value))).replace(/(`+)[^`].*?\1/g, '');
    expect(outside).not.toMatch(/(?<!\\)[[\]](?! ?x?\])\(/);
    expect(outside.match(/^#/gm)).toHaveLength(1);
  });
});

it('labels its facts as the language does', async () => {
  const french = speechIn(await loadWords('fr'));
  const parts = ticketOf(
    {
      answer: answerOf(one),
      plans: answerOf(one).parts,
      trust: one.trust,
      asked: null,
      senders: [],
      servers: [],
      links: linksFor('https://train.example'),
    },
    french,
  );
  expect(asText(parts)).toMatch(/^Message-ID\s: <1@company\.example>$/mu);
});

it('is said aloud with title, sentence, who acts and the verdict', () => {
  expect(announce(answerOf(one), speech)).toMatch(
    /^Address does not exist\. No mailbox exists for a@company\.example: .*\. Who acts: Your mail admin\. Resend: Fix first, then resend\.$/,
  );
});
