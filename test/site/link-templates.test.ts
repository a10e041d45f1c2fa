import { linksFor } from '../../src/engine';
import { links } from '../../src/knowledge/generated/start';
import { cleanLinks, PLATFORM_PLACES } from '../../src/site/link-templates';

const why = (template: unknown, link = 'target-users') =>
  cleanLinks({ [link]: template }).refused[0]?.why ?? null;

it('knows no place that the knowledge does not', () => {
  const known = links.map(({ id }) => id);
  for (const place of PLATFORM_PLACES) expect(known).toContain(place);
});

it.each([
  'https://train.example',
  'https://train.example:8443/users',
  'https://train.example/users?search={address}',
  'https://train.example/#/users/{address}/of/{domain}',
  'https://train.example/users/{address}',
  '{platformUrl}',
  '{platformUrl}/users?search={address}',
])('takes %s', (template) => {
  const { value, refused, faults } = cleanLinks({ 'target-users': template });
  expect([value, refused, faults]).toEqual([{ 'target-users': template }, [], []]);
  expect(linksFor('https://own.example', value)('target-users', ['a@b.example'])).toMatch(/^https:\/\//);
});

it.each([
  ['no-https', 'javascript:alert(1)'],
  ['no-https', 'JaVaScRiPt://train.example/%0Aalert(1)'],
  ['no-https', 'data:text/html,<script>'],
  ['no-https', 'http://train.example'],
  ['no-https', '//train.example'],
  ['no-https', 'https:train.example'],
  ['no-https', 'https://'],
  ['no-https', 'https://localhost/users'],
  ['no-https', 'https://user:password@train.example/'],
  ['no-https', 'https://train.example@evil.example/'],
  ['no-https', 'https://train.example\\@evil.example/'],
  ['no-https', 'https://{domain}/users'],
  ['no-https', 'https://train.example{address}/users'],
  ['no-https', '{platformUrl}.evil.example'],
  ['no-https', 'https://train.example/a\nb'],
  ['no-https', `https://train.example/${'a'.repeat(3000)}`],
  ['no-https', ''],
  ['no-https', 7],
  ['no-https', null],
  ['placeholder', 'https://train.example/users?search={adress}'],
  ['placeholder', 'https://train.example/users?search={address'],
  ['placeholder', 'https://train.example/users?back={platformUrl}'],
])('refuses as %s: %j', (reason, template) => {
  expect(why(template)).toBe(reason);
  expect(cleanLinks({ 'target-users': template }).value).toEqual({});
});

it('refuses a place that there is not, by its name cut short', () => {
  expect(why('https://train.example', 'message-trace')).toBe('no-such-link');
  expect(why('https://train.example', '__proto__x')).toBe('no-such-link');
  expect(cleanLinks({ ['a'.repeat(500)]: 'https://train.example' }).refused[0]?.link).toHaveLength(60);
});

it('keeps the right ones beside a wrong one', () => {
  const found = { support: 'https://help.example', enrollments: 'ftp://x.example' };
  expect(cleanLinks(found)).toEqual({
    value: { support: 'https://help.example' },
    refused: [{ link: 'enrollments', why: 'no-https' }],
    faults: [],
  });
});
