/** The mails of the client runs: one of each kind, all of them shipped with the mailbox. */
export const mailKinds = ['ordinary-mail', 'ndr', 'ordinary-class-bounce', 'attached-bounce'] as const;
export type MailKind = (typeof mailKinds)[number];

/** A mail, and what the pane says when it has understood it. */
export interface ClientMail {
  file: string;
  subject: string;
  /** Headline of its explanation. */
  headline: string;
  /** The failed recipient. */
  address: string;
  /** What an admin types of it into the question. */
  question: string;
  /** Its text, where that stands in an attached mail: what an admin copies who has opened that. */
  text?: string;
}

export const clientMails: Readonly<Record<MailKind, ClientMail>> = {
  'ordinary-mail': {
    file: 'meeting-note.eml',
    subject: 'Notes: awareness round, 25 November',
    headline: 'Not a bounce. Nothing to do.',
    address: '',
    question: 'Notes: awareness round',
  },
  ndr: {
    file: 'postfix-user-unknown.eml',
    subject: 'Undelivered Mail Returned to Sender',
    headline: 'Address does not exist',
    address: 'maria.lopez@example.org',
    question: '550 5.1.1',
  },
  'ordinary-class-bounce': {
    file: 'exim-noreply.eml',
    subject: 'Mail delivery failed: returning message to sender',
    headline: 'Service account without mailbox',
    address: 'noreply@domain.com',
    question: '550 5.1.1 noreply@domain.com User unknown',
  },
  'attached-bounce': {
    file: 'forwarded-as-attachment.eml',
    subject: 'FW: Undeliverable: Your security training is waiting',
    headline: 'Mailbox is disabled',
    address: 'emre.can@subsidiary.example',
    question: '5.2.1',
    text: 'Delivery has failed to these recipients or groups:\n\nemre.can@subsidiary.example\n\n550 5.2.1 Mailbox disabled, not accepting messages',
  },
};

/** The mail that the pane stands beside before anything is done. */
export const NEUTRAL = { file: 'colleague.eml', subject: 'Badge for the new meeting room' };
