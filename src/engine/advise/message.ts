/** A ready message to the one who must act: what happened, what helps, and the facts they need. */
import { messages } from '../../knowledge/generated/help';
import type { FactId, MessageId, MessageRecord, Words } from '../../knowledge/records';
import type { Explanation, RecipientExplanation, Step, Text } from '../explanation';
import type { LinkUrl } from './links';
import { listOf } from './lists';
import { moment } from './moment';
import { addressesOf as addressesOfAll, saidOfAll } from './said-of-all';
import { showLine } from './show';
import { sizesOfAll } from './sizes';
import { asTold, say } from './words';

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
  /** The addresses and servers that the training is sent from, as the settings say; never as a mail says. */
  senders: readonly string[];
  servers: readonly string[];
  words: Words;
  links: LinkUrl;
}

/** Whoever is to check them needs all of them; a message has its limits all the same. */
const MOST_ADDRESSES = 500;
const LONGEST_FACT = 300;
/** The task of letting the training's mail in. */
const ALLOW_LIST = 'allow-list-training';

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
  const theirs = first.advice.steps.filter(({ who, when }) => when === 'today' && record.steps.includes(who));
  const steps = theirs.flatMap((step) => stepLines(step, about));
  const sizes = sizesOfAll(about.recipients);
  const body = [
    t('help.message.greeting'),
    '',
    own('opening'),
    [tell(asTold(words, first.advice.sentence), about), ...(sizes ? [say(words, sizes)] : [])].join(' '),
    '',
    ...(steps.length > 0 || record.steps.length === 0 ? [own('ask')] : []),
    ...steps,
    '',
    t('help.facts.title'),
    ...factLines(record, first, theirs, about),
    '',
    t('help.message.closing'),
  ];
  return {
    id: record.id,
    subject: t('help.message.subject', { subject: own('subject'), about: subjectOf(first, about) }),
    body: body.join('\n').replace(/\n{3,}/g, '\n\n') + '\n',
    hint: record.hint ? own('hint') : null,
  };
}

/** Whom and why, so that a mailbox full of such messages tells them apart. */
function subjectOf(first: RecipientExplanation, about: MessageAbout): string {
  const { words } = about;
  const [only, ...others] = addressesOf(about);
  const more = say(words, { key: 'help.facts.more', values: { count: String(others.length) } });
  const whom = only === undefined ? [] : others.length === 0 ? [only] : [`${only} + ${more}`];
  return [...whom, tell(first.advice.title, about)].join(', ');
}

/** A text about all recipients: where there are several, or they differ, the facts name them. */
function tell(text: Text, { recipients, words }: MessageAbout): string {
  const said = saidOfAll(recipients)(text);
  const safe = Object.entries(said.values).map(([name, value]) => [name, showLine(value, LONGEST_FACT)]);
  return say(words, { ...said, values: Object.fromEntries(safe) as Record<string, string> });
}

function stepLines(step: Step, about: MessageAbout): string[] {
  const url = step.link && about.links(step.link, addressesOf(about));
  return [`- ${tell(step.text, about)}`, ...(url ? [`  ${url}`] : [])];
}

/** @param theirs the steps that the message asks for */
function factLines(
  { facts }: MessageRecord,
  first: RecipientExplanation,
  theirs: readonly Step[],
  about: MessageAbout,
): string[] {
  const t = (key: string, values: Record<string, string>) => say(about.words, { key, values });
  // The label of the addresses counts them.
  const count = String(addressesOf(about).length);
  // Whoever is to let servers in must be told which.
  const letsIn = theirs.some(({ how }) => how.includes(ALLOW_LIST));
  return facts.flatMap((id) => {
    const found = factOf(id, first, about);
    const value = found === '' && id === 'servers' && letsIn ? t('help.facts.fillInServers', {}) : found;
    return value === '' ? [] : [t('engine.labelled', { name: t(`help.facts.${id}`, { count }), value })];
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
      return moment(explanation.date, about.words.language, { inUtc: true, seconds: true }) ?? '';
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
      return listed(about.senders, about) || say(about.words, { key: 'help.facts.fillIn', values: {} });
    case 'servers':
      return listed([...about.servers, explanation.sendingServer ?? ''], about);
    case 'subject':
      return line(original.subject);
    case 'messageId':
      return line(original.messageId);
  }
}

const addressesOf = ({ recipients }: MessageAbout): string[] =>
  addressesOfAll(recipients).map((address) => showLine(address));

/** Each once; empty where there is none. */
const listed = (values: readonly string[], { words }: MessageAbout): string =>
  listOf([...new Set(values.map((value) => showLine(value, LONGEST_FACT)).filter(Boolean))], words.language);

function addressLine(about: MessageAbout): string {
  const { words } = about;
  const all = addressesOf(about);
  const more = all.length - MOST_ADDRESSES;
  const rest = more > 0 ? [say(words, { key: 'help.facts.more', values: { count: String(more) } })] : [];
  return all.length === 0 ? '' : listOf([...all.slice(0, MOST_ADDRESSES), ...rest], words.language);
}
