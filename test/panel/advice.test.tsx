/** @jest-environment jsdom */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { explain } from '../../src/engine';
import type { Explanation } from '../../src/engine/explanation';
import type { Services } from '../../src/panel/services';
import { english, explanation, recipient, services, step } from './fixtures';
import { renderApp, unfold } from './render';

const show = (answer: Explanation, changed?: Partial<Services>) => renderApp(services(answer, changed));
const text = () => document.body.textContent ?? '';
const bounceOf = (
  cause: Parameters<typeof recipient>[1],
  ...rest: Parameters<typeof recipient> extends [unknown, unknown?, ...infer Rest] ? Rest : never
) => explanation([recipient('a@company.example', cause, ...rest)]);

describe('how a step is done', () => {
  const restricted = bounceOf(
    'recipient-restricted',
    { provider: 'exchange-online' },
    {
      steps: [
        step('permit-sender', {
          text: { key: 'causes.recipient-restricted.steps.permit-sender', values: {} },
          how: ['permit-to-mailbox'],
        }),
      ],
    },
  );

  const open = async () => {
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'How, in Microsoft 365' })));
    return document.querySelector('.how')! as HTMLElement;
  };

  it('stands folded below it: place, command and the page to read on', async () => {
    await show(restricted);
    expect(document.querySelector('.how code')).toBeNull();
    const how = await open();
    expect(how.textContent).toContain('Exchange admin center › Recipients › Mailboxes');
    expect([...how.querySelectorAll('code')].map(({ textContent }) => textContent)).toEqual([
      "Get-Mailbox -Identity 'a@company.example' | Format-List RequireSenderAuthenticationEnabled,AcceptMessagesOnlyFromSendersOrMembers",
      "Set-Mailbox -Identity '<recipient>' -RequireSenderAuthenticationEnabled $false -AcceptMessagesOnlyFromSendersOrMembers @{Add='<sender>'}",
    ]);
    const link = within(how).getByRole('link') as HTMLAnchorElement;
    expect(new URL(link.href).host).toBe('learn.microsoft.com');
    expect([link.target, link.rel]).toEqual(['_blank', 'noopener noreferrer']);
  });

  it('has copy buttons that say what they copy', async () => {
    await show(restricted);
    await open();
    for (const what of ['To look it up', 'To change it'])
      expect(screen.getByRole('button', { name: new RegExp(`Microsoft 365: ${what}$`) })).toBeTruthy();
  });
});

it('says which steps do not help here', async () => {
  await show(
    bounceOf(
      'mailbox-full',
      {},
      { needless: [{ platformStep: 'B1', text: { key: 'help.needless.no-filter', values: {} } }] },
    ),
  );
  await unfold();
  expect(text()).toContain('Platform steps that do not help here (1)');
  expect(text()).toContain('Allow-listing changes nothing: no filter refused this email.');
});

describe('the message to who must act', () => {
  const full = bounceOf('mailbox-full', {}, { messages: ['mailbox-owner', 'mail-admin'] });

  it('stands folded, to be copied or opened as a new mail in Outlook', async () => {
    const openNewMail = jest.fn(() => true);
    await show(full, { openNewMail });
    const fold = screen.getByRole('button', { name: 'Message to the owner of the mailbox' });
    expect(fold.getAttribute('aria-expanded')).toBe('false');
    await act(async () => fireEvent.click(fold));
    expect(text()).toContain('Pass it on by chat or phone');
    expect(screen.getByRole('button', { name: 'Copy the message' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Open as a new email' }));
    expect(openNewMail).toHaveBeenCalledWith(
      expect.objectContaining({ id: 'mailbox-owner', body: expect.stringContaining('a@company.example') }),
    );
  });

  it('to whoever acts first is one click away', async () => {
    const openNewMail = jest.fn(() => true);
    await show(full, { openNewMail });
    fireEvent.click(screen.getByRole('button', { name: /^Write ?: Message to the owner of the mailbox/ }));
    expect(openNewMail).toHaveBeenCalledWith(expect.objectContaining({ id: 'mailbox-owner' }));
  });

  it('says so where Outlook could not open it', async () => {
    await show(full, { openNewMail: () => false });
    fireEvent.click(screen.getByRole('button', { name: /^Write ?: Message to the owner of the mailbox/ }));
    expect(screen.getByText('No new email could be opened here. Copy the message instead.')).toBeTruthy();
  });

  it('is a mail link outside Outlook', async () => {
    await show(full, { canOpenNewMail: () => false });
    await unfold();
    const links = screen.getAllByRole('link', { name: 'Open as a new email' }) as HTMLAnchorElement[];
    expect(links).toHaveLength(2);
    for (const { href } of links) expect(href).toMatch(/^mailto:\?subject=[^&]+&body=[^&]+$/);
  });
});

describe('a new account', () => {
  const bounce = '550 5.1.1 <a@company.example>: Recipient address rejected: User unknown';
  const real = () => show(explanation([]), { explain: (_input, context) => explain(bounce, context) });

  it('is said by one click, and unsaid by another', async () => {
    await real();
    const box = screen.getByRole('switch', { name: 'This account is new' }) as HTMLInputElement;
    expect(box.checked).toBe(false);
    await act(async () => fireEvent.click(box));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Mailbox not created yet');
    expect(text()).toContain('normally by the next day');
    const said = screen.getByRole('switch') as HTMLInputElement;
    expect(said.checked).toBe(true);
    await act(async () => fireEvent.click(said));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Address does not exist');
  });

  it('is not asked about where it explains nothing', async () => {
    await show(bounceOf('mailbox-full'));
    expect(screen.queryByRole('switch')).toBeNull();
  });
});

describe('a question', () => {
  const ask = async (question: string) => {
    await show(explanation([]), { explain: (input, context) => explain(input, context) });
    fireEvent.change(screen.getByRole('textbox'), { target: { value: question } });
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Explain' })));
  };

  it.each([
    ['5.7.134', 'Mailbox closed to outside senders'],
    ['421 4.7.28', 'Looks like a flood'],
    ['envelope blocked', 'Mimecast policy blocks sender'],
  ])('%s is answered as a bounce is', async (question, title) => {
    await ask(question);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain(title);
    expect(screen.getByRole('banner').textContent).toContain(question);
    // There is no message whose origin could be checked, and no bounce that said something.
    expect(text()).not.toContain('where this message came from');
    expect(text()).toContain('What you asked about');
    expect(text()).not.toMatch(/What the bounce says|Message to|this bounce is real/);
  });

  it('that nothing is known of is answered so', async () => {
    await ask('good morning');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Nothing is known about that');
    expect(screen.getByRole('textbox')).toBeTruthy();
  });

  it('that is empty asks for one', async () => {
    await ask('  ');
    expect(screen.getByText('Type or paste something first.')).toBeTruthy();
  });
});

const loadsHelp: Services['loadHelp'] = () => services(explanation([])).loadHelp();

it('asks at once for all that an answer needs, and for the words of its cause with it', async () => {
  const loadWords = jest.fn<ReturnType<typeof english>, Parameters<Services['loadWords']>>(english);
  const loadHelp = jest.fn(loadsHelp);
  const read = new Promise<never>(() => undefined);
  const asked = { loadWords, loadHelp };
  await show(await explain('550 5.1.1 <a@company.example>: User unknown'), {
    ...asked,
    explain: () => read,
  });
  expect(loadHelp).toHaveBeenCalledTimes(1);
  expect(loadWords.mock.calls.map(([, ...wanted]) => wanted)).toEqual([
    [['start'], []],
    [['start', 'answers'], ['recipient-unknown']],
  ]);
  loadWords.mockClear();
  await show(await explain('550 5.1.1 <a@company.example>: User unknown'), asked);
  expect(loadWords).toHaveBeenLastCalledWith(
    'en-GB',
    ['start', 'answers'],
    ['recipient-unknown', 'no-mailbox-yet'],
  );
});

it('loads the words of all causes once an answer is there, and not before', async () => {
  const loadCausesAhead = jest.fn<Promise<void>, [string]>(async () => undefined);
  await show({ ...explanation([]), kind: 'not-a-report' }, { loadCausesAhead });
  await act(() => new Promise((resolve) => setTimeout(resolve, 600)));
  expect(loadCausesAhead).not.toHaveBeenCalled();
  await show(await explain('550 5.1.1 <a@company.example>: User unknown'), { loadCausesAhead });
  await waitFor(() => expect(loadCausesAhead).toHaveBeenCalledWith('en-GB'));
});

describe('a bounce that anybody may have written', () => {
  it('asks first whether it is real, and shows commands once that is ticked', async () => {
    const bounce = '550 5.7.134 <a@company.example>: not authenticated for mailbox';
    await show(explanation([]), { explain: (_input, context) => explain(bounce, context) });
    await unfold();
    expect(text()).not.toContain('Set-Mailbox');
    // It is asked before the steps, and is none of them: your mail admin acts.
    const [first, step] = screen.getAllByRole('checkbox', { name: /./ });
    expect(first!.closest('li')).toBeNull();
    expect(step!.closest('[aria-current=step]')).not.toBeNull();
    expect(document.querySelector('.turn')?.textContent).toContain('Your mail admin');
    await act(async () => fireEvent.click(first!));
    expect(text()).toContain('Set-Mailbox');
    expect(text()).toContain('You said that this');
  });

  it('shows the command that was asked for where the button was, with the focus', async () => {
    const bounce = '550 5.7.134 <a@company.example>: not authenticated for mailbox';
    await show(explanation([]), { explain: (_input, context) => explain(bounce, context) });
    await unfold();
    await act(async () =>
      fireEvent.click(screen.getAllByRole('button', { name: 'I know this email is real' })[0]!),
    );
    expect(document.activeElement?.textContent).toContain('Set-Mailbox');
  });
});
