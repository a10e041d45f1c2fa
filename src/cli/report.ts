/** Explanation → a report for people at a terminal. */
import {
  linksFor,
  moment,
  say,
  showLine,
  warningSteps,
  withoutIsolates,
  type Explanation,
  type Help,
  type RecipientExplanation,
} from '../engine';
import type { Context, GuideTask, Step, Text, WhoActs, Words } from '../engine';

export interface ReportOptions {
  words: Words;
  help: Help;
  context: Context;
  /** Print the messages to those who must act. */
  messages: boolean;
  /** A code or a line was typed: nothing may be said of a mail that came. */
  asked: boolean;
}

/** Where the platform is, where nobody says otherwise. */
const PLATFORM_URL = 'https://dash.keepnetlabs.com';

export function toReport(file: string, explanation: Explanation, options: ReportOptions): string {
  const { words } = options;
  const word = (key: string, values: Record<string, string> = {}) => say(words, { key, values });
  const { kind, trust, subject, recipients } = explanation;
  const lines = options.asked
    ? [word('cli.report.asked', { asked: plain(file) })]
    : [plain(file) + (subject === null ? '' : ` · ${plain(subject)}`), word(`engine.kind.${kind}`)];
  if (recipients.length === 0) lines.push(word(`engine.kindDetail.${kind}`));
  // Where a typed line came from cannot be checked, and nobody asked for that.
  if (!options.asked || trust.verdict !== 'unverified') lines.push(word(`engine.trust.${trust.verdict}`));
  // Who has no recipients has no advice of their own.
  if (recipients.length === 0)
    lines.push(...warningSteps(trust).map(({ text }) => `  - ${say(words, text)}`));
  for (const recipient of recipients) lines.push('', ...recipientLines(recipient, explanation, options));
  return withoutIsolates(lines.join('\n')) + '\n';
}

function recipientLines(
  recipient: RecipientExplanation,
  explanation: Explanation,
  options: ReportOptions,
): string[] {
  const { words } = options;
  const { address, couldAlsoBe, confidence, evidence, advice } = recipient;
  const word = (key: string, values: Record<string, string> = {}) => say(words, { key, values });
  const tell = (text: Text) => plain(say(words, text));
  const label = (name: string, value: string) => `  ${word(`cli.report.${name}`, { [name]: value })}`;
  const time = (iso: string | null) => moment(iso, words.language, { inUtc: true }) ?? '';
  const { notBefore, tryingUntil } = advice.resend;
  const verdict =
    advice.resend.verdict === 'wait' && notBefore === null ? 'wait-no-time' : advice.resend.verdict;
  return [
    labelled(plain(address ?? word('engine.fallback.address')), tell(advice.title), words),
    `  ${tell(advice.sentence)}`,
    label('who', word(`engine.who.${advice.whoActs}`)),
    ...(['today', 'again', 'later'] as const).flatMap((when) => {
      const steps = advice.steps.filter((step) => step.when === when);
      const lines = steps.flatMap((step, at) => stepLines(step, at, recipient, explanation, options));
      return steps.length > 0 ? [`  ${word(`cli.report.${headingOf(when, advice.whoActs)}`)}`, ...lines] : [];
    }),
    ...(advice.needless.length === 0 ? [] : [`  ${word('cli.report.needless')}`]),
    ...advice.needless.map(({ text }) => `    - ${tell(text)}`),
    label(
      'resend',
      `${word(`engine.resend.${verdict}`, { time: time(notBefore) })}. ${tell(advice.resend.text)}`,
    ),
    ...(tryingUntil === null ? [] : [`  ${word('help.time.trying', { time: time(tryingUntil) })}`]),
    `  ${tell(advice.removeAddress.text)}`,
    ...(couldAlsoBe === 'no-mailbox-yet' ? [`  ${word('cli.report.newAccount')}`] : []),
    ...(evidence === null ? [] : [label(options.asked ? 'decisive' : 'evidence', plain(evidence))]),
    label('confidence', word(`engine.confidence.${confidence}`)),
    // A message about a bare code would have nothing to tell.
    ...(options.messages && !(options.asked && address === null)
      ? messageLines(recipient, explanation, options)
      : []),
  ];
}

const headingOf = (when: Step['when'], whoActs: WhoActs) =>
  when === 'today' ? 'steps' : when === 'again' && whoActs === 'nobody' ? 'lookInto' : when;

/** Who does it, what, and how in the products that the bounce shows. */
function stepLines(
  step: Step,
  at: number,
  recipient: RecipientExplanation,
  explanation: Explanation,
  { words, help, context }: ReportOptions,
): string[] {
  const who = say(words, { key: `engine.who.${step.who}`, values: {} });
  const platform =
    step.platformStep === null ? '' : ` (${say(words, { key: 'cli.report.platform', values: {} })})`;
  return [
    `    ${at + 1}. ${labelled(who, plain(say(words, step.text)), words)}${platform}`,
    ...help
      .guidesFor(step.how, {
        recipients: [recipient],
        sender: senderOf(context),
        mayChange: help.mayChange(explanation.trust, context.isReal ?? false),
      })
      .flatMap(({ name, tasks }) => tasks.flatMap((task) => guideLines(name, task, words))),
  ];
}

/** The address that the training is sent from: only who asks may say so, since others are to let it in. */
const senderOf = ({ sendingAddresses }: Context) => sendingAddresses?.[0] ?? null;

/** A name and what is said of it, with the colon of the language. */
const labelled = (name: string, value: string, words: Words) =>
  say(words, { key: 'engine.labelled', values: { name, value } });

/** Where it is done; what to know before a command changes anything; the commands. */
function guideLines(
  name: string,
  { place, look, change, note, isWithheld }: GuideTask,
  words: Words,
): string[] {
  const commands = [look, change].flatMap((command) => (command === null ? [] : [`PS> ${command}`]));
  const noted = note === null ? [] : [plain(say(words, note))];
  const withheld = isWithheld ? [say(words, { key: 'cli.report.withheld', values: {} })] : [];
  return [
    `       ${place.length > 0 ? labelled(name, place.join(' > '), words) : name}`,
    ...[...noted, ...commands, ...withheld].map((line) => `         ${line}`),
  ];
}

function messageLines(
  recipient: RecipientExplanation,
  explanation: Explanation,
  { words, help, context }: ReportOptions,
): string[] {
  const links = linksFor(context.platformUrl ?? PLATFORM_URL);
  return help
    .messagesFor({
      explanation,
      recipients: [recipient],
      sender: senderOf(context),
      words,
      links,
    })
    .flatMap((message) => {
      const who = say(words, { key: `help.messages.${message.id}.name`, values: {} });
      return [
        '',
        `  --- ${say(words, { key: 'help.message.title', values: { who } })}`,
        ...[message.subject, '', ...message.body.trimEnd().split('\n')].map((line) =>
          `  ${plain(line)}`.trimEnd(),
        ),
      ];
    });
}

/** A mail's text, or a file's name, must not drive the terminal: control and direction characters are shown as a mark. */
export const plain = (text: string) =>
  showLine(withoutIsolates(text), Infinity).replace(/[\p{Cc}\p{Cf}]/gu, '\ufffd');
