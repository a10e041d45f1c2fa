import { mailBytes } from './bytes';
import { call } from './call';

/** A forwarded bounce has one mail attached, a collection a few; more would only make the admin wait. */
const MAX_ATTACHED_MAILS = 5;
/** Each is held in memory as text and as bytes. */
const MAX_ATTACHED_BYTES = 10 * 1024 * 1024;

const isMail = ({ attachmentType, name, contentType }: Office.AttachmentDetails) =>
  String(attachmentType) === 'item' || /\.(eml|msg)$/i.test(name) || contentType === 'message/rfc822';

/** What of a message's attachments is a mail. */
export const attachedMailsOf = (item: Office.MessageRead): Office.AttachmentDetails[] =>
  (item.attachments ?? []).filter(isMail);

/** The mails attached to a message, whole. One that cannot be had is left out: the others still help. */
export async function attachedMails(item: Office.MessageRead): Promise<Uint8Array[]> {
  const mails = attachedMailsOf(item)
    .filter(({ size }) => size <= MAX_ATTACHED_BYTES)
    .slice(0, MAX_ATTACHED_MAILS);
  const answers = await Promise.allSettled(
    mails.map(({ id }) =>
      call<Office.AttachmentContent>('getAttachmentContentAsync', (done) =>
        item.getAttachmentContentAsync(id, done),
      ),
    ),
  );
  return answers.flatMap((answer) =>
    answer.status === 'fulfilled' && typeof answer.value?.content === 'string'
      ? [mailBytes(answer.value.content)]
      : [],
  );
}
