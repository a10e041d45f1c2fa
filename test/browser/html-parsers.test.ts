/** The pane reads the HTML of mails by the browser's parser, all else by parse5: both must see the same. */
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { buildPage } from './harness/build-page';
import type { HtmlPage } from './harness/html-page/page';
import { launch } from './harness/launch';

jest.setTimeout(120_000);

let browser: Browser;
let page: Page;
const reported: string[] = [];
beforeAll(async () => {
  const [started, folder] = await Promise.all([launch(), buildPage('html-page')]);
  browser = started;
  page = await browser.newPage();
  page.on('console', (line) => reported.push(line.text()));
  await page.goto(pathToFileURL(join(folder, 'taskpane.html')).href);
});
afterAll(() => browser.close());
/** The page's policy is as strict as the pane's, and what is only read must not break it. */
afterEach(() => expect(reported.splice(0)).toEqual([]));

const differences = (pages: readonly string[]) =>
  page.evaluate(
    (asked) =>
      asked.flatMap((html) => {
        const found = (window as unknown as { html: HtmlPage }).html.difference(html);
        return found ? [{ html: html.slice(0, 300), ...found }] : [];
      }),
    pages,
  );

const folders = ['host/mails', 'test/host/fixtures/mails'];
test('the mails', async () => {
  const mails = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.eml'))
      .map((file) => readFileSync(join(folder, file), 'utf8')),
  );
  // A whole mail is odd HTML, and the HTML in it is usual.
  const pages = mails.flatMap((mail) => [mail, mail.slice(Math.max(0, mail.search(/<html/i)))]);
  expect(pages.length).toBeGreaterThan(100);
  expect(await differences(pages)).toEqual([]);
});

test.each([
  '<form><input name="childNodes"><input name="nodeType"><input name="attributes"><a href="x">y</a></form>',
  '<img name="childNodes"><img name="nodeType"><p>text</p>',
  '<form id="localName"><input name="localName">text</form>',
  '<template><p>inside</p></template>',
  '<p>No mailbox <user@example.com> here</p>',
  '<svg><a xlink:href="https://one.example">x</a><style>p</style></svg>',
  '<v:roundrect href="https://one.example">Open</v:roundrect>',
  '<!--[if mso]><a href="https://one.example">Open</a><![endif]-->',
  '<noscript><p>shown</p></noscript><script>hidden()</script>',
  '<table><tr><td>a<table>b</table>',
  '<base href="https://one.example/"><p style="color: red" style>style = 1</p><style>p {}</style>',
  '<b/style=x><a href="?style=1&style" title=style>base href=1 \ue000</a><base/href=x><style =1>x</style >',
  '<p onclick="x()"><body onload=x()><script src=x></script><link rel=stylesheet href=x><img src=x onerror=x()>',
  '<meta http-equiv="refresh" content="0;url=x"><iframe src=x srcdoc="<p style=x>"></iframe><object data=x></object>',
  '<p>&nbsp;&notanentity;&#0;&#x80;&amp',
  'a\r\nb\0c',
])('both parsers show the same of %s', async (html) => expect(await differences([html])).toEqual([]));

// But `select`: what may stand in one was changed in the standard, and browsers of this year differ in it.
test('anything made of the pieces of pages', async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...'a b p div table tr td form input svg math template noscript style title textarea li br'
        .split(' ')
        .flatMap((name) => [`<${name}>`, `</${name}>`, `<${name} href="x" name=childNodes>`]),
      ...' style= style href= base <base <a'.split(' ').map((word) => `${word} `),
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<!doctype html>',
      '&amp;',
      '&#x41',
      '\n',
    ),
    fc.string({ maxLength: 8 }),
  );
  const pages = fc.sample(
    fc.array(piece, { minLength: 1, maxLength: 30 }).map((pieces) => `x${pieces.join('')}`),
    { numRuns: 3000, seed: 20261126 },
  );
  expect(await differences(pages)).toEqual([]);
});
