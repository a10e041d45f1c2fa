import { fixtureMail } from './a-mail';

test('a delivery report: class, text, parts, header block', async () => {
  const mail = await fixtureMail('ndr.eml');
  expect(mail.itemClass).toBe('REPORT.IPM.Note.NDR');
  expect(mail.text).toBe('Your message could not be delivered to jörg@example.org.');
  expect(mail.attachments.map(({ name, kind }) => [name, kind])).toEqual([
    ['details.txt', 'file'],
    ['Original message.eml', 'item'],
  ]);
  expect(mail.headers.split('\r\n')[0]).toBe('From: Mail Delivery System <MAILER-DAEMON@mx.example.net>');
  expect(mail.headers).toMatch(/boundary="b1"$/);
});

test('a text mail: markup in it becomes text in the HTML body too', async () => {
  const mail = await fixtureMail('headers-only.eml', { whole: false });
  expect(mail.itemClass).toBe('IPM.Note');
  expect(mail.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(mail.html).not.toContain('<script>');
});

test('ids of different files differ, and those of a file stay', async () => {
  const [one, again, other] = await Promise.all([
    fixtureMail('ndr.eml'),
    fixtureMail('ndr.eml'),
    fixtureMail('headers-only.eml'),
  ]);
  expect(one.id).toBe(again.id);
  expect(one.id).not.toBe(other.id);
});
