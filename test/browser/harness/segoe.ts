/** The letters of the pane on every machine: fonts from npm that are about as wide take the place of Segoe UI, which only Windows has. */
import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';

const FACES = [
  ['open-sans', 'latin', '400'],
  ['open-sans', 'latin', '600'],
  ['open-sans', 'latin-ext', '400'],
  ['open-sans', 'latin-ext', '600'],
  ['noto-sans-arabic', 'arabic', '400'],
  ['noto-sans-arabic', 'arabic', '600'],
] as const;
const RANGES = {
  latin: 'U+0000-00FF, U+2000-214F, U+2190-2199, U+2212, U+FEFF, U+FFFD',
  'latin-ext': 'U+0100-02BA, U+1E00-1E9F, U+20A0-20C0',
  arabic: 'U+0600-06FF',
} as const;

/** Handed over as bytes: the page's policy loads no font. */
export async function useSegoeLike(pane: Frame): Promise<void> {
  const faces = FACES.map(([font, script, weight]) => {
    const file = require.resolve(`@fontsource/${font}/files/${font}-${script}-${weight}-normal.woff2`);
    return { bytes: readFileSync(file).toString('base64'), weight, unicodeRange: RANGES[script] };
  });
  await pane.evaluate(async (all) => {
    for (const { bytes, ...descriptors } of all) {
      const face = new FontFace(
        'Segoe UI',
        Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0)),
        descriptors,
      );
      document.fonts.add(await face.load());
    }
  }, faces);
}
