import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';

/** What an https server shows to browsers. */
export interface Certificate {
  key: string;
  cert: string;
  /** An installed one is trusted by this computer's browsers; they warn once about one made here. */
  source: 'installed' | 'made';
}

const DAYS = 30;
const DNS_NAME = 2;
const IP_ADDRESS = 7;

/** The certificate of office-addin-dev-certs where it is installed; else a new one, in memory only. */
export async function certificate(
  installed = join(homedir(), '.office-addin-dev-certs'),
): Promise<Certificate> {
  try {
    const [key, cert] = await Promise.all([
      readFile(join(installed, 'localhost.key'), 'utf8'),
      readFile(join(installed, 'localhost.crt'), 'utf8'),
    ]);
    return { key, cert, source: 'installed' };
  } catch {
    return make();
  }
}

async function make(): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + DAYS * 24 * 60 * 60 * 1000),
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          { type: DNS_NAME, value: 'localhost' },
          { type: IP_ADDRESS, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { key: made.private, cert: made.cert, source: 'made' };
}
