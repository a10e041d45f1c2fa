import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadWords, say } from '../../../src/engine';
import type { TrustVerdict } from '../../../src/engine';
import { guidesFor, mayChange } from '../../../src/engine/advise/guides';
import { WITHOUT_CONSOLE } from '../../../src/engine/advise/steps';
import { causes, handling } from '../../../src/knowledge/generated';
import { systems } from '../../../src/knowledge/generated/help';

const about = (provider: string | null, address = 'user@example.com') => ({
  recipients: [{ address, provider, remoteMta: null, smtpServer: null }],
  sender: 'training@company.example',
  mayChange: true,
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

  test('what may stand behind a gateway is for other systems, unless the settings name it', () => {
    const othersOf = (mailSystem: string | null) =>
      guidesFor(['block-list'], { ...about('mimecast'), mailSystem })
        .filter(({ isOther }) => isOther)
        .map(({ system }) => system);
    expect(othersOf(null)).toEqual(['microsoft-365', 'exchange-server', 'google-workspace']);
    expect(othersOf('google-workspace')).toEqual([]);
  });

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
  const tasksOf = (task: string, recipients = 1, mayChange = true, sender: string | null = null) =>
    guidesFor([task], {
      recipients: Array.from({ length: recipients }, () => ({
        address: 'user@example.com',
        provider: 'exchange-online',
        remoteMta: null,
        smtpServer: null,
      })),
      sender,
      mayChange,
    }).flatMap(({ tasks }) => tasks);
  const looks = (recipients: number) =>
    tasksOf('find-recipient', recipients)
      .map(({ look }) => look)
      .filter((look) => look?.startsWith('Get-Recipient'));

  test('that look name the one recipient', () =>
    expect(looks(1)[0]).toContain("-Identity 'user@example.com'"));
  test('that look name nobody where there are several', () =>
    expect(looks(2)[0]).toContain("-Identity '<recipient>'"));

  test('that change something name nobody of the mail, and the sender of the settings', () =>
    expect(
      tasksOf('permit-on-list', 1, true, 'training@company.example').map(({ change }) => change),
    ).toEqual([
      "Set-Mailbox -Identity '<recipient>' -AcceptMessagesOnlyFromSendersOrMembers @{Add='training@company.example'}",
    ]));

  test('that change something are withheld where the mail may be anybody’s, and their notes with them', () => {
    for (const task of [
      'permit-on-list',
      'permit-to-group',
      'permit-to-mailbox',
      'sending-limits',
      'block-list',
    ])
      for (const { change, isWithheld, note, look } of tasksOf(task, 1, false))
        expect([change, isWithheld, note, typeof look]).toEqual([null, true, null, 'string']);
  });

  test.each<[TrustVerdict, boolean, boolean]>([
    ['genuine', false, true],
    ['unverified', false, false],
    ['unverified', true, true],
    ['backscatter', true, false],
    ['suspicious', true, false],
  ])('may be shown for what is %s, said to be real: %s → %s', (verdict, saidReal, may) =>
    expect(mayChange({ verdict }, saidReal)).toBe(may),
  );
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

test('no command opens a mailbox or a group to everybody: each that admits mail names whom', () => {
  const changes = systems.flatMap(({ tasks }) => tasks.flatMap(({ change }) => change ?? []));
  const admitting = changes.filter((change) => /Accept|RequireSenderAuthentication|Remove/.test(change));
  expect(admitting.length).toBeGreaterThan(5);
  // Taking a recipient off the own block list admits nobody: it lets the organization's own mail out.
  for (const change of admitting.filter((one) => !one.endsWith('-Entries {recipient}')))
    expect(change).toContain('{sender}');
});

test('what needs no console is a page of the platform, each of them, or a command of any computer', () => {
  const tasksOf = (name: string) =>
    systems.filter(({ system }) => system === name).flatMap(({ tasks }) => tasks.map(({ task }) => task));
  expect([...WITHOUT_CONSOLE]).toEqual(expect.arrayContaining(tasksOf('platform')));
  expect([...tasksOf('platform'), ...tasksOf('windows')]).toEqual(
    expect.arrayContaining([...WITHOUT_CONSOLE]),
  );
});
