/**
 * What a tired admin sees without scrolling: what happened, who acts, may it be resent, the first step. Of every
 * mail of the mailbox, in every language, in a low pane of two widths.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Frame } from 'playwright-core';
import { languageTags } from '../../src/engine';
import { launch } from './harness/launch';
import { openMailbox } from './harness/open-mailbox';
import { useSegoeLike } from './harness/segoe';

const WIDTHS = [320, 270] as const;
const HEIGHT = 600;
/**
 * How high the card itself may be, in the narrow pane that Outlook opens: 250 px. Of 80 mails, eight are higher in
 * German, five in Spanish, two in Turkish and 24 in French: their words for who acts and for the verdict need a
 * second line, and their sentences a fourth.
 */
const CARD: Readonly<Record<string, number>> = { tr: 270, es: 275, de: 280, fr: 290 };
const CARD_MOSTLY = 250;
/** Of 160 screens, 128 say who acts, and 124 have a step. */
const MANY = 120;
const mails = readdirSync(join(__dirname, '../../host/mails')).filter((name) => name.endsWith('.eml'));

jest.setTimeout(600_000);
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Where the parts end, in pixels from the top; null for a part that is not there. */
interface Screen {
  bar: number;
  what: number | null;
  who: number | null;
  resend: number | null;
  copy: number | null;
  step: number | null;
  card: number | null;
  rows: (number | null)[];
  wide: boolean;
}

const look = (pane: Frame): Promise<Screen> =>
  pane.evaluate(() => {
    const bottom = (selector: string) =>
      document.querySelector(selector)?.getBoundingClientRect().bottom ?? null;
    const turn = [...document.querySelectorAll('.card .turn')].at(0);
    const last = (selector: string) => turn?.querySelector(selector)?.getBoundingClientRect().bottom ?? null;
    return {
      bar: document.querySelector('.bar')!.getBoundingClientRect().top,
      what: bottom('h1'),
      who: last('dd:first-of-type'),
      resend: last('.verdict'),
      copy: bottom('.card .actions'),
      step: bottom('.plan .step-box'),
      card: document.querySelector('.card')?.getBoundingClientRect().height ?? null,
      rows: [...document.querySelectorAll('.cause-row')].map((row) => row.getBoundingClientRect().bottom),
      wide: document.documentElement.scrollWidth > innerWidth,
    };
  });

/** What is missing of the first screen. */
function missing(screen: Screen, limit: number): string[] {
  const { bar, what, who, resend, copy, step, card, rows, wide } = screen;
  const seen = (end: number | null) => end === null || end <= bar;
  const faults: [boolean, string][] = [
    [what === null || what > bar, 'what happened'],
    [!seen(who), 'who acts'],
    [!seen(resend), 'the verdict'],
    [!seen(copy), 'the copy'],
    [!seen(step), 'the first step'],
    // A row of its own for each cause says who acts, the verdict and the step that is next.
    [rows.some((end) => !seen(end)), 'a cause'],
    [rows.length === 0 && who !== null && (card ?? 0) > limit, `a card of ${Math.round(card ?? 0)} px`],
    [wide, 'its width: it scrolls sideways'],
  ];
  return faults.flatMap(([fault, name]) => (fault ? [name] : []));
}

/** Mails of people, each with a subject that no other mail has. */
const OTHERS = ['colleague.eml', 'newsletter.eml', 'meeting-note.eml'];

const subject = () => document.querySelector('.about-name')?.textContent ?? '';
const isOther = (before: string) =>
  document.querySelector('main[aria-busy=false] h1') !== null &&
  (document.querySelector('.about-name')?.textContent ?? before) !== before;

test.each(languageTags())('fits the first screen in %s', async (language) => {
  const open = await openMailbox(browser, {
    mail: null,
    locale: language,
    width: 320,
    viewport: { width: 1300, height: HEIGHT + 40 },
  });
  const { page, pane } = open;
  const found: string[] = [];
  /** How many screens have it at all: what is never there is never below the bar. */
  const had = { who: 0, resend: 0, copy: 0, step: 0 };
  try {
    await pane.locator('h1').waitFor();
    await useSegoeLike(pane);
    const frame = await pane.frameElement();
    let tried = 0;
    let last = '';
    for (const mail of mails) {
      // Two bounces in a row may look alike: in between, another mail is shown.
      const between = OTHERS.find((file) => file !== mail && file !== last) ?? '';
      for (const file of [between, mail]) {
        const before = await pane.evaluate(subject);
        await page.evaluate((name) => window.mailbox.select(name), file);
        await pane.waitForFunction(isOther, before);
      }
      last = mail;
      for (const width of WIDTHS) {
        await frame.evaluate(
          (element, size) =>
            Object.assign((element as HTMLElement).style, {
              width: `${size[0]}px`,
              height: `${size[1]}px`,
              flex: 'none',
            }),
          [width, HEIGHT] as const,
        );
        const limit = width < 320 ? Infinity : (CARD[language] ?? CARD_MOSTLY);
        const screen = await look(pane);
        for (const part of ['who', 'resend', 'copy', 'step'] as const) if (screen[part] !== null) had[part]++;
        const lacks = missing(screen, limit);
        if (lacks.length > 0) found.push(`${mail}, ${width} px: ${lacks.join(', ')}`);
        tried++;
      }
    }
    expect(tried).toBe(mails.length * WIDTHS.length);
    expect(found).toEqual([]);
    expect(Math.min(...Object.values(had))).toBeGreaterThan(MANY);
  } finally {
    await open.close();
  }
});
