/** The command that `npm start` runs, as it was built. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { launch } from './harness/launch';

const command = join(__dirname, '../../dist/host/serve.js');
const run = (...args: string[]): ChildProcess => spawn(process.execPath, [command, ...args]);

/** What it prints up to its last line. */
async function printed(child: ChildProcess): Promise<string> {
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += String(chunk);
    if (text.includes('Ctrl+C')) return text;
  }
  return text;
}

// A browser starts in it, beside other tests on a busy machine.
jest.setTimeout(120_000);

test('serves a mailbox in which office.js gets ready, on the next port if the wanted one is taken', async () => {
  const other = createServer();
  other.listen(0, 'localhost');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const child = run('--port', String(port));
  const browser = await launch();
  try {
    const text = await printed(child);
    expect(text).toContain(`Port ${String(port)} is taken`);
    const url = /Mailbox:\s+(\S+)/.exec(text)?.[1] ?? '';
    expect(Number(new URL(url).port)).toBeGreaterThan(port);
    const page = await browser.newPage({ ignoreHTTPSErrors: true });
    await page.goto(url);
    await page.waitForFunction(() => 'mailbox' in window && window.mailbox.heard);
  } finally {
    await browser.close();
    child.kill();
    other.close();
  }
  const [code] = (await once(child, 'exit')) as [number | null];
  expect(code).toBe(0);
});

test.each([['--port'], ['--port', 'x'], ['--port', '70000'], ['--other']])(
  'arguments that make no sense: %s %s',
  async (...args) => {
    const child = run(...args.filter(Boolean));
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(2);
  },
);
