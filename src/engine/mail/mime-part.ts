/** A part of a mail that holds no parts itself. It is decoded when it is read, and only as far as it is read. */
import { unifyLineEnds } from './bytes';
import { fileNameIn } from './file-name';
import type { Headers } from './headers';
import { MAX_BEGINNING } from './limits';
import type { Part } from './message';
import { parametersOf } from './parameters';
import { decodePart, decodeTransfer } from './transfer';

export class MimePart implements Part {
  /** Characters of `text`, before they are decoded. */
  limit = Infinity;
  private whole: string | null = null;
  private decoded: string | null = null;
  private beginning: string | null = null;
  private named: string | null | undefined;

  constructor(
    readonly headers: Headers,
    readonly mediaType: string,
    private readonly body: string,
  ) {}

  get text(): string {
    return (this.decoded ??= this.isRead ? this.upTo(this.limit) : '');
  }

  get preview(): string {
    return (this.beginning ??= this.isRead ? this.upTo(MAX_BEGINNING) : '');
  }

  /** @param limit characters, before they are decoded */
  upTo(limit: number): string {
    if (this.body.length > limit) return this.decode(this.body.slice(0, limit));
    return (this.whole ??= this.decode(this.body));
  }

  private decode(body: string): string {
    const type = this.headers.get('content-type');
    const charset = type === null ? '' : (parametersOf(type).get('charset') ?? '');
    return unifyLineEnds(decodePart(body, this.encoding, charset));
  }

  /** Its bytes, one character each. */
  get bytes(): string {
    return decodeTransfer(this.body, this.encoding);
  }

  get filename(): string | null {
    if (this.named === undefined)
      this.named = fileNameIn(this.disposition) ?? fileNameIn(this.headers.get('content-type') ?? '');
    return this.named;
  }

  /** A text to be read, not a file. */
  get isInline(): boolean {
    const isText = this.mediaType === 'text/plain' || this.mediaType === 'text/html';
    return isText && !/^\s*attachment/i.test(this.disposition);
  }

  private get isRead(): boolean {
    return /^(?:text|message)\//.test(this.mediaType) || this.mediaType === 'application/json';
  }

  private get disposition(): string {
    return this.headers.get('content-disposition') ?? '';
  }

  private get encoding(): string {
    return this.headers.get('content-transfer-encoding') ?? '';
  }
}
