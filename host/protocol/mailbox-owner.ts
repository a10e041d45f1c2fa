/** Whose mailbox this is. */
export interface Owner {
  name: string;
  address: string;
  timeZone: string;
}

/** The training admin who reads the bounces in the mails of `host/mails`. */
export const mailboxOwner: Owner = {
  name: 'Awareness Training',
  address: 'training@company.example',
  timeZone: 'UTC',
};
