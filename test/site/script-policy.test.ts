import { readFileSync } from 'node:fs';
import { guardScripts, mayRun, scriptFolders } from '../../src/site/script-policy';

const PAGE = 'https://addin.company.example/pane/taskpane.html';

/** A page with this policy. */
const pageWith = (content: string | null) =>
  ({
    querySelector: () => (content === null ? null : { getAttribute: () => content }),
  }) as unknown as Document;
const html = readFileSync('src/panel/taskpane.html', 'utf8');
const policy = /content="(default-src [^"]*)"/.exec(html)?.[1] ?? '';
const FOLDERS = scriptFolders(pageWith(policy));

test('the folders are those that the page itself allows', () => {
  expect(FOLDERS).toEqual([
    'https://appsforoffice.microsoft.com/lib/1/hosted/',
    'https://ajax.aspnetcdn.com/ajax/',
  ]);
});

test.each([
  ['no policy', null],
  ['no rule for scripts', "default-src 'none'; img-src https://a.example/"],
  [
    'hosts that are no folder',
    "script-src 'self' https://a.example https://*.b.example/ http://c.example/ *",
  ],
])('there are none with %s', (_what, content) => expect(scriptFolders(pageWith(content))).toEqual([]));

test.each([
  'explain.js',
  '/other/file.js',
  'https://appsforoffice.microsoft.com/lib/1/hosted/outlook-web-16.01.js',
  'https://ajax.aspnetcdn.com/ajax/3.5/MicrosoftAjax.js',
])('%s may run', (address) => expect(mayRun(address, PAGE, FOLDERS)).toBe(true));

test.each([
  'https://evil.example/a.js',
  '//evil.example/a.js',
  'https://appsforoffice.microsoft.com.evil.example/lib/1/hosted/office.js',
  'https://appsforoffice.microsoft.com/lib/1/hosted/../../other.js',
  'http://addin.company.example/a.js',
  'data:text/javascript,alert(1)',
  'javascript:alert(1)',
])('%s may not', (address) => expect(mayRun(address, PAGE, FOLDERS)).toBe(false));

test('the browser asks the one rule that there is; text becomes markup in inert documents only', () => {
  const createPolicy = jest.fn();
  const guard = (defaultPolicy: unknown) =>
    guardScripts({
      location: { href: PAGE },
      document: pageWith(policy),
      trustedTypes: { createPolicy, defaultPolicy },
    } as unknown as Window);
  guard(null);
  const [name, rules] = createPolicy.mock.calls[0] as [
    string,
    { createScriptURL(url: string): string | null },
  ];
  expect([name, Object.keys(rules)]).toEqual(['default', ['createScriptURL']]);
  expect(rules.createScriptURL('https://evil.example/a.js')).toBeNull();
  guard(rules);
  expect(createPolicy).toHaveBeenCalledTimes(1);
});
