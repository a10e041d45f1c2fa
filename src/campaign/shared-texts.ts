/**
 * Rows that come from another thread bring a copy of each text. Most of their texts are the same in thousands of rows,
 * and are kept once.
 */
import type { Row } from './row';

const ALIKE = [
  'kind',
  'action',
  'cause',
  'variant',
  'confidence',
  'permanence',
  'whoActs',
  'resend',
  'removeAddress',
  'smtpReply',
  'status',
  'diagnostic',
  'evidence',
  'provider',
  'trust',
  'campaign',
  'firstSeen',
  'lastSeen',
  'waitUntil',
  'rootCause',
] as const satisfies readonly (keyof Row)[];

/** Texts that are remembered; a campaign has fewer that come again. */
const MAX_TEXTS = 20_000;

export class SharedTexts {
  private readonly known = new Map<string, string>();

  /** The same row, with the texts of the rows before it. */
  share(row: Row): Row {
    const shared: Record<string, unknown> = { ...row };
    for (const name of ALIKE) {
      const text = row[name];
      if (text !== null) shared[name] = this.textOf(text);
    }
    return shared as unknown as Row;
  }

  private textOf(text: string): string {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    if (this.known.size >= MAX_TEXTS) this.known.clear();
    this.known.set(text, text);
    return text;
  }
}
