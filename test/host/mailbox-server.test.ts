import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { get } from 'node:https';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { certificate } from '../../host/server/certificate';
import { serveMailbox, type MailboxServer } from '../../host/server/mailbox-server';

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: Buffer;
}
const ask = (url: string, headers: Record<string, string> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    get(url, { rejectUnauthorized: false, agent: false, headers }, async (response) => {
      const body = Buffer.concat(await response.toArray());
      resolve({ status: response.statusCode, headers: response.headers, body });
    }).on('error', reject);
  });

// Within the repository, since office.js is looked for from there.
const root = join(__dirname, '../../.cache/test-host');
const folder = (name: string, files: Record<string, string>): string => {
  const dir = join(root, name);
  mkdirSync(dir, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(dir, file), text);
  return dir;
};
const folders = {
  paneDir: folder('pane', {
    'taskpane.html':
      '<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script><p>pane</p>',
    'a.js': '1',
  }),
  pageDir: folder('page', { 'index.html': '<p>mailbox</p>' }),
  mailsDir: join(__dirname, 'fixtures/mails'),
};
folder('dev', { 'newer-calls.js': '2' });

let served: MailboxServer;
let pane: string;
beforeAll(async () => {
  served = await serveMailbox({ ...folders, mailboxPort: 0, panePort: 0 });
  pane = new URL(served.paneUrl).origin;
});
afterAll(() => served.close());

test('the mailbox: page, mails, where the pane is', async () => {
  const page = await ask(served.mailboxUrl);
  expect(page.body.toString()).toBe('<p>mailbox</p>');
  expect(page.headers['content-security-policy']).toContain(`frame-src ${pane};`);
  expect(page.headers['cache-control']).toBe('no-store');
  const mail = await ask(`${served.mailboxUrl}mails/ndr.eml`);
  expect(mail.body.equals(readFileSync(join(folders.mailsDir, 'ndr.eml')))).toBe(true);
  const where = await ask(`${served.mailboxUrl}pane.json`);
  expect(JSON.parse(where.body.toString())).toEqual({ url: `${pane}/taskpane.html` });
});

test('the pane: its page with local tags, and a policy that lets the mailbox alone frame it', async () => {
  const page = await ask(served.paneUrl);
  expect(page.body.toString()).toMatch(/office-js\/office\.js.*newer-calls\.js.*<p>pane/);
  const policy = page.headers['content-security-policy'];
  expect(policy).toContain("default-src 'none'; script-src 'self';");
  expect(policy).toContain(`frame-ancestors ${new URL(served.mailboxUrl).origin}`);
  expect((await ask(`${pane}/`)).headers.location).toBe('/taskpane.html');
  expect((await ask(`${pane}/a.js`)).body.toString()).toBe('1');
  expect((await ask(`${pane}/dev/newer-calls.js`)).body.toString()).toBe('2');
});

test('office.js is the npm file', async () => {
  const own = createRequire(__filename).resolve('@microsoft/office-js/dist/office.js');
  const answer = await ask(`${pane}/office-js/office.js`);
  expect(answer.headers['content-type']).toContain('javascript');
  expect(answer.body.equals(readFileSync(own))).toBe(true);
});

test('blocked and silent, by the address', async () => {
  expect((await ask(`${served.paneUrl}?office=none`)).body.toString()).toContain('blocked/office.js');
  expect((await ask(`${pane}/office-js/blocked/office.js`)).status).toBe(404);
  expect((await ask(`${served.paneUrl}?office=silent`)).body.toString()).toContain('silent-office.js');
});

test.each(['nothing.js', 'nothing.html', '..%2f..%2fpackage.json', '%2e%2e/page/index.html', '%00.html'])(
  'what is not in the pane’s folder is not found: %s',
  async (path) => {
    expect((await ask(`${pane}/${path}`)).status).toBe(404);
  },
);

test('by another name than localhost, one is led to localhost', async () => {
  const { port } = new URL(served.mailboxUrl);
  const answer = await ask(`${served.mailboxUrl}?theme=dark`, { host: `127.0.0.1:${port}` });
  expect([answer.status, answer.headers.location]).toEqual([302, `${served.mailboxUrl}?theme=dark`]);
});

test('a taken port: the next free one', async () => {
  const port = Number(new URL(served.mailboxUrl).port);
  const second = await serveMailbox({ ...folders, mailboxPort: port, panePort: port });
  const ports = [second.mailboxUrl, second.paneUrl].map((url) => Number(new URL(url).port));
  await second.close();
  expect(new Set([port, ...ports]).size).toBe(3);
  for (const each of ports) expect(each).toBeGreaterThan(port);
});

test('an installed certificate is used, else one is made', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'certificate-'));
  expect((await certificate(dir)).source).toBe('made');
  writeFileSync(join(dir, 'localhost.key'), 'key');
  writeFileSync(join(dir, 'localhost.crt'), 'crt');
  expect(await certificate(dir)).toEqual({ key: 'key', cert: 'crt', source: 'installed' });
});

/** Sends bytes as they are, and gives the first line of what comes back, or how the connection ended. */
const send = (origin: string, request: string): Promise<string> =>
  new Promise((resolve) => {
    const { port } = new URL(origin);
    const socket = connect({ host: 'localhost', port: Number(port), rejectUnauthorized: false }, () =>
      socket.write(request),
    );
    let answer = '';
    socket.on('data', (bytes: Buffer) => {
      answer += bytes.toString('latin1');
      if (answer.includes('\r\n')) socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.setTimeout(5000, () => socket.destroy());
    socket.on('close', () => resolve(answer.split('\r\n')[0] ?? ''));
  });

describe('every request is survived', () => {
  const head = (line: string, host: string) => `${line} HTTP/1.1\r\nHost: ${host}\r\n`;
  const closing = 'Connection: close\r\n\r\n';
  test.each<[string, (host: string) => string]>([
    ['GET //', (host) => head('GET //', host) + closing],
    ['GET ///', (host) => head('GET ///', host) + closing],
    ['an address that is none', (host) => head('GET http://[', host) + closing],
    ['broken percent escapes', (host) => head('GET /%', host) + closing],
    ['broken percent escapes below a folder', (host) => head('GET /mails/%E0%A4%A', host) + closing],
    [
      'a mail that was read, with broken escapes',
      (host) => head('POST /read/%zz', host) + 'Content-Length: 0\r\n' + closing,
    ],
    ['office.js with broken escapes', (host) => head('GET /office-js/%', host) + closing],
    ['a page with a zero byte', (host) => head('GET /%00.html', host) + closing],
    ['a header of 200 kB', (host) => `${head('GET /', host)}X-Long: ${'x'.repeat(200_000)}\r\n${closing}`],
    ['10,000 headers', (host) => head('GET /', host) + 'X-A: b\r\n'.repeat(10_000) + closing],
    ['an address of 100 kB', (host) => head(`GET /${'x'.repeat(100_000)}`, host) + closing],
    ['no host', () => 'GET / HTTP/1.0\r\n\r\n'],
    ['a host that is none', () => head('GET /', 'a b//c') + closing],
    ['no HTTP at all', () => '\x16\x03\x01 nothing\r\n\r\n'],
    [
      'two lengths',
      (host) => head('POST /read/a', host) + 'Content-Length: 1\r\nContent-Length: 2\r\n' + closing,
    ],
  ])('%s', async (_what, request) => {
    for (const origin of [served.mailboxUrl, pane, served.graphUrl]) {
      const answer = await send(origin, request(new URL(origin).host));
      // Answered or refused, and never by what went wrong inside.
      expect(answer).toMatch(/^(?:HTTP\/1\.1 (?:[234]\d\d) .*|)$/);
    }
    expect((await ask(served.mailboxUrl)).status).toBe(200);
    expect((await ask(served.paneUrl)).status).toBe(200);
  });
});

test('the mailbox page may be framed by nobody and sends forms nowhere', async () => {
  const policy = (await ask(served.mailboxUrl)).headers['content-security-policy'];
  for (const rule of ["frame-ancestors 'none'", "form-action 'none'", "base-uri 'none'"])
    expect(policy).toContain(rule);
});
