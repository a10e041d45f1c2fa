/** The pane as it is deployed: the built files alone, Microsoft's hosts answered from the npm package. */
import type { Browser, Frame } from 'playwright-core';
import { expectQuiet } from './harness/expect-quiet';
import { launch } from './harness/launch';
import { AJAX_HOST, answerForMicrosoft, OFFICE_HOST } from './harness/microsoft-hosts';
import { openMailbox, type OpenMailbox } from './harness/open-mailbox';

jest.setTimeout(60_000);
let browser: Browser;
let open: OpenMailbox;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
afterEach(() => open.close());

const headline = (pane: Frame, name: string) => pane.getByRole('heading', { name }).first().waitFor();
const requestsTo = (host: string) => open.seen.requests.filter((url) => url.startsWith(host));

test.each(['stub', 'dead'] as const)('starts and explains, with the second host %s', async (ajax) => {
  open = await openMailbox(browser, {
    mail: 'postfix-user-unknown.eml',
    deployed: (page) => answerForMicrosoft(page, { office: 'answers', ajax }),
  });
  await headline(open.pane, 'Address does not exist');
  expect(await open.pane.evaluate(() => Office.context.mailbox.item?.subject)).toContain('Undelivered');
  expect(requestsTo(OFFICE_HOST)).toContain(`${OFFICE_HOST}lib/1/hosted/office.js`);
  expect(requestsTo(AJAX_HOST)).toEqual([]);
  expectQuiet(open, [OFFICE_HOST]);
});

test('starts where its own script in front of office.js did not load, from the second host', async () => {
  // The real library is not in the npm package; our stand-in plays it, from Microsoft's address.
  open = await openMailbox(browser, {
    mail: 'postfix-user-unknown.eml',
    deployed: async (page) => {
      await answerForMicrosoft(page, { office: 'answers', ajax: 'dead' });
      await page.route(`${AJAX_HOST}**`, (route) =>
        route.fulfill({ path: `dist/host/dev/microsoft-ajax.js` }),
      );
      await page.route('**/before-office.*.js', (route) => route.abort('connectionfailed'));
    },
  });
  await headline(open.pane, 'Address does not exist');
  expect(requestsTo(AJAX_HOST)).toEqual([`${AJAX_HOST}ajax/3.5/MicrosoftAjax.js`]);
  expect(open.seen.cspViolations).toEqual([]);
});

test('pasting and files work where the host of office.js is dead', async () => {
  const failedInPane: string[] = [];
  open = await openMailbox(browser, {
    mail: 'postfix-user-unknown.eml',
    deployed: async (page) => {
      await answerForMicrosoft(page, { office: 'dead', ajax: 'dead' });
      page.on('requestfailed', (request) => {
        // Where the pane stays silent, the mailbox page itself looks whether its server answers.
        if (request.frame() !== page.mainFrame()) failedInPane.push(request.url());
      });
    },
  });
  const { pane } = open;
  await headline(pane, 'Outlook cannot be reached');
  await pane.getByRole('textbox').first().fill('550 5.1.1 <user@example.com>: User unknown');
  await pane.getByRole('button', { name: 'Explain' }).click();
  await headline(pane, 'Address does not exist');
  await pane.locator('input[type=file]').setInputFiles('host/mails/exchange-mailbox-full.eml');
  await headline(pane, 'Mailbox is full');
  expect(requestsTo(OFFICE_HOST)).toEqual([`${OFFICE_HOST}lib/1/hosted/office.js`]);
  expect(failedInPane).toEqual([`${OFFICE_HOST}lib/1/hosted/office.js`]);
  expect([open.seen.cspViolations, open.seen.pageErrors]).toEqual([[], []]);
});
