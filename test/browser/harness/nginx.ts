/** The real nginx with the package's configuration, as docs/hosting/nginx.md has it set up. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { certificate } from '../../../host/server/certificate';

/** Where it is installed; null: it is not, and tests are skipped. */
export const nginx =
  ['nginx', '/usr/sbin/nginx'].find((path) => spawnSync(path, ['-v']).status === 0) ?? null;

export interface NginxSite {
  /** Without a slash at its end. */
  address: string;
  /** The pane's folder, to plant faults in. */
  folder: string;
  /** A file with the certificate, for NODE_EXTRA_CA_CERTS. */
  certificateFile: string;
  /** Starts anew with another configuration; the one in the package where none is given. */
  restart(change?: (configuration: string) => string): Promise<void>;
  close(): Promise<void>;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Somebody else listens on the port by now. */
export class PortTaken extends Error {}

/** @param files the package: path → text in Latin-1 */
export async function serveByNginx(files: ReadonlyMap<string, string>, port: number): Promise<NginxSite> {
  const home = mkdtempSync(join(tmpdir(), 'bounce-explainer-nginx-'));
  const at = (...path: string[]) => join(home, ...path);
  for (const [path, text] of files) {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), text, 'latin1');
  }
  const { key, cert } = await certificate(at('none'));
  writeFileSync(at('site.key'), key);
  writeFileSync(at('site.crt'), cert);

  // What the page tells the reader to change, and a port that needs no root.
  const configuration = readFileSync(at('hosting/nginx.conf'), 'utf8')
    .replace('listen 443 ssl', `listen ${String(port)} ssl`)
    .replaceAll('bounces.example.com', 'localhost')
    .replaceAll('/etc/nginx/localhost', at('site'))
    .replace('/var/www/bounce-explainer', at('pane'));
  let process: ChildProcess | null = null;
  const stop = async () => {
    if (process?.exitCode === null) {
      process.kill();
      await once(process, 'exit');
    }
  };
  const restart = async (change = (same: string) => same) => {
    await stop();
    writeFileSync(at('nginx.conf'), wholeConfiguration(home, change(configuration)));
    process = spawn(nginx ?? 'nginx', ['-p', home, '-c', at('nginx.conf')], { stdio: 'pipe' });
    let said = '';
    process.stderr?.on('data', (chunk) => (said += String(chunk)));
    const started = process;
    // Its own file is there once it listens: another server may answer on the port, too.
    await until(() => {
      if (started.exitCode !== null)
        throw new (/Address (?:already )?in use/i.test(said) ? PortTaken : Error)(
          `nginx does not start: ${said}`,
        );
      return existsSync(at('nginx.pid'));
    });
  };
  await restart().catch((error: unknown) => {
    rmSync(home, { recursive: true });
    throw error;
  });
  return {
    address: `https://localhost:${String(port)}`,
    folder: at('pane'),
    certificateFile: at('site.crt'),
    restart,
    close: async () => {
      await stop();
      rmSync(home, { recursive: true });
    },
  };
}

/** What Debian's nginx.conf has around it, without its places that only root may write to. */
const wholeConfiguration = (home: string, server: string) => `
  ${process.getuid?.() === 0 ? 'user root;' : ''}
  daemon off;
  pid ${home}/nginx.pid;
  error_log stderr;
  events {}
  http {
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    access_log off;
    ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${home}/${name};`).join('\n')}
    ${server}
  }`;

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((done) => setTimeout(done, 50));
}
