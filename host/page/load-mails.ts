import type { Mail, MailEntry } from './mail';
import { readMail } from './read-mail';

/** A mail that could not be shown, and why. */
export interface UnreadableMail {
  file: string;
  why: string;
}

/** Every mail of the index, newest first. One that cannot be read is named and does not stop the others. */
export async function loadMails(): Promise<{ mails: Mail[]; unreadable: UnreadableMail[] }> {
  const index = (await (await ask('mails/index.json')).json()) as MailEntry[];
  const results = await Promise.allSettled(index.map(loadMail));
  const mails: Mail[] = [];
  const unreadable: UnreadableMail[] = [];
  results.forEach((result, at) => {
    if (result.status === 'fulfilled') mails.push(result.value);
    else unreadable.push({ file: index[at]?.file ?? '?', why: String(result.reason) });
  });
  mails.sort((one, other) => Date.parse(other.received) - Date.parse(one.received));
  return { mails, unreadable };
}

async function loadMail(entry: MailEntry): Promise<Mail> {
  const response = await ask(`mails/${encodeURIComponent(entry.file)}`);
  return readMail(entry, new Uint8Array(await response.arrayBuffer()));
}

async function ask(path: string): Promise<Response> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: the server answered ${String(response.status)}`);
  return response;
}
