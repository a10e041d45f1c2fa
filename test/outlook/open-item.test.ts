/** @jest-environment jsdom */
import { TextDecoder, TextEncoder } from 'node:util';
import type { MessageParts } from '../../src/engine';
import { forgetCapabilities } from '../../src/outlook/office';
import { openItemDoor, readAhead } from '../../src/outlook/open-item';
import { type Answer, answering, type FakeItem, fakeItem, FakeOffice, install, refused } from './fake-office';

// jsdom has neither.
Object.assign(globalThis, { TextDecoder, TextEncoder });

const base: FakeItem = {
  itemId: 'item-1',
  subject: 'Undeliverable: Training',
  dateTimeCreated: new Date('2026-11-20T08:30:00Z'),
};
const text = (bytes: unknown) => new TextDecoder().decode(bytes as Uint8Array);

let office: FakeOffice;
const open = (item: FakeItem) => {
  office = new FakeOffice(fakeItem(item));
  install(office);
  forgetCapabilities();
  return readOpen();
};
/** The open item with its content. */
const readOpen = async () => {
  const [source] = await openItemDoor.open();
  if (!source) throw new Error('the door gave no source');
  return { ...source, input: await source.read() };
};

afterEach(() => {
  jest.useRealTimers();
  install(null);
});

it('prefers the whole file', async () => {
  const source = await open({
    ...base,
    file: { value: btoa('Subject: Undeliverable: Training\r\n\r\nbody') },
  });
  expect(source).toMatchObject({
    door: 'open-item',
    id: 'item-1',
    name: 'Undeliverable: Training',
    receivedAt: '2026-11-20T08:30:00.000Z',
  });
  expect(text(source.input)).toBe('Subject: Undeliverable: Training\r\n\r\nbody');
});

it.each([
  ['lacks the call', undefined],
  ['refuses the file', refused],
  ['hands out nothing', { value: '' }],
  ['hands out no base64', { value: '***' }],
])('takes the pieces where the client %s', async (_why, file) => {
  const source = await open({ ...base, ...(file && { file }), html: { value: '<p>550</p>' } });
  expect(source.input).toEqual({
    headers: 'Received: x\r\n',
    subject: 'Undeliverable: Training',
    from: 'postmaster@example.com',
    html: '<p>550</p>',
    text: null,
    attachments: [],
    hasUnreadAttachments: false,
  });
});

it('does without headers where they are refused', async () => {
  const source = await open({ ...base, headers: refused });
  expect(source.input).toMatchObject({ headers: null, html: '<p>body</p>' });
});

it('brings attached mails, as base64 or as text, and leaves out what it cannot have', async () => {
  const mail = (id: string, content: FakeItem['headers'], more = {}) => ({
    id,
    name: 'bounce',
    attachmentType: 'item',
    size: 100,
    content: content ?? refused,
    ...more,
  });
  const source = await open({
    ...base,
    attachments: [
      mail('a', { value: { format: 'base64', content: btoa('Subject: a\r\n\r\n') } }),
      mail('b', { value: { format: 'eml', content: 'Subject: b\r\n\r\n' } }),
      mail('c', refused),
      mail('d', { value: { format: 'eml', content: 'Subject: d' } }, { size: 999_999_999 }),
      mail('e', { value: { format: 'base64', content: 'x' } }, { attachmentType: 'file', name: 'a.png' }),
      mail('f', { value: { content: 'Subject: f' } }, { attachmentType: 'file', name: 'f.EML' }),
    ],
  });
  const { attachments, hasUnreadAttachments } = source.input as MessageParts;
  expect(hasUnreadAttachments).toBe(true);
  expect(attachments.map(text)).toEqual(['Subject: a\r\n\r\n', 'Subject: b\r\n\r\n', 'Subject: f']);
});

it('says that the body is missing where only an attached mail can be had', async () => {
  const attached = { format: 'eml', content: 'Subject: a' };
  const source = await open({
    ...base,
    file: refused,
    html: refused,
    attachments: [
      { id: 'a', name: 'bounce', attachmentType: 'item', size: 100, content: { value: attached } },
    ],
  });
  expect(source.input).toMatchObject({ html: null, hasUnreadBody: true });
});

it('fails where neither file nor body nor attachment can be had', async () => {
  await expect(open({ ...base, file: refused, html: refused })).rejects.toMatchObject({ code: 'refused' });
});

it('gives up on calls that never call back', async () => {
  jest.useFakeTimers();
  const answer = open({ ...base, file: 'silence', html: 'silence', headers: 'silence' });
  const expected = expect(answer).rejects.toMatchObject({ code: 'no-answer' });
  await jest.advanceTimersByTimeAsync(20_000);
  await expected;
});

it('waits a moment for the item, then says that there is none', async () => {
  jest.useFakeTimers();
  office = new FakeOffice(null);
  install(office);
  const late = openItemDoor.open();
  setTimeout(() => office.select(fakeItem(base)), 200);
  await jest.advanceTimersByTimeAsync(400);
  expect((await late)[0]?.id).toBe('item-1');
  office.select(null);
  const none = expect(openItemDoor.open()).rejects.toMatchObject({ code: 'no-item' });
  await jest.advanceTimersByTimeAsync(1000);
  await none;
});

const other = 'the Message-ID of the content is not that of the item';

it('refuses the content of a message that was selected meanwhile', async () => {
  office = new FakeOffice();
  install(office);
  const second = fakeItem({ ...base, itemId: 'item-2', file: { value: btoa('second') } });
  const first = fakeItem({ ...base, file: { value: btoa('first') } });
  office.select({
    ...first,
    getAsFileAsync: (done: unknown) => {
      office.select(second);
      return (first as { getAsFileAsync?: (done: unknown) => void }).getAsFileAsync?.(done);
    },
  });
  await expect(readOpen()).rejects.toMatchObject({ code: 'other-message' });
});

it.each([
  ['the file', { file: { value: btoa('Subject: x\r\nMessage-ID:\r\n <b@example.com>\r\n\r\nbody') } }],
  ['the header block', { headers: { value: 'Message-Id: <b@example.com>\r\n' } }],
])('refuses %s of another message than the item names', async (_what, fields) => {
  const item = { ...base, internetMessageId: '<a@example.com>', ...fields };
  await expect(open(item)).rejects.toMatchObject({ code: 'other-message', detail: other });
  expect(await open({ ...item, internetMessageId: '<b@example.com>' })).toMatchObject({ id: 'item-1' });
});

it('refuses a file of another subject where no Message-ID tells', async () => {
  const item = { ...base, file: { value: btoa('Subject: Delivery Status Notification\r\n\r\nbody') } };
  await expect(open(item)).rejects.toMatchObject({ code: 'other-message' });
});

it('says that there is no mailbox', () => {
  install(null);
  expect(openItemDoor.obstacle()).toBe('no-outlook');
  install(new FakeOffice());
  expect(openItemDoor.obstacle()).toBeNull();
});

describe('an item that was read ahead', () => {
  /** An item that counts how often its file was asked for. */
  const counting = (itemId: string, answers: Answer[]) => {
    const asked: string[] = [];
    const item = {
      ...fakeItem({ ...base, itemId }),
      getAsFileAsync: (done: Parameters<ReturnType<typeof answering>>[0]) => {
        asked.push(itemId);
        answering(answers[asked.length - 1] ?? refused)(done);
      },
    };
    return { item, asked };
  };
  const selected = (item: unknown) => {
    office = new FakeOffice(item);
    install(office);
    forgetCapabilities();
  };

  it('is not asked for again, but for the next time', async () => {
    const { item, asked } = counting('item-1', [{ value: btoa('one') }, { value: btoa('two') }]);
    selected(item);
    await readAhead();
    expect(asked).toHaveLength(1);
    expect(text((await readOpen()).input)).toBe('one');
    expect(asked).toHaveLength(1);
    expect(text((await readOpen()).input)).toBe('two');
  });

  it('is not taken for another one', async () => {
    selected(counting('item-1', [{ value: btoa('one') }]).item);
    await readAhead();
    office.select(counting('item-2', [{ value: btoa('two') }]).item);
    expect(text((await readOpen()).input)).toBe('two');
  });

  it('is asked for again where it was not to be had', async () => {
    const { item, asked } = counting('item-1', [{ value: btoa('') }, { value: btoa('two') }]);
    selected({ ...item, body: { getAsync: answering(refused) } });
    await readAhead();
    expect(text((await readOpen()).input)).toBe('two');
    expect(asked).toHaveLength(2);
  });

  it('does not have to be there', async () => {
    selected(null);
    await readAhead();
    await expect(openItemDoor.open()).rejects.toMatchObject({ code: 'no-item' });
    install(null);
  });
});
