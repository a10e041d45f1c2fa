/** Property tags (MS-OXPROPS): identifier and type as eight hexadecimal digits. `001F` is a Unicode text. */
export const Tag = {
  messageClass: '001A001F',
  subject: '0037001F',
  reportTime: '00320040',
  transportHeaders: '007D001F',
  recipientType: '0C150003',
  ndrReasonCode: '0C040003',
  supplementaryInfo: '0C1B001F',
  senderName: '0C1A001F',
  senderAddressType: '0C1E001F',
  senderAddress: '0C1F001F',
  ndrStatusCode: '0C200003',
  remoteMta: '0C21001F',
  displayTo: '0E04001F',
  deliveryTime: '0E060040',
  messageFlags: '0E070003',
  attachmentNumber: '0E210003',
  body: '1000001F',
  reportText: '1001001F',
  html: '10130102',
  internetMessageId: '1035001F',
  displayName: '3001001F',
  addressType: '3002001F',
  emailAddress: '3003001F',
  storeSupportMask: '340D0003',
  attachmentData: '37010102',
  attachmentExtension: '3703001F',
  attachmentMethod: '37050003',
  attachmentLongFileName: '3707001F',
  attachmentMimeTag: '370E001F',
  internetCodepage: '3FDE0003',
  smtpAddress: '39FE001F',
  senderSmtpAddress: '5D01001F',
} as const;

export type Tag = (typeof Tag)[keyof typeof Tag];

/** A text, a number, a time, or bytes, as its tag's type says. What is undefined or empty is left out. */
export type Value = string | number | Date | Uint8Array | undefined;
export type Properties = readonly (readonly [Tag, Value])[];
