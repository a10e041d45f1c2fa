import {
  type Event,
  headOf,
  initialState,
  isQuiet,
  nothingOpenKind,
  reduce,
  type State,
  tickKey,
} from '../../src/panel/state';
import * as help from '../../src/engine/advise/help';
import { explanation, recipient, source } from './fixtures';

const after = (...events: Event[]): State => events.reduce(reduce, initialState);
const ready: Event = { type: 'started', start: { mailbox: true, reason: 'ready' } };
const blocked: Event = { type: 'started', start: { mailbox: false, reason: 'no-script' } };
const asked = (request: number): Event => ({ type: 'asked', request, head: source });
const bounce = explanation([recipient('a@company.example')]);
const answered = (request: number, from = source, answer = bounce): Event => ({
  type: 'answered',
  request,
  source: from,
  explanation: answer,
  help,
});
const problem = { text: { key: 'panel.problems.refused', values: {} }, detail: '9020' };

it('reads, then explains', () => {
  expect(after(ready).view.name).toBe('starting');
  expect(after(ready, asked(1)).view).toEqual({ name: 'reading', head: source });
  expect(after(ready, asked(1), answered(1)).view.name).toBe('explained');
});

it.each(['auto-reply', 'read-receipt', 'success', 'feedback-report', 'challenge', 'not-a-report'] as const)(
  'takes %s for no bounce',
  (kind) => expect(after(asked(1), answered(1, source, { ...bounce, kind })).view.name).toBe('not-a-bounce'),
);

it('explains a delay', () => {
  expect(after(asked(1), answered(1, source, { ...bounce, kind: 'delay' })).view.name).toBe('explained');
});

it('throws away an answer to an older question, whatever it is', () => {
  const reading = after(ready, asked(1), asked(2));
  const late: Event[] = [
    answered(1),
    { type: 'failed', request: 1, problem },
    { type: 'nothing-open', request: 1 },
  ];
  for (const event of late) expect(reduce(reading, event)).toBe(reading);
  const explained = reduce(reading, answered(2));
  for (const event of late) expect(reduce(explained, event)).toBe(explained);
});

it('says what could not be read, and of which message', () => {
  const { view } = after(asked(1), { type: 'failed', request: 1, problem });
  expect(view).toEqual({ name: 'unreadable', head: source, problem });
  expect(headOf(view)).toBe(source);
  expect(isQuiet(view)).toBe(true);
});

it('offers pasting where there is no mailbox', () => {
  expect(after(blocked)).toMatchObject({ view: { name: 'nothing-open' }, ways: 'paste' });
  expect(nothingOpenKind(after(blocked).start)).toBe('no-script');
  expect(nothingOpenKind(after(ready).start)).toBe('nothing-selected');
});

it('does not push aside what the admin has found meanwhile', () => {
  expect(after({ type: 'ways', ways: 'settings' }, blocked).ways).toBe('settings');
  expect(after(asked(1), answered(1), blocked).view.name).toBe('explained');
});

it('folds the other ways once their text is explained, not when another mail is opened', () => {
  const pasting: Event = { type: 'ways', ways: 'paste' };
  const pasted = { ...source, door: 'pasted-text' as const };
  expect(after(pasting, asked(1), answered(1)).ways).toBe('paste');
  expect(after(pasting, asked(1), answered(1, pasted)).ways).toBe('closed');
});

it('keeps ticks per message, group and step', () => {
  const key = tickKey('item-1', 'failed:mailbox-full:wait', 'B5');
  expect(key).not.toBe(tickKey('item-1', 'failed:mailbox-full:wait', 'B3'));
  const ticked = after({ type: 'ticked', key, done: true }, asked(1), answered(1));
  expect(ticked.ticks[key]).toBe(true);
  expect(reduce(ticked, { type: 'ticked', key, done: false }).ticks[key]).toBe(false);
});
