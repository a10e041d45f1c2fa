import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadWords, say } from '../../../src/engine';
import type { TrustVerdict } from '../../../src/engine';
import { loadGateways } from '../../../src/engine/advise/gateways';
import { guidesFor, mayChange } from '../../../src/engine/advise/guides';
import { WITHOUT_CONSOLE } from '../../../src/engine/advise/steps';
import { causes, handling, variants } from '../../../src/knowledge/generated';
import stripped from '../../../scripts/knowledge-loader.cjs';
import type { CauseId, CauseStep, HowFile } from '../../../src/knowledge/records';
import { gateways } from '../../../src/knowledge/generated/gateways';
import { systems as common } from '../../../src/knowledge/generated/help';

const systems = [...common, ...gateways];
beforeAll(() => loadGateways([{ provider: 'mimecast' }]));

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

  test.each([
    ['a mailbox system that has no guide', 'zimbra-server', 'find-recipient'],
    ['a host of mailboxes that has none', 'rackspace', 'quota'],
    ['a gateway whose guide does not tell it', 'symantec', 'allow-list-training'],
    ['a gateway that has none', 'forcepoint', 'message-trace'],
  ])('%s (%s): those of others are folded', (_what, provider, task) => {
    const guides = guidesFor([task], about(provider));
    expect(guides.length).toBeGreaterThan(0);
    expect(guides.every(({ isOther }) => isOther)).toBe(true);
  });

  test('who sends may have another system than who receives', () => {
    const shownFor = (who: 'sender-admin' | 'recipient-admin', provider: string) =>
      guidesFor(['sending-limits'], { ...about(provider), who })
        .filter(({ isOther }) => !isOther)
        .map(({ system }) => system);
    expect(shownFor('recipient-admin', 'zimbra-server')).toEqual([]);
    expect(shownFor('sender-admin', 'zimbra-server')).toEqual(['microsoft-365', 'google-workspace']);
  });

  test.each<[cause: CauseId, variant: string, provider: string | null, systems: string[]]>([
    ['relay-denied', 'connector-only-listed', null, ['microsoft-365']],
    // Exchange’s words alone do not tell which of the two it is; the meaning does.
    ['routing-loop', 'loop-in-hybrid', 'exchange-server', ['exchange-server']],
    ['routing-loop', 'rule-loop', null, ['microsoft-365', 'exchange-server']],
    // The gateway is in use, too.
    ['policy-rule', 'mail-flow-rule', 'barracuda', ['barracuda', 'microsoft-365', 'exchange-server']],
  ])('a meaning of one product alone shows it: %s, %s', (cause, variant, provider, expected) => {
    const [one] = about(provider).recipients;
    const guides = guidesFor(['transport-rules', 'inbound-connectors', 'outbound-connectors'], {
      ...about(provider),
      recipients: [{ ...one!, cause, variant }],
    });
    expect(guides.map(({ system }) => system)).toEqual(expected);
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
  test('that look name the learner, not the target of a forward', () => {
    const [one] = about('exchange-online').recipients;
    const lookFor = (learner: string | null) =>
      guidesFor(['forwarding'], { ...about(null), recipients: [{ ...one!, learner }] })[0]?.tasks[0]?.look;
    expect(lookFor('learner@company.example')).toContain("-Identity 'learner@company.example'");
    expect(lookFor(null)).toContain("-Identity '<recipient>'");
  });
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

test('the build leaves out no page to read on', () => {
  const files = join(__dirname, '../../../src/knowledge/how');
  for (const { system, tasks } of systems) {
    const resourcePath = join(files, `${system}.json`);
    const built = JSON.parse(
      stripped.call({ resourcePath, getOptions: () => ({}) }, readFileSync(resourcePath, 'utf8')),
    ) as HowFile;
    const pages = (of: HowFile['tasks']) => of.map(({ source }) => source.url);
    expect(pages(built.tasks)).toEqual(pages(tasks));
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

const allSteps = [...causes, ...Object.values(variants).flat()].flatMap(({ id, steps = [] }) =>
  steps.flatMap((step) => (typeof step === 'string' ? [] : [[id, step] as const])),
);
const tasksOfStep = ({ id, platform, how }: CauseStep) =>
  how ?? (platform ? (handling.find((step) => step.id === id)?.how ?? []) : []);

test('a training admin gets no console of a mail system, but for members and use of a mailbox', () => {
  const consoles = systems.filter(({ shown }) => shown !== 'always').flatMap(({ tasks }) => tasks);
  const given = allSteps
    .filter(([, { who }]) => who === 'platform-admin')
    .flatMap(([, step]) => tasksOfStep(step))
    .filter((how) => consoles.some(({ task }) => task === how));
  expect([...new Set(given)].sort()).toEqual(['group-members', 'mailbox-use']);
});

test('the port is tested only where no connection came about, or time ran out', () => {
  const tested = causes.filter(({ steps }) =>
    steps.some((step) => step.platform && tasksOfStep(step).includes('reach-server')),
  );
  expect(tested.map(({ id }) => id).sort()).toEqual(['connection-failed', 'expired']);
});

test('no step leads twice to the same place of a product, with a command each', () => {
  for (const [id, step] of allSteps)
    for (const { name, tasks } of guidesFor(tasksOfStep(step), about(null))) {
      const places = tasks
        .filter(({ look, place }) => look !== null && place.length > 0)
        .map(({ place }) => place.join(' > '));
      expect([id, step.id, name, places]).toEqual([id, step.id, name, [...new Set(places)]]);
    }
});
