/** @jest-environment jsdom */
import { act, fireEvent, screen, within } from '@testing-library/react';
import { InputError } from '../../src/engine/input';
import type { Explanation } from '../../src/engine/explanation';
import { DoorProblem, type Source } from '../../src/outlook/door';
import type { Start } from '../../src/outlook/office';
import { explanation, recipient, services, source } from './fixtures';
import { renderApp } from './render';

const bounce = explanation([recipient('a@company.example')]);
const heading = () => screen.queryByRole('heading', { level: 1 })?.textContent ?? null;
/** The card names the address, and no other. */
const explained = () => document.querySelector('.card .address')?.textContent ?? null;
const other = { ...source, id: 'item-2', name: 'Lunch' };

it('explains the open message without a click', async () => {
  await renderApp(services(bounce));
  expect(explained()).toBe('a@company.example');
  expect(within(screen.getByRole('banner')).getByText('Undeliverable: Security training')).toBeTruthy();
  expect(screen.getByRole('banner').textContent).toContain('20 Nov');
  expect(screen.getByText('Your mail admin')).toBeTruthy();
});

it('throws away the answer to a message that is no longer open', async () => {
  let change: () => void = () => undefined;
  let item: Source = source;
  const answers = new Map<unknown, (answer: Explanation) => void>();
  await renderApp(
    services(bounce, {
      watchItem: ({ onChange }) => {
        change = onChange;
        return () => undefined;
      },
      doors: {
        ...services(bounce).doors,
        openItem: { id: 'open-item', obstacle: () => null, open: async () => [item] },
      },
      explain: (input) => new Promise((resolve) => answers.set(input, resolve)),
    }),
  );
  item = { ...other, read: async () => 'ordinary' };
  await act(async () => change());
  expect(screen.getByText('Reading the message…', { selector: 'main h1' })).toBeTruthy();
  expect(screen.getByRole('banner').textContent).toContain('Lunch');
  await act(async () => answers.get('ordinary')?.({ ...bounce, kind: 'not-a-report' }));
  expect(heading()).toBe('Not a bounce. Nothing to do.');
  await act(async () => answers.get('the bounce')?.(bounce));
  expect(heading()).toBe('Not a bounce. Nothing to do.');
});

it('says what else can be done where nothing is open', async () => {
  const openItem = {
    id: 'open-item' as const,
    obstacle: () => null,
    open: () => Promise.reject(new DoorProblem('no-item', 'none')),
  };
  await renderApp(services(bounce, { doors: { ...services(bounce).doors, openItem } }));
  expect(heading()).toBe('No message to read');
  expect(screen.queryByRole('banner')).toBeNull();
  expect(screen.getByRole('textbox', { name: 'Code, line or text of a bounce' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Try 5.7.134' })).toBeTruthy();
});

it.each([
  ['no-script', 'Outlook cannot be reached'],
  ['no-answer', 'Outlook does not answer'],
  ['no-mailbox', 'No mailbox here'],
] as const)('opens without a mailbox (%s) and reads pasted text', async (reason, title) => {
  const explain = jest.fn(async () => bounce);
  await renderApp(services(bounce, { start: async () => ({ mailbox: false, reason }), explain }));
  expect(heading()).toBe(title);
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '550 5.1.1' } });
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Explain' })));
  expect(explain).toHaveBeenCalledWith('550 5.1.1', {
    now: '2026-11-20T12:00:00.000Z',
    ownDomains: ['company.example'],
    platformUrl: 'https://dash.keepnetlabs.com',
  });
  expect(explained()).toBe('a@company.example');
  expect(screen.queryByRole('button', { name: /open message/i })).toBeNull();
});

it('does not explain an empty field', async () => {
  const explain = jest.fn(async () => bounce);
  await renderApp(
    services(bounce, { start: async () => ({ mailbox: false, reason: 'no-answer' }), explain }),
  );
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Explain' })));
  expect(screen.getByText('Type or paste something first.')).toBeTruthy();
  expect(explain).not.toHaveBeenCalled();
});

it('reads a chosen file, also while Outlook is still starting', async () => {
  await renderApp(services(bounce, { start: () => new Promise<Start>(() => undefined) }));
  expect(screen.getByText('Starting…', { selector: 'main h1' })).toBeTruthy();
  const input = document.querySelector('input[type=file]') as HTMLInputElement;
  await act(async () => fireEvent.change(input, { target: { files: [new File(['x'], 'a.eml')] } }));
  expect(screen.getByRole('banner').textContent).toContain('a.eml');
  expect(explained()).toBe('a@company.example');
});

it('reads the mailbox that comes late, unless something else was read meanwhile', async () => {
  let late: () => void = () => undefined;
  const start = async (onLate: () => void): Promise<Start> => {
    late = onLate;
    return { mailbox: false, reason: 'no-answer' };
  };
  await renderApp(services(bounce, { start }));
  await act(async () => late());
  expect(screen.getByRole('banner').textContent).toContain('Undeliverable');
});

it('says why a file cannot be read, by its name', async () => {
  const explain = () => Promise.reject(new InputError('binary', 'a picture'));
  await renderApp(services(bounce, { explain }));
  const input = document.querySelector('input[type=file]') as HTMLInputElement;
  await act(async () => fireEvent.change(input, { target: { files: [new File(['x'], 'a.eml')] } }));
  expect(heading()).toBe('This could not be read');
  expect(screen.getByText(/^a\.eml is neither an email/)).toBeTruthy();
  expect(screen.getByText(/a picture$/)).toBeTruthy();
});

it('tries again', async () => {
  const open = jest
    .fn<Promise<readonly Source[]>, []>()
    .mockRejectedValueOnce(new DoorProblem('no-answer', '8000 ms'))
    .mockResolvedValue([source]);
  const openItem = { id: 'open-item' as const, obstacle: () => null, open };
  await renderApp(services(bounce, { doors: { ...services(bounce).doors, openItem } }));
  expect(screen.getByText(/did not answer in time/)).toBeTruthy();
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Try again' })));
  expect(explained()).toBe('a@company.example');
});

it('never goes blank: a fault in an answer offers to paste, and the next message is a new try', async () => {
  const error = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  let change: () => void = () => undefined;
  const explain = jest
    .fn<Promise<Explanation>, []>()
    .mockResolvedValueOnce({ ...bounce, recipients: [{} as never] })
    .mockResolvedValue(bounce);
  await renderApp(
    services(bounce, {
      explain,
      watchItem: ({ onChange }) => {
        change = onChange;
        return () => undefined;
      },
    }),
  );
  expect(heading()).toBe('This answer could not be shown');
  expect(screen.getByRole('button', { name: 'Explain' })).toBeTruthy();
  await act(async () => change());
  expect(explained()).toBe('a@company.example');
  error.mockRestore();
});

it('explains again with the domain that the admin calls their own', async () => {
  const explain = jest
    .fn<Promise<Explanation>, Parameters<ReturnType<typeof services>['explain']>>()
    .mockResolvedValueOnce({
      ...bounce,
      trust: { verdict: 'backscatter', signals: [] },
      original: { ...bounce.original, from: 't@second.example' },
    })
    .mockResolvedValue(bounce);
  await renderApp(services(bounce, { explain }));
  expect(heading()).toBe('Did you send this email?');
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Yes, second.example is ours' })));
  expect(explain.mock.calls[1]?.[1]?.ownDomains).toEqual(['company.example', 'second.example']);
  expect(explained()).toBe('a@company.example');
});

it('explains several lines as soon as they are pasted into the field, and keeps one line to be sent', async () => {
  const explain = jest.fn(async () => bounce);
  await renderApp(services(bounce, { explain }));
  const field = screen.getByRole('textbox');
  const paste = (text: string) =>
    act(async () => {
      fireEvent.paste(field, { clipboardData: { files: [], getData: () => text } });
    });
  await paste('550 5.1.1 <a@company.example>');
  expect(explain).toHaveBeenCalledTimes(1);
  await paste('Your message could not be delivered\n550 5.1.1 <a@company.example>');
  expect(explain).toHaveBeenCalledTimes(2);
  expect(screen.getByRole('button', { name: 'Open message' })).toBeTruthy();
});

it('gives an answer that was asked for the focus, and none to the message that is selected', async () => {
  const frames = jest.spyOn(window, 'requestAnimationFrame').mockImplementation((run) => {
    run(0);
    return 0;
  });
  await renderApp(services(bounce));
  expect(document.activeElement).toBe(document.body);
  const field = screen.getByRole('textbox');
  act(() => field.focus());
  fireEvent.change(field, { target: { value: '5.1.1' } });
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Explain' })));
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  frames.mockRestore();
});

it('closes with Escape what is open, and gives the focus back', async () => {
  await renderApp(services(bounce));
  const opener = screen.getByRole('button', { name: 'What works here' });
  await act(async () => fireEvent.click(opener));
  await screen.findByText('Ways to bring in a bounce');
  expect(opener.getAttribute('aria-expanded')).toBe('true');
  await act(async () => {
    fireEvent.keyDown(document.activeElement!, { key: 'Escape' });
  });
  expect(opener.getAttribute('aria-expanded')).toBe('false');
  expect(document.activeElement).toBe(opener);
});

it('says where the way back leads', async () => {
  await renderApp(services(bounce));
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '5.1.1' } });
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Explain' })));
  const back = screen.getByRole('button', { name: 'Open message' });
  expect(back.title).toBe('Back to the open message');
  await act(async () => fireEvent.click(back));
  expect(screen.getByRole('banner').textContent).toContain('Undeliverable');
});
