import type { Context } from '../../../src/engine';
import { messageOf } from '../../../src/engine/mail/message';
import { foreignLinks } from '../../../src/engine/trust/links';

const message = (linkTargets: string[]) => messageOf({ linkTargets });
const context: Context = { ownDomains: ['company.example'], platformUrl: 'https://dash.platform.example/' };
const foreign = (target: string) => foreignLinks(message([target]), context);

describe('should be foreign', () => {
  test.each([
    ['https://phish.example/login', 'phish.example'],
    ['HTTP://Phish.Example', 'phish.example'],
    ['  https://phish.example', 'phish.example'],
    ['https://google.com@phish.example/', 'phish.example'],
    ['https://google.com.phish.example', 'google.com.phish.example'],
    ['https://notgoogle.com', 'notgoogle.com'],
    ['https://phish.example:8443/', 'phish.example'],
    ['https://phish.example?google.com', 'phish.example'],
    ['https://192.0.2.1/', '192.0.2.1'],
    ['https:\\\\phish.example', 'phish.example'],
    ['https://phish.example\\@google.com/', 'phish.example'],
  ])('%s', (target, host) => expect(foreign(target)).toEqual([host]));
});

describe('should not be foreign', () => {
  test.each([
    'https://support.google.com/mail',
    'https://google.com',
    'https://it.company.example/help',
    'https://dash.platform.example/x',
    'mailto:postmaster@phish.example',
    '#top',
    'tel:+15550100',
    '',
  ])('%j', (target) => expect(foreign(target)).toEqual([]));
});

test('in order, and never without end', () => {
  expect(foreignLinks(message(['https://b.example', 'https://a.example']), {})).toEqual([
    'b.example',
    'a.example',
  ]);
  expect(foreignLinks(message(Array(100_000).fill('https://a.example')), {}).length).toBeLessThan(1000);
});
