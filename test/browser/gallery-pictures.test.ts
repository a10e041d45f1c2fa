/**
 * Every state of the pane looks as it did. Pictures of half the size are kept in `pictures/`;
 * `npm run gallery -- --accept` takes the ones of today in their place. What differs is put, with what was expected,
 * into `.cache/gallery`.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { STATES } from '../../host/gallery/states';
import { type Look, openGallery, type OpenGallery, SAME_LETTERS } from './harness/gallery';
import { launch } from './harness/launch';
import { palettePng } from './harness/palette-png';

const KEPT = join(__dirname, 'pictures');
const DIFFERING = join(__dirname, '../../.cache/gallery');
const accepts = process.env.ACCEPT_PICTURES !== undefined;

/** Half the size: small differences of letters get lost, and a picture takes few kB. */
const SCALE = 0.5;
/**
 * In each square of FIELD by FIELD pixels, TOLERATED pixels may differ. Letters drawn a little differently stay below
 * that. A badge of another colour, or a line that has moved, does not.
 */
const FIELD = 16;
const TOLERATED = 32;
/** How much a pixel may differ, from 0 to 1 (black to white): kept pictures have eight steps of each colour. */
const THRESHOLD = 0.15;

/** Each state light and dark, as Outlook opens the pane; the main ones also as others see them. */
const MAIN = [
  'fix-first',
  'resend-now',
  'several-opened',
  'delay',
  'suspicious',
  'files',
  'settings',
  'nothing-open',
];
const ids = STATES.map(({ id }) => id);
const looks: Look[] = [
  ...ids.flatMap((state) =>
    ['light', 'dark'].map((theme) => ({ state, theme, language: 'en-US', width: 320 })),
  ),
  ...MAIN.flatMap((state) => [
    { state, theme: 'light', language: 'ar', width: 320 },
    { state, theme: 'light', language: 'de', width: 450 },
    { state, theme: 'high-contrast-dark', language: 'en-US', width: 320 },
  ]),
];
const nameOf = ({ state, theme, language, width }: Look) => `${state}.${theme}.${width}.${language}.png`;

jest.setTimeout(60_000);
let browser: Browser;
let gallery: OpenGallery;
beforeAll(async () => {
  for (const folder of [KEPT, DIFFERING]) mkdirSync(folder, { recursive: true });
  browser = await launch(SAME_LETTERS);
  gallery = await openGallery(browser, { deviceScaleFactor: SCALE });
});
afterAll(async () => {
  await gallery.close();
  await browser.close();
});

test.each(looks.map((look) => [nameOf(look), look] as const))('looks as accepted: %s', async (name, look) => {
  gallery.said.length = 0;
  await gallery.show(look);
  await gallery.stretch();
  const picture = PNG.sync.read(await gallery.page.screenshot());
  expect(gallery.said).toEqual([]);
  const kept = join(KEPT, name);
  if (accepts) return writeFileSync(kept, palettePng(picture));
  const expected = PNG.sync.read(readFileSync(kept));
  const difference = differing(expected, picture);
  if (difference > TOLERATED) {
    writeFileSync(join(DIFFERING, name), PNG.sync.write(picture));
    writeFileSync(join(DIFFERING, name.replace('.png', '.expected.png')), PNG.sync.write(expected));
  }
  expect({ name, difference: Math.min(difference, TOLERATED) }).toEqual({ name, difference });
});

test('no picture is kept of a state that is gone', () => {
  const gone = readdirSync(KEPT).filter((name) => !looks.some((look) => nameOf(look) === name));
  if (accepts) gone.forEach((name) => rmSync(join(KEPT, name)));
  expect(gone.filter((name) => existsSync(join(KEPT, name)))).toEqual([]);
});

/** The most pixels that differ in any field; all of them where the sizes differ. */
function differing(expected: PNG, picture: PNG): number {
  const { width, height } = expected;
  if (width !== picture.width || height !== picture.height) return FIELD * FIELD;
  return pixelmatch(expected.data, picture.data, null, width, height, {
    threshold: THRESHOLD,
    windowSize: FIELD,
  });
}
