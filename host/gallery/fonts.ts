/**
 * The same letters on every machine, so that pictures can be compared: fonts from npm take the place of Segoe UI,
 * which only Windows has.
 */
const LATIN = 'U+0000-02FF, U+1E00-1EFF, U+2000-214F, U+2190-2199, U+2212, U+FEFF, U+FFFD';

const FACES: readonly [url: URL, weight: string, range: string][] = [
  [new URL('@fontsource/open-sans/files/open-sans-latin-400-normal.woff2', import.meta.url), '400', LATIN],
  [new URL('@fontsource/open-sans/files/open-sans-latin-600-normal.woff2', import.meta.url), '600', LATIN],
  [
    new URL('@fontsource/open-sans/files/open-sans-latin-ext-400-normal.woff2', import.meta.url),
    '400',
    'U+0100-02BA, U+1E00-1E9F, U+20A0-20C0',
  ],
  [
    new URL('@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2', import.meta.url),
    '400',
    'U+0600-06FF',
  ],
  [
    new URL('@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-600-normal.woff2', import.meta.url),
    '600',
    'U+0600-06FF',
  ],
];

export async function loadFonts(): Promise<void> {
  const faces = FACES.map(
    ([url, weight, unicodeRange]) =>
      new FontFace('Segoe UI', `url(${url.href})`, { weight, unicodeRange, display: 'block' }),
  );
  await Promise.all(faces.map((face) => face.load()));
  for (const face of faces) document.fonts.add(face);
}
