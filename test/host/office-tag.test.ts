import { officeMode, withLocalOffice } from '../../host/server/office-tag';

const url = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
const sources = (html: string): (string | undefined)[] =>
  [...html.matchAll(/src="?([^" >]+)/g)].map(([, source]) => source);
const ours = ['/office-js/office.js', '/dev/newer-calls.js', '/dev/nested-auth-bridge.js'];

test.each([
  ['plain', `<script src="${url}"></script>`, ''],
  ['async, which would lose the order', `<script async src="${url}"></script>`, ''],
  ['defer, which keeps it', `<script defer="defer" src="${url}"></script>`, ' defer'],
  [
    'typed and crossorigin',
    `<script type="text/javascript" src='${url}' crossorigin="anonymous"></script>`,
    '',
  ],
  ['minified', `<script src=${url}></script>`, ''],
])('a tag that is %s is replaced by ours', (_what, tag, attribute) => {
  const html = withLocalOffice(`<head>${tag}<script defer src="a.js"></script></head>`, 'normal');
  expect(sources(html)).toEqual([...ours, 'a.js']);
  expect(html).toContain(`<script src="/office-js/office.js"${attribute}></script>`);
});

test('other scripts stay', () => {
  const html = '<script src="https://appsforoffice.microsoft.example/office.js"></script>';
  expect(withLocalOffice(html, 'normal')).toBe(html);
});

test('blocked and silent', () => {
  const html = `<script src="${url}"></script>`;
  expect(sources(withLocalOffice(html, officeMode('none')))).toEqual(['/office-js/blocked/office.js']);
  expect(sources(withLocalOffice(html, officeMode('silent')))).toEqual(['/dev/silent-office.js']);
  expect(officeMode('other')).toBe('normal');
});
