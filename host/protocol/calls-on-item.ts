import { toBase64 } from '../page/base64';
import type { Mail, MailAttachment } from '../page/mail';
import { CallError, RawAnswer, type CallHandler } from './call-dispatcher';
import { Call, ErrorCode, type CallId } from './calls';
import type { Stored } from './stored';

/** What office.js writes for `Office.CoercionType.Html`. */
const HTML = 3;

/** Custom properties of every item, by item id. */
export type CustomProperties = Record<string, Record<string, unknown>>;

/** The calls on the selected mail. */
export function callsOnItem(
  selected: () => Mail | null,
  customProperties: Stored<CustomProperties>,
): Map<CallId, CallHandler> {
  const mail = (): Mail => {
    const found = selected();
    if (!found) throw new CallError(ErrorCode.genericResponse, 'no mail is selected');
    return found;
  };
  return new Map<CallId, CallHandler>([
    [Call.body, (params) => (field(params, 'coercionType') === HTML ? mail().html : mail().text)],
    [Call.internetHeaders, () => mail().headers],
    [Call.attachmentContent, (params) => attachmentContent(mail(), field(params, 'id'))],
    [Call.asFile, () => wholeMail(mail())],
    [
      Call.loadCustomProperties,
      () =>
        new RawAnswer({
          wasSuccessful: true,
          customProperties: JSON.stringify(customProperties.read()[mail().id] ?? {}),
        }),
    ],
    [
      Call.saveCustomProperties,
      (params) => {
        const own = field(params, 'customProperties') as Record<string, unknown>;
        customProperties.write({ ...customProperties.read(), [mail().id]: own });
      },
    ],
  ]);
}

function attachmentContent(mail: Mail, id: unknown): { format: string; content: string } {
  const found = mail.attachments.find((attachment) => attachment.id === id);
  if (!found) throw new CallError(ErrorCode.attachmentNotFound);
  return found.kind === 'item'
    ? { format: 'eml', content: decodeMail(found) }
    : { format: 'base64', content: toBase64(found.bytes) };
}

/**
 * An attached mail comes as text. Its bytes are read as UTF-8 if they are valid UTF-8, else as Windows-1252.
 * Its lines end in CRLF again, which the MIME reader had shortened.
 */
function decodeMail({ bytes }: MailAttachment): string {
  return decode(bytes).replace(/\r?\n/g, '\r\n');
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function wholeMail(mail: Mail): string {
  // Some clients cannot give some items out as a file: the pane must then live on headers and body.
  if (!mail.whole) throw new CallError(ErrorCode.genericResponse, 'this item cannot be given out as a file');
  return toBase64(mail.bytes);
}

function field(params: unknown, name: string): unknown {
  return typeof params === 'object' && params !== null
    ? (params as Record<string, unknown>)[name]
    : undefined;
}
