/** The explanation as plain text that pastes well into a ticket. */
import type { Explanation } from '../engine/explanation';
import type { SourceHead } from '../outlook/door';
import type { Group, GroupStep } from './groups';
import { ENROLMENTS, type LinkUrl, moment, RESEND_HELP, type WhoActs } from '../engine';
import { resendLabel, sentenceOf, tellOfGroup } from './phrases';
import { showLine } from '../engine/advise/show';
import type { Speech } from './speech';
import { mayResend, resendNow } from './when';

export interface ChecklistAbout {
  explanation: Explanation;
  head: SourceHead;
  links: LinkUrl;
  now: Date;
  /** Is this step done? */
  done(group: Group, step: GroupStep): boolean;
}

/** A quotation longer than this would hide the steps in a ticket. */
const MAX_QUOTE = 300;

/** A question is no message, and came from nowhere. */
const isAsked = ({ door }: SourceHead) => door === 'typed-question';

/** What to do with a bounce that must not be acted on, in order. */
const WARNING_STEPS = {
  suspicious: ['report', 'no-links', 'no-resend'],
  backscatter: ['no-resend', 'check-domain'],
} as const;

/** One text for all the groups given. */
export function checklist(groups: readonly Group[], about: ChecklistAbout, speech: Speech): string {
  const parts = groups.map((group) => groupLines(group, about, speech).join('\n'));
  const { verdict } = about.explanation.trust;
  // Whoever gets the ticket did not see the mail.
  const origin =
    verdict === 'unverified' && !isAsked(about.head) ? [speech.t(`engine.trust.${verdict}`) + '.'] : [];
  return [...parts, ...origin, messageLine(about, speech)].join('\n\n') + '\n';
}

/** For a bounce that must not be acted on: what it is and what to do with it; no cause, no resend, no link. */
export function warningText(
  verdict: keyof typeof WARNING_STEPS,
  about: ChecklistAbout,
  speech: Speech,
): string {
  const { t } = speech;
  const steps = WARNING_STEPS[verdict].map((step) => `[ ] ${t(`panel.trust.steps.${step}`)}`);
  const what = [t(`engine.trust.${verdict}`), t(`engine.trustDetail.${verdict}`)];
  return [...what, '', ...steps, '', messageLine(about, speech)].join('\n') + '\n';
}

function groupLines(group: Group, about: ChecklistAbout, speech: Speech): string[] {
  const { t } = speech;
  const { first, addresses } = group;
  const now = group.steps.filter((step) => !step.later);
  const later = group.steps.filter((step) => step.later);
  const lines = (steps: readonly GroupStep[], before: WhoActs | undefined) =>
    steps.flatMap((step, at) => [
      ...(step.who === (steps[at - 1]?.who ?? before)
        ? []
        : [t('panel.checklist.turn', { who: t(`engine.who.${step.who}`) })]),
      ...stepLines(group, step, about, speech),
    ]);
  return [
    speech.tell(first.advice.title),
    ...addresses.map((address) => t('panel.checklist.address', { address })),
    t('panel.checklist.happened', { text: sentenceOf(group, speech) }),
    t('panel.checklist.who', { who: t(`engine.who.${first.advice.whoActs}`) }),
    '',
    t('panel.checklist.todo'),
    ...lines(now, first.advice.whoActs),
    '',
    ...(later.length > 0 ? [t('panel.checklist.later'), ...lines(later, now.at(-1)?.who), ''] : []),
    ...resendLines(group, about, speech),
    ...evidenceLines(group, about, speech),
  ];
}

function stepLines(group: Group, step: GroupStep, about: ChecklistAbout, speech: Speech): string[] {
  const box = about.done(group, step) ? '[x]' : '[ ]';
  const only = step.onlyFor?.length
    ? ` (${speech.t('panel.steps.onlyFor', { addresses: speech.list(step.onlyFor) })})`
    : '';
  const platform = step.platformStep === null ? '' : ` [${speech.t('panel.steps.platform')}]`;
  return [
    `${box} ${tellOfGroup(group, step.text, speech)}${platform}${only}`,
    ...linkLines([step.link], about),
  ];
}

function resendLines(group: Group, about: ChecklistAbout, speech: Speech): string[] {
  const { advice } = group.first;
  const resend = resendNow(advice, about.now);
  const label = speech.t('panel.checklist.resend', { verdict: resendLabel(resend, speech) });
  return [
    `${label} ${tellOfGroup(group, advice.resend.text, speech)}`,
    ...(advice.resend.tryingUntil === null
      ? []
      : [speech.t('help.time.trying', { time: moment(advice.resend.tryingUntil, speech.locale) ?? '' })]),
    ...(advice.removeAddress.verdict === 'no' ? [] : [tellOfGroup(group, advice.removeAddress.text, speech)]),
    ...(mayResend(resend) ? linkLines([ENROLMENTS, RESEND_HELP], about) : []),
  ];
}

/** Addresses on lines of their own, so that a ticket system links them whole. */
function linkLines(ids: readonly (string | null)[], { links }: ChecklistAbout): string[] {
  return ids.flatMap((id) => {
    const url = id && links(id);
    return url ? [`    ${url}`] : [];
  });
}

function evidenceLines({ first }: Group, { head }: ChecklistAbout, { t }: Speech): string[] {
  const { evidence, diagnostic, replyCode, status, remoteMta } = first;
  const quote = showLine(evidence ?? diagnostic ?? '', MAX_QUOTE);
  const facts = [replyCode, status, remoteMta].flatMap((fact) => (fact ? [showLine(fact)] : []));
  const line = [
    ...(quote ? [t(`panel.checklist.${isAsked(head) ? 'asked' : 'evidence'}`, { quote })] : []),
    ...(facts.length > 0 ? [`(${facts.join(' ')})`] : []),
  ].join(' ');
  return line ? [line] : [];
}

function messageLine({ explanation, head }: ChecklistAbout, { t, locale }: Speech): string {
  const name = showLine(explanation.subject ?? head.name ?? '') || t(`panel.about.${head.door}`);
  if (isAsked(head)) return t('engine.labelled', { name: t(`panel.about.${head.door}`), value: name });
  const time = moment(explanation.date ?? head.receivedAt, locale);
  return t('panel.checklist.message', { message: time ? `${name}, ${time}` : name });
}
