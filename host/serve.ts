/**
 * `node dist/host/serve.js [--port N]`: serves the stand-in mailbox until it is stopped.
 * Exit 1: something needed is missing; 2: wrong arguments.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { serveMailbox } from './server/mailbox-server';

const USAGE = 'Usage: node dist/host/serve.js [--port N]   (1 to 65533; the pane takes N + 1, Graph N + 2)';
const STANDARD_PORT = 3000;

async function main(): Promise<void> {
  const port = wantedPort();
  if (port === null) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  // This program is always the one that was started, and lies in dist/host.
  const here = dirname(process.argv[1] ?? '');
  const paneDir = join(here, '../pane');
  if (!existsSync(join(paneDir, 'taskpane.html'))) {
    console.error(`${paneDir} has no taskpane.html. Run "npm run build" first.`);
    process.exitCode = 1;
    return;
  }
  const served = await serveMailbox({
    paneDir,
    pageDir: join(here, 'page'),
    mailsDir: join(here, 'mails'),
    mailboxPort: port,
    panePort: port + 1,
    graphPort: port + 2,
  });
  if (portOf(served.mailboxUrl) !== port) {
    console.log(`Port ${String(port)} is taken; the next free one is used.`);
  }
  console.log(
    `\n  Mailbox:  ${served.mailboxUrl}\n  Panel:    ${served.paneUrl}\n  Graph:    ${served.graphUrl}\n`,
  );
  if (served.certificateSource === 'made') {
    console.log(
      'The browser will warn once about the certificate, which was made a moment ago for this computer alone: ' +
        'continue. host/README.md says how to avoid the warning.',
    );
  }
  console.log('Ctrl+C stops it.');
  const stop = (): void => void served.close().then(() => process.exit());
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** Null for arguments that make no sense. */
function wantedPort(): number | null {
  try {
    const { values } = parseArgs({ options: { port: { type: 'string' } } });
    const port = Number(values.port ?? STANDARD_PORT);
    return Number.isInteger(port) && port >= 1 && port <= 65533 ? port : null;
  } catch {
    return null;
  }
}

const portOf = (address: string): number => Number(new URL(address).port);

main().catch((error: unknown) => {
  console.error(`The mailbox could not be served: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
