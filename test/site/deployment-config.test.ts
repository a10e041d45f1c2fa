import { cleanConfig, deploymentConfig, loadDeploymentConfig } from '../../src/site/deployment-config';
import { doors } from '../../src/outlook/doors';

const NOTHING = { graph: null, settings: {}, links: {}, refusedLinks: [], switchedOff: [], faults: [] };
const clientId = '11111111-2222-3333-4444-555555555555';

it('takes a registration, on the worldwide Graph where no other is named', () => {
  const graph = { clientId, address: 'https://graph.microsoft.com' };
  expect(cleanConfig({ graph: { clientId } })).toEqual({ ...NOTHING, graph });
  expect(cleanConfig({ graph: { clientId, address: 'https://graph.microsoft.us/' } }).graph?.address).toBe(
    'https://graph.microsoft.us',
  );
});

it('is content with nothing', () => {
  expect(cleanConfig({})).toEqual(NOTHING);
});

it.each([
  ['config.json', 'text'],
  ['config.json', []],
  ['colour', { colour: 'red' }],
  ['switchedOff', { switchedOff: 'recent-bounces' }],
  ['switchedOff', { switchedOff: ['open-item'] }],
  ['graph', { graph: 'x' }],
  ['links', { links: 'https://train.example' }],
  ['links', { links: ['https://train.example'] }],
  ['graph.clientId', { graph: { clientId: 'mine' } }],
  ['graph.address', { graph: { clientId, address: 'javascript:alert(1)' } }],
  ['graph.address', { graph: { clientId, address: 'http://graph.microsoft.com' } }],
])('names what it does not understand: %s', (fault, found) => {
  expect(cleanConfig(found)).toEqual({ ...NOTHING, faults: [fault] });
});

it('takes defaults for the settings, and names those that it does not understand', () => {
  const settings = {
    platformUrl: 'train.example/',
    ownDomains: ['Company.Example'],
    mailSystem: 'google-workspace',
    mailAdmin: 'it@company.example',
    language: 'pt-BR',
  };
  expect(cleanConfig({ settings })).toEqual({
    ...NOTHING,
    settings: { ...settings, platformUrl: 'https://train.example', ownDomains: ['company.example'] },
  });
  const wrong = {
    platformUrl: 'http://x',
    ownDomains: ['a.example', 'b'],
    mailSystem: 'x',
    language: 4,
    color: 'red',
  };
  const { settings: none, faults } = cleanConfig({ settings: wrong });
  expect(none).toEqual({});
  expect([...faults].sort()).toEqual(
    Object.keys(wrong)
      .map((key) => `settings.${key}`)
      .sort(),
  );
  expect(cleanConfig({ settings: 'x' }).faults).toEqual(['settings']);
});

it.each([
  ['no network', () => Promise.reject(new TypeError('failed'))],
  ['not found', async () => new Response('', { status: 404 })],
  ['a page in its place', async () => new Response('<html>')],
])('does without the file: %s', async (_why, ask) => {
  await loadDeploymentConfig(ask as typeof fetch);
  expect(deploymentConfig()).toEqual({ ...NOTHING, faults: ['config.json'] });
});

it('loads the file beside the page', async () => {
  const ask = jest.fn().mockImplementation(async () => Response.json({ graph: { clientId } }));
  await loadDeploymentConfig(ask);
  expect(ask.mock.calls[0]?.[0]).toBe('config.json');
  expect(deploymentConfig().graph?.clientId).toBe(clientId);
});

it('shuts the doors that are switched off, and no other', async () => {
  const off = [
    'recent-bounces',
    'message-trace',
    'pasted-text',
    'typed-question',
    'chosen-files',
    'dragged-mail',
  ];
  const set = (switchedOff: string[]) =>
    loadDeploymentConfig(async () => Response.json({ switchedOff }) as unknown as Response);
  await set(off);
  const { openItem, ...others } = doors;
  expect(openItem.obstacle()).not.toBe('switched-off');
  for (const door of Object.values(others)) expect(door.obstacle()).toBe('switched-off');
  await expect(doors.pastedText.open('550 5.1.1')).rejects.toMatchObject({ code: 'switched-off' });
  await expect(doors.recentBounces.open({})).rejects.toMatchObject({ code: 'switched-off' });
  await set(['chosen-files']);
  expect(doors.pastedText.obstacle()).toBeNull();
  expect(await doors.pastedText.open('550 5.1.1')).toHaveLength(1);
  await set([]);
});
