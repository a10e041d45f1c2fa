/** @jest-environment jsdom */
import { act, fireEvent, screen } from '@testing-library/react';
import type { Explanation, RecipientExplanation } from '../../src/engine/explanation';
import { explanation, recipient, services } from './fixtures';
import { renderApp } from './render';

const show = (answer: Explanation) => renderApp(services(answer));
const one = (fields?: Partial<RecipientExplanation>, advice?: Partial<RecipientExplanation['advice']>) =>
  explanation([recipient('a@company.example', 'recipient-unknown', fields, advice)]);
const text = () => document.body.textContent ?? '';

it('has steps with real checkboxes; the next one is marked', async () => {
  await show(one());
  const boxes = screen.getAllByRole('checkbox') as HTMLInputElement[];
  expect(boxes).toHaveLength(3);
  expect(document.querySelectorAll('[aria-current=step]')).toHaveLength(1);
  expect(document.querySelector('[aria-current=step]')?.contains(boxes[0]!)).toBe(true);
  fireEvent.click(boxes[0]!);
  expect(boxes[0]!.checked).toBe(true);
  expect(document.querySelector('[aria-current=step]')?.contains(boxes[1]!)).toBe(true);
});

it('links only to the platform and our own guides, in a new tab without an opener', async () => {
  const evil = 'https://evil.example/login';
  await show(one({ diagnostic: `550 see <a href="${evil}">${evil}</a>`, evidence: evil, remoteMta: evil }));
  expect(text()).toContain('<a href=');
  const links = screen.getAllByRole('link') as HTMLAnchorElement[];
  expect(links.length).toBeGreaterThan(1);
  for (const link of links) {
    expect(link.href).toMatch(/^https:\/\/(dash|doc)\.keepnetlabs\.com\//);
    expect([link.target, link.rel]).toEqual(['_blank', 'noopener noreferrer']);
  }
});

it.each([
  ['now', null, 'Resend now'],
  ['after-fix', null, 'Fix first, then resend'],
  ['wait', '2026-11-21T12:00:00Z', 'Wait until 21 Nov 2026'],
  ['wait', '2026-11-19T12:00:00Z', 'Resend now, the wait is over'],
  ['wait', null, 'Wait, then resend'],
  ['do-not', null, 'Do not resend'],
  ['not-needed', null, 'No resend needed'],
] as const)('says %s (%s)', async (verdict, notBefore, words) => {
  const resend = {
    verdict,
    notBefore,
    tryingUntil: null,
    text: { key: 'causes.mailbox-full.resend', values: {} },
  };
  await show(one({}, { resend }));
  expect(text()).toContain(words);
  const leads = screen.queryByRole('link', { name: 'Open Enrollments' }) !== null;
  expect(leads).toBe(verdict !== 'do-not' && verdict !== 'not-needed');
});

it('shows the bounce’s own words, the deciding ones marked, and its code', async () => {
  await show(one());
  expect(document.querySelector('blockquote')?.textContent).toBe(
    '550 5.1.1 <a@company.example>: User unknown',
  );
  expect(document.querySelector('blockquote mark')?.textContent).toBe('User unknown');
  expect(document.querySelector('dl')?.textContent).toContain('mx.company.example');
});

it('opens the evidence by itself where the cause is uncertain', async () => {
  await show(one({ confidence: 'low' }));
  expect(document.querySelector('blockquote')?.closest('details')?.open).toBe(true);
});

it('has one section a cause, the first unfolded, and one checklist for all', async () => {
  await show(
    explanation([
      recipient('a@company.example'),
      recipient('b@company.example', 'mailbox-full'),
      recipient('c@company.example'),
      recipient('d@company.example', 'not-a-failure', { action: 'delivered' }),
    ]),
  );
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
    '3 addresses failed, for 2 different reasons',
  );
  const sections = screen.getAllByRole('heading', { level: 2 }).map((one) => one.closest('details')?.open);
  expect(sections).toEqual([true, false]);
  expect(screen.getByRole('button', { name: 'Copy all checklists' })).toBeTruthy();
  expect(text()).toContain('The email reached: d@company.example');
});

it('folds a long list of addresses and copies each by its name', async () => {
  const many = Array.from({ length: 12 }, (_, at) => recipient(`u${at}@company.example`));
  await show(explanation(many));
  expect(text()).toContain('and 9 more');
  expect(text()).toContain('7 more addresses');
  expect(screen.getByRole('button', { name: 'Copy the address u0@company.example' })).toBeTruthy();
});

it('says so where the bounce names nobody', async () => {
  await show(explanation([]));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('does not say for whom');
});

it('warns of a suspicious bounce: no steps, no way to resend', async () => {
  const trust = { verdict: 'suspicious', signals: [{ id: 'lure-words', quote: 'Release now' }] } as const;
  await show({ ...one(), trust: { ...trust, signals: [...trust.signals] } });
  expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('suspicious');
  expect(text()).toContain('button for suspicious email');
  expect(text()).toContain('Release now');
  expect(screen.queryAllByRole('checkbox')).toEqual([]);
  expect(screen.queryAllByRole('link')).toEqual([]);
});

it('warns of a fake that the engine takes for no bounce', async () => {
  await show({ ...explanation([]), kind: 'not-a-report', trust: { verdict: 'suspicious', signals: [] } });
  expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('suspicious');
});

it('says quietly that a bounce could not be checked, and what could not be read', async () => {
  await show({
    ...one(),
    trust: { verdict: 'unverified', signals: [] },
    warnings: [{ key: 'engine.warnings.truncated', values: {} }],
  });
  expect(text()).toContain('only its beginning was read');
  expect(screen.getAllByRole('checkbox')).toHaveLength(3);
});

it('names an out-of-office reply for what it is', async () => {
  await show({ ...explanation([]), kind: 'auto-reply' });
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('This is not a bounce');
  expect(text()).toContain('An automatic reply');
});

it('has words for everything it says', async () => {
  await show(explanation([recipient('a@company.example'), recipient(null, 'mailbox-full')]));
  expect(text()).not.toMatch(/\b(panel|engine|causes)\.[a-z]/);
});

it('copies the checklist with what is ticked by then, and says so', async () => {
  let copied = '';
  document.execCommand = () => {
    copied = (document.activeElement as HTMLTextAreaElement).value;
    return true;
  };
  await show(one());
  fireEvent.click(screen.getAllByRole('checkbox')[0]!);
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Copy checklist' })));
  expect(copied).toMatch(/\[x\] .+\n.+:\n\[ \] /);
  expect(copied).toContain('a@company.example');
  expect(screen.getAllByRole('status').some((one) => one.textContent === 'Copied')).toBe(true);
});

it('shows the text selected where nothing can copy, and gives the focus back', async () => {
  document.execCommand = () => false;
  Object.assign(navigator, { clipboard: undefined });
  await show(one());
  const button = screen.getByRole('button', { name: 'Copy checklist' });
  await act(async () => fireEvent.click(button));
  const area = screen.getByLabelText(/Ctrl\+C/) as HTMLTextAreaElement;
  expect(document.activeElement).toBe(area);
  expect(area.selectionEnd - area.selectionStart).toBe(area.value.length);
  expect(screen.getAllByRole('status').some((one) => /Could not copy/.test(one.textContent ?? ''))).toBe(
    true,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(document.activeElement).toBe(button);
});
