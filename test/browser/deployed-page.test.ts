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

test('works where its own script in front of office.js did not load', async () => {
  // office.js may come before any other script of ours, and then must not load more: files work all the same.
  open = await openMailbox(browser, {
    isLoud: true,
    mail: 'postfix-user-unknown.eml',
    deployed: async (page) => {
      await answerForMicrosoft(page, { office: 'answers', ajax: 'dead' });
      await page.route('**/before-office.*.js', (route) => route.abort('connectionfailed'));
    },
  });
  await open.pane.getByRole('heading', { level: 1 }).first().waitFor();
  await open.pane.locator('input[type=file]').first().setInputFiles('host/mails/exchange-mailbox-full.eml');
  await headline(open.pane, 'Mailbox is full');
});

test('a script from elsewhere, markup and code in texts are refused by the page', async () => {
  open = await openMailbox(browser, {
    isLoud: true,
    mail: 'postfix-user-unknown.eml',
    deployed: (page) => answerForMicrosoft(page, { office: 'answers', ajax: 'dead' }),
  });
  await headline(open.pane, 'Address does not exist');
  const outcomes = await open.pane.evaluate(() => {
    const refused = (act: () => void) => {
      try {
        act();
        return 'done';
      } catch (error) {
        return (error as Error).name;
      }
    };
    const script = document.createElement('script');
    return [
      refused(() => (script.src = 'https://evil.example/a.js')),
      refused(() => (script.text = '0')),
      refused(() => (document.createElement('p').innerHTML = '<b>x</b>')),
      refused(() => (script.src = 'explain.js')),
    ];
  });
  expect(outcomes).toEqual(['TypeError', 'TypeError', 'TypeError', 'done']);
});

test('pasting and files work where the host of office.js is dead', async () => {
  const failedInPane: string[] = [];
  open = await openMailbox(browser, {
    isLoud: true,
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
