/** @jest-environment jsdom */
import { act, fireEvent, screen } from '@testing-library/react';
// It loads with the click: here it is there at once.
import '../../src/panel/components/SettingsForm';
import { explanation, recipient, services } from './fixtures';
import { renderApp } from './render';

const bounce = explanation([recipient('a@company.example')]);
const save = () => act(async () => fireEvent.click(screen.getByRole('button', { name: 'Save' })));
const type = (label: RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

async function open(changed = {}) {
  await renderApp(services(bounce, changed));
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Settings' })));
}

it('leads to the platform that the admin names, and explains again', async () => {
  const explain = jest.fn(async () => bounce);
  await open({ explain });
  type(/platform/, 'Train.Example/');
  type(/domains/, '@company.example, other.example');
  await save();
  expect(screen.getByText('Saved in your mailbox.')).toBeTruthy();
  const link = screen.getByRole('link', { name: 'Enrollments' }) as HTMLAnchorElement;
  expect(link.href).toMatch(/^https:\/\/train\.example\//);
  expect(explain).toHaveBeenLastCalledWith(
    'the bounce',
    expect.objectContaining({
      platformUrl: 'https://train.example',
      ownDomains: ['company.example', 'other.example'],
    }),
  );
});

it('does not save what it cannot use, and says what is wrong', async () => {
  const saveSettings = jest.fn();
  await open({ saveSettings });
  type(/platform/, 'http://train.example');
  type(/domains/, 'company');
  await save();
  expect(saveSettings).not.toHaveBeenCalled();
  expect(screen.getByLabelText(/platform/).getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText('Not a domain: company')).toBeTruthy();
  // What is wrong may be far above the button.
  expect(document.activeElement).toBe(screen.getByLabelText(/platform/));
  type(/platform/, 'train.example');
  await save();
  expect(document.activeElement).toBe(screen.getByLabelText(/domains/));
});

it('is closed by its own button, and gives the focus back', async () => {
  await open();
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Close' })));
  const opener = screen.getByRole('button', { name: 'Settings' });
  expect(opener.getAttribute('aria-expanded')).toBe('false');
  expect(document.activeElement).toBe(opener);
});
