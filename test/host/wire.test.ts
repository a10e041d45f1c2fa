import { frameName, readRequest } from '../../host/protocol/wire';

const request = {
  _messageType: 0,
  _actionType: 0,
  _actionName: 'GetInitialData',
  _conversationId: 'c1',
  _correlationId: 4,
  _data: null,
};

describe('readRequest', () => {
  test('reads a request of its conversation', () => {
    expect(readRequest(JSON.stringify(request), 'c1')).toEqual(request);
  });

  test.each([
    ['another conversation', JSON.stringify({ ...request, _conversationId: 'c2' })],
    ['an answer', JSON.stringify({ ...request, _messageType: 1 })],
    ['no name', JSON.stringify({ ...request, _actionName: undefined })],
    ['no JSON', '{'],
    ['no object', 'null'],
    ['no text', request],
  ])('ignores %s', (_what, data) => {
    expect(readRequest(data, 'c1')).toBeNull();
  });
});

test('frameName: what office.js reads, with its telemetry off', () => {
  const devHost = { hostName: 'Outlook', platform: 'PC', lacks: [], officeTheme: null, graph: null };
  const name = frameName({
    conversationId: 'c1',
    addinId: 'a1',
    hostOrigin: 'https://localhost:3000',
    locale: 'en-US',
    devHost,
  });
  expect(JSON.parse(name)).toEqual({
    baseFrameName: 'addin-c1',
    hostInfo: 'Outlook$Web$16.01$en-US$c1$$disableLogging',
    xdmInfo: 'c1|a1|https://localhost:3000',
    serializerVersion: 1,
    devHost,
  });
});
