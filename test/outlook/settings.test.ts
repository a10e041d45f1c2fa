/** @jest-environment jsdom */
import { DEFAULT_PLATFORM_URL } from '../../src/engine';
import { loadDeploymentConfig } from '../../src/site/deployment-config';
import {
  cleanDomains,
  cleanPlatformUrl,
  cleanSettings,
  exportSettings,
  importSettings,
  withOwnDomain,
} from '../../src/site/setting-values';
import { forgetSettings, readSettings, saveSettings } from '../../src/outlook/settings';
import { FakeOffice, install, refused } from './fake-office';

const changed = {
  platformUrl: 'https://train.example',
  ownDomains: ['company.example'],
  sendingAddresses: [],
  sendingServers: ['192.0.2.0/24', 'out.company.example'],
  language: 'de',
  mailSystem: 'exchange-server' as const,
  mailAdmin: 'it@company.example',
  networkTeam: null,
  saidOnce: [],
};

beforeEach(() => {
  localStorage.clear();
  forgetSettings();
});
afterEach(() => {
  install(null);
  jest.restoreAllMocks();
});

describe('cleanPlatformUrl', () => {
  it.each([
    ['https://dash.keepnetlabs.com', 'https://dash.keepnetlabs.com'],
    ['  https://Train.Example/portal/ ', 'https://train.example/portal'],
    ['train.example', 'https://train.example'],
    ['https://train.example/?a=b#c', 'https://train.example'],
  ])('should take %s', (typed, clean) => expect(cleanPlatformUrl(typed)).toBe(clean));

  it.each([
    '',
    'http://train.example',
    'javascript:alert(1)',
    'https://user@train.example',
    'https://x',
    '::',
  ])('should not take %s', (typed) => expect(cleanPlatformUrl(typed)).toBeNull());
});

it('makes a list of domains regular and names what is none', () => {
  expect(cleanDomains('@Company.Example, mail.company.example\nadmin@other.example company.example')).toEqual(
    {
      domains: ['company.example', 'mail.company.example', 'other.example'],
      refused: [],
    },
  );
  expect(cleanDomains('company; -.com').refused).toEqual(['company', '-.com']);
  expect(cleanDomains('not a domain\ncompany.example').refused).toEqual(['not a domain']);
});

it('has defaults where nothing is stored, or nonsense', () => {
  const defaults = {
    platformUrl: DEFAULT_PLATFORM_URL,
    ownDomains: [],
    sendingAddresses: [],
    sendingServers: [],
    language: null,
    mailSystem: null,
    mailAdmin: null,
    networkTeam: null,
    saidOnce: [],
  };
  expect(readSettings()).toEqual(defaults);
  localStorage.setItem('bounce-explainer.platformUrl', '"javascript:alert(1)"');
  localStorage.setItem('bounce-explainer.ownDomains', '{broken');
  localStorage.setItem('bounce-explainer.language', '42');
  expect(readSettings()).toEqual(defaults);
});

// They have the shape of a language, and Intl throws at each.
it.each(['en-a-a', 'a', 'en-', 'en_US', 'x'.repeat(99)])('takes no language %s', (language) => {
  localStorage.setItem('bounce-explainer.language', JSON.stringify(language));
  expect(readSettings().language).toBeNull();
});

it('keeps them in the mailbox, a key each', async () => {
  const office = new FakeOffice();
  install(office);
  expect(await saveSettings(changed)).toBe('mailbox');
  expect(office.stored.get('bounce-explainer.platformUrl')).toBe('https://train.example');
  forgetSettings();
  localStorage.clear();
  expect(readSettings()).toEqual(changed);
});

it('falls back to the browser, and to memory', async () => {
  const office = new FakeOffice();
  office.saved = refused;
  install(office);
  expect(await saveSettings(changed)).toBe('browser');
  install(null);
  forgetSettings();
  expect(readSettings()).toEqual(changed);
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new Error('denied');
  });
  jest.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new Error('denied');
  });
  expect(await saveSettings({ ...changed, language: null })).toBe('memory');
  expect(readSettings().language).toBeNull();
});

it('has the defaults of whoever hosts the pane, until an admin sets them', async () => {
  const settings = { platformUrl: 'https://train.example', ownDomains: ['company.example'] };
  await loadDeploymentConfig((async () => ({ ok: true, json: async () => ({ settings }) })) as never);
  expect(readSettings()).toMatchObject(settings);
  localStorage.setItem('bounce-explainer.ownDomains', '["other.example"]');
  expect(readSettings()).toMatchObject({ ...settings, ownDomains: ['other.example'] });
  await loadDeploymentConfig((async () => ({ ok: true, json: async () => ({}) })) as never);
});

it('go to another admin as text, and come back', () => {
  expect(importSettings(exportSettings(cleanSettings(changed)))).toEqual(cleanSettings(changed));
  for (const odd of ['', '{}', '[]', 'null', '{"settings":[]}', '{"settings":null}'])
    expect(importSettings(odd)).toBeNull();
  expect(
    importSettings('{"settings":{"platformUrl":"javascript:x","mailAdmin":"a b","mailSystem":"x"}}'),
  ).toEqual(cleanSettings({}));
});

it('trusts a domain with the second equal answer', () => {
  const once = withOwnDomain(cleanSettings({}), 'Second.Example');
  expect([once.ownDomains, once.saidOnce]).toEqual([[], ['second.example']]);
  const other = withOwnDomain(once, 'third.example');
  expect(other.ownDomains).toEqual([]);
  const twice = withOwnDomain(other, 'second.example');
  expect([twice.ownDomains, twice.saidOnce]).toEqual([['second.example'], ['third.example']]);
});
