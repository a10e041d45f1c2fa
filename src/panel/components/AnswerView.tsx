import { useState } from 'react';
import { CONFIRM_STEP, type Explanation, type Help, type LinkUrl, type Message } from '../../engine';
import type { SourceHead } from '../../outlook/door';
import { answerOf } from '../../plan/answer';
import type { Answer, Plan, PlanStep } from '../../plan/plan';
import { AnswerProvider, type ShownAnswer } from '../answer-context';
import { useSpeech } from '../../parts/speech';
import { tickKey } from '../state';
import { Card } from './Card';
import { isWithheld, PartlyRead } from './PartlyRead';
import { PlanBody } from './PlanBody';
import { SeveralCauses } from './SeveralCauses';
import { DoNotActWarning } from './DoNotActWarning';
import { WithheldNote } from './WithheldNote';

export interface AnswerViewProps {
  source: SourceHead;
  explanation: Explanation;
  /** Null for what is no bounce. */
  help: Help | null;
  ticks: Readonly<Record<string, boolean>>;
  links: LinkUrl;
  /** The addresses and servers that the training is sent from, as the settings say. */
  senders: readonly string[];
  servers: readonly string[];
  mailSystem: string | null;
  /** Has the admin named own domains, or are they guessed from the mailbox? */
  knowsDomains: boolean;
  onTick(key: string, done: boolean): void;
  onOurs(domain: string): void;
  onNew(addresses: readonly string[], isNew: boolean): void;
  onOpenMail?: (message: Message) => boolean;
  /** Reads the message once more; absent where it was not read from Outlook. */
  onReadAgain?: () => void;
}

/** The answer to a message that says something: the card, and what is below it. */
export function AnswerView(props: AnswerViewProps) {
  const { source, explanation, ticks, onTick, onReadAgain } = props;
  const { warnings } = explanation;
  // Said of one mail; the next one is asked about anew.
  const [realId, setRealId] = useState<string | null>(null);
  const saidReal = realId === source.id;
  const key = (plan: string, step: string) => tickKey(source.id, plan, step);
  const answer = answerOf(explanation, (plan, step) =>
    step === CONFIRM_STEP ? saidReal : (ticks[key(plan, step)] ?? false),
  );
  const shown: ShownAnswer = {
    ...props,
    answer,
    asked: source.door === 'typed-question' ? (source.name ?? '') : null,
    saidReal,
    onReal: (isReal) => setRealId(isReal ? source.id : null),
    onTick: (plan: Plan, step: PlanStep, done: boolean) => onTick(key(plan.id, step.id), done),
  };
  return (
    <AnswerProvider value={shown}>
      <WithheldNote parts={warnings.filter(isWithheld)} onReadAgain={onReadAgain} />
      <Content answer={answer} explanation={explanation} sourceId={source.id} />
      <Arrived answer={answer} />
      <PartlyRead warnings={warnings.filter((warning) => !isWithheld(warning))} />
    </AnswerProvider>
  );
}

/** One cause is the page; several are rows; what must not be trusted is warned of. */
function Content({
  answer,
  explanation,
  sourceId,
}: {
  answer: Answer;
  explanation: Explanation;
  sourceId: string;
}) {
  const { verdict } = explanation.trust;
  if (verdict === 'suspicious' || verdict === 'backscatter')
    return <DoNotActWarning key={sourceId} plan={answer.whole} />;
  if (answer.parts.length > 1) return <SeveralCauses key={sourceId} answer={answer} />;
  return (
    <>
      <Card plan={answer.whole} />
      <PlanBody key={sourceId} plan={answer.whole} level={2} />
    </>
  );
}

function Arrived({ answer: { arrived } }: { answer: Answer }) {
  const { t, list } = useSpeech();
  if (arrived.length === 0) return null;
  return <p className="aside quiet mail">{t('panel.addresses.arrived', { addresses: list(arrived) })}</p>;
}
