import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mail } from '../../host/page/mail';
import { CallDispatcher } from '../../host/protocol/call-dispatcher';
import { Call } from '../../host/protocol/calls';
import { callsOnItem, type CustomProperties } from '../../host/protocol/calls-on-item';
import { Stored } from '../../host/protocol/stored';
import { fixtureMail } from './a-mail';
import { memoryStorage } from './memory-storage';

let selected: Mail | null;
const properties = new Stored<CustomProperties>(memoryStorage(), 'p', {});
const desk = new CallDispatcher(callsOnItem(() => selected, properties));
beforeEach(async () => {
  selected = await fixtureMail('ndr.eml');
});

test('body as text and as HTML', async () => {
  expect(await desk.answer(Call.body, { coercionType: 0 })).toMatchObject({ data: selected?.text });
  expect(await desk.answer(Call.body, { coercionType: 3 })).toMatchObject({ data: selected?.html });
});

test('an attached mail comes as a text with whole line ends, a file as base64', async () => {
  const [details, original] = selected?.attachments ?? [];
  const mail = await desk.answer(Call.attachmentContent, { id: original?.id });
  expect(mail?.data).toMatchObject({ format: 'eml' });
  expect((mail?.data as { content: string }).content).toMatch(/^From: training@company\.example\r\nTo: /);
  const file = await desk.answer(Call.attachmentContent, { id: details?.id });
  const { format, content } = file?.data as { format: string; content: string };
  expect([format, Buffer.from(content, 'base64').toString()]).toEqual([
    'base64',
    expect.stringContaining('Status: 5.1.1'),
  ]);
});

test('an unknown attachment fails', async () => {
  expect(await desk.answer(Call.attachmentContent, { id: 'x' })).toMatchObject({ errorCode: 9003 });
});

test('the whole mail, byte for byte; refused where the client cannot', async () => {
  const answer = await desk.answer(Call.asFile, {});
  const file = readFileSync(join(__dirname, 'fixtures/mails/ndr.eml'));
  expect(Buffer.from(answer?.data as string, 'base64').equals(file)).toBe(true);
  selected = await fixtureMail('ndr.eml', { whole: false });
  expect(await desk.answer(Call.asFile, {})).toMatchObject({ errorCode: 9020 });
});

test('with nothing selected every call fails', async () => {
  selected = null;
  for (const call of [Call.body, Call.internetHeaders, Call.asFile, Call.loadCustomProperties]) {
    expect(await desk.answer(call, {})).toMatchObject({ error: true, errorCode: 9020 });
  }
});

test('custom properties belong to their mail', async () => {
  await desk.answer(Call.saveCustomProperties, { customProperties: { seen: 'yes' } });
  const own = await desk.answer(Call.loadCustomProperties, {});
  expect(own).toEqual({ wasSuccessful: true, customProperties: '{"seen":"yes"}' });
  selected = await fixtureMail('headers-only.eml');
  expect(await desk.answer(Call.loadCustomProperties, {})).toMatchObject({ customProperties: '{}' });
});
