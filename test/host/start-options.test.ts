import { hashOfMail, mailOfHash, startOptions } from '../../host/page/start-options';

const from = (rest: string, prefersDark = false) =>
  startOptions(new URL(`https://localhost:3000/${rest}`), prefersDark);

test('all that the address can ask for', () => {
  const asked = from('?theme=dark&width=320&profile=mac&office=none#mail=a%20b.eml');
  expect(asked).toMatchObject({
    mail: 'a b.eml',
    theme: 'dark',
    width: 320,
    profile: { id: 'mac' },
    office: 'none',
  });
});

test('nothing asked: the browser’s theme, Outlook on the web, a middling width', () => {
  expect(from('', true)).toMatchObject({ theme: 'dark', width: 400, profile: { id: 'web' }, office: null });
  expect(from('').mail).toBeUndefined();
});

test.each([
  ['?width=20', 320],
  ['?width=9999', 450],
  ['?width=wide', 320],
])('%s gives %i', (query, width) => {
  expect(from(query).width).toBe(width);
});

test('unknown words are as good as none', () => {
  expect(from('?theme=pink&profile=pine')).toMatchObject({ theme: 'light', profile: { id: 'web' } });
});

test('the hash names a mail, or none', () => {
  expect(mailOfHash(hashOfMail('a & b=c.eml'))).toBe('a & b=c.eml');
  expect(mailOfHash(hashOfMail(null))).toBeNull();
  expect(mailOfHash('#elsewhere')).toBeUndefined();
});
