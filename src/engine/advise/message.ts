/** A ready message to the one who must act: what happened, what helps, and the facts they need. */
import { messages } from '../../knowledge/help';
import type { FactId, MessageId, MessageRecord, Words } from '../../knowledge/records';
import type { Explanation, RecipientExplanation, Text } from '../explanation';
import type { LinkUrl } from './links';
import { showLine } from './show';
import { say } from './words';

export interface Message {
  id: MessageId;
  subject: string;
  /** Plain text; its lines end in \n. */
  body: string;
  /** How to pass it on, for whoever sends it. */
  hint: string | null;
}

export interface MessageAbout {
  explanation: Explanation;
  /** Those who failed for the same cause. */
  recipients: readonly RecipientExplanation[];
  /** The address that the training is sent from, where it is known. */
  sender: string | null;
  words: Words;
  links: LinkUrl;
}

/** More would hide what is asked for. */
const MOST_ADDRESSES = 20;
const LONGEST_FACT = 300;

/** The messages that fit this cause, the likeliest first. */
export function messagesFor(about: MessageAbout): Message[] {
  const [first] = about.recipients;
  if (!first) return [];
  return first.advice.messages.flatMap((id) => {
    const record = messages.find((message) => message.id === id);
    return record ? [messageFor(record, first, about)] : [];
  });
}

function messageFor(record: MessageRecord, first: RecipientExplanation, about: MessageAbout): Message {
  const { words } = about;
  const t = (key: string, values: Record<string, string> = {}) => say(words, { key, values });
  const own = (name: string) => t(`help.messages.${record.id}.${name}`);
  const steps = stepLines(record, first, about);
  const body = [
    t('help.message.greeting'),
    '',
    own('opening'),
    tell(first.advice.sentence, about),
    '',
    ...(steps.length > 0 || record.steps.length === 0 ? [own('ask')] : []),
    ...steps,
    '',
    t('help.facts.title'),
    ...factLines(record, first, about),
    '',
    t('help.message.closing'),
  ];
  return {
    id: record.id,
    subject: own('subject'),
    body: body.join('\n').replace(/\n{3,}/g, '\n\n') + '\n',
    hint: record.hint ? own('hint') : null,
  };
}

/** A text about all recipients: where there are several, the facts name them. */
function tell({ key, values }: Text, { recipients, words }: MessageAbout): string {
  const safe = Object.entries(values).map(([name, value]) => [
    name,
    name === 'address' && recipients.length > 1 ? '' : showLine(value, LONGEST_FACT),
  ]);
  return say(words, { key, values: Object.fromEntries(safe) as Record<string, string> });
}

function stepLines(
  { steps }: MessageRecord,
  { advice }: RecipientExplanation,
  about: MessageAbout,
): string[] {
  return advice.steps
    .filter(({ who, later }) => !later && steps.includes(who))
    .flatMap((step) => {
      const url = step.link && about.links(step.link);
      return [`- ${tell(step.text, about)}`, ...(url ? [`  ${url}`] : [])];
    });
}

function factLines({ facts }: MessageRecord, first: RecipientExplanation, about: MessageAbout): string[] {
  const t = (key: string, values: Record<string, string> = {}) => say(about.words, { key, values });
  return facts.flatMap((id) => {
    const value = factOf(id, first, about);
    return value === '' ? [] : [`${t(`help.facts.${id}`)}: ${value}`];
  });
}

/** One line; empty where the bounce does not tell. */
function factOf(id: FactId, first: RecipientExplanation, about: MessageAbout): string {
  const { explanation } = about;
  const { original } = explanation;
  const line = (text: string | null) => showLine(text ?? '', LONGEST_FACT);
  switch (id) {
    case 'addresses':
      return addressLine(about);
    case 'time':
      return timeOf(explanation.date, about.words.language);
    case 'code':
      return line([first.replyCode, first.status].filter(Boolean).join(' '));
    case 'diagnostic':
      return line(first.diagnostic ?? first.evidence);
    case 'remoteMta':
      return line(first.remoteMta);
    case 'reportingMta':
      return explanation.reportingMta === first.remoteMta ? '' : line(explanation.reportingMta);
    case 'sender':
      // Whoever is to let a sender in must be told which.
      return line(about.sender) || say(about.words, { key: 'help.facts.fillIn', values: {} });
    case 'subject':
      return line(original.subject);
    case 'messageId':
      return line(original.messageId);
  }
}

function addressLine({ recipients, words }: MessageAbout): string {
  const all = [...new Set(recipients.flatMap(({ address }) => (address ? [showLine(address)] : [])))];
  const more = all.length - MOST_ADDRESSES;
  const rest = more > 0 ? [say(words, { key: 'help.facts.more', values: { count: String(more) } })] : [];
  return [...all.slice(0, MOST_ADDRESSES), ...rest].join(', ');
}

/** In UTC, which is what logs are searched by; the reader may sit in another zone than the writer. */
function timeOf(iso: string | null, language: string): string {
  if (iso === null) return '';
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: 'UTC',
  });
  return `${format.format(new Date(iso))} UTC`;
}
