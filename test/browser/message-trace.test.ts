/** The message trace in the built pane: the real sign-in and client against the local Graph, up to the things to do. */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import type { Browser, Frame } from 'playwright-core';
import type * as Axe from 'axe-core';
import { launch } from './harness/launch';
import { openMailbox, type OpenMailbox, type OpenOptions } from './harness/open-mailbox';
import type { StoredTrace, TraceStatus } from '../../host/graph/stored-trace';

jest.setTimeout(120_000);
let browser: Browser;
let open: OpenMailbox;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
afterEach(() => open.close());

const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
const SENDER = 'training@company.example';
const HOUR_MS = 60 * 60 * 1000;

/** So many mails of an outcome, sent some hours ago. */
const mails = (count: number, status: TraceStatus, said: string | null = null): Omit<StoredTrace, 'id'>[] =>
  Array.from({ length: count }, (_, at) => ({
    messageId: `<${status}-${String(at)}@company.example>`,
    senderAddress: SENDER,
    recipientAddress: `${status.toLowerCase()}${String(at)}-${said?.length ?? 0}@company.example`,
    subject: 'Your security training is waiting',
    status,
    received: Date.now() - 5 * HOUR_MS - at * 1000,
    said,
  }));

const RULE = '550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy';
const UNKNOWN = '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup';
const numbered = (traces: readonly Omit<StoredTrace, 'id'>[]): StoredTrace[] =>
  traces.map((trace, at) => ({
    ...trace,
    id: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
  }));

const CAMPAIGN = numbered([
  ...mails(40, 'delivered'),
  ...mails(24, 'failed', RULE),
  ...mails(9, 'failed', UNKNOWN),
  ...mails(6, 'quarantined'),
  ...mails(3, 'filteredAsSpam'),
]);

async function start(options: OpenOptions = {}): Promise<Frame> {
  open = await openMailbox(browser, { mail: 'colleague.eml', graphTraces: CAMPAIGN, ...options });
  await open.pane.getByRole('button', { name: 'Message trace' }).click();
  return open.pane;
}

async function ask(pane: Frame, senders = SENDER): Promise<void> {
  await pane.getByRole('textbox', { name: /Sent from/ }).fill(senders);
  await pane.getByRole('button', { name: 'Ask Microsoft 365' }).click();
}

const headline = (pane: Frame, name: string | RegExp) =>
  pane.getByRole('heading', { name, level: 1 }).waitFor();

test('a campaign of the trace becomes things to do, each with its people, and a file that the page reads', async () => {
  const pane = await start();
  await pane.getByRole('textbox', { name: /Sent from/ }).waitFor();
  expect(open.served.traceStats.list.requests).toBe(0);
  await ask(pane);
  await headline(pane, '42 bounces. Things to do: 4.');
  const rows = await pane.locator('.cause .fold-title').allInnerTexts();
  expect(rows.map((row) => /\d+ (?:people|person) \(\d+%\)/.exec(row)?.[0])).toEqual([
    '24 people (57%)',
    '9 people (21%)',
    '6 people (14%)',
    '3 people (7%)',
  ]);
  expect(rows[0]).toContain('mail flow rule');
  expect(rows[1]).toContain('Wrong addresses');
  expect(rows[2]).toContain('Held in quarantine');
  await pane.getByText('Arrived in the end: 40').waitFor();
  // Only of the rows that failed is the reason asked.
  expect(open.served.traceStats.details.requests).toBe(33);
  const [download] = await Promise.all([
    open.page.waitForEvent('download'),
    pane.getByRole('button', { name: 'Save the trace as a file' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^message-trace-\d{4}-\d\d-\d\d\.json$/);
  const saved = JSON.parse(await readFile(await download.path(), 'utf8')) as { value: { status: string }[] };
  expect(saved.value).toHaveLength(CAMPAIGN.length);
});

test('another message can be looked at meanwhile; the trace is still there', async () => {
  const pane = await start();
  await ask(pane);
  await headline(pane, /42 bounces/);
  await open.page.evaluate(() => window.mailbox.select('postfix-user-unknown.eml'));
  await headline(pane, 'Address does not exist');
  await pane.getByRole('button', { name: 'Message trace' }).click();
  await headline(pane, /42 bounces/);
  await pane.getByRole('button', { name: 'Ask anew' }).click();
  expect(await pane.getByRole('textbox', { name: /Sent from/ }).inputValue()).toBe(SENDER);
});

test('what is no address is named before anything is asked', async () => {
  const pane = await start();
  await ask(pane, 'training');
  await pane.getByText('Not an address: training').waitFor();
  await ask(pane, ' ');
  await pane.getByText('Enter an address that the training is sent from.').waitFor();
  expect(open.served.traceStats.list.requests).toBe(0);
});

test.each([
  ['blocked', /An administrator has to allow this/, /adminconsent.*ExchangeMessageTrace\.Read\.All/],
  ['refused', /The message trace was not allowed/, /adminconsent.*ExchangeMessageTrace\.Read\.All/],
  ['forbidden', /takes a role such as Exchange Administrator/, null],
  ['no-trace-service', /lacks Microsoft’s own application/, /New-MgServicePrincipal -AppId 8bd644d1-/],
  ['offline', /no connection for signing in/, null],
] as const)('%s: a sentence with what to do, and the question again', async (graph, sentence, remedy) => {
  const pane = await start({ graph, isLoud: true });
  await ask(pane);
  await pane.getByText(sentence).waitFor();
  const shown = await pane.locator('code.quote').allInnerTexts();
  if (remedy) expect(decodeURIComponent(shown.join())).toMatch(remedy);
  else expect(shown).toEqual([]);
  await pane.getByRole('button', { name: 'Copy diagnostics' }).waitFor();
  await pane.getByRole('button', { name: 'Ask Microsoft 365' }).waitFor();
});

test('addresses and subjects of a trace are shown as text, also where they are markup', async () => {
  const evil = numbered([
    {
      ...(mails(
        1,
        'failed',
        '550 5.7.1 <img src=x onerror=alert(1)> TRANSPORT.RULES.RejectMessage',
      )[0] as StoredTrace),
      recipientAddress: '"<script>alert(1)</script>"@company.example',
      subject: '<iframe src="https://evil.example"></iframe>',
    },
  ]);
  const pane = await start({ graphTraces: evil });
  await ask(pane);
  await headline(pane, /1 bounce/);
  expect(await pane.locator('main img, main iframe, main script').count()).toBe(0);
});

test.each(['light', 'dark'] as const)('%s: no accessibility fault, from 320 pixels on', async (theme) => {
  const shots = process.env.SHOTS;
  for (const width of [320, 450]) {
    const pane = await start({ theme, width });
    const shoot = async (name: string) => {
      if (!shots) return;
      mkdirSync(shots, { recursive: true });
      await open.page
        .locator('#pane iframe')
        .screenshot({ path: `${shots}/${name}.${theme}.${String(width)}.png` });
    };
    await pane.getByRole('textbox', { name: /Sent from/ }).waitFor();
    await shoot('form');
    await faultless(pane);
    await ask(pane);
    await headline(pane, /42 bounces/);
    await shoot('result');
    await faultless(pane);
    expect(await pane.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    if (width === 320) await open.close();
  }
});

async function faultless(pane: Frame): Promise<void> {
  await pane.evaluate(AXE);
  const faults = await pane.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof Axe };
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
  expect(faults).toEqual([]);
}
