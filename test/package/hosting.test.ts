/** The configurations for servers send the same headers. Only nginx's is run (test/browser/hosting.test.ts). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './built';

const read = (name: string) => readFileSync(join(root, 'docs/hosting', name), 'utf8');
const HEADERS = {
  'Content-Security-Policy':
    'frame-ancestors https://outlook.office.com https://outlook.office365.com https://outlook.live.com https://outlook.cloud.microsoft https://*.office.com https://*.microsoft.com',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=()',
  'X-Content-Type-Options': 'nosniff',
};

const sent: [file: string, headers: () => Record<string, string>][] = [
  ['nginx.conf', () => pairs(read('nginx.conf'), /add_header (\S+) "([^"]*)" always;/g)],
  ['web.config', () => pairs(read('web.config'), /<add name="([^"]*)" value="([^"]*)" \/>/g)],
  ['_headers', () => rulesOf('_headers').get('/*') ?? {}],
  [
    'staticwebapp.config.json',
    () =>
      (JSON.parse(read('staticwebapp.config.json')) as { globalHeaders: Record<string, string> })
        .globalHeaders,
  ],
];
const pairs = (text: string, pattern: RegExp) =>
  Object.fromEntries([...text.matchAll(pattern)].map(([, name, value]) => [name, value])) as Record<
    string,
    string
  >;

/** Headers by the path above them. */
const rulesOf = (name: string) =>
  new Map(
    read(name)
      .split('\n\n')
      .map((rule) => [rule.split('\n', 1)[0] ?? '', pairs(rule, /^ {2}(\S+): (.*)$/gm)]),
  );
const KEPT = 'public, max-age=31536000, immutable';

test.each(sent)('%s sends them all, and no X-Frame-Options', (_file, headers) => {
  expect(headers()).toMatchObject(HEADERS);
  expect(Object.keys(headers())).not.toContain('X-Frame-Options');
});

test.each(sent.filter(([file]) => file === 'web.config' || file.endsWith('.json')))(
  '%s has pages asked for anew',
  (_file, headers) => expect(headers()['Cache-Control']).toBe('no-cache'),
);

test('Netlify and Cloudflare have pages asked for anew, and keep the campaign’s files', () => {
  const rules = [...rulesOf('_headers')].flatMap(([path, headers]) =>
    headers['Cache-Control'] === undefined ? [] : [[path, headers['Cache-Control']]],
  );
  expect(rules).toEqual([
    ['/taskpane.html', 'no-cache'],
    ['/campaign.html', 'no-cache'],
    ['/config.json', 'no-cache'],
    ['/campaign/*', KEPT],
  ]);
});

test('IIS keeps the campaign’s files, and of those only what is there', () => {
  const folder = /<location path="campaign">([^]*?)<\/location>/.exec(read('web.config'))?.[1];
  expect(folder).toContain('<remove name="Cache-Control" />');
  expect(folder).toMatch(/cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00"/);
  expect(folder).not.toContain('<add name="Cache-Control"');
});

test('Azure asks anew for the one style sheet without a hash', () => {
  const { routes } = JSON.parse(read('staticwebapp.config.json')) as {
    routes: { route: string; headers?: Record<string, string> }[];
  };
  expect(routes.find(({ route }) => route === '/pages.css')?.headers).toEqual({
    'Cache-Control': 'no-cache',
  });
  expect(routes.findIndex(({ route }) => route === '/pages.css')).toBe(0);
});

test('files in the folder that may be kept have a hash in their names, but for two', () => {
  // The list is asked for anew by the page itself.
  const OTHERS = ['files.json', 'third-party-notices.txt'];
  const names = readdirSync(join(root, 'dist/pane/campaign'));
  expect(names.filter((name) => !/[0-9a-f]{8,20}\.(?:js|css|js\.LICENSE\.txt)$/.test(name)).sort()).toEqual(
    OTHERS,
  );
});
