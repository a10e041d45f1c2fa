/** The third layer of advice: where in which product a step is done, and by which command. */
import { systems } from '../../knowledge/generated/help';
import type { HowFile, HowRecord, TaskId } from '../../knowledge/records';
import type { RecipientExplanation, Text, Trust } from '../explanation';
import { type CommandValues, fillCommand } from './quote';

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
  recipients: readonly Pick<RecipientExplanation, 'address' | 'provider' | 'remoteMta' | 'smtpServer'>[];
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
 * The guides for a step, those of the recognised mail system first; where none is recognised, or a gateway, those of
 * the systems that most organisations have, the one first in which the bounce came in.
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
const inOrder = [...systems].sort((a, b) => (a.rank ?? LAST) - (b.rank ?? LAST));

function systemsFor(
  how: readonly TaskId[],
  { recipients, mailSystem, readerSystem }: GuideAbout,
): { system: HowFile; isOther: boolean }[] {
  const provider = recipients[0]?.provider ?? null;
  const able = inOrder.filter((system) => tasksIn(system, how).length > 0);
  const seen = able.filter(({ providers }) => provider !== null && providers.includes(provider));
  // Behind a gateway stands a mail system that the bounce does not show.
  const isKnown = seen.some(({ shown }) => shown === 'when-unknown');
  const all = able.filter(({ shown }) => shown === 'when-unknown' && !isKnown);
  const named = all.filter(({ system }) => system === mailSystem);
  const usual = named.length > 0 ? named : all;
  // A system's own provider is the first that its guide lists.
  const guessed = usual.filter(({ providers }) => providers[0] === readerSystem);
  // The step is for the product that the bounce names; the one behind it may be any.
  const open = named.length > 0 ? named : guessed.length > 0 ? guessed : seen.length > 0 ? [] : usual;
  const others = usual.filter((system) => !open.includes(system));
  const likely = [...seen, ...open, ...able.filter(({ shown }) => shown === 'always')];
  return [
    ...likely.map((system) => ({ system, isOther: false })),
    ...others.map((system) => ({ system, isOther: true })),
  ];
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
  const recipient = recipients.length === 1 ? (first?.address ?? null) : null;
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
