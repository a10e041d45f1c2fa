/** What a record says of the mail itself: which one it is, of which campaign, and when. */
import { isField } from '../engine/report/logs/fields';
import { QUEUE_ID } from '../engine/report/logs/server-lines';
import columns from './columns.json';
import { withDayFirst } from './streams/date-order';
import type { Piece } from './streams/piece';
import { timeIn } from './when';

export interface Facts {
  originalMessageId: string | null;
  mail: string | null;
  campaign: string | null;
  firstSeen: string | null;
  lastSeen: string | null;
}

type Column = keyof typeof columns;
const NAMES = new Map(Object.entries(columns).map(([kind, names]) => [kind as Column, new Set(names)]));
const KINDS = [...NAMES.keys()];

const NOTHING: Facts = {
  originalMessageId: null,
  mail: null,
  campaign: null,
  firstSeen: null,
  lastSeen: null,
};

/** @param now ISO 8601; years are taken from it where a log writes none */
export function factsOf(piece: Piece, now?: string): Facts {
  if (piece.cells && piece.names)
    return ofFields(
      piece.names.map((name, at) => [name, piece.cells?.[at] ?? '']),
      now,
      piece.isDayFirst,
    );
  if (typeof piece.input !== 'string') return NOTHING;
  if (piece.form === 'json') return ofFields(fieldsIn(parsed(piece.input)), now);
  return piece.form === 'log' ? ofLog(piece.input, now) : NOTHING;
}

const plainName = (name: string) =>
  name
    .slice(name.lastIndexOf('.') + 1)
    .slice(0, 60)
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, '');

function ofFields(
  fields: readonly (readonly [name: string, value: string])[],
  now?: string,
  isDayFirst = false,
): Facts {
  const found = new Map<Column, string[]>();
  const times: string[] = [];
  for (const [name, value] of fields) {
    if (value === '') continue;
    const plain = plainName(name);
    for (const kind of KINDS)
      if (NAMES.get(kind)?.has(plain)) found.set(kind, [...(found.get(kind) ?? []), value.trim()]);
    if (isField(name, 'time')) times.push(isDayFirst ? withDayFirst(value) : value);
  }
  const time = timeOf(times, now);
  const seen = (kind: Column) => timeIn(found.get(kind)?.[0] ?? '', now) ?? time;
  const ids = found.get('messageId') ?? [];
  const messageId = ids.map(messageIdIn).find((id) => id !== null) ?? null;
  const campaign = (['campaign', 'subject', 'category'] as const).flatMap((kind) => found.get(kind) ?? [])[0];
  return {
    originalMessageId: messageId,
    mail: messageId === null ? (ids[0]?.slice(0, MAX_ID) ?? null) : null,
    campaign: campaign?.slice(0, MAX_CAMPAIGN) ?? null,
    firstSeen: seen('firstSeen'),
    lastSeen: seen('lastSeen'),
  };
}

/** The first field that holds a time; of a day alone, with the clock that stands in a field of its own. */
function timeOf(values: readonly string[], now?: string): string | null {
  const clock = values.find((value) => CLOCK.test(value));
  for (const value of values) {
    const isDay = clock !== undefined && !value.includes(':');
    const time = (isDay ? timeIn(`${value.trim()} ${clock.trim()}`, now) : null) ?? timeIn(value, now);
    if (time !== null) return time;
  }
  return null;
}
const CLOCK = /^\s*\d{1,2}:\d\d/;

const MAX_ID = 300;
const MAX_CAMPAIGN = 200;

/** `<1@example.org>`, with its brackets or without. */
export function messageIdIn(text: string): string | null {
  const id = /^\s*<?([^\s<>@]{1,200}@[^\s<>@]{1,200})>?\s*$/.exec(text)?.[1];
  return id === undefined ? null : `<${id}>`;
}

/** Objects inside one another whose fields are looked at. */
const MAX_DEPTH = 4;

function fieldsIn(value: unknown, depth = 0): [string, string][] {
  if (typeof value === 'string' && depth > 0 && /^\s*\{/.test(value))
    return fieldsIn(parsed(value), depth + 1);
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return [];
  const inner: [string, string][] = [];
  const own = Object.entries(value).flatMap(([name, one]: [string, unknown]): [string, string][] => {
    if (typeof one === 'number') return [[name, String(one)]];
    if (typeof one === 'string' && !/^\s*\{/.test(one)) return [[name, one]];
    if (Array.isArray(one) && typeof one[0] === 'string') return [[name, one[0]]];
    inner.push(...fieldsIn(one, depth + 1));
    return [];
  });
  return [...own, ...inner];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.trim().replace(/,$/, ''));
  } catch {
    return null;
  }
}

/** Words of a server about a message, before anything became of it: Postfix, Sendmail, Exim. */
const MESSAGE_ID =
  /\b(?:message-id|msgid)=<([^\s<>]{1,300})>|\bid=([^\s<>@]{1,200}@[^\s<>@]{1,200})(?=\s|$)/i;

function ofLog(text: string, now?: string): Facts {
  const lines = text.split('\n');
  const [first = ''] = lines;
  if (/^\s*\{/.test(first)) return ofFields(fieldsIn(parsed(text)), now);
  const times = lines.flatMap((line) => timeIn(line, now) ?? []).sort();
  const id = MESSAGE_ID.exec(text);
  const messageId = id?.[1] ?? id?.[2];
  return {
    originalMessageId: messageId === undefined ? null : `<${messageId}>`,
    mail: lines.map((line) => QUEUE_ID.exec(line)?.[1]).find((queue) => queue !== undefined) ?? null,
    campaign: null,
    firstSeen: times[0] ?? null,
    lastSeen: times.at(-1) ?? null,
  };
}
