/** Pages that no program would write, but a person with bad intent: pieces of markup in any order, and cut anywhere. */

/** What the HTML standard has rules of their own for. */
const PIECES = [
  '<',
  '>',
  '</',
  '/>',
  '"',
  "'",
  '=',
  '&',
  '&#',
  '&#x',
  '&amp',
  '&nbsp;',
  '&notit;',
  ';',
  '\0',
  '\t',
  '\n',
  '\r',
  '\f',
  ' ',
  '<!--',
  '-->',
  '--!>',
  '<!-->',
  '<!--->',
  '<!',
  '<!DOCTYPE html>',
  '<![CDATA[',
  ']]>',
  '<?xml',
  '?>',
  '<!--[if mso]>',
  '<![endif]-->',
  '<![endif]',
  '<!--[if !mso]><!-->',
  ...'html head body title base noscript object form a area p div span table tr td th ul li br hr img input button select option textarea script style xmp iframe noembed noframes plaintext svg math foreignObject template v:roundrect center'
    .split(' ')
    .flatMap((name) => [`<${name}>`, `</${name}>`, `<${name} `]),
  'href="https://a.example/"',
  "href='https://b.example/'",
  'href=https://c.example/',
  'href = "x"',
  'action=https://d.example/',
  'xlink:href="e"',
  'id="b"href="f"',
  'title=">"',
  'type=password',
  'style="display:none"',
  '550 5.1.1 User unknown',
  'user@example.com',
  '<user@example.com>',
  'Delivery has failed',
  'x',
  '\u00fc',
  '\u{1f600}',
  '\ud800',
];

const TYPES = [
  'text/html',
  'text/html; charset=utf-8',
  'text/html; charset=utf-16le',
  'text/html; charset=iso-2022-jp',
];

/** @returns a page of pieces */
export function spoiltPage({ pick, size, maybe, below }) {
  let page = maybe(0.5) ? '<html><head><title>Undeliverable</title></head><body>' : '';
  for (let n = 1 + size(300); n > 0; n--) page += pick(PIECES);
  // Now and then one piece again and again: what nests, or never ends.
  if (maybe(0.2)) page += pick(PIECES).repeat(size(20_000));
  return maybe(0.1) ? page.slice(0, below(page.length)) : page;
}

/** @returns `{ bytes, label }`: a mail of such a page */
export function spoiltHtml(luck) {
  const head = `Return-Path: <>\nFrom: Mail Delivery System <mailer-daemon@mx.example.com>\nSubject: Undeliverable: x\nMIME-Version: 1.0\nContent-Type: ${luck.pick(TYPES)}\n\n`;
  return { bytes: new Uint8Array(Buffer.from(head + spoiltPage(luck))), label: 'a page of pieces' };
}
