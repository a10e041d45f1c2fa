/** A new mail, opened in Outlook with a text in it; the admin chooses whom it goes to and sends it. */
import { escapeHtml } from '../engine/advise/escape-html';
import { mailbox } from './office';

/** What Outlook takes: 255 characters of a subject, 32 kB of a body. */
const MAX_SUBJECT = 255;
const MAX_BODY = 32_000;

/** Can this client open a new mail? */
export const canOpenNewMail = (): boolean => typeof mailbox()?.displayNewMessageForm === 'function';

export interface NewMail {
  subject: string;
  body: string;
  /** As the settings say, never as a mail does. */
  to?: string | null;
}

/**
 * Opens a new mail with the text.
 *
 * @returns false where the client does not, or the text is too long for it: then it has to be copied
 */
export function openNewMail({ subject, body, to }: NewMail): boolean {
  const htmlBody = asHtml(body);
  if (!canOpenNewMail() || htmlBody.length > MAX_BODY) return false;
  try {
    mailbox()?.displayNewMessageForm({
      ...(to ? { toRecipients: [to] } : {}),
      subject: subject.replace(/\s+/g, ' ').slice(0, MAX_SUBJECT),
      htmlBody,
    });
    return true;
  } catch {
    return false;
  }
}

/** Outlook takes the body as HTML only: the text's own signs stay text. */
export const asHtml = (text: string): string => escapeHtml(text).replace(/\r?\n/g, '<br>');
