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
    // As a browser reads it: no line ends, no tabs, any number of slashes, a user part of any length.
    ['https://www.microsoft.com\n.phish.example/', 'www.microsoft.com.phish.example'],
    ['https://www.microsoft.com\t.phish.example/', 'www.microsoft.com.phish.example'],
    ['ht\ntps://phish.example/', 'phish.example'],
    [`https://www.microsoft.com:${'a'.repeat(210)}@phish.example/`, 'phish.example'],
    [`https://${'www.microsoft.com.'.repeat(60)}:x@phish.example/`, 'phish.example'],
    ['https:phish.example/', 'phish.example'],
    ['https:///phish.example/', 'phish.example'],
    ['//phish.example/', 'phish.example'],
    ['\\\\phish.example', 'phish.example'],
    ['https://PHISH。example/', 'phish.example'],
    ['https://3221225985/', '192.0.2.1'],
    ['https://0xC0.0.2.1/', '192.0.2.1'],
    // Known systems lead on to anywhere.
    ['https://www.google.com/amp/s/phish.example/', 'phish.example'],
    ['https://www.google.com/url?q=https%3A%2F%2Fphish.example%2F', 'phish.example'],
    ['https://www.google.com/url?q=https%253A%252F%252Fphish.example', 'phish.example'],
    [
      'https://www.google.com/url?q=https%25252525253A%25252525252F%25252525252Fphish.example',
      'phish.example',
    ],
    ['https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fphish.example', 'phish.example'],
    // Not ours for naming us: what a page there does with an address is its own affair.
    ['https://www.google.com/url?q=https%3A%2F%2Fit.company.example%2F', 'www.google.com'],
    // Anybody can publish there.
    ['https://lookerstudio.google.com/reporting/x', 'lookerstudio.google.com'],
    ['https://docs.google.com/forms/d/x', 'docs.google.com'],
    ['https://sites.google.com/view/x', 'sites.google.com'],
    ['https://customervoice.microsoft.com/Pages/x', 'customervoice.microsoft.com'],
    ['https://forms.office.com/r/x', 'forms.office.com'],
    ['https://onedrive.live.com/?id=x', 'onedrive.live.com'],
    ['https://www.icloud.com/pages/x', 'www.icloud.com'],
    ['https://disk.yandex.ru/d/x', 'disk.yandex.ru'],
    ['https://cloud.mail.ru/public/x', 'cloud.mail.ru'],
    ['https://forms.zoho.com/x', 'forms.zoho.com'],
  ])('%s', (target, host) => expect(foreign(target)).toEqual([host]));
});

describe('should not be foreign', () => {
  test.each([
    'https://support.google.com/mail',
    'https://google.com',
    'https://postmaster.google.com/x',
    'https://learn.microsoft.com/exchange/x',
    'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fsupport.google.com%2Fmail',
    'javascript:alert(1)',
    'https://',
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
