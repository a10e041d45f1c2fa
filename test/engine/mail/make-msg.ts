/** Writes Outlook .msg files (MS-OXMSG) as small as a reader accepts them. */
import { utils, write } from 'cfb';

/** Property tags with the type "Unicode string". */
const TAG = {
  class: '001A001F',
  subject: '0037001F',
  headers: '007D001F',
  senderEmail: '0C1F001F',
  body: '1000001F',
  reportText: '1001001F',
  supplementaryInfo: '0C1B001F',
  remoteMta: '0C21001F',
  smtpAddress: '39FE001F',
} as const;
const HTML_TAG = '10130102';

type Properties = Partial<Record<keyof typeof TAG, string>>;

export interface MsgFile extends Properties {
  html?: string;
  recipients?: readonly Properties[];
}

const utf16 = (text: string) => Buffer.from(text, 'utf16le');

export function makeMsg({ recipients = [], html, ...root }: MsgFile): Uint8Array {
  const file = utils.cfb_new();
  const add = (path: string, bytes: Buffer) => utils.cfb_add(file, path, bytes);
  const addAll = (folder: string, properties: Properties) => {
    for (const [name, value] of Object.entries(properties) as [keyof typeof TAG, string][])
      add(`${folder}__substg1.0_${TAG[name]}`, utf16(value));
  };
  // The fixed-length properties: none, behind a header of 32 bytes in the root and of 8 elsewhere.
  add('/__properties_version1.0', Buffer.alloc(32));
  addAll('/', root);
  if (html !== undefined) add(`/__substg1.0_${HTML_TAG}`, Buffer.from(html));
  // The table of named properties, empty.
  for (const tag of ['00020102', '00030102', '00040102'])
    add(`/__nameid_version1.0/__substg1.0_${tag}`, Buffer.alloc(0));
  recipients.forEach((recipient, index) => {
    const folder = `/__recip_version1.0_#${index.toString(16).toUpperCase().padStart(8, '0')}/`;
    add(`${folder}__properties_version1.0`, Buffer.alloc(8));
    addAll(folder, recipient);
  });
  // The library signs its files with an entry of its own.
  utils.cfb_del(file, '/\u0001Sh33tJ5');
  return new Uint8Array(write(file, { type: 'buffer' }) as Buffer);
}
