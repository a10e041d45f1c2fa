import { htmlToText } from '../../../src/engine/mail/html-to-text';

const text = (html: string) => htmlToText(html).text;

describe('should become text', () => {
  test.each([
    ['plain words', 'Hello', 'Hello'],
    ['paragraphs as lines', '<p>one</p><p>two</p>', 'one\n\ntwo'],
    ['breaks as lines', 'one<br>two<BR/>three', 'one\ntwo\nthree'],
    ['cells as lines', '<table><tr><td>one</td><td>two</td></tr></table>', 'one\n\ntwo'],
    ['one line an element', '<div>one</div>\n<div>two</div>', 'one\ntwo'],
    ['a break at the end of its line', 'one<br>\ntwo<br>\n', 'one\ntwo'],
    ['an empty element as an empty line', '<div>one</div><div><br></div><div>two</div>', 'one\n\ntwo'],
    ['lines of preformatted text', '<pre>one\n\n  two</pre>', 'one\n\ntwo'],
    ['elements inside elements', '<div>\n<div>\n<div>one</div></div></div><div>two</div>', 'one\ntwo'],
    ['a word cut by a tag', '<b>Hel</b>lo', 'Hello'],
    ['white space as one space', 'a \t  b&nbsp;c', 'a b c'],
    ['entities', '&lt;user&#64;example&#x2e;com&gt; &amp; caf&eacute;', '<user@example.com> & café'],
    ['an entity without its semicolon', 'a &amp b', 'a & b'],
    ['an unknown entity as it stands', '&nosuch; &;', '&nosuch; &;'],
    ['an address in angle brackets', 'To <user@example.com>: failed', 'To <user@example.com>: failed'],
    [
      'an address that begins like a tag',
      '<a.user@example.com> <b@example.com>',
      '<a.user@example.com> <b@example.com>',
    ],
    ['a comparison', 'if a < b and c > d', 'if a < b and c > d'],
    ['an entity once, not twice', '&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['what follows a closed script', '<script>no</script>yes', 'yes'],
    ['what follows a comment', 'a<!-- no -->b', 'ab'],
    ['what follows a doctype', '<!DOCTYPE html>a', 'a'],
    ['a lone <', 'a <', 'a <'],
    ['an open tag at the end', 'a <b', 'a'],
    ['a tag with > in a value', '<a title="x > y">link</a>', 'link'],
    ['a tag with another quote in a value', `<a title="it's" href='x'>link</a>`, 'link'],
    ['a tag with an open quote, which swallows the rest', 'a<a title="x>link</a> more', 'a'],
    ['letters that grow when lowered', '<p>İİİ</p><script>no</script><p>İ yes</p>', 'İİİ\n\nİ yes'],
    ['an end tag that opens nothing', '</div>a</script>b', 'ab'],
  ])('%s', (_what, html, expected) => expect(text(html)).toBe(expected));
});

describe('should not become text', () => {
  test.each([
    ['a script', 'a<script>alert(1)</script>'],
    ['a script in capitals', 'a<SCRIPT>alert(1)</SCRIPT>'],
    ['a script that never ends', 'a<script>alert(1)'],
    ['a style', 'a<style>p { color: red }</style>'],
    ['the head', '<head><title>no</title></head>a'],
    ['a comment', 'a<!-- no -->'],
    ['a comment that never ends', 'a<!-- no'],
    ['a tag in a comment', 'a<!-- <p>no</p> -->'],
    ['a processing instruction', '<?xml version="1.0"?>a'],
    ['a value of an attribute', '<img alt="no">a'],
  ])('%s', (_what, html) => expect(text(html)).toBe('a'));
});

describe('should note where a link leads', () => {
  test.each([
    ['in double quotes', '<a href="https://a.example/?x=1&amp;y=2">x</a>', ['https://a.example/?x=1&y=2']],
    ['in single quotes', `<a class=x href='https://a.example'>x</a>`, ['https://a.example']],
    ['without quotes', '<A HREF=https://a.example>x</A>', ['https://a.example']],
    ['in order', '<a href="b:">1</a><a href="a:">2</a>', ['b:', 'a:']],
    ['not of another attribute', '<a data-href="https://a.example">x</a>', []],
    ['not of another element', '<abbr href="https://a.example">x</abbr>', []],
    ['not in a comment', '<!-- <a href="https://a.example">x</a> -->', []],
  ])('%s', (_what, html, targets) => expect(htmlToText(html).linkTargets).toEqual(targets));
});

describe('hostile input is answered', () => {
  test.each([
    ['open brackets', '<'.repeat(300_000)],
    ['open tags', '<a '.repeat(100_000)],
    ['open comments', '<!--'.repeat(100_000)],
    ['open quotes', '<a x="'.repeat(50_000)],
    ['open scripts', '<script '.repeat(50_000)],
    ['nested elements', '<div>'.repeat(100_000)],
    ['ampersands', '&'.repeat(300_000)],
  ])('%s', (_what, html) => expect(typeof text(html)).toBe('string'));

  test('the words behind thousands of nested elements are read', () => {
    expect(text('<div>'.repeat(20_000) + 'here')).toBe('here');
  });
});

test.each([
  ['&#128512;', '😀'],
  ['&#x1F600;', '😀'],
  ['&Uuml;&uuml;', 'Üü'],
  ['&NotEqualTilde;', '≂̸'],
  ['a&#0;&#xD800;&#9999999;', 'a\ufffd\ufffd\ufffd'],
  ['&__proto__;', '&__proto__;'],
  ['&constructor;', '&constructor;'],
])('%s is %s', (written, shown) => expect(text(written)).toBe(shown));

/** Where a lure and its link were put out of sight of readers that are not quite a browser. */
const LURE = 'Release your messages <a href="https://evil.example/">Release</a>';
describe('is seen, as a browser or Outlook shows it', () => {
  test.each([
    ['behind a head that never ends', `<head><title>x</title><body>${LURE}`],
    ['behind an empty comment', `<!-->${LURE}`],
    ['behind a comment with an odd end', `<!-- x --!>${LURE}`],
    ['behind a comment of three dashes', `<!--->${LURE}`],
    ['where scripts are off', `<noscript>${LURE}</noscript>`],
    ['in place of an object', `<object>${LURE}</object>`],
    ['in a drawing that never ends', `<svg>${LURE}`],
    ['in a drawing’s style', `<svg><style>${LURE}`],
    ['in a list that takes in no style', `<select><style></select>${LURE}`],
    ['behind a processing instruction', `<?x>${LURE}`],
    ['behind a bogus comment', `</ x>${LURE}`],
    ['behind a closed style', `<style></style >${LURE}`],
    ['for Outlook only', `<!--[if mso]>${LURE}<![endif]-->`],
    ['for new Outlook only', `<!--[if gte mso 9]>${LURE}<![endif]-->`],
    ['not for Outlook', `<!--[if !mso]><!-->${LURE}<!--<![endif]-->`],
    ['behind a quote in a tag', `<p title="x>"y">${LURE}`],
    ['behind a tag of 30,000 characters', `<p title="${'x'.repeat(30_000)}">${LURE}`],
  ])('%s', (_where, html) => {
    const page = htmlToText(html);
    expect(page.text).toContain('Release your messages');
    expect(page.linkTargets).toEqual(['https://evil.example/']);
  });

  test.each([
    '<a href  =  "https://evil.example/">x</a>',
    '<a/href="https://evil.example/">x</a>',
    '<a id="b"href="https://evil.example/">x</a>',
    `<a title=" href='https://microsoft.com/'" href="https://evil.example/">x</a>`,
    '<a href="https://evil.example/" href="https://microsoft.com/">x</a>',
    '<a\nhref=https&colon;//evil.example/>x</a>',
    '<area href="https://evil.example/">',
    '<base href="https://evil.example/">',
    '<form action="https://evil.example/">',
    '<button formaction="https://evil.example/">',
    '<svg><a xlink:href="https://evil.example/">x</a></svg>',
    '<!--[if mso]><v:roundrect href="https://evil.example/">x</v:roundrect><![endif]-->',
  ])('the link of %s', (html) => expect(htmlToText(html).linkTargets).toEqual(['https://evil.example/']));

  test.each([
    ['<form action="https://evil.example/">', true],
    ['<input type=PASSWORD>', true],
    ['<p>type your password</p>', false],
  ])('whether %s asks to type something in: %s', (html, asks) => expect(htmlToText(html).hasForm).toBe(asks));
});
