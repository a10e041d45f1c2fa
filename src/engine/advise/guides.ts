/** The third layer of advice: where in which product a step is done, and by which command. */
import { systems } from '../../knowledge/generated/help';
import type { HowFile, HowRecord, TaskId, WhoActs } from '../../knowledge/records';
import type { RecipientExplanation, Text, Trust } from '../explanation';
import { gateways } from './gateways';
import { type CommandValues, fillCommand } from './quote';
import { ON_SENDING_SIDE } from './sides';

export interface GuideTask {
  title: Text;
  /** The way through the menus, in the product's own labels. */
  place: readonly string[];
  /** A command that only looks; PowerShell, one line. */
  look: string | null;
  /** A command that changes a setting; its values are those of the settings, never of a mail. */
  change: string | null;
  /** Is there such a command, but not for a mail of this origin? */
  isWithheld: boolean;
  note: Text | null;
  /** The page to read on. */
  page: string;
}

/** What one product offers for a step. */
export interface Guide {
  system: string;
  /** The product's name. */
  name: string;
  /** Is another system the likelier one? */
  isOther: boolean;
  tasks: GuideTask[];
}

export interface GuideAbout {
  /** Whom the step is for. Several share one guide; its commands then name none of them. */
  recipients: readonly (Pick<RecipientExplanation, 'address' | 'provider' | 'remoteMta' | 'smtpServer'> &
    Partial<Pick<RecipientExplanation, 'cause' | 'variant' | 'learner'>>)[];
  /** Who does the step. */
  who?: WhoActs | 'nobody';
  /** The address that the training is sent from, as the settings say; never as a mail says. */
  sender: string | null;
  /** The organisation's own mail system, as the settings say: it counts where the bounce shows none. */
  mailSystem?: string | null;
  /** The mail system that took the bounce in: a guess, where neither of these says it. */
  readerSystem?: string | null;
  /** Is the mail known to be real, so that a command that changes something may be shown? */
  mayChange: boolean;
}

/**
 * May commands that change a tenant be shown for a mail? Where its origin is proved, or where it is unknown and
 * the admin says that the mail is real.
 */
export const mayChange = ({ verdict }: Pick<Trust, 'verdict'>, saidReal: boolean): boolean =>
  verdict === 'genuine' || (verdict === 'unverified' && saidReal);

/**
 * The guides for a step, those of the recognised mail system first. Where none is recognised, those of the systems
 * that most organisations have, the one first in which the bounce came in. A system without a guide, such as Zimbra,
 * hides these: the commands of another one are wrong there.
 *
 * @param how the step's tasks
 */
export function guidesFor(how: readonly TaskId[], about: GuideAbout): Guide[] {
  const values = valuesOf(about);
  return systemsFor(how, about).map(({ system, isOther }) => ({
    system: system.system,
    name: system.name,
    isOther,
    tasks: tasksIn(system, how).map((task) => toGuide(system, task, values, about.mayChange)),
  }));
}

const LAST = 10;
const inOrder = (): HowFile[] =>
  [...systems, ...gateways()].sort((a, b) => (a.rank ?? LAST) - (b.rank ?? LAST));
/** Not a gateway: the system that holds the mailboxes. */
const holdsMailboxes = ({ shown }: HowFile) => shown === 'when-unknown';

function systemsFor(how: readonly TaskId[], about: GuideAbout): { system: HowFile; isOther: boolean }[] {
  const all = inOrder();
  const able = all.filter((system) => tasksIn(system, how).length > 0);
  const shown = shownSystems(all, able, about);
  const likely = [...shown.open, ...able.filter((system) => system.shown === 'always')];
  return [
    ...likely.map((system) => ({ system, isOther: false })),
    ...shown.others.map((system) => ({ system, isOther: true })),
  ];
}

/** @param able of all, those that have a guide for the step */
function shownSystems(
  all: readonly HowFile[],
  able: readonly HowFile[],
  about: GuideAbout,
): { open: readonly HowFile[]; others: readonly HowFile[] } {
  const { recipients, mailSystem, readerSystem } = about;
  const provider = recipients[0]?.provider ?? null;
  // Who sends may have another system than who receives: only one that can do the step tells something of it.
  const isSending = about.who !== undefined && ON_SENDING_SIDE.has(about.who);
  const seen = seenSystems(isSending ? able : all, about);
  const open = seen.filter((system) => able.includes(system));
  if (seen.some(holdsMailboxes)) return { open, others: [] };
  const common = able.filter(holdsMailboxes);
  const named = common.filter(({ system }) => system === mailSystem);
  const usual = named.length > 0 ? named : common;
  // Behind a gateway stands a mail system that the bounce does not show.
  const isHidden = provider === null || seen.length > 0 || isSending;
  // A system's own provider is the first that its guide lists.
  const guessed = isHidden ? usual.filter(({ providers }) => providers[0] === readerSystem) : [];
  const isOpen = seen.length === 0 && (provider === null || isSending);
  const more = [named, guessed, isOpen ? usual : []].find(({ length }) => length > 0) ?? [];
  return { open: [...open, ...more], others: usual.filter((system) => !more.includes(system)) };
}

/** The systems that the bounce shows: by its meaning, which may be one product's alone, else by who speaks. */
function seenSystems(among: readonly HowFile[], { recipients }: GuideAbout): readonly HowFile[] {
  const { provider = null, cause, variant } = recipients[0] ?? {};
  const byMeaning =
    cause && variant ? among.filter(({ meanings }) => meanings?.[cause]?.includes(variant)) : [];
  const byProvider = among.filter(({ providers }) => provider !== null && providers.includes(provider));
  return byMeaning.length === 0
    ? byProvider
    : [...byProvider.filter((system) => !holdsMailboxes(system)), ...byMeaning];
}

const tasksIn = ({ tasks }: HowFile, how: readonly TaskId[]): HowRecord[] =>
  how.flatMap((id) => tasks.find(({ task }) => task === id) ?? []);

function toGuide({ system }: HowFile, record: HowRecord, values: CommandValues, isReal: boolean): GuideTask {
  const fill = (template: string | undefined, some: CommandValues) =>
    template === undefined ? null : fillCommand(template, some);
  const isWithheld = record.change !== undefined && !isReal;
  // Whoever writes the mail must not choose whom a change is for: those gaps the admin fills in.
  const ofSettings = {
    ...values,
    recipient: null,
    domain: null,
    remoteServer: null,
    smtpHost: null,
    smtpPort: null,
  };
  return {
    title: { key: `help.tasks.${record.task}`, values: {} },
    place: record.place,
    look: fill(record.look, values),
    change: isWithheld ? null : fill(record.change, ofSettings),
    isWithheld,
    // It speaks of the change.
    note: record.note && !isWithheld ? { key: `help.notes.${system}.${record.task}`, values: {} } : null,
    page: record.source.url,
  };
}

function valuesOf({ recipients, sender }: GuideAbout): CommandValues {
  const [first] = recipients;
  const { address = null, learner = address } = first ?? {};
  const recipient = recipients.length === 1 ? learner : null;
  const [smtpHost, smtpPort] = (first?.smtpServer ?? '').split(':');
  const domains = new Set(recipients.map(({ address }) => domainOf(address)));
  return {
    recipient,
    sender,
    domain: domains.size === 1 ? domainOf(first?.address ?? null) : null,
    senderDomain: domainOf(sender),
    remoteServer: first?.remoteMta ?? null,
    smtpHost: smtpHost || null,
    smtpPort: smtpPort ?? null,
  };
}

const domainOf = (address: string | null) => address?.slice(address.lastIndexOf('@') + 1) ?? null;
