/** @jest-environment jsdom */
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import type { Explanation, RecipientExplanation } from '../../src/engine/explanation';
import { explanation, recipient, services } from './fixtures';
import { renderApp, unfold } from './render';

const show = (answer: Explanation) => renderApp(services(answer));
const one = (fields?: Partial<RecipientExplanation>, advice?: Partial<RecipientExplanation['advice']>) =>
  explanation([recipient('a@company.example', 'recipient-unknown', fields, advice)]);
const text = () => document.body.textContent ?? '';

it('has steps with real checkboxes; the next one is marked', async () => {
  await show(one());
  const boxes = screen.getAllByRole('checkbox') as HTMLInputElement[];
  expect(boxes).toHaveLength(2);
  expect(document.querySelectorAll('[aria-current=step]')).toHaveLength(1);
  expect(document.querySelector('[aria-current=step]')?.contains(boxes[0]!)).toBe(true);
  fireEvent.click(boxes[0]!);
  expect(boxes[0]!.checked).toBe(true);
  expect(document.querySelector('[aria-current=step]')?.contains(boxes[1]!)).toBe(true);
});

it('links only to the platform and our own guides, in a new tab without an opener', async () => {
  const evil = 'https://evil.example/login';
  await show(one({ diagnostic: `550 see <a href="${evil}">${evil}</a>`, evidence: evil, remoteMta: evil }));
  await unfold();
  expect(text()).toContain('<a href=');
  const links = screen.getAllByRole('link') as HTMLAnchorElement[];
  expect(links).not.toHaveLength(0);
  for (const link of links) {
    expect(link.href).toMatch(/^https:\/\/(dash|doc)\.keepnetlabs\.com\//);
    expect([link.target, link.rel]).toEqual(['_blank', 'noopener noreferrer']);
  }
});

it.each([
  ['after-fix', null, 'Fix first, then resend'],
  ['wait', '2026-11-21T12:00:00Z', 'Wait until 21 Nov 2026'],
  ['wait', null, 'Wait, then resend'],
] as const)('says %s (%s)', async (verdict, notBefore, words) => {
  const text_ = { key: 'causes.mailbox-full.resend', values: {} };
  await show(one({}, { resend: { verdict, notBefore, tryingUntil: null, text: text_ } }));
  expect(document.querySelector('.turn')?.textContent).toContain(words);
  // The page where it is resent is linked at the step alone, until its time has come.
  expect(screen.getAllByRole('link', { name: 'Enrollments' })).toHaveLength(1);
  expect(screen.queryByRole('link', { name: 'Resend' })).toBeNull();
});

it.each([
  ['do-not', 'Do not resend'],
  ['not-needed', 'No resend needed'],
] as const)('says %s, and leads nowhere', async (verdict, words) => {
  const text_ = { key: 'causes.mailbox-full.resend', values: {} };
  await show(one({}, { steps: [], resend: { verdict, notBefore: null, tryingUntil: null, text: text_ } }));
  expect(document.querySelector('.turn')?.textContent).toContain(words);
  expect(screen.queryByRole('link', { name: /Enrollments|Resend/ })).toBeNull();
});

it('offers the resend first when its time has come: at once, or once all else is ticked', async () => {
  await show(one());
  const resend = () => screen.queryByRole('link', { name: 'Resend' }) as HTMLAnchorElement | null;
  expect(resend()).toBeNull();
  fireEvent.click(screen.getAllByRole('checkbox')[0]!);
  expect(resend()?.href).toBe('https://dash.keepnetlabs.com/awareness-educator/enrollments');
  expect(document.querySelector('.turn')?.textContent).toBe('Who actsYou (training admin)ResendResend now');
  fireEvent.click(screen.getAllByRole('checkbox')[1]!);
  expect(resend()).toBeNull();
  expect(text()).toContain('All done.');
});

it('shows the bounce’s own words, the deciding ones marked, and its facts', async () => {
  await show(one());
  await unfold();
  expect(document.querySelector('blockquote')?.textContent).toBe(
    '550 5.1.1 <a@company.example>: User unknown',
  );
  expect(document.querySelector('blockquote mark')?.textContent).toBe('User unknown');
  expect(document.querySelector('dl.facts')?.textContent).toContain('mx.company.example');
});

it('folds all that is not for today, with how much it is', async () => {
  await show(one());
  const folds = screen.getAllByRole('button', { expanded: false }).map(({ textContent }) => textContent);
  expect(folds).toEqual(
    expect.arrayContaining([
      'To keep it from happening again (1)',
      'Message to your mail admin',
      'What the bounce says · 550 5.1.1',
    ]),
  );
});

it('has a row for each cause, opened in place, and one checklist for all', async () => {
  await show(
    explanation([
      recipient('a@company.example'),
      recipient('b@company.example', 'mailbox-full'),
      recipient('c@company.example'),
      recipient('d@company.example', 'not-a-failure', { action: 'delivered' }),
    ]),
  );
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('3 addresses, 2 reasons');
  const rows = screen.getAllByRole('heading', { level: 2 });
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^Address does not exist.*2.*Fix first, then resend.*Your mail admin.*a@company/),
    expect.stringMatching(/^Mailbox is full.*Fix first/),
  ]);
  expect(screen.queryAllByRole('checkbox')).toEqual([]);
  await act(async () => fireEvent.click(rows[1]!.querySelector('button')!));
  expect(screen.getAllByRole('checkbox').length).toBeGreaterThan(1);
  expect(screen.getByRole('button', { name: 'Copy all checklists' })).toBeTruthy();
  expect(text()).toContain('The email reached: d@company.example');
});

it('counts a long list of addresses, copies all with one click, and lists each by its name', async () => {
  const many = Array.from({ length: 32 }, (_, at) => recipient(`u${at}@company.example`));
  await show(explanation(many));
  expect(text()).toContain('and 30 more');
  expect(screen.getAllByRole('button', { name: 'Copy all addresses' }).length).toBeGreaterThan(0);
  await unfold();
  expect(text()).toContain('12 more addresses');
  expect(screen.getByRole('button', { name: 'Copy the address u0@company.example' })).toBeTruthy();
});

it('says so where the bounce names nobody', async () => {
  await show(explanation([]));
  expect(text()).toContain('does not say for whom');
});

it('warns of a suspicious bounce with steps of its own and open reasons, and no way to resend', async () => {
  const trust = { verdict: 'suspicious', signals: [{ id: 'lure-words', quote: 'Release now' }] } as const;
  await show({ ...one(), trust: { ...trust, signals: [...trust.signals] } });
  expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('suspicious');
  expect(text()).toContain('button for suspicious email');
  expect(text()).toContain('Release now');
  expect(text()).not.toContain('Address does not exist');
  expect(screen.getAllByRole('checkbox')).toHaveLength(3);
  expect(screen.getByRole('button', { name: 'Copy for your security team' })).toBeTruthy();
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
  await unfold();
  expect(text()).toContain('There is not enough here to tell where this message came from');
});

it.each([
  ['auto-reply', 'An automatic reply', 0],
  ['success', 'An email was delivered', 0],
  ['feedback-report', 'A spam complaint', 2],
  ['challenge', 'A request to confirm the sender', 2],
] as const)('names %s for what it is', async (kind, title, steps) => {
  await show({ ...explanation([]), kind });
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(title);
  expect(screen.queryAllByRole('checkbox')).toHaveLength(steps);
  expect(screen.queryAllByRole('button', { name: 'Copy checklist' })).toHaveLength(steps > 0 ? 1 : 0);
});

it('calls a delay one, with nothing to do and nobody to act', async () => {
  const late = recipient(
    'a@company.example',
    'connection-failed',
    { action: 'delayed' },
    {
      whoActs: 'nobody',
      steps: [],
      resend: {
        verdict: 'not-needed',
        notBefore: null,
        tryingUntil: '2026-11-22T03:56:00Z',
        text: { key: 'help.resendText.delay', values: {} },
      },
    },
  );
  await show(explanation([late], { kind: 'delay' }));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('An email is delayed');
  expect(document.querySelector('.turn')?.textContent).toBe('Who actsNobody for nowResendNo resend needed');
  expect(text()).toContain('The server keeps trying until 22 Nov 2026');
  expect(document.querySelector('[aria-current=step]')).toBeNull();
});

it('does not call a message no bounce of which a part could not be read', async () => {
  const warnings = [{ key: 'engine.warnings.body-unread', values: {} }];
  await show({
    ...explanation([], { warnings }),
    kind: 'not-a-report',
    trust: { verdict: 'unverified', signals: [] },
  });
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
    'Only part of this message could be read',
  );
  expect(text()).toContain('paste its text');
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
});

it('says above an answer what it is given without, and reads the message again', async () => {
  const answer = { ...one(), warnings: [{ key: 'engine.warnings.body-unread', values: {} }] };
  const explain = jest.fn<Promise<Explanation>, []>().mockResolvedValueOnce(answer).mockResolvedValue(one());
  await renderApp(services(answer, { explain }));
  const note = screen.getByText(/^The text of the message could not be read/);
  const follows = note.compareDocumentPosition(screen.getByRole('heading', { level: 1 }));
  expect(follows & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Try again' })));
  expect(screen.queryByText(/could not be read/)).toBeNull();
});

it('has words for everything it says', async () => {
  await show(explanation([recipient('a@company.example'), recipient(null, 'mailbox-full')]));
  await unfold();
  expect(text()).not.toMatch(/\b(panel|engine|causes|help)\.[a-z]/);
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
  expect(copied).toMatch(/\[x\] .+\n\[ \] /);
  expect(copied).toContain('a@company.example');
  const saysCopied = () => screen.getAllByRole('status').some((one) => one.textContent === 'Copied');
  expect(saysCopied()).toBe(true);
  // A tick makes what was copied stale: the button offers its copy again.
  await waitFor(() => expect(saysCopied()).toBe(false), { timeout: 4_000 });
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
