/** Files that run or carry a page, by each way to write their names. */
import { explain } from '../../../src/engine';
import { multipart, REPORT } from '../write-mail';
import { toBytes } from '../write-mail';

const SHAPES: Record<string, (ending: string) => string> = {
  plainly: (ending) => `Content-Disposition: attachment; filename="invoice${ending}"`,
  'in capitals': (ending) => `Content-Disposition: attachment; filename="INVOICE${ending.toUpperCase()}"`,
  'without quotes': (ending) => `Content-Disposition: attachment; filename=Undelivered report${ending}`,
  'in pieces': (ending) =>
    `Content-Disposition: attachment; filename*1="${ending}"; filename*0="invoice.txt"`,
  'in percents': (ending) => `Content-Disposition: attachment; filename*=utf-8''invoice%2E${ending.slice(1)}`,
  'in encoded words': (ending) =>
    `Content-Disposition: attachment; filename="=?utf-8?B?${Buffer.from(`invoice${ending}`).toString('base64')}?="`,
  'behind a decoy': (ending) => `Content-Disposition: attachment; x-name="a.txt"; filename="a${ending}"`,
  'in the other field': (ending) => `Content-Type: application/octet-stream; name="a${ending}"`,
  'by a very long name': (ending) =>
    `Content-Disposition: attachment; filename="${'x'.repeat(400)}${ending}"`,
};
const ENDINGS = '.html .htm .svg .js .url .chm .ics .xll .msi .iqy .wsh .lnk .iso .hta .pif'.split(' ');

const namesOf = async (field: string) => {
  const mail = multipart([`Content-Type: text/plain\n\n${REPORT}`, `${field}\n\nx`], {
    From: 'Mail System <info@evil.example>',
  });
  const { trust } = await explain(toBytes(mail), { ownDomains: ['company.example'] });
  return trust.signals.filter(({ id }) => id === 'risky-attachment').length;
};

test.each(Object.entries(SHAPES))(`%s: ${ENDINGS.length} endings`, async (_how, write) => {
  const missed: string[] = [];
  for (const ending of ENDINGS) if ((await namesOf(write(ending))) === 0) missed.push(ending);
  expect(missed).toEqual([]);
});

test('a picture or a text is none', async () => {
  for (const ending of ['.png', '.txt', '.eml']) expect(await namesOf(SHAPES.plainly!(ending))).toBe(0);
});
