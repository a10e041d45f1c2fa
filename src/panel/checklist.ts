/** The explanation as plain text that pastes well into a ticket. */
import type { Explanation } from '../engine/explanation';
import type { SourceHead } from '../outlook/door';
import type { Group, GroupStep } from './groups';
import { ENROLMENTS, type LinkUrl, moment, RESEND_HELP, type WhoActs } from '../engine';
import { headingOf, resendLabel, sentenceOf, tellOfGroup } from './phrases';
import { warningSteps } from '../engine/advise/warning';
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
export function warningText(about: Pick<ChecklistAbout, 'explanation' | 'head'>, speech: Speech): string {
  const { t, tell } = speech;
  const { trust } = about.explanation;
  const steps = warningSteps(trust).map(({ text }) => `[ ] ${tell(text)}`);
  const what = [t(`engine.trust.${trust.verdict}`), t(`engine.trustDetail.${trust.verdict}`)];
  return [...what, '', ...steps, '', messageLine(about, speech)].join('\n') + '\n';
}

function groupLines(group: Group, about: ChecklistAbout, speech: Speech): string[] {
  const { t } = speech;
  const { first, addresses } = group;
  const { whoActs } = first.advice;
  const of = (when: GroupStep['when']) => group.steps.filter((step) => step.when === when);
  const today = of('today');
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
    t('panel.checklist.who', { who: t(`engine.who.${whoActs}`) }),
    '',
    ...(today.length > 0 ? [t('panel.checklist.todo'), ...lines(today, whoActs), ''] : []),
    ...(['again', 'later'] as const).flatMap((when) =>
      of(when).length > 0
        ? [t(`panel.checklist.${headingOf(when, whoActs)}`), ...lines(of(when), undefined), '']
        : [],
    ),
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

function messageLine(
  { explanation, head }: Pick<ChecklistAbout, 'explanation' | 'head'>,
  { t, locale }: Speech,
): string {
  const name = showLine(explanation.subject ?? head.name ?? '') || t(`panel.about.${head.door}`);
  if (isAsked(head)) return t('engine.labelled', { name: t(`panel.about.${head.door}`), value: name });
  const time = moment(explanation.date ?? head.receivedAt, locale);
  return t('panel.checklist.message', { message: time ? `${name}, ${time}` : name });
}
