/** The words of detection, of all languages, as finders that walk a text once. */
import data from '../../knowledge/detection.json';
import { PhraseFinder } from '../phrases/phrase-finder';

export type Role =
  | 'failure-subject'
  | 'delay-subject'
  | 'auto-reply-subject'
  | 'failure-phrase'
  | 'delay-phrase'
  | 'machine-phrase'
  | 'challenge-phrase';

type Row = (typeof data.languages)[number];
const rows = (role: Role, field: keyof Row) =>
  data.languages.flatMap((language) =>
    (language[field] as string[]).map((phrase) => [phrase, role] as const),
  );

let subjects: PhraseFinder<Role> | null = null;
let texts: PhraseFinder<Role> | null = null;
let senders: PhraseFinder<true> | null = null;

// Built at first use: a page that shows an ordinary mail should not wait for them.
export const subjectFinder = () =>
  (subjects ??= new PhraseFinder([
    ...rows('failure-subject', 'failureSubjects'),
    ...rows('delay-subject', 'delaySubjects'),
    ...rows('auto-reply-subject', 'autoReplySubjects'),
  ]));

export const textFinder = () =>
  (texts ??= new PhraseFinder([
    ...rows('failure-phrase', 'failurePhrases'),
    ...rows('delay-phrase', 'delayPhrases'),
    ...rows('challenge-phrase', 'challengePhrases'),
    ...data.machinePhrases.map((phrase) => [phrase, 'machine-phrase'] as const),
  ]));

export const senderFinder = () =>
  (senders ??= new PhraseFinder(data.senders.map((sender) => [sender, true] as const)));
