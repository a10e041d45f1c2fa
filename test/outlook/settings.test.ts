/** @jest-environment jsdom */
import { cleanDomains, cleanPlatformUrl, DEFAULT_PLATFORM_URL } from '../../src/outlook/setting-values';
import { forgetSettings, readSettings, saveSettings } from '../../src/outlook/settings';
import { FakeOffice, install, refused } from './fake-office';

const changed = {
  platformUrl: 'https://train.example',
  ownDomains: ['company.example'],
  sendingAddresses: [],
  language: 'de',
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
});

it('has defaults where nothing is stored, or nonsense', () => {
  const defaults = {
    platformUrl: DEFAULT_PLATFORM_URL,
    ownDomains: [],
    sendingAddresses: [],
    language: null,
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
