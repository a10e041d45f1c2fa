/** The configurations for servers send the same headers. Only nginx's is run (test/browser/hosting.test.ts). */
import { readFileSync } from 'node:fs';
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
  ['_headers', () => pairs(read('_headers'), /^ {2}(\S+): (.*)$/gm)],
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

test.each(sent)('%s sends them all, and no X-Frame-Options', (_file, headers) => {
  expect(headers()).toMatchObject(HEADERS);
  expect(Object.keys(headers())).not.toContain('X-Frame-Options');
});

test.each(sent.slice(1))('%s has pages asked for anew', (_file, headers) => {
  expect(headers()['Cache-Control']).toBe('no-cache');
});
