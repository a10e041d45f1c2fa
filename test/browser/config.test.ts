/** `config.json` as whoever hosts the pane may write it: right, broken, hostile. */
import type { Browser, Frame } from 'playwright-core';
import { launch } from './harness/launch';
import { answerForMicrosoft } from './harness/microsoft-hosts';
import { openMailbox, type OpenMailbox } from './harness/open-mailbox';

jest.setTimeout(60_000);
let browser: Browser;
let open: OpenMailbox;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
afterEach(() => open.close());

/** Opens the deployed pane beside a bounce, with this file, and looks at "What works here". */
async function openWith(file: string): Promise<Frame> {
  open = await openMailbox(browser, {
    mail: 'postfix-user-unknown.eml',
    deployed: async (page) => {
      await answerForMicrosoft(page, { office: 'answers', ajax: 'dead' });
      await page.route('**/config.json', (route) =>
        route.fulfill({ contentType: 'application/json', body: file }),
      );
    },
  });
  // Whatever the file holds, the bounce is explained.
  await open.pane.getByRole('heading', { level: 1 }).first().waitFor();
  return open.pane;
}
const waysIn = async (pane: Frame, button: string, title: string) => {
  await pane.getByRole('button', { name: button }).click();
  const region = pane.getByRole('region', { name: title });
  await region.waitFor();
  return region.innerText();
};

test('a right one sets language and platform, and shuts a door', async () => {
  const pane = await openWith(
    JSON.stringify({
      settings: { language: 'de', platformUrl: 'https://train.company.example/' },
      switchedOff: ['pasted-text'],
    }),
  );
  await pane.getByRole('heading', { name: 'Adresse existiert nicht' }).first().waitFor();
  const links = await pane.locator('a[href^="https://train.company.example/"]').count();
  expect(links).toBeGreaterThan(0);
  const text = await waysIn(pane, 'Was hier funktioniert', 'So kommt ein Bounce hierher');
  expect(text).toContain('Von Ihrer Organisation abgeschaltet.');
  expect(text).toMatch(/Bounce Explainer \d+\.\d+\.\d+, Wissen vom \d{4}-\d\d-\d\d/);
  expect(text).not.toContain('config.json');
});

test.each([
  ['a broken one is named', '{ "settings": { ', /config\.json is not understood in: config\.json\./],
  [
    'a hostile one is named by its fields, and none of it is used',
    JSON.stringify({
      settings: { platformUrl: 'javascript:alert(1)', mailAdmin: '"><img src=x onerror=alert(1)>' },
      graph: { clientId: '11111111-2222-3333-4444-555555555555', address: 'https://evil.example' },
      switchedOff: ['open-item'],
      '<img src=x onerror=alert(1)>': 1,
    }),
    /in: settings\.platformUrl, settings\.mailAdmin, switchedOff, <img src=x onerror=alert\(1\)>\./,
  ],
])('%s', async (_what, file, sentence) => {
  const pane = await openWith(file);
  await pane.getByRole('heading', { name: 'Address does not exist' }).first().waitFor();
  expect(await waysIn(pane, 'What works here', 'Ways to bring in a bounce')).toMatch(sentence);
  expect(await pane.locator('a[href^="javascript:"], main img').count()).toBe(0);
  expect(open.seen.requests.filter((url) => url.includes('evil.example'))).toEqual([]);
  expect([open.seen.pageErrors, open.seen.cspViolations]).toEqual([[], []]);
});

test('links lead to the places of whoever hosts the pane, with the address filled in', async () => {
  const pane = await openWith(
    JSON.stringify({
      links: {
        'target-users': 'https://train.company.example/people?search={address}',
        enrollments: 'https://train.company.example/resend',
      },
    }),
  );
  await pane.locator('a[href^="https://train.company.example/people?search="]').first().waitFor();
  const [href] = await pane
    .locator('a[href^="https://train.company.example/people"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(href).toMatch(/\?search=[\w.-]+%40[\w.-]+$/);
  expect(await pane.locator('a[href^="https://train.company.example/resend"]').count()).toBeGreaterThan(0);
  expect(await waysIn(pane, 'What works here', 'Ways to bring in a bounce')).not.toContain('config.json');
});

test('of links it says which cannot be used, and why; none of them is opened', async () => {
  const pane = await openWith(
    JSON.stringify({
      links: {
        'target-users': 'javascript:alert(1)//{address}',
        enrollments: 'https://train.company.example/resend?who={user}',
        '<img src=x onerror=alert(1)>': 'https://train.company.example',
      },
    }),
  );
  await pane.getByRole('heading', { name: 'Address does not exist' }).first().waitFor();
  const text = await waysIn(pane, 'What works here', 'Ways to bring in a bounce');
  expect(text).toMatch(/the link “\W?target-users\W?” is left out\. Its address must begin with https:\/\//);
  expect(text).toMatch(
    /the link “\W?enrollments\W?” is left out\. Only these are filled in: \W?\{platformUrl\}/,
  );
  expect(text).toMatch(/there is no link “\W?<img src=x onerror=alert\(1\)>\W?”\. There are: /);
  // The platform's own addresses stand in their place.
  expect(await pane.locator('a[href^="https://dash.keepnetlabs.com/company/target-users"]').count()).toBe(1);
  expect(await pane.locator('a[href^="javascript:"], a[href*="{"], main img').count()).toBe(0);
  expect([open.seen.pageErrors, open.seen.cspViolations]).toEqual([[], []]);
});

test.each([
  ['tr', 'Burada neler çalışır', 'https:// ile başlamalı'],
  ['de', 'Was hier funktioniert', 'muss mit https:// beginnen'],
])('and says it in %s', async (language, button, words) => {
  const pane = await openWith(
    JSON.stringify({ settings: { language }, links: { support: 'javascript:alert(1)' } }),
  );
  await pane.getByRole('button', { name: button }).click();
  await pane.getByText(words).waitFor();
});
