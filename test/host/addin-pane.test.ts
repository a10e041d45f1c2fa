/** @jest-environment jsdom */
import { AddinPane, type LogEntry } from '../../host/protocol/addin-pane';
import { CallDispatcher } from '../../host/protocol/call-dispatcher';
import { profileOf } from '../../host/protocol/profiles';

const ORIGIN = 'https://localhost:3001';
let pane: AddinPane;
let sent: { message: Record<string, unknown>; target: unknown }[];
let log: LogEntry[];
const heard = jest.fn();

beforeEach(() => {
  sent = [];
  log = [];
  heard.mockClear();
  pane = new AddinPane({
    container: document.body,
    url: `${ORIGIN}/taskpane.html`,
    identity: { addinId: 'a1', addinName: 'Test', locale: 'en-US' },
    profile: profileOf('web'),
    officeTheme: null,
    graph: 'normal' as const,
    told: () => ({ subject: 'now' }),
    itemless: () => ({ itemType: 6 }),
    roamingSettings: () => ({ k: '"v"' }),
    dispatcher: new CallDispatcher(new Map([[37, () => 'body']])),
    log: (entry) => log.push(entry),
    onHeard: heard,
    onNotice: () => undefined,
  });
  const frame = pane.frame.contentWindow as Window;
  frame.postMessage = ((text: string, target: unknown) => {
    sent.push({ message: JSON.parse(text) as Record<string, unknown>, target });
  }) as Window['postMessage'];
});
afterEach(() => pane.close());

const conversationId = (): string => {
  const { xdmInfo } = JSON.parse(pane.frame.name) as { xdmInfo: string };
  return xdmInfo.split('|')[0] ?? '';
};
const speak = async (fields: object, from: { origin?: string; source?: MessageEventSource | null } = {}) => {
  const message = {
    _messageType: 0,
    _actionType: 0,
    _conversationId: conversationId(),
    _correlationId: 7,
    _data: null,
    ...fields,
  };
  const data = JSON.stringify(message);
  dispatchEvent(
    new MessageEvent('message', { data, origin: ORIGIN, source: pane.frame.contentWindow, ...from }),
  );
  await new Promise((done) => setTimeout(done));
};
const hello = { _actionName: 'ContextActivationManager_getAppContextAsync' };
const register = { _actionType: 1, _actionName: 'olkItemSelectedChanged' };

test('answers to the pane’s origin, with the correlation of the request', async () => {
  await speak(hello);
  expect(sent).toHaveLength(1);
  expect(sent[0]?.target).toBe(ORIGIN);
  expect(sent[0]?.message).toMatchObject({
    _messageType: 1,
    _responseType: 0,
    _correlationId: 7,
    _data: { _id: 'a1', _appName: 64, _settings: { k: '"v"' }, _reason: 'documentOpened' },
  });
  expect(heard).toHaveBeenCalledTimes(1);
  expect(log.map(({ direction }) => direction)).toEqual(['from pane', 'to pane']);
});

test.each([
  ['another origin', { origin: 'https://localhost:3000' }],
  ['another window', { source: null }],
])('ignores %s', async (_what, from) => {
  await speak(hello, from);
  expect(sent).toEqual([]);
  expect(heard).not.toHaveBeenCalled();
});

test('sends events only while they are registered, and forgets them when the page loads anew', async () => {
  expect(pane.emitItemChanged()).toBe(false);
  await speak(register);
  expect(pane.emitItemChanged()).toBe(true);
  expect(sent.at(-1)?.message).toMatchObject({ _responseType: 1, _data: { subject: 'now' } });
  await speak({ ...register, _actionType: 2 });
  expect(pane.emitItemChanged()).toBe(false);
  await speak(register);
  await speak(hello);
  expect(pane.listensTo('olkItemSelectedChanged')).toBe(false);
});

test('colours travel as numbers in a text in a list', async () => {
  await speak({ ...register, _actionName: 'officeThemeChanged' });
  pane.emitThemeChanged({ bodyBackgroundColor: '#0a0b0c' });
  expect(sent.at(-1)?.message._data).toEqual(['{"bodyBackgroundColor":658188}']);
});

test('a call goes to the dispatcher; the shared family has its own form', async () => {
  await speak({ _actionName: 'ExecuteMethod', _data: { MethodData: { DispatchId: 37 } } });
  expect(sent.at(-1)?.message._data).toEqual({ error: false, wasSuccessful: true, data: 'body' });
  await speak({ _actionName: 'executeMethod', _data: { DdaMethod: { DispatchId: 98 } } });
  expect(sent.at(-1)?.message._data).toEqual({ Version: 1, Error: 5000 });
});
