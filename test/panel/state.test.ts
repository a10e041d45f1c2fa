import {
  type Event,
  headOf,
  initialState,
  isListed,
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
const asked = (request: number): Event => ({ type: 'asked', request, head: source, asking: null });
const bounce = explanation([recipient('a@company.example')]);
const answered = (request: number, from = source, answer = bounce): Event => ({
  type: 'answered',
  request,
  source: from,
  explanation: answer,
  help,
});
const problem = { code: 'refused', text: { key: 'panel.problems.refused', values: {} }, detail: '9020' };

it('reads, then explains', () => {
  expect(after(ready).view.name).toBe('starting');
  expect(after(ready, asked(1)).view).toEqual({ name: 'reading', head: source, asking: null });
  expect(after(ready, asked(1), answered(1)).view.name).toBe('explained');
});

it.each(['delay', 'auto-reply', 'read-receipt', 'success', 'feedback-report', 'challenge'] as const)(
  'has an answer to %s',
  (kind) => expect(after(asked(1), answered(1, source, { ...bounce, kind })).view.name).toBe('explained'),
);

it('is quiet about an ordinary mail, and not about one that dresses up as a bounce', () => {
  const ordinary = { ...bounce, kind: 'not-a-report' as const };
  expect(after(asked(1), answered(1, source, ordinary)).view.name).toBe('not-a-bounce');
  const fake = { ...ordinary, trust: { verdict: 'suspicious' as const, signals: [] } };
  expect(after(asked(1), answered(1, source, fake)).view.name).toBe('explained');
});

it('throws away an answer to an older question, whatever it is', () => {
  const reading = after(ready, asked(1), asked(2));
  const late: Event[] = [
    answered(1),
    { type: 'failed', request: 1, problem, keep: false },
    { type: 'nothing-open', request: 1 },
  ];
  for (const event of late) expect(reduce(reading, event)).toBe(reading);
  const explained = reduce(reading, answered(2));
  for (const event of late) expect(reduce(explained, event)).toBe(explained);
});

it('says what could not be read, and of which message', () => {
  const { view } = after(asked(1), { type: 'failed', request: 1, problem, keep: false });
  expect(view).toEqual({ name: 'unreadable', head: source, asking: null, problem });
  expect(headOf(view)).toBe(source);
});

it('goes back to the last answer where a file could not be read, and says why', () => {
  const failed: Event = { type: 'failed', request: 2, problem, keep: true };
  const state = after(asked(1), answered(1), asked(2), failed);
  expect(state).toMatchObject({ view: { name: 'explained' }, notice: { head: source, problem } });
  expect(state.problems).toEqual(['refused: 9020']);
  expect(reduce(state, { type: 'notice-read' }).notice).toBeNull();
  expect(after(asked(2), failed)).toMatchObject({ view: { name: 'unreadable' }, notice: null });
});

it('lists several messages, fills in what is read of them, and finds the list again', () => {
  const two = [source, { ...source, id: 'item-2' }];
  const title = { key: 'causes.mailbox-full.title', values: {} };
  const rows = [{ address: 'a@company.example', kind: 'failure' as const, title }];
  const read: Event = { type: 'list-read', list: 1, sourceId: 'item-2', outcome: { rows, problem: null } };
  const listed = after(
    asked(1),
    { type: 'listed', request: 1, door: 'chosen-files', sources: two, hasMore: true },
    read,
  );
  expect(listed.view.name).toBe('several');
  expect(listed.list?.sources.map((one) => one.rows)).toEqual([null, rows]);
  expect(reduce(listed, { ...read, list: 7 })).toBe(listed);
  const picked = [asked(2), answered(2)].reduce(reduce, listed);
  expect(isListed(picked)).toBe(true);
  expect(reduce(picked, { type: 'list-shown', request: 3 }).view.name).toBe('several');
  const again = reduce(picked, {
    type: 'relisted',
    list: 1,
    sources: [{ ...source, id: 'item-3' }, ...two],
    hasMore: false,
  });
  expect(again.list?.sources.map((one) => one.rows)).toEqual([null, null, rows]);
});

it('doubts only an answer about the open message', () => {
  const pasted = { ...source, door: 'pasted-text' as const };
  expect(after(asked(1), answered(1), { type: 'doubted' }).doubt).toBe(true);
  expect(after(asked(1), answered(1), { type: 'doubted' }, asked(2)).doubt).toBe(false);
  expect(after({ ...asked(1), head: pasted } as Event, answered(1, pasted), { type: 'doubted' }).doubt).toBe(
    false,
  );
});

it('says why there is no mailbox', () => {
  expect(after(blocked)).toMatchObject({ view: { name: 'nothing-open' }, ways: 'closed' });
  expect(nothingOpenKind(after(blocked).start)).toBe('no-script');
  expect(nothingOpenKind(after(ready).start)).toBe('nothing-selected');
});

it('does not push aside what the admin has found meanwhile', () => {
  expect(after({ type: 'ways', ways: 'settings' }, blocked).ways).toBe('settings');
  expect(after(asked(1), answered(1), blocked).view.name).toBe('explained');
});

it('makes room for an answer; settings that are being typed stay, and what is opened meanwhile', () => {
  expect(after({ type: 'ways', ways: 'doors' }, asked(1), answered(1)).ways).toBe('closed');
  expect(after(asked(1), { type: 'ways', ways: 'doors' }, answered(1)).ways).toBe('doors');
  expect(after(asked(1), { type: 'ways', ways: 'doors' }, asked(1), answered(1)).ways).toBe('doors');
  expect(after({ type: 'ways', ways: 'settings' }, asked(1), answered(1)).ways).toBe('settings');
});

it('keeps ticks per message, group and step', () => {
  const key = tickKey('item-1', 'failed:mailbox-full:wait', 'B5');
  expect(key).not.toBe(tickKey('item-1', 'failed:mailbox-full:wait', 'B3'));
  const ticked = after({ type: 'ticked', key, done: true }, asked(1), answered(1));
  expect(ticked.ticks[key]).toBe(true);
  expect(reduce(ticked, { type: 'ticked', key, done: false }).ticks[key]).toBe(false);
});
