/**
 * Attachments of a .msg file (MS-OXMSG, 2.2.2): mails to be opened, and files to be named.
 *
 *     __attach_version1.0_#00000000
 *       __substg1.0_3701000D          a mail of Outlook's own: its properties stand in here
 *     __attach_version1.0_#00000001
 *       __substg1.0_37010102          bytes; an .eml or .msg file is a mail, too
 *       __substg1.0_3707001F          bounce.eml
 */
import { InputError } from '../input';
import { isMsg } from './bytes';
import { lazy } from './lazy';
import { MAX_BEGINNING, MAX_TEXT } from './limits';
import type { Part } from './message';
import { openMsgFile } from './msg-file';
import { HEADER_SIZE, Properties } from './msg-properties';

/** Property numbers (MS-OXPROPS). */
const DATA = 0x3701;
const NAMES = [0x3707, 0x3704, 0x3001] as const;
const MEDIA_TYPE = 0x370e;
const EMBEDDED = '__substg1.0_3701000D';
const MAIL_TYPE = /^(?:message\/rfc822|application\/vnd\.ms-outlook)$/;
/** Files of one mail; the MIME reader has the same limit for parts. */
const MAX_FILES = 500;

/** An attached mail, not yet opened: one of Outlook's own, or the bytes of an .eml file. */
export type AttachedMail = Properties | Uint8Array;

export interface Attachments {
  mails: AttachedMail[];
  /** All other files. */
  files: AttachedFile[];
  /** One of them could not be read. */
  isUnread: boolean;
}

export function readAttachments(message: Properties): Attachments {
  const storages = message.storages('__attach_version1.0');
  const found: Attachments = { mails: [], files: [], isUnread: storages.length > MAX_FILES };
  for (const storage of storages.slice(0, MAX_FILES)) {
    try {
      addAttachment(new Properties(storage, HEADER_SIZE.other, message.fileSize, message), message, found);
    } catch (error) {
      // The file may end here. What stands in the mail itself is read all the same.
      if (!(error instanceof InputError)) throw error;
      found.isUnread = true;
    }
  }
  return found;
}

function addAttachment(attachment: Properties, message: Properties, { mails, files }: Attachments): void {
  const [item] = attachment.storages(EMBEDDED);
  if (item) {
    mails.push(new Properties(item, HEADER_SIZE.embedded, message.fileSize, message));
    return;
  }
  const file = new AttachedFile(attachment);
  if (!file.isMail) files.push(file);
  else mails.push(isMsg(file.bytes) ? openMsgFile(file.bytes) : file.bytes);
}

/** A file, read when asked for. */
export class AttachedFile implements Part {
  readonly mediaType: string;
  readonly filename: string | null;
  private readonly decoded = lazy(() => this.read());

  constructor(private readonly properties: Properties) {
    const stated = properties.text(MEDIA_TYPE)?.split(';')[0]?.trim().toLowerCase();
    this.mediaType = stated || 'application/octet-stream';
    this.filename = NAMES.map((id) => properties.text(id)).find((name) => name) ?? null;
  }

  get isMail(): boolean {
    return MAIL_TYPE.test(this.mediaType) || /\.(?:eml|msg)$/i.test(this.filename ?? '');
  }

  /** @throws InputError `broken-msg` */
  get bytes(): Uint8Array {
    return this.properties.bytes(DATA) ?? new Uint8Array(0);
  }

  get text(): string {
    return this.decoded();
  }

  get preview(): string {
    return this.text.slice(0, MAX_BEGINNING);
  }

  private read(): string {
    const isText = /^(?:text|message)\//.test(this.mediaType) || /\.(?:txt|log)$/i.test(this.filename ?? '');
    if (!isText) return '';
    try {
      return this.properties.textOfBytes(DATA)?.slice(0, MAX_TEXT) ?? '';
    } catch {
      return '';
    }
  }
}
