/** @jest-environment jsdom */
import type { Input } from '../../src/engine/input';
import type { SourceHead } from '../../src/outlook/door';
import { keptTicks } from '../../src/outlook/kept-ticks';

const MAIL = 'Message-ID: <one@example.com>\r\nSubject: x\r\n\r\n';
const read = (headers: string): Input => ({
  headers,
  subject: null,
  from: null,
  html: null,
  text: null,
  attachments: [],
  hasUnreadAttachments: false,
});
const head = (door: SourceHead['door'], id: string): SourceHead => ({
  door,
  id,
  name: null,
  receivedAt: null,
});

/** Properties as a mailbox keeps them: text, by item. */
function play({ fails = false } = {}) {
  const kept: Record<string, string> = {};
  const item = {
    itemId: 'item-1',
    loadCustomPropertiesAsync(done: (result: unknown) => void) {
      const now = { ...kept };
      done({
        status: 'succeeded',
        value: {
          get: (name: string) => now[name],
          set: (name: string, value: string) => void (now[name] = value),
          remove: (name: string) => void Reflect.deleteProperty(now, name),
          saveAsync: (saved: (result: unknown) => void) => {
            if (fails) return saved({ status: 'failed', error: { code: 9020, name: 'x', message: 'no' } });
            for (const name of Object.keys(kept)) Reflect.deleteProperty(kept, name);
            Object.assign(kept, now);
            saved({ status: 'succeeded' });
          },
        },
      });
    },
  };
  Object.assign(globalThis, {
    Office: { onReady: () => Promise.resolve(), context: { mailbox: { item } } },
  });
  return kept;
}

beforeEach(() => localStorage.clear());
afterEach(() => delete (globalThis as { Office?: unknown }).Office);

test('ticks stay with the mail, and follow it into a file', async () => {
  const kept = play();
  await keptTicks(head('open-item', 'item-1'), read(MAIL)).save(['a', 'b']);
  expect(JSON.parse(kept['bounce-explainer.steps']!)).toEqual(['a', 'b']);
  expect(await keptTicks(head('chosen-files', 'file-3'), read(MAIL)).read()).toEqual(['a', 'b']);
  localStorage.clear();
  expect(await keptTicks(head('open-item', 'item-1'), read(MAIL)).read()).toEqual(['a', 'b']);
});

test('the last tick taken away leaves nothing behind', async () => {
  const kept = play();
  const ticks = keptTicks(head('open-item', 'item-1'), read(MAIL));
  await ticks.save(['a']);
  await ticks.save([]);
  expect([kept, await ticks.read(), localStorage.getItem('bounce-explainer.ticks')]).toEqual([{}, [], '[]']);
});

test('where Outlook does not keep them, the browser does', async () => {
  play({ fails: true });
  const ticks = keptTicks(head('open-item', 'item-1'), read(MAIL));
  await ticks.save(['a']);
  expect(await ticks.read()).toEqual(['a']);
});

test('a mail that is no longer open is not written to', async () => {
  const kept = play();
  await keptTicks(head('open-item', 'item-2'), read(MAIL)).save(['a']);
  expect(kept).toEqual({});
});

test('a pasted text is known by its words, a mail without a Message-ID by nothing', async () => {
  await keptTicks(head('pasted-text', 'pasted-text-1'), '550 5.1.1 <a@example.com>').save(['a']);
  expect(
    await keptTicks(head('pasted-text', 'pasted-text-2'), ' 550 5.1.1 <a@example.com>\n').read(),
  ).toEqual(['a']);
  expect(await keptTicks(head('pasted-text', 'pasted-text-3'), '550 5.1.1 <b@example.com>').read()).toEqual(
    [],
  );
  // What was pasted may name people: none of it is kept.
  expect(localStorage.getItem('bounce-explainer.ticks')).not.toMatch(/550|example/);
  await keptTicks(head('chosen-files', 'file-1'), read('Subject: x\r\n\r\n')).save(['a']);
  expect(await keptTicks(head('chosen-files', 'file-1'), read('Subject: x\r\n\r\n')).read()).toEqual([]);
});

test('no more than a mail can hold, no more than 200 messages, and no faults from what a hand wrote', async () => {
  const kept = play();
  const many = Array.from({ length: 300 }, (_, n) => `step-${n}`);
  await keptTicks(head('open-item', 'item-1'), read(MAIL)).save(many);
  expect(kept['bounce-explainer.steps']!.length).toBeLessThanOrEqual(2000);
  for (let n = 0; n < 205; n++) await keptTicks(head('pasted-text', 'x'), `text ${n}`).save(['a']);
  expect((JSON.parse(localStorage.getItem('bounce-explainer.ticks')!) as unknown[]).length).toBe(200);
  for (const odd of ['{', '{"a":1}', '[["x"]]', '[null]', '[["<one@example.com>",[1,"b"]]]']) {
    localStorage.setItem('bounce-explainer.ticks', odd);
    expect(await keptTicks(head('chosen-files', 'f'), read(MAIL)).read()).toEqual(
      odd.includes('"b"') ? ['b'] : [],
    );
  }
});
