/** @jest-environment jsdom */
import { act, fireEvent, screen } from '@testing-library/react';
import { explanation, recipient, services } from './fixtures';
import { renderApp } from './render';

const bounce = explanation([recipient('a@company.example')]);
/** A bounce of a mail that somebody sent as this address. */
const sentAs = async (from: string) => {
  const saveSettings = jest.fn(async () => 'mailbox' as const);
  await renderApp(
    services(
      { ...bounce, trust: { verdict: 'backscatter', signals: [] }, original: { ...bounce.original, from } },
      { saveSettings },
    ),
  );
  await act(async () => new Promise((resolve) => setTimeout(resolve, 0)));
  return saveSettings;
};
const offered = () => screen.queryByRole('button', { name: /is ours/ });

it('remembers the domain that the admin calls their own, and trusts it with the second equal answer', async () => {
  const saveSettings = await sentAs('t@second.example');
  await act(async () => fireEvent.click(offered()!));
  expect(saveSettings).toHaveBeenCalledWith(
    expect.objectContaining({ ownDomains: [], saidOnce: ['second.example'] }),
  );
});

it('keeps the focus with whoever says that none of them sent it', async () => {
  await sentAs('t@second.example');
  expect(document.querySelector('.page > [role=status]')?.textContent).toBe(
    'Did you send this email? It was sent as t@second.example. Who acts: You (training admin). Resend: Do not resend.',
  );
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'None of us sent it' })));
  expect(document.activeElement?.textContent).toBe('You did not send this email');
});

it('takes a domain back that was called theirs by mistake', async () => {
  const saveSettings = await sentAs('t@second.example');
  await act(async () => fireEvent.click(offered()!));
  expect(screen.getByText('second.example counts as yours.')).toBeTruthy();
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Undo' })));
  expect(saveSettings).toHaveBeenLastCalledWith(expect.objectContaining({ ownDomains: [], saidOnce: [] }));
  expect(screen.queryByText('second.example counts as yours.')).toBeNull();
});

it.each([
  ['an ending', 't@co.uk', 'co.uk is an ending that many organizations share'],
  ['a provider of mailboxes', 'somebody@gmail.com', 'gmail.com gives mailboxes to anybody'],
])('does not offer %s, and says why', async (_what, from, why) => {
  await sentAs(from);
  expect(offered()).toBeNull();
  expect(document.body.textContent).toContain(why);
});

it.each(['t@', 'nobody', 't@-', ''])('asks nothing about %j', async (from) => {
  await sentAs(from);
  expect(offered()).toBeNull();
  expect(screen.queryByText('It was sent as')).toBeNull();
});

it('shows letters of another script as they are registered, too', async () => {
  await sentAs('t@\u0441\u043empany.example');
  expect(offered()!.textContent).toContain('\u0441\u043empany.example (xn--mpany-iyeu.example)');
});
