/** Who sees little, uses the keyboard alone, or has the pane read aloud: every state, by the rules of WCAG 2.2 AA. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { THEMES_SHOWN, WIDTHS } from '../../host/gallery/looks';
import type { GalleryWindow } from '../../host/gallery/state';
import { STATES } from '../../host/gallery/states';
import type { Theme } from '../../src/outlook/theme';
import { THEMES } from '../../src/parts/themes';
import { openGallery, type OpenGallery } from './harness/gallery';
import { launch } from './harness/launch';

const axeSource = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The pane of 320 px at a zoom of 200 and of 400 %, in CSS pixels. */
const ZOOMED = [
  { width: 160, height: 300 },
  { width: 80, height: 150 },
];
const WIDEST = Math.max(...WIDTHS);
const ids = STATES.map(({ id }) => id);

jest.setTimeout(120_000);
let browser: Browser;
let gallery: OpenGallery;
beforeAll(async () => {
  browser = await launch();
  gallery = await openGallery(browser);
});
afterAll(async () => {
  await gallery.close();
  await browser.close();
});

const show = (state: string, language = 'en-US') =>
  gallery.show({ state, theme: 'light', language, width: 320 });

describe('each state in each theme, and in the colours that the reader forces', () => {
  test.each(ids)('%s', async (state) => {
    const { page, said } = gallery;
    said.length = 0;
    await show(state);
    await page.evaluate(axeSource);
    const found: string[] = [];
    for (const theme of THEMES_SHOWN) {
      await turn(theme);
      found.push(...(await violations()).map((violation) => `${theme}: ${violation}`));
    }
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ forcedColors: 'active', colorScheme });
      await turn(`high-contrast-${colorScheme}`);
      found.push(...(await violations()).map((violation) => `forced, ${colorScheme}: ${violation}`));
    }
    await page.emulateMedia({ forcedColors: null, colorScheme: null });
    for (const size of [...WIDTHS.map((width) => ({ width, height: 600 })), ...ZOOMED]) {
      await page.setViewportSize(size);
      found.push(...(await cutOff()).map((part) => `${size.width} px: ${part}`));
      if (size.width === WIDEST)
        found.push(...(await violations()).map((violation) => `${WIDEST} px: ${violation}`));
    }
    expect(found).toEqual([]);
    expect(said).toEqual([]);
  });
});

describe('from right to left', () => {
  test.each(['fix-first-unfolded', 'restricted-unfolded', 'several-opened', 'files', 'settings'])(
    '%s',
    async (state) => {
      await show(state, 'ar');
      await gallery.page.evaluate(axeSource);
      expect(await violations()).toEqual([]);
      expect(await cutOff()).toEqual([]);
      expect(
        await gallery.page.evaluate(() => getComputedStyle(document.querySelector('.page')!).direction),
      ).toBe('rtl');
    },
  );
});

test('one button of a screen comes first, and links of one name lead to one place', async () => {
  for (const state of ['fix-first-unfolded', 'restricted-unfolded', 'several-opened', 'resend-now']) {
    await show(state);
    const [first, links] = await gallery.page.evaluate(() => {
      const brand = getComputedStyle(document.querySelector('.card .actions > *')!).backgroundColor;
      return [
        [...document.querySelectorAll('.scroller button, .scroller a')].filter(
          (element) => getComputedStyle(element).backgroundColor === brand,
        ).length,
        [...document.querySelectorAll('a')].map(({ textContent, href }) => [textContent, href] as const),
      ];
    });
    expect([state, first]).toEqual([state, 1]);
    const places = new Map(links);
    expect(links.filter(([name, href]) => places.get(name) !== href)).toEqual([]);
  }
});

test('a subject that is too long loses its end, also in a pane that reads from the right', async () => {
  await show('others-act', 'ar');
  const [first, box] = await gallery.page.evaluate(() => {
    const name = document.querySelector('.about-name')!;
    const letter = document.createRange();
    letter.setStart(name.firstChild!, 0);
    letter.setEnd(name.firstChild!, 1);
    return [letter, name].map((one) => one.getBoundingClientRect().left);
  });
  expect(Math.abs(first! - box!)).toBeLessThan(2);
});

test.each(['en-US', 'ar', 'de'])('seven causes are seen at once, each in two lines: %s', async (language) => {
  await show('seven-causes', language);
  const [last, bar] = await gallery.page.evaluate(() => [
    [...document.querySelectorAll('.cause-row')].at(6)!.getBoundingClientRect().bottom,
    document.querySelector('.bar')!.getBoundingClientRect().top,
  ]);
  expect(last).toBeLessThanOrEqual(bar!);
});

describe('by the keyboard alone', () => {
  test.each([
    'fix-first-unfolded',
    'several-opened',
    'seven-causes',
    'suspicious',
    'files',
    'settings',
    'nothing-open',
  ])('%s: Tab reaches all, leaves nothing out, and shows where it is', async (state) => {
    await show(state);
    const { page } = gallery;
    await page.evaluate(() => {
      // Where Tab starts from.
      const before = document.createElement('button');
      before.tabIndex = -1;
      document.body.prepend(before);
      before.focus();
    });
    const all = await page.evaluate(reachable);
    expect(all.length).toBeGreaterThan(4);
    const reached: string[] = [];
    const unseen: string[] = [];
    for (let step = 0; step < all.length + 3; step++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(focused);
      if (at === null) break;
      reached.push(at.name);
      if (!at.shown) unseen.push(at.name);
    }
    expect(reached.sort()).toEqual(all.sort());
    expect(unseen).toEqual([]);
  });

  test.each(['settings', 'ways-in'])('Escape closes %s, and the button has the focus', async (state) => {
    await show(state);
    const { page } = gallery;
    await page.locator('.bar-form').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.bar-form').waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-expanded'))).toBe('false');
  });
});

test.each([
  [
    'fix-first',
    'Address does not exist. No mailbox exists for maria.lopez@example.org: the name is misspelled, was changed, or belongs to someone who left. Who acts: Your mail admin. Resend: Fix first, then resend.',
  ],
  [
    'resend-now',
    'Connection was refused. The host of example.org was reached, but no mail service takes connections on its port 25. Who acts: You (training admin). Resend: Resend once, as a try.',
  ],
  ['several', '2 addresses, 2 reasons. None can be resent yet.'],
  [
    'delay',
    'An email is delayed. The mail server of example.org did not answer on port 25 before time ran out; a firewall may drop the traffic. Who acts: Nobody for now. Resend: No resend needed.',
  ],
  [
    'suspicious',
    'This message is suspicious. This message does not behave like a bounce: open no links in it, and report it with your button for suspicious email. Who acts: You (training admin). Resend: Do not resend.',
  ],
  [
    'backscatter',
    'Did you send this email? It was sent as deals@bargains.example.net. Who acts: You (training admin). Resend: Do not resend.',
  ],
  ['not-a-bounce', 'Not a bounce. Nothing to do.'],
])('what is said of %s', async (state, words) => {
  await show(state);
  expect(await gallery.page.locator('.page > [role=status]').textContent()).toBe(words);
});

test.each([
  ['en-US', 'Nov 27, 9:01 AM'],
  ['en-GB', '27 Nov, 09:01'],
  ['de', '27. Nov., 09:01'],
])('a time is written as in %s', async (language, written) => {
  await show('fix-first', language);
  expect(await gallery.page.locator('.about-time').textContent()).toBe(written);
});

/** The theme's own values of Fluent's tokens, `#1f1f1f` or `transparent`: no two themes have all of them alike. */
const colours = (theme: Theme) =>
  Object.fromEntries(
    Object.entries(THEMES[theme]).filter(
      ([name, value]) => name.startsWith('color') && /^[#\w]+$/.test(String(value)),
    ),
  );

/** Outlook turns to another theme; colours have changed once nothing moves any more. */
async function turn(theme: Theme): Promise<void> {
  const { page } = gallery;
  await page.evaluate((name) => (window as unknown as GalleryWindow).gallery.setTheme(name), theme);
  await page.waitForFunction((tokens) => {
    const style = getComputedStyle(document.querySelector('.fui-FluentProvider')!);
    const isTurned = Object.entries(tokens).every(
      ([name, value]) => style.getPropertyValue(`--${name}`).trim() === value,
    );
    return isTurned && document.getAnimations().every(({ playState }) => playState !== 'running');
  }, colours(theme));
}

async function violations(): Promise<string[]> {
  const { violations: found } = await gallery.page.evaluate(
    (values) => (window as unknown as { axe: typeof Axe }).axe.run({ runOnly: { type: 'tag', values } }),
    RULES,
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** What makes the pane scroll sideways, or has lost words at an edge that hides them. */
const cutOff = (): Promise<string[]> =>
  gallery.page.evaluate(() => {
    const name = (element: Element) => `${element.tagName.toLowerCase()}.${element.className}`;
    const { clientWidth } = document.documentElement;
    const scroller = document.querySelector('.scroller');
    const isWide =
      document.documentElement.scrollWidth > clientWidth ||
      (scroller !== null && scroller.scrollWidth > scroller.clientWidth);
    const wide = isWide
      ? [...document.querySelectorAll('.page *')].filter((element) => {
          const { left, right, width } = element.getBoundingClientRect();
          return width > 1 && (right > clientWidth + 1 || left < -1);
        })
      : [];
    return isWide ? ['it scrolls sideways', ...wide.slice(0, 3).map(name)] : [];
  });

/** Names of all that Tab should reach. */
function reachable(): string[] {
  const all = 'a[href], button, input, select, textarea, [tabindex="0"]';
  return [...document.querySelectorAll<HTMLElement>(all)]
    .filter((element) => element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => !('disabled' in element && element.disabled))
    .map(
      (element) =>
        `${element.tagName} ${element.id || element.textContent || element.getAttribute('aria-label')}`,
    );
}

/** What has the focus, and whether one sees it: an outline, a frame or a line at it or around it. */
function focused(): { name: string; shown: boolean } | null {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return null;
  const around = [element, element.parentElement, element.nextElementSibling].filter((one) => one !== null);
  const isDrawn = (one: Element) =>
    [null, '::after', '::before'].some((part) => {
      const {
        outlineStyle,
        outlineWidth,
        boxShadow,
        borderTopWidth,
        borderBottomWidth,
        content,
        textDecorationStyle,
      } = getComputedStyle(one, part);
      if (part !== null && content === 'none') return false;
      const hasOutline = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
      const hasFrame =
        part !== null && Math.max(parseFloat(borderTopWidth), parseFloat(borderBottomWidth)) >= 2;
      // Fluent draws two lines below a link.
      return hasOutline || hasFrame || boxShadow !== 'none' || textDecorationStyle === 'double';
    });
  const name = `${element.tagName} ${element.id || element.textContent || element.getAttribute('aria-label')}`;
  return { name, shown: around.some(isDrawn) };
}
