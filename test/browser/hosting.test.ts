/** The package, served by the real nginx with its own configuration, in a browser and looked at by check:deployment. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { renameSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { pack, root, unpack } from '../package/built';
import { launch } from './harness/launch';
import { answerForMicrosoft } from './harness/microsoft-hosts';
import { freePort, nginx, PortTaken, serveByNginx, type NginxSite } from './harness/nginx';

const described = nginx ? describe : describe.skip;
if (!nginx) console.log('Not run: nginx is not installed (Debian: apt-get install nginx-light).');
jest.setTimeout(120_000);

described('the package, served by nginx (skipped where nginx is not installed)', () => {
  let site: NginxSite;
  let files: Map<string, string>;
  let browser: Browser;
  beforeAll(async () => {
    site = await packAndServe().catch((error: unknown) => {
      // Packing takes seconds, in which somebody else may take the port.
      if (error instanceof PortTaken) return packAndServe();
      throw error;
    });
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });
  /** The package bears its address, so the port is chosen before it is packed. */
  async function packAndServe(): Promise<NginxSite> {
    const port = await freePort();
    files = await unpack(pack(['--address', `https://localhost:${String(port)}`]));
    return serveByNginx(files, port);
  }
  const named = (pattern: RegExp) =>
    [...files.keys()].find((path) => pattern.test(path))?.slice('pane/'.length) ?? 'none';

  function headersOf(path: string): Promise<{ status: number | undefined; headers: IncomingHttpHeaders }> {
    return new Promise((done, failed) => {
      const request = get(`${site.address}/${path}`, {
        rejectUnauthorized: false,
        headers: { 'accept-encoding': 'gzip' },
      });
      request.once('error', failed).once('response', (response) => {
        response.resume();
        done({ status: response.statusCode, headers: response.headers });
      });
    });
  }

  /** What `npm run check:deployment` prints, and its exit code. */
  async function check(): Promise<{ exit: number | null; printed: string }> {
    const child = spawn(process.execPath, [join(root, 'scripts/check-deployment.mjs'), site.address], {
      env: { ...process.env, NODE_EXTRA_CA_CERTS: site.certificateFile },
    });
    const [printed, complaint] = await Promise.all([text(child.stdout), text(child.stderr)]);
    if (child.exitCode === null) await once(child, 'exit');
    return { exit: child.exitCode, printed: printed + complaint };
  }

  async function newPage(): Promise<Page> {
    const page = await (await browser.newContext({ ignoreHTTPSErrors: true })).newPage();
    await answerForMicrosoft(page, { office: 'dead', ajax: 'dead' });
    return page;
  }

  test('headers are as documented; only what never changes is kept', async () => {
    const html = await headersOf('taskpane.html');
    expect(html.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
    });
    expect(html.headers['content-security-policy']).toMatch(
      /^frame-ancestors https:\/\/outlook\.office\.com /,
    );
    expect(html.headers).not.toHaveProperty('x-frame-options');
    const script = await headersOf(named(/taskpane\.[0-9a-f]{8}\.js$/));
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(script.headers['content-encoding']).toBe('gzip');
    expect((await headersOf(named(/[0-9a-f]{20}\.css$/))).headers['cache-control']).toContain('immutable');
    expect((await headersOf('config.json')).headers['cache-control']).toBe('no-cache');
    const missing = await headersOf('gone.01234567.js');
    expect([missing.status, missing.headers['cache-control']]).toEqual([404, undefined]);
    expect([(await headersOf('')).status, (await headersOf('')).headers['content-type']]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
  });

  test('the pane starts and explains', async () => {
    const page = await newPage();
    const blocked: string[] = [];
    page.on('console', (line) => {
      if (/Content Security Policy/.test(line.text())) blocked.push(line.text());
    });
    await page.goto(`${site.address}/taskpane.html`);
    await page.getByRole('heading', { name: 'Outlook cannot be reached' }).first().waitFor();
    await page.getByRole('textbox').first().fill('550 5.1.1 <user@example.com>: User unknown');
    await page.getByRole('button', { name: 'Explain' }).click();
    await page.getByRole('heading', { name: 'Address does not exist' }).first().waitFor();
    expect(blocked).toEqual([]);
    await page.context().close();
  });

  test.each([
    ['https://outlook.office.com/', true],
    ['https://elsewhere.example/', false],
  ])('%s may show it in a frame: %s', async (outer, may) => {
    const page = await newPage();
    // A browser asks before a site of the internet reaches this machine; the pane's own is one of the internet, too.
    await page.context().grantPermissions(['local-network-access'], { origin: new URL(outer).origin });
    const refused: string[] = [];
    page.on('requestfailed', (request) => refused.push(request.failure()?.errorText ?? ''));
    await page.route(outer, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<iframe src="${site.address}/taskpane.html"></iframe>`,
      }),
    );
    // A frame that is shown asks for its scripts; of one that is not, its page is refused.
    const shown = page.waitForRequest(/taskpane\.\w+\.js/).then(
      () => true,
      () => false,
    );
    const blocked = page.waitForEvent('requestfailed').then(
      () => false,
      () => true,
    );
    const [isShown] = await Promise.all([Promise.race([shown, blocked]), page.goto(outer)]);
    expect([isShown, refused.includes('net::ERR_BLOCKED_BY_RESPONSE')]).toEqual([may, !may]);
    await page.context().close();
  });

  test('privacy and support are pages that load nothing from elsewhere', async () => {
    const page = await newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    for (const [name, title] of [
      ['support.html', 'Support'],
      ['privacy.html', 'Privacy'],
    ] as const) {
      await page.goto(`${site.address}/${name}`);
      await page.getByRole('heading', { name: title, level: 1 }).waitFor();
    }
    await page.goBack();
    await page.getByRole('link', { name: 'privacy page' }).click();
    await page.waitForURL('**/privacy.html');
    expect(asked.filter((url) => !url.startsWith(`${site.address}/`))).toEqual([]);
    await page.context().close();
  });

  test('check:deployment finds nothing to mend', async () => {
    expect(await check()).toEqual({ exit: 0, printed: `0 faults, 0 warnings: ${site.address}\n` });
  });

  const withLine = (line: string) => (configuration: string) =>
    configuration.replace('charset utf-8;', `$&\n${line}`);
  const write = (name: string, contents: string) =>
    writeFileSync(join(site.folder, name), contents, 'latin1');

  test('check:deployment names what a server does wrong', async () => {
    const framing = withLine('add_header X-Frame-Options SAMEORIGIN always;');
    await site.restart((text) =>
      withLine('types { text/html html; }')(framing(text))
        .replace('"no-cache"', '"max-age=86400"')
        .replace(/frame-ancestors [^"]*/, "frame-ancestors 'self'"),
    );
    const { exit, printed } = await check();
    await site.restart();
    expect(exit).toBe(1);
    expect(printed).toMatch(/taskpane\.html comes with X-Frame-Options: SAMEORIGIN\n {2}mend: Take/);
    expect(printed).toMatch(/the root of the host comes with X-Frame-Options/);
    expect(printed).toMatch(/allows framing by 'self'/);
    expect(printed).toMatch(/taskpane\.html may be kept for 86400 seconds/);
    expect(printed).toMatch(/\.js has the type application\/octet-stream/);
  });

  test('check:deployment names a redirect', async () => {
    await site.restart(withLine('rewrite ^/taskpane.html$ /taskpane permanent;'));
    const { exit, printed } = await check();
    await site.restart();
    expect([exit, printed]).toEqual([
      1,
      expect.stringMatching(/taskpane\.html redirects to .*\n {2}mend: Serve/),
    ]);
  });

  test('check:deployment names what is wrong with files', async () => {
    edit('taskpane.html', /https:\/\/appsforoffice[^ >"]*office\.js/, 'office.js');
    rename(/before-office/);
    const hostile = { settings: { platformUrl: 'javascript:alert(1)' } };
    const graph = { clientId: '11111111-2222-3333-4444-555555555555', address: 'https://graph.microsoft.us' };
    write('config.json', JSON.stringify({ ...hostile, graph }));
    write('manifest.xml', '<a b="https://elsewhere.example/taskpane.html"/>');
    const first = await check();
    write('config.json', '{ "settings": { ');
    const second = await check();
    expect([first.exit, second.exit]).toEqual([1, 1]);
    expect(first.printed).toMatch(/loads office\.js from office\.js/);
    expect(first.printed).toMatch(/before-office\.\w+\.js answers 404/);
    expect(first.printed).toMatch(/config\.json: settings\.platformUrl is not understood/);
    expect(first.printed).toMatch(/config\.json names the Graph of another cloud/);
    expect(first.printed).toMatch(/manifest\.xml names another address: https:\/\/elsewhere/);
    expect(second.printed).toMatch(/config\.json is not JSON/);
  });

  function rename(pattern: RegExp): void {
    const name = named(pattern);
    renameSync(join(site.folder, name), join(site.folder, `${name}.gone`));
  }
  function edit(name: string, from: RegExp, to: string): void {
    const before = files.get(`pane/${name}`) ?? '';
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    write(name, after);
  }

  test('a port that is taken by now is told apart, so that another is tried', async () => {
    const other = createServer().listen(0);
    await once(other, 'listening');
    try {
      await expect(serveByNginx(files, (other.address() as AddressInfo).port)).rejects.toThrow(PortTaken);
    } finally {
      other.close();
    }
  });

  test('an address that nobody serves is named', async () => {
    const { address } = site;
    site.address = `https://localhost:${String(await freePort())}`;
    const { exit, printed } = await check();
    site.address = address;
    expect([exit, printed]).toEqual([1, expect.stringMatching(/cannot be reached \(ECONNREFUSED\)/)]);
  });
});
