import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadWords, say } from '../../../src/engine';
import { guidesFor } from '../../../src/engine/advise/guides';
import { causes, handling } from '../../../src/knowledge';
import { systems } from '../../../src/knowledge/help';

const about = (provider: string | null, address = 'user@example.com') => ({
  recipients: [{ address, provider, remoteMta: null }],
  sender: 'training@company.example',
});
const namesFor = (how: string[], provider: string | null) =>
  guidesFor(how, about(provider)).map(({ system }) => system);

describe('which products', () => {
  test.each([
    [
      'nothing is recognised: those that most have',
      null,
      ['microsoft-365', 'exchange-server', 'google-workspace'],
    ],
    [
      'a consumer service, of which nobody is the admin',
      'yahoo',
      ['microsoft-365', 'exchange-server', 'google-workspace'],
    ],
    ['the mail system is known', 'google', ['google-workspace']],
    ['the mail system is known', 'exchange-online', ['microsoft-365']],
    // Its words are those of both; which of the two it is, the bounce does not say.
    ['Exchange says so in its own words', 'exchange-server', ['microsoft-365', 'exchange-server']],
    [
      'a gateway, and behind it a system that is not',
      'mimecast',
      ['mimecast', 'microsoft-365', 'exchange-server', 'google-workspace'],
    ],
    ['a gateway', 'cisco', ['cisco', 'microsoft-365', 'exchange-server', 'google-workspace']],
  ])('%s (%s)', (_what, provider, expected) =>
    expect(namesFor(['message-trace'], provider)).toEqual(expected),
  );

  test('the platform’s own places stand for everybody', () => {
    expect(namesFor(['resend-training'], null)).toEqual(['platform']);
    expect(namesFor(['resend-training'], 'google')).toEqual(['platform']);
  });

  test('a product that does not do it is left out', () => {
    expect(namesFor(['permit-to-mailbox'], null)).not.toContain('google-workspace');
    expect(namesFor(['no-such-task'], null)).toEqual([]);
    expect(namesFor([], null)).toEqual([]);
  });
});

describe('commands', () => {
  const looks = (address: string, recipients = 1) =>
    guidesFor(['permit-to-mailbox'], {
      recipients: Array.from({ length: recipients }, () => ({
        address,
        provider: 'exchange-online',
        remoteMta: null,
      })),
      sender: null,
    }).flatMap(({ tasks }) => tasks.map(({ change }) => change));

  test('name the one recipient', () =>
    expect(looks('user@example.com')).toEqual([
      "Set-Mailbox -Identity 'user@example.com' -RequireSenderAuthenticationEnabled $false",
    ]));
  test('name nobody where there are several', () =>
    expect(looks('user@example.com', 2)).toEqual([
      "Set-Mailbox -Identity '<recipient>' -RequireSenderAuthenticationEnabled $false",
    ]));
});

const named = [
  ...causes.flatMap(({ steps }) => steps.flatMap(({ how }) => (how ? [how] : []))),
  ...handling.flatMap(({ how }) => (how.length > 0 ? [how] : [])),
];

test.each(named.map((how) => [how.join(', '), how] as const))(
  'the step of %s is told somewhere',
  (_name, how) => {
    const found = guidesFor(how, about(null));
    expect(found.length).toBeGreaterThan(0);
    for (const { tasks } of found)
      for (const { place, look, change } of tasks)
        expect(place.length + (look ?? change ?? '').length).toBeGreaterThan(0);
  },
);

test('every title and note has words', async () => {
  const words = await loadWords('en');
  for (const { system, tasks } of systems)
    for (const { task, note } of tasks) {
      const keys = [`help.tasks.${task}`, ...(note ? [`help.notes.${system}.${task}`] : [])];
      for (const key of keys) expect(say(words, { key, values: {} })).not.toBe(key);
    }
});

test('every page to read on is https, on a host that was decided on', () => {
  const hosts = readFileSync(join(__dirname, '../../../src/knowledge/link-hosts.txt'), 'utf8').split('\n');
  for (const { tasks } of systems)
    for (const { source } of tasks) {
      expect(new URL(source.url).protocol).toBe('https:');
      expect(hosts).toContain(new URL(source.url).hostname);
    }
});
