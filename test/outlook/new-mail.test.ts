import { asHtml, canOpenNewMail, openNewMail } from '../../src/outlook/new-mail';

type Form = { subject: string; htmlBody: string };
const opened: Form[] = [];
const outlook = (displayNewMessageForm?: (form: Form) => void) => {
  (globalThis as { Office?: unknown }).Office = {
    onReady: () => Promise.resolve(),
    context: { mailbox: displayNewMessageForm ? { displayNewMessageForm } : {} },
  };
};
beforeEach(() => opened.splice(0));
afterEach(() => {
  delete (globalThis as { Office?: unknown }).Office;
});

test('opens a new mail with the text as text', () => {
  outlook((form) => opened.push(form));
  expect(openNewMail({ subject: 'Training\r\nBcc: all', body: 'a <b>&\n"c"' })).toBe(true);
  expect(opened).toEqual([{ subject: 'Training Bcc: all', htmlBody: 'a &lt;b&gt;&amp;<br>&quot;c&quot;' }]);
});

test('nobody is put in as a recipient', () => {
  outlook((form) => opened.push(form));
  openNewMail({ subject: 'a', body: 'to: all@example.com' });
  expect(Object.keys(opened[0]!)).toEqual(['subject', 'htmlBody']);
});

test.each([
  ['there is no Outlook', () => undefined, 'b'],
  ['this Outlook has no such call', () => outlook(), 'b'],
  [
    'it throws',
    () =>
      outlook(() => {
        throw new Error('not here');
      }),
    'b',
  ],
  ['the text is too long', () => outlook((form) => opened.push(form)), '<'.repeat(10_000)],
])('says that it could not, where %s', (_what, arrange, body) => {
  arrange();
  expect(openNewMail({ subject: 'a', body })).toBe(false);
  expect(opened).toEqual([]);
});

test('says beforehand whether it can', () => {
  expect(canOpenNewMail()).toBe(false);
  outlook(() => undefined);
  expect(canOpenNewMail()).toBe(true);
});

test.each([
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['&lt;', '&amp;lt;'],
  ["it's", 'it&#39;s'],
  ['a\r\nb\nc', 'a<br>b<br>c'],
])('%j as HTML', (text, html) => expect(asHtml(text)).toBe(html));
