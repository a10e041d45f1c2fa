/**
 * The shapes of the knowledge files. Types only: the files are JSON, checked against
 * `schemas/` by `npm run check:knowledge`, and this folder imports nothing.
 */
export type CauseId =
  | 'recipient-unknown'
  | 'no-mailbox-yet'
  | 'mailbox-disabled'
  | 'mailbox-full'
  | 'address-invalid'
  | 'domain-not-found'
  | 'recipient-restricted'
  | 'policy-rule'
  | 'sender-blocked'
  | 'spam-content'
  | 'malware-attachment'
  | 'ip-reputation'
  | 'auth-failure'
  | 'sender-identity'
  | 'rate-limited'
  | 'greylisted'
  | 'relay-denied'
  | 'routing-loop'
  | 'connection-failed'
  | 'dns-routing'
  | 'tls-required'
  | 'expired'
  | 'message-too-large'
  | 'message-malformed'
  | 'server-fault'
  | 'sender-limit'
  | 'suppressed'
  | 'not-a-failure'
  | 'undetermined';

/** Who has to act. `platform-admin` runs the training; the words for each are in `words/<language>.json`. */
export type WhoActs =
  | 'recipient-admin'
  | 'recipient-user'
  | 'platform-admin'
  | 'sender-admin'
  | 'message-author'
  | 'network-team'
  | 'nobody';

/** Will it pass without anybody mending anything? `either` where the code or the words leave it open. */
export type Permanence = 'permanent' | 'transient' | 'either';

/** Does sending again make sense? */
export type Resend = 'now' | 'after-fix' | 'wait' | 'do-not' | 'not-needed';

/** Should the address leave the target users? */
export type RemoveAddress = 'no' | 'if-left' | 'if-repeated' | 'yes';

/** The platform's own handling steps. */
export type HandlingStepId = 'B1' | 'B2' | 'B3' | 'B4' | 'B5' | 'D1' | 'D2' | 'D3' | 'N1' | 'N2';

/** A key of `links.json`. */
export type LinkId = string;

export interface Source {
  /** Where the claim can be read. */
  url: string;
  /** Day it was read, YYYY-MM-DD. */
  seen: string;
  evidence: 'specification' | 'vendor-page' | 'wild';
}

/** `causes/<id>/cause.json` */
export interface CauseRecord {
  id: CauseId;
  whoActs: WhoActs;
  resend: Resend;
  /** Earliest sensible resend, hours after the bounce; null where no time helps. */
  waitHours: number | null;
  removeAddress: RemoveAddress;
  /** In order. A platform step is named by its id, a step of this cause by a key of its words. */
  steps: CauseStep[];
  /** Handling steps that people try here, though they do not help. */
  needless: NeedlessStep[];
  /** Who can be written to, the likeliest first. */
  messages: MessageId[];
  /** Id of the variant for mailboxes of people (gmail.com, web.de), where no mail admin can be asked. */
  atPersonalMailbox?: VariantId;
  /** Id of the variant for addresses that no person reads (noreply@), see `addresses.json`. */
  atUnmannedAddress?: VariantId;
  /** Id of the variant for what a client program says of the server in SMTP Settings. */
  atOwnServer?: VariantId;
  /** Id of the variant for what a server still tries to deliver. */
  whileTried?: VariantId;
  /** Text that must lead to this cause, fed through the engine by a test. */
  examples: string[];
  sources: Source[];
}
export interface CauseStep {
  id: string;
  who: WhoActs;
  /** True where `id` is one of the platform's handling steps. */
  platform: boolean;
  /** How it is done, the likeliest first. */
  how?: TaskId[];
  link?: LinkId;
  /** Only for addresses that look unmanned (noreply@ and the like), see `addresses.json`. */
  onlyUnmanned?: boolean;
  /** Lets more mail in, or wakes a mailbox or account: only for a bounce that is known to be real. */
  loosens?: boolean;
  /** Not today: where it bounces again, or so that the next bounce does not happen. Such steps come last. */
  when?: 'again' | 'later';
  /** True where a step of the cause's own sends the training again. */
  resend?: boolean;
}

export interface NeedlessStep {
  step: HandlingStepId;
  /** A key below `help.needless`. */
  reason: string;
}

/** A name within one cause: `signed-in-senders-only` of `recipient-restricted`. */
export type VariantId = string;

/**
 * One row of `causes/<id>/variants.json`: one exact meaning of a cause. It says only what differs from the cause.
 * Rows of `codes/` and `wordings/` choose it by their `variant`.
 */
export interface VariantRecord {
  id: VariantId;
  whoActs?: WhoActs;
  resend?: Resend;
  waitHours?: number | null;
  removeAddress?: RemoveAddress;
  /** The whole list, in order: a step of the cause by its id, or a step of this variant's own. */
  steps?: (string | CauseStep)[];
  needless?: NeedlessStep[];
  messages?: MessageId[];
  /** Is the mail admin that it asks one's own, although the address may be a person's at a public provider? */
  ownAdmin?: true;
  /** Is the address only where a learner's mail was passed on to? The mail was sent to the learner. */
  passedOn?: true;
  /** Text that must lead to this variant, fed through the engine by a test. */
  example: string;
  source: Source;
}

/** `causes/<id>/<language>.json` */
export interface CauseWords {
  /** Two to five words, for lists. */
  title: string;
  /** What happened; may use {address}, {provider}, {domain}. */
  sentence: string;
  /** The cause's own steps, by step id. */
  steps: Record<string, string>;
  /** When and whether to send again. */
  resend: string;
  /** Whether the address should leave the target users, and why. */
  removeAddress: string;
  /** By the variant's id. What is not said here is as the cause says. */
  variants?: Record<VariantId, VariantWords>;
}

export interface VariantWords extends Partial<Omit<CauseWords, 'variants'>> {
  title: string;
  sentence: string;
  /** The sentence as its reader tells it to others, where it says "your". */
  told?: string;
}

/** What one row knows better than its cause and its codes do. */
export interface Particulars {
  /** Only where somebody else has to act than the cause says. */
  whoActs?: WhoActs;
  /** Only where the class of the code says otherwise, or there is no code. */
  permanence?: Permanence;
  /** Steps of the platform that help beside those of the cause. */
  steps?: HandlingStepId[];
  /** The cause's variant that this row means. */
  variant?: VariantId;
}

/**
 * How much the words of a row weigh.
 *
 * - `token`: a machine's own word (`RESOLVER.ADR.RecipNotFound`), never found inside a longer one
 * - `exact`: words with one meaning (`mailbox is full`)
 * - `general`: words that name a subject (`TLS`, `spam`, `reverse DNS`); a code with one meaning says more
 * - `vague`: words that say only that it failed (`Access denied`, `try again later`); a service's own category says more
 * - `frame`: what a server writes around every refusal (`Recipient address rejected: …`); speaks where nothing follows
 */
export type Weight = 'token' | 'exact' | 'general' | 'vague' | 'frame';

/**
 * - `refusal`: a word of refusing, or a reply code of one: `TLS` alone may stand in any text
 * - `host`: a host, an IP address, a domain: `is blacklisted` may be said of an address, too
 * - `submission`: anywhere in the text, words of a client program at its own SMTP server, or such a server's port
 * - `own-address`: the IP address of the very server that answers: a forwarder, refused by the server behind it
 * - `local-delivery`: a program of the same machine answers, `[private/dovecot-lmtp] said`
 * - `no-server`: in a report with a status, but neither a reply code nor another server: the reporting one decided
 * - `no-answer`: no server's answer is quoted beside the words of the service
 * - `nothing`: the words are a service's own, and stand in no other text
 */
export type Beside =
  | 'refusal'
  | 'host'
  | 'submission'
  | 'own-address'
  | 'local-delivery'
  | 'no-server'
  | 'no-answer'
  | 'nothing';

/**
 * One row of `wordings/<provider>.json`: words that lead to a cause.
 * Phrases are plain text, compared without case and with runs of white space taken as one;
 * `*` stands for up to 80 characters of anything.
 */
export interface WordingRecord extends Particulars {
  id: string;
  /** Any one of these. */
  phrases: string[];
  /** Only where the enhanced status is one of these (`5.7.1`, `X.7.1`, `5.7.900-999`). */
  status?: string[];
  /** Only where the reply code is one of these. */
  reply?: string[];
  /** Not where one of these stands near the phrase, as whole words. */
  unless?: string[];
  /** What the same sentence has to name besides; every `general` row says it. */
  beside?: Beside;
  weight: Weight;
  cause: CauseId;
  /** A line from a bounce, in the provider's own shape, that a test feeds through the engine. */
  example: string;
  source: Source;
}
export interface WordingFile {
  /** Key of `providers.json`, or `any`. */
  provider: string;
  rows: WordingRecord[];
}

/** One row of `codes/<provider>.json`. */
export interface CodeRecord extends Particulars {
  /** Enhanced status (`5.1.1`; `X.1.1` for every class), range (`5.7.606-649`) or reply code (`550`). */
  code: string;
  /** Only beside one of these reply codes. */
  reply?: string[];
  cause: CauseId;
  confidence: 'high' | 'medium' | 'low';
  source: Source;
}
export interface CodeFile {
  /** Key of `providers.json`, or `rfc` for what the standards define. */
  provider: string;
  rows: CodeRecord[];
}

/** `providers.json`: how a mail system is recognised by the host names and words of a bounce. */
export interface ProviderRecord {
  id: string;
  /** As people know it. */
  name: string;
  /** Endings of host names. */
  hosts: string[];
  /** Words that it alone writes, case and all; they count where no host name is known. */
  marks?: string[];
  /** Its mailboxes belong to people, so there is no mail admin of yours who could act. */
  personal?: boolean;
  /** Domains of people's addresses there, whatever host speaks; `outlook.*` stands for every ending. */
  personalDomains?: string[];
  /** It sends for others and has no mailboxes: never the recipient's mail system. */
  sendsOnly?: boolean;
}

/** `handling.json`: the platform's handling steps. */
export interface HandlingStepRecord {
  id: HandlingStepId;
  link: LinkId | null;
  how: TaskId[];
  /** As of a cause's own step. */
  loosens?: boolean;
  /** True where the step sends the training again. */
  resend?: boolean;
  source: Source;
}

/** Something that is done in a product: a key of `help.tasks`, named by steps, told by `how/<system>.json`. */
export type TaskId = string;

/** `how/<system>.json`: where in one product a task is done, and by which command. */
export interface HowFile {
  system: string;
  /** The product, as people know it. */
  name: string;
  /** Keys of `providers.json` by which a bounce shows that the product is in use. */
  providers: string[];
  shown: 'when-recognised' | 'when-unknown' | 'always';
  /** Place among the systems that are shown where nothing is recognised. */
  rank?: number;
  /** Variants whose texts speak of this product, by their cause: where a bounce has one, the product is in use. */
  meanings?: Partial<Record<CauseId, VariantId[]>>;
  tasks: HowRecord[];
}
export interface HowRecord {
  task: TaskId;
  /** The way through the menus, in the product's own English labels; empty where there is only a command. */
  place: string[];
  /**
   * PowerShell, one line. {recipient}, {sender}, {domain}, {senderDomain} and {remoteServer} are filled in
   * with quotes around them, or stand as `'<recipient>'` where the bounce names none that is safe.
   */
  look?: string;
  /** The same, for a command that changes a setting. */
  change?: string;
  /** True where `help.notes.<system>.<task>` says what else to know. */
  note?: true;
  source: Source;
}

/** A key of `messages.json`. */
export type MessageId = string;

/** What someone has to know to act on a message. */
export type FactId =
  | 'addresses'
  | 'time'
  | 'code'
  | 'diagnostic'
  | 'remoteMta'
  | 'reportingMta'
  | 'sender'
  | 'servers'
  | 'subject'
  | 'messageId';

/** One row of `messages.json`: whom a ready message goes to. Its words: `help.messages.<id>`. */
export interface MessageRecord {
  id: MessageId;
  /** Whose steps of the checklist are written out. */
  steps: WhoActs[];
  /** In order; nothing that they do not need. */
  facts: FactId[];
  /** True where `help.messages.<id>.hint` says how to pass it on. */
  hint?: true;
}

/** `links.json`. An address that starts with {platformUrl} is below the admin's own platform address. */
export interface LinkRecord {
  id: LinkId;
  /** Null for a place whose address nobody has published: only a deployer's own leads there. */
  url: string | null;
  source: Source;
}

/** `addresses.json`: which addresses look unmanned, told by the part before the @. */
export interface AddressFile {
  /** How to read the entries, for whoever edits the file. */
  comment: string;
  /** Lower case, without a +tag; a `*` at the end stands for any rest (`svc-*`). */
  unmanned: string[];
  sources: Source[];
}

/** A tree of texts; a text is named by its path, joined with dots. */
export interface WordTree {
  [key: string]: string | WordTree;
}

/**
 * All words of one language: `words/<language>/{engine,panel,help,cli}.json` and `causes/<id>/<language>.json`.
 * A text key starts with one of these names: `engine.who.recipient-admin`, `causes.mailbox-full.sentence`.
 */
export interface Words {
  /** BCP 47. */
  language: string;
  engine: WordTree;
  panel: WordTree;
  help: WordTree;
  cli: WordTree;
  /** What is said of many bounces together. */
  campaign: WordTree;
  causes: Record<string, CauseWords>;
}

/** A language's words in parts: what the panel starts with, what any answer needs, each cause, what the command and the campaign page say. */
export interface Language {
  start(): Promise<Pick<Words, 'engine' | 'panel'>>;
  answers(): Promise<AnswerWords>;
  command(): Promise<Pick<Words, 'cli' | 'campaign'>>;
}

export interface AnswerWords extends Pick<Words, 'help'> {
  /** By the cause's id: a bounce has one or two of the causes, so each comes by itself. */
  causes: Readonly<Record<string, () => Promise<CauseWords>>>;
}
