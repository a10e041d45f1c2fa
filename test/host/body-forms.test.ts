/** @jest-environment jsdom */
import { htmlOfText, textOfHtml } from '../../host/page/body-forms';

test.each([
  ['lines and paragraphs', '<p>a<br>b</p><p>c</p>', 'a\nb\n\nc'],
  ['cells of a row', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\n\nc'],
  ['space that means nothing', '<div>\r\n  a\r\n  b </div>', 'a b'],
  ['lines of preformatted text', '<pre>a\nb</pre>', 'a\nb'],
  ['entities, also of markup', 'a &amp; &lt;b&gt; &uuml;&#8364;', 'a & <b> ü€'],
  ['nothing unseen', '<style>p{}</style><!-- x --><script>y</script><title>t</title>a', 'a'],
  ['attributes with an angle in them', '<a title="x > y">a</a>', 'a'],
  ['a tag that never ends', 'a <b', 'a <b'],
])('text of HTML: %s', (_what, html, text) => {
  expect(textOfHtml(html)).toBe(text);
});

test('a text survives its HTML form', () => {
  const text = 'a <b>\nc & "d"';
  expect(textOfHtml(htmlOfText(text))).toBe(text);
});
