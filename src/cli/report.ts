/** Explanation → a report for people at a terminal: the plans of the answer, one below the other. */
import {
  linksOf,
  say,
  showLine,
  withoutIsolates,
  type Context,
  type Explanation,
  type GuideTask,
  type Help,
  type Words,
} from '../engine';
import { tellAddresses } from '../plan/announce';
import { answerOf } from '../plan/answer';
import { confidenceOf } from '../plan/facts';
import type { Plan, PlanStep } from '../plan/plan';
import { type Speech, speechIn, tellStep, tellVerdict } from '../plan/speech';

export interface ReportOptions {
  words: Words;
  help: Help;
  context: Context;
  /** Print the messages to those who must act. */
  messages: boolean;
  /** A code or a line was typed: nothing may be said of a mail that came. */
  asked: boolean;
}

interface About extends ReportOptions {
  explanation: Explanation;
  speech: Speech;
}

export function toReport(file: string, explanation: Explanation, options: ReportOptions): string {
  const speech = speechIn(options.words, options.words.language, true);
  const { t, tell } = speech;
  const { kind, trust, subject } = explanation;
  const about = { ...options, explanation, speech };
  const { whole, parts } = answerOf(explanation);
  const lines = options.asked
    ? [t('cli.report.asked', { asked: plain(file) })]
    : [plain(file) + (subject === null ? '' : ` · ${plain(subject)}`), t(`engine.kind.${kind}`)];
  // Where a typed line came from cannot be checked, and nobody asked for that.
  if (!options.asked || trust.verdict !== 'unverified') lines.push(t(`engine.trust.${trust.verdict}`));
  if (parts.length > 1) lines.push(`${plain(tell(whole.title))}. ${plain(tell(whole.sentence))}`);
  for (const plan of parts)
    lines.push(...(plan.recipients.length === 0 ? [] : ['']), ...planLines(plan, about));
  return withoutIsolates(lines.join('\n')) + '\n';
}

function planLines(plan: Plan, about: About): string[] {
  const { speech, asked, messages } = about;
  const { t, tell } = speech;
  const label = (name: string, value: string) => `  ${t(`cli.report.${name}`, { [name]: value })}`;
  const { who, verdict, confirm, today, ifAgain, later, needless, resend, removal, addresses, recipients } =
    plan;
  const evidence = recipients[0]?.evidence ?? null;
  const confidence = confidenceOf(recipients);
  const steps = (heading: string, some: readonly PlanStep[]) =>
    some.length === 0
      ? []
      : [`  ${t(`cli.report.${heading}`)}`, ...some.flatMap((step, at) => stepLines(step, at, plan, about))];
  return [
    // What a message without recipients is, the line above has said.
    ...(recipients.length === 0 ? [] : [labelled(whomOf(plan, speech), plain(tell(plan.cause)), speech)]),
    `  ${[plan.sentence, ...(plan.sizes ? [plan.sizes] : [])].map((text) => plain(tell(text))).join(' ')}`,
    ...(who === null ? [] : [label('who', t(`engine.who.${who}`))]),
    // Nobody asks whether a code that was typed is real.
    ...steps('steps', [...(confirm && !asked ? [confirm] : []), ...today]),
    ...steps(who === 'nobody' ? 'lookInto' : 'again', ifAgain),
    ...steps('later', later),
    ...(needless.length === 0 ? [] : [`  ${t('cli.report.needless')}`]),
    ...needless.map((text) => `    - ${plain(tell(text))}`),
    ...(verdict === null
      ? []
      : [
          label(
            'resend',
            [tellVerdict(verdict, speech), resend && tell(resend.text)].filter(Boolean).join('. '),
          ),
        ]),
    ...(resend?.tryingUntil
      ? [`  ${t('help.time.trying', { time: speech.time(resend.tryingUntil) ?? '' })}`]
      : []),
    ...(removal === null ? [] : [`  ${plain(tell(removal))}`]),
    ...(recipients.some(({ couldAlsoBe }) => couldAlsoBe === 'no-mailbox-yet')
      ? [`  ${t('cli.report.newAccount')}`]
      : []),
    ...(evidence === null ? [] : [label(asked ? 'decisive' : 'evidence', plain(evidence))]),
    ...(confidence === null ? [] : [label('confidence', t(`engine.confidence.${confidence}`))]),
    // A message about a bare code would have nothing to tell.
    ...(messages && !(asked && addresses.length === 0) ? messageLines(plan, about) : []),
  ];
}

/** All of them: a terminal scrolls, and whoever reads it may need each. */
const whomOf = (plan: Plan, speech: Speech): string =>
  plan.addresses.length === 0
    ? speech.t('engine.fallback.address')
    : plain(tellAddresses(plan, speech, plan.addresses.length));

/** Who does it, what, and how in the products that the bounce shows. */
function stepLines(
  step: PlanStep,
  at: number,
  { recipients }: Plan,
  { explanation, help, context, speech }: About,
): string[] {
  const { t, list } = speech;
  const only = step.onlyFor?.length
    ? ` (${t('panel.steps.onlyFor', { addresses: list(step.onlyFor) })})`
    : '';
  const platform = step.platformStep === null ? '' : ` (${t('cli.report.platform')})`;
  const words = plain(tellStep(step, speech) + only);
  return [
    `    ${at + 1}. ${step.who === 'nobody' ? words : labelled(t(`engine.who.${step.who}`), words, speech)}${platform}`,
    ...help
      .guidesFor(step.how, {
        recipients,
        who: step.who,
        sender: senderOf(context),
        readerSystem: explanation.readerSystem,
        mayChange: help.mayChange(explanation.trust, context.isReal ?? false),
      })
      .filter(({ isOther }) => !isOther)
      .flatMap(({ name, tasks }) => tasks.flatMap((task) => guideLines(name, task, speech))),
  ];
}

/** The address that the training is sent from: only who asks may say so, since others are to let it in. */
const senderOf = ({ sendingAddresses }: Context) => sendingAddresses?.[0] ?? null;

/** A name and what is said of it, with the colon of the language. */
const labelled = (name: string, value: string, { words }: Speech) =>
  say(words, { key: 'engine.labelled', values: { name, value } });

/** Where it is done; what to know before a command changes anything; the commands. */
function guideLines(
  name: string,
  { place, look, change, note, isWithheld }: GuideTask,
  speech: Speech,
): string[] {
  const { t, tell } = speech;
  const commands = [look, change].flatMap((command) => (command === null ? [] : [`PS> ${command}`]));
  const noted = note === null ? [] : [plain(tell(note))];
  const withheld = isWithheld ? [t('cli.report.withheld')] : [];
  return [
    `       ${place.length > 0 ? labelled(name, place.join(' > '), speech) : name}`,
    ...[...noted, ...commands, ...withheld].map((line) => `         ${line}`),
  ];
}

function messageLines({ recipients }: Plan, { explanation, words, help, context, speech }: About): string[] {
  return help
    .messagesFor({
      explanation,
      recipients,
      senders: context.sendingAddresses ?? [],
      servers: [],
      words,
      links: linksOf(context),
    })
    .flatMap((message) => {
      const who = speech.t(`help.messages.${message.id}.name`);
      return [
        '',
        `  --- ${speech.t('help.message.title', { who })}`,
        ...[message.subject, '', ...message.body.trimEnd().split('\n')].map((line) =>
          `  ${plain(line)}`.trimEnd(),
        ),
      ];
    });
}

/** A mail's text, or a file's name, must not drive the terminal: control and direction characters are shown as a mark. */
export const plain = (text: string) =>
  showLine(withoutIsolates(text), Infinity).replace(/[\p{Cc}\p{Cf}]/gu, '\ufffd');
