/** The mails of the development mailbox, with the company that they were written for. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../../src/engine';

const folder = join(__dirname, '../../host/mails');

export const ourContext: Context = {
  ownDomains: ['company.example'],
  sendingAddresses: ['training@company.example'],
};

export interface ExpectedMail {
  kind: string;
  trust: string;
  recipients: {
    address: string | null;
    action: string;
    replyCode: string | null;
    status: string | null;
    cause: string;
  }[];
}

export const expectedMails = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Record<
  string,
  ExpectedMail
>;

export const ourMail = (name: string) => new Uint8Array(readFileSync(join(folder, name)));
