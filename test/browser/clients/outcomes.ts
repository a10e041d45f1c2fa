import type { Frame } from 'playwright-core';
import { NEUTRAL, type ClientMail } from './mails';

/** What came of a mail and a door in a client. */
export type Outcome =
  /** The pane explains the bounce, under its name. */
  | 'explained'
  /** The pane says that the message is no bounce, under its name. */
  | 'not-a-bounce'
  /** The pane says that only part of the message could be read, and that an attached mail could not. */
  | 'attached-unread'
  /** The pane says that nothing is known about what was typed. */
  | 'nothing-known'
  /** The pane still shows the mail before, under that mail’s name. */
  | 'mail-before'
  /** The pane is closed and the add-in’s button is off. */
  | 'button-off'
  /** Nothing happens: the client or the pane takes no such drag. */
  | 'not-taken'
  /** The pane says that this door does not work in this client, and why. */
  | 'says-not-here'
  /** The mail is not in the list. */
  | 'not-listed';

/** What a pane shows. */
interface Seen {
  about: string;
  headline: string;
  text: string;
}

/** Used up only where the outcome is another one: a busy machine is no reason. */
const PATIENCE_MS = 60_000;

/**
 * Waits until the pane is quiet and shows what is expected of it; where that does not come in time, says
 * what it shows instead.
 */
export async function outcomeIn(
  pane: Frame,
  mail: ClientMail,
  name: string,
  expected: Outcome,
): Promise<Outcome | string> {
  const last = Date.now() + PATIENCE_MS;
  for (;;) {
    const seen = await look(pane);
    const found = seen && classify(seen, mail, name);
    if (found === expected) return found;
    if (Date.now() > last) return found ?? 'still busy';
    await new Promise((done) => setTimeout(done, 50));
  }
}

function classify({ about, headline, text }: Seen, mail: ClientMail, name: string): Outcome | string {
  if (about === name && headline === 'Not a bounce. Nothing to do.') return 'not-a-bounce';
  const isUnread = text.includes('An attached message could not be read');
  if (about === name && headline.startsWith('Only part of this message') && isUnread)
    return 'attached-unread';
  if (about === name && headline === 'Nothing is known about that') return 'nothing-known';
  // The title is followed by a sentence, in the same heading. A question names nobody.
  const understood =
    headline.startsWith(mail.headline) && (name === mail.question || text.includes(mail.address));
  if (about === name && understood) return 'explained';
  if (about === NEUTRAL.subject && !text.includes(mail.address || '\0')) return 'mail-before';
  return `about “${about}”: ${headline.slice(0, 60)}`;
}

/** Null while the pane is at work. */
function look(pane: Frame): Promise<Seen | null> {
  return pane.evaluate(() => {
    const main = document.querySelector('main');
    if (!main || main.getAttribute('aria-busy') === 'true') return null;
    const about = document.querySelector('.about-name')?.textContent ?? '';
    return { about, headline: main.querySelector('h1')?.textContent ?? '', text: main.innerText };
  });
}
