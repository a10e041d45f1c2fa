/**
 * Writes Outlook .msg files as MS-OXMSG describes them. A file holds a stream of fixed-length properties, strings of
 * UTF-16 or of a code page, recipients, attachments, and messages inside of it. The library adds one entry of its
 * own, which readers pass over.
 */
import { utils, write, type CFB$Container } from 'cfb';
import { encode } from './code-page';

/** Property numbers and types (MS-OXPROPS). `S` is a string: UTF-16 or 8-bit, as the file has them. */
const TAGS = {
  class: '001AS',
  subject: '0037S',
  sent: '00390040',
  headers: '007DS',
  reasonCode: '0C040003',
  diagnosticCode: '0C050003',
  recipientType: '0C150003',
  supplementaryInfo: '0C1BS',
  senderName: '0C1AS',
  senderType: '0C1ES',
  senderEmail: '0C1FS',
  statusCode: '0C200003',
  remoteMta: '0C21S',
  displayTo: '0E04S',
  received: '0E060040',
  messageFlags: '0E070003',
  body: '1000S',
  bodyBytes: '10000102',
  reportText: '1001S',
  html: '10130102',
  messageId: '1035S',
  inReplyTo: '1042S',
  displayName: '3001S',
  addressType: '3002S',
  email: '3003S',
  storeSupport: '340D0003',
  data: '37010102',
  attachMethod: '37050003',
  fileName: '3707S',
  mediaType: '370ES',
  smtpAddress: '39FES',
  internetCodePage: '3FDE0003',
  messageCodePage: '3FFD0003',
  senderSmtpAddress: '5D01S',
  simpleName: '5FF6S',
  reportingMta: '6820S',
} as const;

export type MsgProperties = { [Name in keyof typeof TAGS]?: string | number | Date | Uint8Array };

export interface MsgFile extends MsgProperties {
  /** Writes strings as bytes of this Windows code page, 1254 say, and names it. Without: UTF-16. */
  codePage?: number;
  recipients?: readonly MsgProperties[];
  /** Files with `data`, or whole messages. */
  attachments?: readonly (MsgProperties & { message?: MsgFile })[];
}

const HEADER = { message: 32, embedded: 24, other: 8 } as const;
type Kind = keyof typeof HEADER;
/** PidTagAttachMethod: by value, an embedded message. */
const BY_VALUE = 1;
const EMBEDDED = 5;
/** PidTagStoreSupportMask: strings are UTF-16. */
const UNICODE = 0x00040000;
/** Without putting the directory in order after each entry: `write` does so once. */
const FAST = { unsafe: true };
/** Outlook's own class of files. */
const OUTLOOK = '0B0D020000000000C000000000000046';

export function writeMsg(message: MsgFile): Uint8Array {
  const file = utils.cfb_new();
  const [root] = file.FileIndex;
  if (root) root.clsid = OUTLOOK;
  // The table of named properties, empty.
  for (const tag of ['00020102', '00030102', '00040102'])
    utils.cfb_add(file, `/__nameid_version1.0/__substg1.0_${tag}`, Buffer.alloc(0), FAST);
  addMessage(file, '/', 'message', message);
  return new Uint8Array(write(file, { type: 'buffer' }) as Buffer);
}

function addMessage(file: CFB$Container, folder: string, kind: Kind, message: MsgFile): void {
  const { codePage, recipients = [], attachments = [], ...properties } = message;
  const pages = codePage ? { messageCodePage: codePage, internetCodePage: codePage } : {};
  const header = Buffer.alloc(HEADER[kind]);
  // The numbers of the next ones, and how many there are.
  [recipients.length, attachments.length, recipients.length, attachments.length].forEach((count, at) =>
    header.writeUInt32LE(count, 8 + at * 4),
  );
  const all = { class: 'IPM.Note', storeSupport: codePage ? 0 : UNICODE, ...pages, ...properties };
  addProperties(file, folder, header, all, codePage);
  recipients.forEach((recipient, index) =>
    addProperties(
      file,
      `${folder}__recip_version1.0_#${numbered(index)}/`,
      Buffer.alloc(HEADER.other),
      { recipientType: 1, ...recipient },
      codePage,
    ),
  );
  attachments.forEach(({ message: inner, ...attachment }, index) => {
    const inside = `${folder}__attach_version1.0_#${numbered(index)}/`;
    const method = { attachMethod: inner ? EMBEDDED : BY_VALUE, ...attachment };
    const own = inner ? [entry('3701000D', sized(0xffffffff, 1))] : [];
    addProperties(file, inside, Buffer.alloc(HEADER.other), method, codePage, own);
    if (inner) addMessage(file, `${inside}__substg1.0_3701000D/`, 'embedded', inner);
  });
}

function addProperties(
  file: CFB$Container,
  folder: string,
  header: Buffer,
  properties: MsgProperties,
  codePage: number | undefined,
  entries: Buffer[] = [],
): void {
  for (const [name, value] of Object.entries(properties) as [keyof typeof TAGS, string | number | Date][]) {
    const tag = TAGS[name].replace('S', codePage ? '001E' : '001F');
    const bytes = streamOf(value, codePage);
    if (bytes) utils.cfb_add(file, `${folder}__substg1.0_${tag}`, bytes, FAST);
    // The size of a string counts the zero behind it, which the stream does not hold.
    const zero = typeof value === 'string' ? (codePage ? 1 : 2) : 0;
    entries.push(entry(tag, bytes ? sized(bytes.length + zero) : fixed(value)));
  }
  utils.cfb_add(file, `${folder}__properties_version1.0`, Buffer.concat([header, ...entries]), FAST);
}

function streamOf(value: string | number | Date | Uint8Array, codePage: number | undefined): Buffer | null {
  if (typeof value === 'string') return codePage ? encode(value, codePage) : Buffer.from(value, 'utf16le');
  return value instanceof Uint8Array ? Buffer.from(value) : null;
}

/** Type, number, flags (readable and writeable), value. */
function entry(tag: string, value: Buffer): Buffer {
  const start = Buffer.alloc(8);
  start.writeUInt32LE(Number.parseInt(tag, 16), 0);
  start.writeUInt32LE(6, 4);
  return Buffer.concat([start, value]);
}

function sized(size: number, reserved = 0): Buffer {
  const value = Buffer.alloc(8);
  value.writeUInt32LE(size >>> 0, 0);
  value.writeUInt32LE(reserved, 4);
  return value;
}

function fixed(value: unknown): Buffer {
  if (!(value instanceof Date)) return sized(Number(value));
  const time = Buffer.alloc(8);
  time.writeBigUInt64LE(BigInt(value.getTime() + 11_644_473_600_000) * 10_000n);
  return time;
}

const numbered = (index: number) => index.toString(16).toUpperCase().padStart(8, '0');
