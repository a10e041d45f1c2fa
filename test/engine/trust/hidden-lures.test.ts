/**
 * A page can hide a lure and its link from a reader that is not quite a browser. Each such place is tried in each
 * language: the engine must see both, as a mail program shows them.
 */
import { explain } from '../../../src/engine';
import { mulberry32 } from '../random';
import { bounce, toBytes } from '../write-mail';

const EVIL = 'https://evil.example/';
const LONG = 'x'.repeat(30_000);

/** Where the markup of a lure goes. */
const PLACES: Record<string, (lure: string) => string> = {
  'plainly in the body': (lure) => `<body>${lure}</body>`,
  'behind an open head': (lure) => `<head><title>x</title>${lure}`,
  'behind an open head, in a body': (lure) => `<head><meta charset=utf-8><body>${lure}`,
  'behind an empty comment': (lure) => `<!-->${lure}`,
  'behind a comment of three dashes': (lure) => `<!--->${lure}`,
  'behind a comment with an odd end': (lure) => `<!-- x --!>${lure}`,
  'between two comments': (lure) => `<!-- <p> -->${lure}<!-- </p> -->`,
  'behind a comment in a comment': (lure) => `<!-- <!-- x -->${lure}`,
  'behind a declaration': (lure) => `<!DOCTYPE html [<!ENTITY x "y">${lure}`,
  'behind a bogus comment': (lure) => `</ x>${lure}`,
  'behind a processing instruction': (lure) => `<?xml version="1.0"?>${lure}`,
  'behind CDATA in a page': (lure) => `<![CDATA[x>${lure}]]>`,
  'in place of scripts': (lure) => `<noscript>${lure}</noscript>`,
  'in place of scripts, in the head': (lure) => `<head><noscript>${lure}</noscript></head>`,
  'in place of an object': (lure) => `<object data="x">${lure}</object>`,
  'in place of sound': (lure) => `<audio>${lure}</audio>`,
  'in a drawing': (lure) => `<svg><foreignObject>${lure}</foreignObject></svg>`,
  'in a drawing that never ends': (lure) => `<svg><g>${lure}`,
  'in a drawing’s title': (lure) => `<svg><title>${lure}</title></svg>`,
  'in a drawing’s style': (lure) => `<svg><style>${lure}</style></svg>`,
  'in a formula': (lure) => `<math><mtext>${lure}</mtext></math>`,
  'behind a closed style': (lure) => `<style>p{}</style >${lure}`,
  'behind a style closed with an attribute': (lure) => `<style></style x="y">${lure}`,
  'behind a closed script': (lure) => `<script>"<!--</scr"</script>${lure}`,
  'behind a closed title': (lure) => `<title>a</title/>${lure}`,
  'behind a text field': (lure) => `<textarea>a</textarea>${lure}`,
  'behind a list that takes in no style': (lure) => `<select><style></select>${lure}`,
  'in a template': (lure) => `<template>${lure}</template>`,
  'for classic Outlook': (lure) => `<!--[if mso]>${lure}<![endif]-->`,
  'for later Outlook': (lure) => `<!--[if gte mso 9]>${lure}<![endif]-->`,
  'for all but Outlook': (lure) => `<!--[if !mso]><!-->${lure}<!--<![endif]-->`,
  'in nested tables': (lure) => `${'<table><tr><td>'.repeat(60)}${lure}`,
  'beside a table’s cells': (lure) => `<table><tr>${lure}<td>x</td></tr></table>`,
  'in elements too deep': (lure) => `${'<div>'.repeat(3000)}${lure}`,
  'behind a very long tag': (lure) => `<p title="${LONG}">${lure}`,
  'behind a quote in a tag': (lure) => `<p title="x>"y">${lure}`,
  'behind an end tag that opens nothing': (lure) => `</script></head></body></html>${lure}`,
  'behind the end of the page': (lure) => `<html><body>x</body></html>${lure}`,
  'in a button': (lure) => `<button>${lure}</button>`,
  'in frames’ stead': (lure) => `<center><font>${lure}</font></center>`,
  'with bytes of zero': (lure) => `<p\u0000>${lure}`,
  'in letters of no size': (lure) => `<span style="font-size:0">x</span>${lure}`,
};

/** How the link is written. */
const LINKS: Record<string, (words: string) => string> = {
  plainly: (words) => `<a href="${EVIL}">${words}</a>`,
  'without quotes': (words) => `<a href=${EVIL}>${words}</a>`,
  'with blanks round the sign': (words) => `<a href  =  '${EVIL}'>${words}</a>`,
  'with a slash for a blank': (words) => `<a/href="${EVIL}">${words}</a>`,
  'behind another value': (words) => `<a id="b"href="${EVIL}">${words}</a>`,
  'behind a decoy in a title': (words) =>
    `<a title=" href='https://microsoft.com/'" href="${EVIL}">${words}</a>`,
  'before a decoy': (words) => `<a href="${EVIL}" href="https://microsoft.com/">${words}</a>`,
  'in capitals, over lines': (words) => `<A\nHREF\n=\n"${EVIL}"\n>${words}</A>`,
  'in entities': (words) => `<a href="https&colon;&#47;&#x2f;evil.example/">${words}</a>`,
  'with a tab inside': (words) => `<a href="https://ev\til.example/">${words}</a>`,
  'behind a very long value': (words) => `<a class="${LONG}" href="${EVIL}">${words}</a>`,
  'as an area': (words) => `${words}<map><area href="${EVIL}"></map>`,
  'as the base': (words) => `<base href="${EVIL}"><a href="release">${words}</a>`,
  'as a form': (words) => `<form action="${EVIL}">${words}<input type=submit></form>`,
  'as a button of a form': (words) => `<form><button formaction="${EVIL}">${words}</button></form>`,
  'in a drawing': (words) => `<svg><a xlink:href="${EVIL}"><text>${words}</text></a></svg>`,
  'as Outlook draws a button': (words) =>
    `<!--[if mso]><v:roundrect href="${EVIL}">${words}</v:roundrect><![endif]-->`,
};

const LURES: Record<string, string> = {
  en: 'Release your messages',
  de: 'Zurückgehaltene Nachrichten freigeben',
  fr: 'Libérer les messages',
  es: 'Liberar mensajes',
  tr: 'Bekleyen iletiler',
  it: 'Rilasciare i messaggi',
  pt: 'Liberar mensagens',
  nl: 'Berichten vrijgeven',
  ar: 'إصدار الرسائل المعلقة',
  ru: 'Получить задержанные письма',
  ja: '保留中のメールを受け取る',
  zh: '释放待处理邮件',
};

const LINK_SIGNALS = ['foreign-links', 'foreign-link-written', 'disguised-link'];

/** Languages whose lures the engine knows by their words; in the others the link must tell. */
const KNOWN = ['en', 'de', 'fr', 'es', 'tr', 'it', 'pt', 'nl'];

/** Does the engine see it? */
async function isSeen(html: string, signals = LINK_SIGNALS): Promise<boolean> {
  const mail = bounce(html, {
    'Return-Path': '<info@evil.example>',
    From: 'Mail System <info@evil.example>',
    Subject: 'Undelivered mail',
    'Content-Type': 'text/html; charset=utf-8',
  });
  const { trust } = await explain(toBytes(mail), { ownDomains: ['company.example'] });
  expect(trust.verdict).not.toBe('genuine');
  return trust.signals.some(({ id }) => signals.includes(id));
}

const languages = Object.keys(LURES).length;
const links = Object.entries(LINKS);

test('a page without a lure is not taken for one', async () => {
  const page = '<p>Your message could not be delivered to user@example.com.</p>';
  expect(await isSeen(page)).toBe(false);
  expect(await isSeen(page, ['lure-words'])).toBe(false);
});

describe(`${Object.keys(PLACES).length} places in ${languages} languages`, () => {
  test.each(Object.entries(PLACES))('a lure %s', async (_where, put) => {
    const missed: string[] = [];
    for (const [language, words] of Object.entries(LURES))
      if (!(await isSeen(put(LINKS.plainly!(words))))) missed.push(language);
    expect(missed).toEqual([]);
  });
});

describe(`${Object.keys(PLACES).length} places, words alone, in ${KNOWN.length} languages`, () => {
  test.each(Object.entries(PLACES))('words %s', async (_where, put) => {
    const missed: string[] = [];
    for (const language of KNOWN)
      if (!(await isSeen(put(`<p>${LURES[language]}</p>`), ['lure-words']))) missed.push(language);
    expect(missed).toEqual([]);
  });
});

describe(`${links.length} ways to write a link in ${languages} languages`, () => {
  test.each(links)('a link %s', async (_how, write) => {
    const missed: string[] = [];
    for (const [language, words] of Object.entries(LURES))
      if (!(await isSeen(`<body>${write(words)}</body>`))) missed.push(language);
    expect(missed).toEqual([]);
  });
});

const SEED = 12;
const PAIRS = 300;
test(`${PAIRS} of two places and a link, by seed ${SEED}`, async () => {
  const random = mulberry32(SEED);
  const pick = <T>(some: readonly T[]): T => some[Math.floor(random() * some.length)]!;
  const places = Object.entries(PLACES);
  const missed: string[] = [];
  for (let n = 0; n < PAIRS; n++) {
    const [outside, put] = pick(places);
    const [how, write] = pick(links);
    const html = put(`<p>${pick(places)[1]('x')}</p>${write(pick(Object.values(LURES)))}`);
    if (!(await isSeen(html))) missed.push(`${outside}, ${how}: ${html.slice(0, 300)}`);
  }
  expect(missed).toEqual([]);
});
