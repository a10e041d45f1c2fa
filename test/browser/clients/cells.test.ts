/**
 * Every client × door × kind of mail, in the real browser with the real office.js: all as `table.ts` says.
 * What came of it, and in how many actions, stands in `results.json`, from which docs/generated/clients.md is made;
 * `UPDATE_RESULTS=1` writes it anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Frame } from 'playwright-core';
import { profiles, type ProfileId } from '../../../host/protocol/profiles';
import { launch } from '../harness/launch';
import { openMailbox, type OpenMailbox } from '../harness/open-mailbox';
import { Admin } from './admin';
import { clientMails, mailKinds, type ClientMail, type MailKind } from './mails';
import { outcomeIn, type Outcome } from './outcomes';
import { doorIds, table, type DoorId } from './table';

/** `actions`: what the admin did up to the outcome; 0 where there was nothing to do. */
export interface Cell {
  outcome: string;
  actions: number;
}
type Results = Record<string, Record<string, Record<string, Cell>>>;

const RESULTS = join(__dirname, 'results.json');
const MOST_ACTIONS = 2;

// Four mails a test, each with all the patience that there is.
jest.setTimeout(300_000);
let browser: Browser;
let open: OpenMailbox;
let admin: Admin;
const texts = new Map<MailKind, string>();
const results: Results = {};

beforeAll(async () => {
  browser = await launch();
  // All profiles ask one mailbox in a minute or two, which in truth are many mailboxes.
  const graphThrottle = { perPeriod: Infinity };
  open = await openMailbox(browser, { mail: clientMails['ordinary-mail'].file, switches: {}, graphThrottle });
  await open.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  admin = new Admin(open);
  for (const kind of mailKinds)
    texts.set(kind, clientMails[kind].text ?? (await shownText(clientMails[kind])));
});
afterAll(async () => {
  if (process.env.UPDATE_RESULTS) writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
  await open.close();
  await browser.close();
});

async function shownText({ file }: ClientMail): Promise<string> {
  await open.page.evaluate((name) => window.mailbox.select(name), file);
  return open.page.locator('#reading .body').innerText();
}

describe.each(profiles.map(({ id }) => id))('%s', (profile) => {
  beforeAll(() =>
    open.page.evaluate((id) => {
      window.mailbox.profile = id;
    }, profile),
  );

  test.each(doorIds)('%s', async (door) => {
    const cells = await runDoor(profile, door);
    (results[profile] ??= {})[door] = cells;
    const outcomes = Object.fromEntries(Object.entries(cells).map(([kind, { outcome }]) => [kind, outcome]));
    expect(outcomes).toEqual(table[profile][door]);
  });

  test(`a true NDR is explained in at most ${String(MOST_ACTIONS)} actions`, () => {
    const ways = Object.values(results[profile] ?? {}).map(({ ndr }) => ndr);
    const counts = ways.flatMap((cell) => (cell?.outcome === 'explained' ? [cell.actions] : []));
    expect(Math.min(...counts)).toBeLessThanOrEqual(MOST_ACTIONS);
  });
});

test('the pages stayed quiet', () => {
  const { pageErrors, cspViolations, failed } = open.seen;
  // A pane that is closed while it loads breaks off its requests.
  const missing = failed.filter((line) => !line.endsWith('net::ERR_ABORTED'));
  expect({ pageErrors, cspViolations, missing }).toEqual({ pageErrors: [], cspViolations: [], missing: [] });
});

test('the kept results are those of this run', () => {
  expect(results).toEqual(process.env.UPDATE_RESULTS ? results : JSON.parse(readFileSync(RESULTS, 'utf8')));
});

/** All four mails by one door, one after the other in the same pane where that stays open. */
async function runDoor(profile: ProfileId, door: DoorId): Promise<Record<string, Cell>> {
  const cells: Record<string, Cell> = {};
  let pane = await admin.begins();
  const shut = await saysNotHere(pane, door);
  for (const kind of mailKinds) {
    if (shut) {
      cells[kind] = { outcome: 'says-not-here', actions: 0 };
      continue;
    }
    if (door === 'open-item') pane = await admin.begins();
    admin.actions = 0;
    const outcome = await throughDoor(pane, door, kind, table[profile][door][kind]);
    cells[kind] = { outcome, actions: admin.actions };
  }
  return cells;
}

async function throughDoor(
  pane: Frame,
  door: DoorId,
  kind: MailKind,
  expected: Outcome,
): Promise<Outcome | string> {
  const mail = clientMails[kind];
  switch (door) {
    case 'open-item': {
      const beside = await admin.selects(mail);
      return beside ? outcomeIn(beside, mail, mail.subject, expected) : 'button-off';
    }
    case 'recent-bounces':
      if (!(await admin.picksRecent(pane, mail))) return 'not-listed';
      return outcomeIn(pane, mail, mail.subject, expected);
    case 'dragged-mail':
      if (!(await admin.drags(mail))) return 'not-taken';
      return outcomeIn(pane, mail, await droppedName(mail), expected);
    case 'chosen-files':
      await admin.choosesFile(pane, mail);
      return outcomeIn(pane, mail, mail.file, expected);
    case 'pasted-text':
      await admin.pastes(pane, texts.get(kind) ?? '');
      return outcomeIn(pane, mail, 'Pasted text', expected);
    case 'typed-question':
      await admin.asks(pane, mail);
      return outcomeIn(pane, mail, mail.question, expected);
  }
}

/** Outlook names the file by the subject. */
async function droppedName({ subject }: ClientMail): Promise<string> {
  const profile = await open.page.evaluate(() => window.mailbox.profile);
  const drags = profiles.find(({ id }) => id === profile)?.drags.value;
  return `${subject.replace(/:/g, '_')}.${drags === 'msg-file' ? 'msg' : 'eml'}`;
}

/** Does the pane's own list of doors say that this one does not work here? */
async function saysNotHere(pane: Frame, door: DoorId): Promise<boolean> {
  const names = {
    'open-item': 'The open message:',
    'recent-bounces': 'Recent bounces:',
    'dragged-mail': 'Drag and drop:',
    'chosen-files': 'Files:',
    'pasted-text': 'Paste:',
    'typed-question': 'Ask:',
  };
  const toggle = pane.getByRole('button', { name: 'What works here' });
  await toggle.click();
  // The list loads with the first click.
  await pane.locator('.door').first().waitFor();
  const shut = await pane.locator('.door-shut', { hasText: names[door] }).count();
  await toggle.click();
  return shut > 0;
}
