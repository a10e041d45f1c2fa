/** Reports as Outlook saves them: class, text, and the table of recipients with what the servers said. */
import type { MsgFile, MsgProperties } from './write-msg';

export interface FailedRecipient {
  address: string;
  /** What the remote server said, with its codes. */
  answer: string;
  replyCode: string;
  status: string;
  remoteMta: string;
  cause: string;
}

/** 5.1.10 becomes 510, since there is room for one digit (MS-OXCMAIL, 2.2.3.7.1.3). */
const statusCode = (status: string) => {
  const [kind = 0, subject = 0, detail = 0] = status.split('.').map(Number);
  return kind * 100 + subject * 10 + (detail > 9 ? 0 : detail);
};

export const recipientOf = ({ address, answer, status, remoteMta }: FailedRecipient): MsgProperties => ({
  displayName: address,
  addressType: 'SMTP',
  email: address,
  smtpAddress: address,
  reasonCode: 1,
  diagnosticCode: -1,
  statusCode: statusCode(status),
  remoteMta,
  supplementaryInfo: `<${remoteMta} #${status} smtp;${answer}>`,
});

/** Words of a report in one language, with letters that only some code pages have. */
export interface Words {
  subject: string;
  reportText: string;
  /** The remote server's words for an address that it does not know. */
  unknown: string;
  /** And for a mailbox that is full. */
  full: string;
}

export const WORDS = {
  english: {
    subject: 'Undeliverable: Your training is waiting',
    reportText: 'Delivery has failed to these recipients or groups:',
    unknown: 'RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
    full: 'mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException',
  },
  german: {
    subject: 'Unzustellbar: Ihre Schulung für März „Phishing“',
    reportText: 'Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:',
    unknown: 'RESOLVER.ADR.RecipientNotFound; Empfänger über SMTP-Adresssuche nicht gefunden',
    full: 'Postfach ist voll – später prüfen; QuotaExceededException',
  },
  turkish: {
    subject: 'Teslim edilemedi: Eğitiminiz sizi bekliyor',
    reportText: 'Şu alıcılara veya gruplara teslim başarısız oldu:',
    unknown: 'RESOLVER.ADR.RecipientNotFound; Alıcı SMTP adresi aramasıyla bulunamadı, ğışç',
    full: 'posta kutusu dolu, kotanız aşıldı; QuotaExceededException',
  },
  japanese: {
    subject: '配信不能: トレーニングのお知らせ',
    reportText: '以下の受信者またはグループに配信できませんでした:',
    unknown: 'RESOLVER.ADR.RecipientNotFound; 受信者が見つかりませんでした',
    full: 'メールボックスの容量を超えました; QuotaExceededException',
  },
} as const satisfies Record<string, Words>;

export const failuresIn = ({ unknown, full }: Words): FailedRecipient[] => [
  {
    address: 'user@example.com',
    answer: `550 5.1.10 ${unknown}`,
    replyCode: '550',
    status: '5.1.10',
    remoteMta: 'mx1.example.com',
    cause: 'recipient-unknown',
  },
  {
    address: 'full@example.org',
    answer: `552 5.2.2 ${full}`,
    replyCode: '552',
    status: '5.2.2',
    remoteMta: 'mx2.example.org',
    cause: 'mailbox-full',
  },
  {
    address: 'old@example.net',
    answer: `550 5.1.1 ${unknown}`,
    replyCode: '550',
    status: '5.1.1',
    remoteMta: 'mx3.example.net',
    cause: 'recipient-unknown',
  },
];

/** The training mail that came back, as it lies in the report. */
export const returnedTraining: MsgFile = {
  subject: 'Your training is waiting',
  senderName: 'Training',
  senderType: 'SMTP',
  senderEmail: 'training@company.example',
  messageId: '<1@company.example>',
  sent: new Date('2026-11-23T08:59:00Z'),
  body: 'Please start your training today.',
  recipients: [{ displayName: 'user@example.com', addressType: 'SMTP', smtpAddress: 'user@example.com' }],
};

export const outlookReport = (words: Words, rest: MsgFile = {}): MsgFile => ({
  class: 'REPORT.IPM.Note.NDR',
  subject: words.subject,
  senderName: 'Microsoft Outlook',
  senderType: 'SMTP',
  senderEmail: 'postmaster@example.com',
  received: new Date('2026-11-23T09:00:00Z'),
  messageId: '<2@mx.example.com>',
  reportingMta: 'mx.example.com',
  reportText: words.reportText,
  displayTo: failuresIn(words)
    .map(({ address }) => address)
    .join('; '),
  recipients: failuresIn(words).map(recipientOf),
  attachments: [{ displayName: 'Your training is waiting', message: returnedTraining }],
  ...rest,
});
