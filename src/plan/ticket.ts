/**
 * An answer as a ticket: for whoever opens it tomorrow, who saw neither the bounce nor the pane. What it holds is
 * gathered once; `ticket-formats.ts` writes it as plain text, HTML and Markdown.
 */
import { type LinkUrl, moment, RESEND_HELP, showLine, type Trust, type WhoActs } from '../engine';
import { tellAddresses } from './announce';
import { codeOf, type Fact } from './facts';
import type { Answer, Plan, PlanStep } from './plan';
import { type Speech, tellStep, tellVerdict } from './speech';

export interface TicketAbout {
  answer: Answer;
  /** Which of its plans: those that are shown. */
  plans: readonly Plan[];
  trust: Trust;
  /** Null for a message; a question holds what was typed. */
  asked: string | null;
  /** The addresses and servers that the training is sent from, as the settings say. */
  senders: readonly string[];
  servers: readonly string[];
  links: LinkUrl;
}

export type TicketPart =
  | { kind: 'title' | 'heading' | 'line'; text: string }
  /** `url` stands below its step; `done` is null for what is not to be ticked. */
  | { kind: 'step'; text: string; done: boolean | null; url: string | null }
  /** `label` ends in the colon of its language. */
  | { kind: 'fact'; label: string; value: string }
  | { kind: 'gap' };

/** A quotation longer than this would hide the steps. */
const MAX_QUOTE = 300;
/** Addresses in the first line; all of them stand below. */
const IN_TITLE = 2;

export function ticketOf(about: TicketAbout, speech: Speech): TicketPart[] {
  const { answer, plans } = about;
  const several: TicketPart[] =
    plans.length > 1
      ? [title(speech.tell(answer.whole.title)), line(speech.tell(answer.whole.sentence)), GAP]
      : [];
  return [
    ...several,
    ...plans.flatMap((plan, at) => [...(at > 0 ? [GAP] : []), ...ofPlan(plan, about, speech)]),
  ];
}

const GAP: TicketPart = { kind: 'gap' };
const title = (text: string): TicketPart => ({ kind: 'title', text });
const line = (text: string): TicketPart => ({ kind: 'line', text });
const heading = (text: string): TicketPart => ({ kind: 'heading', text });

function ofPlan(plan: Plan, about: TicketAbout, speech: Speech): TicketPart[] {
  const { t, tell, tellOthers } = speech;
  const labelled = (name: string, value: string) => line(t('engine.labelled', { name: t(name), value }));
  const { sentence, sizes, who, verdict, confirm, today, ifAgain, resend } = plan;
  const todo = [...(confirm && about.asked === null ? [confirm] : []), ...today];
  // Whoever gets the ticket did not see the message.
  const unsure = about.trust.verdict === 'unverified' && about.asked === null;
  return [
    title(firstLine(plan, about, speech)),
    ...(verdict === null
      ? []
      : [
          labelled(
            'panel.card.resend',
            [tellVerdict(verdict, speech), resend && tell(resend.text)].filter(Boolean).join('. '),
          ),
        ]),
    ...(who === null ? [] : [labelled('panel.card.who', roleOf(who, speech))]),
    line([tellOthers(sentence), ...(sizes ? [tell(sizes)] : [])].join(' ')),
    ...(resend?.tryingUntil ? [line(t('help.time.trying', { time: utc(resend.tryingUntil, speech) }))] : []),
    ...(todo.length === 0
      ? []
      : [GAP, heading(t('panel.steps.title')), ...todo.map((step) => ofStep(step, plan, about, speech))]),
    ...(ifAgain.length === 0
      ? []
      : [
          GAP,
          heading(t(who === 'nobody' && today.length === 0 ? 'panel.steps.lookInto' : 'panel.steps.again')),
          ...ifAgain.map((step) => ({ ...ofStep(step, plan, about, speech), done: null }) as TicketPart),
        ]),
    ...reasons(plan, speech),
    ...facts(plan, about, speech),
    ...(unsure ? [line(t('engine.trust.unverified') + '.')] : []),
  ];
}

/** What, whom, why: so that a list of tickets tells them apart. */
function firstLine(plan: Plan, { asked }: TicketAbout, speech: Speech): string {
  const { t, tell } = speech;
  const { cause, addresses, recipients, tone } = plan;
  const code = recipients[0] ? showLine(codeOf(recipients[0])) : '';
  if (asked !== null) return t('panel.ticket.asked', { why: tell(cause), asked: showLine(asked, 80) });
  if (tone !== 'failed' && tone !== 'waiting') return tell(cause);
  if (recipients.length === 0) return tell(cause);
  const why = [tell(cause), code].filter(Boolean).join(', ');
  const whom = addresses.length === 0 ? t('engine.fallback.address') : tellAddresses(plan, speech, IN_TITLE);
  return t(tone === 'waiting' ? 'panel.ticket.delayed' : 'panel.ticket.bounced', { whom, why });
}

const roleOf = (who: WhoActs, { t }: Speech): string => t(`panel.ticket.roles.${who}`);

function ofStep(step: PlanStep, { addresses }: Plan, { links }: TicketAbout, speech: Speech): TicketPart {
  const { t, list } = speech;
  const words = tellStep(step, speech);
  const only = step.onlyFor?.length
    ? ` (${t('panel.steps.onlyFor', { addresses: list(step.onlyFor) })})`
    : '';
  return {
    kind: 'step',
    text:
      (step.act === 'wait' ? words : t('engine.labelled', { name: roleOf(step.who, speech), value: words })) +
      only,
    done: step.done,
    url:
      (step.link && links(step.link, step.onlyFor ?? addresses)) ??
      (step.act === 'resend' ? links(RESEND_HELP) : null),
  };
}

const reasons = ({ reasons: signals }: Plan, { t }: Speech): TicketPart[] =>
  signals.length === 0
    ? []
    : [
        GAP,
        heading(t('panel.trust.signals')),
        ...signals.map(({ id, quote }): TicketPart => ({
          kind: 'step',
          done: null,
          url: null,
          text: [t(`help.signals.${id}`), quote && showLine(quote, 200)].filter(Boolean).join(' '),
        })),
      ];

function facts(plan: Plan, { senders, servers, asked }: TicketAbout, speech: Speech): TicketPart[] {
  const { t } = speech;
  const { addresses, unlisted = 0, facts: stated } = plan;
  const nameOf = (id: string) => t(`help.facts.${id}`, { count: String(addresses.length + unlisted) });
  const rows: [string, string][] = [
    ...addresses.map((address): [string, string] => [
      t('help.facts.addresses', { count: '1' }),
      showLine(address),
    ]),
    ...senders.map((sender): [string, string] => [nameOf('sender'), showLine(sender)]),
    ...servers.map((server): [string, string] => [nameOf('servers'), showLine(server)]),
    ...stated
      .filter((fact) => asked === null || fact.name !== 'bounce')
      .map((fact): [string, string] => [nameOf(fact.name), valueOf(fact, speech)]),
  ];
  return rows.length === 0
    ? []
    : [
        GAP,
        heading(t('panel.ticket.facts')),
        ...rows.map(([name, value]): TicketPart => ({
          kind: 'fact',
          label: t('engine.label', { name }),
          value,
        })),
      ];
}

/** A fact in one line; times in UTC, since whoever reads them may sit anywhere. */
const valueOf = ({ name, value }: Fact, speech: Speech): string =>
  name === 'time' ? utc(value, speech) : showLine(value, MAX_QUOTE);

const utc = (iso: string, { locale }: Speech): string =>
  moment(iso, locale, { inUtc: true, seconds: true }) ?? '';
