import { cleanConfig, deploymentConfig, loadDeploymentConfig } from '../../src/outlook/deployment-config';

const clientId = '11111111-2222-3333-4444-555555555555';

it('takes a registration, on the worldwide Graph where no other is named', () => {
  const graph = { clientId, address: 'https://graph.microsoft.com' };
  expect(cleanConfig({ graph: { clientId } })).toEqual({ graph, settings: {}, faults: [] });
  expect(cleanConfig({ graph: { clientId, address: 'https://graph.microsoft.us/' } }).graph?.address).toBe(
    'https://graph.microsoft.us',
  );
});

it('is content with nothing', () => {
  expect(cleanConfig({})).toEqual({ graph: null, settings: {}, faults: [] });
});

it.each([
  ['config.json', 'text'],
  ['config.json', []],
  ['graph', { graph: 'x' }],
  ['graph.clientId', { graph: { clientId: 'mine' } }],
  ['graph.address', { graph: { clientId, address: 'javascript:alert(1)' } }],
  ['graph.address', { graph: { clientId, address: 'http://graph.microsoft.com' } }],
])('names what it does not understand: %s', (fault, found) => {
  expect(cleanConfig(found)).toEqual({ graph: null, settings: {}, faults: [fault] });
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
    graph: null,
    settings: { ...settings, platformUrl: 'https://train.example', ownDomains: ['company.example'] },
    faults: [],
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
  expect(deploymentConfig()).toEqual({ graph: null, settings: {}, faults: ['config.json'] });
});

it('loads the file beside the page', async () => {
  const ask = jest.fn().mockImplementation(async () => Response.json({ graph: { clientId } }));
  await loadDeploymentConfig(ask);
  expect(ask.mock.calls[0]?.[0]).toBe('config.json');
  expect(deploymentConfig().graph?.clientId).toBe(clientId);
});
