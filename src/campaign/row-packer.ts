/** A row ↔ a short text: of a hundred thousand rows, objects with 25 fields take five times the memory. */
import type { Row } from './row';
import { TextNumbers } from './text-numbers';

/** A text of its own; the number of a text that many rows have; in brackets, of one that holds the row's address. */
type PackedText = string | number | [number] | null;

/** Words of our own, which come in a few hundred combinations: a number for all of them together. */
const pattern = (row: Row) =>
  [
    row.kind,
    row.action,
    row.cause,
    row.variant,
    row.confidence,
    row.permanence,
    row.whoActs,
    row.resend,
    row.removeAddress,
    row.trust,
  ] as const;

type Packed = [
  pattern: number,
  address: string | null,
  mail: string | null,
  originalMessageId: string | null,
  waitUntil: PackedText,
  smtpReply: PackedText,
  status: PackedText,
  diagnostic: PackedText,
  evidence: PackedText,
  provider: PackedText,
  campaign: PackedText,
  firstSeen: PackedText,
  lastSeen: PackedText,
  rootCause: PackedText,
  file: PackedText,
  place: string,
  ...events: string[],
];

/** Stands for the address in texts that differ in it alone: `<jo@example.com>: user unknown`. */
const ADDRESS = '\u0000';

export class RowPacker {
  private readonly patterns: ReturnType<typeof pattern>[] = [];
  private readonly patternNumbers = new Map<string, number>();
  private readonly texts = new TextNumbers();

  pack(row: Row): string {
    const text = (value: string | null) => this.packedText(value, row.address);
    const colon = row.source.lastIndexOf(':') + 1;
    const packed: Packed = [
      this.patternOf(row),
      row.address,
      row.mail,
      row.originalMessageId,
      text(row.waitUntil),
      text(row.smtpReply),
      text(row.status),
      text(row.diagnostic),
      text(row.evidence),
      text(row.provider),
      text(row.campaign),
      text(row.firstSeen),
      text(row.lastSeen),
      text(row.rootCause),
      text(row.source.slice(0, colon)),
      row.source.slice(colon),
      ...row.events,
    ];
    return JSON.stringify(packed);
  }

  unpack(text: string): Row {
    const [
      number,
      address,
      mail,
      originalMessageId,
      waitUntil,
      smtpReply,
      status,
      diagnostic,
      evidence,
      provider,
      campaign,
      firstSeen,
      lastSeen,
      rootCause,
      file,
      place,
      ...events
    ] = JSON.parse(text) as Packed;
    const known = this.patterns[number];
    if (!known) throw new Error(`a row of another packer: ${text}`);
    const [kind, action, cause, variant, confidence, permanence, whoActs, resend, removeAddress, trust] =
      known;
    const told = (packed: PackedText) => this.toldText(packed, address);
    return {
      address,
      kind,
      action,
      cause,
      variant,
      confidence,
      permanence,
      whoActs,
      resend,
      waitUntil: told(waitUntil),
      removeAddress,
      smtpReply: told(smtpReply),
      status: told(status),
      diagnostic: told(diagnostic),
      evidence: told(evidence),
      provider: told(provider),
      trust,
      campaign: told(campaign),
      originalMessageId,
      mail,
      firstSeen: told(firstSeen),
      lastSeen: told(lastSeen),
      times: events.length,
      source: (told(file) ?? '') + place,
      rootCause: told(rootCause) ?? '',
      events,
    };
  }

  private patternOf(row: Row): number {
    const values = pattern(row);
    const text = JSON.stringify(values);
    const known = this.patternNumbers.get(text);
    if (known !== undefined) return known;
    this.patternNumbers.set(text, this.patterns.length);
    return this.patterns.push(values) - 1;
  }

  private packedText(text: string | null, address: string | null): PackedText {
    if (text === null) return null;
    if (address === null || address === '' || !text.includes(address) || text.includes(ADDRESS))
      return this.texts.numberOf(text) ?? text;
    const number = this.texts.numberOf(text.replaceAll(address, ADDRESS));
    return number === null ? text : [number];
  }

  private toldText(packed: PackedText, address: string | null): string | null {
    if (typeof packed === 'number') return this.texts.textOf(packed);
    return Array.isArray(packed)
      ? this.texts.textOf(packed[0]).replaceAll(ADDRESS, () => address ?? '')
      : packed;
  }
}
