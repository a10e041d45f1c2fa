/** A mail in pieces, as a mailbox hands it out when it cannot hand out the whole. */
export interface MessageParts {
  /** Raw header block, or null where the client has no such call. */
  headers: string | null;
  subject: string | null;
  from: string | null;
  html: string | null;
  text: string | null;
  /** Attached mails, whole. */
  attachments: readonly Uint8Array[];
  /** The message has attached mails that were not handed out; a bounce may be among them. */
  hasUnreadAttachments?: boolean;
  /** The body was not handed out, though there is one. */
  hasUnreadBody?: boolean;
}

/**
 * Everything the engine reads: the bytes of an .eml, .msg or text file; pasted text; a mail in pieces.
 */
export type Input = Uint8Array | string | MessageParts;

/** Why an input could not be read at all. */
export type InputErrorCode = 'empty' | 'binary' | 'broken-msg' | 'msg-too-large' | 'too-slow';

/** Thrown by `explain` for input that holds no text to explain, never for what a text says. */
export class InputError extends Error {
  override readonly name = 'InputError';
  constructor(
    readonly code: InputErrorCode,
    message: string,
  ) {
    super(message);
  }
}
