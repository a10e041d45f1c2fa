import type { ReactNode } from 'react';
import { moment, showLine } from '../../engine';
import { codeOf, confidenceOf } from '../../plan/facts';
import type { Plan } from '../../plan/plan';
import { messagesOf, useAnswer } from '../answer-context';
import { useSpeech } from '../../parts/speech';
import { AddressList } from './AddressList';
import { Evidence } from './Evidence';
import { Fold } from '../../parts/Fold';
import { MessageText } from './Messages';
import { StepList } from './StepList';

interface Folded {
  id: string;
  title: ReactNode;
  content: ReactNode;
}

/** All that is not for today, folded, each with how much is in it. */
export function Folds({ plan }: { plan: Plan }) {
  const speech = useSpeech();
  const shown = useAnswer();
  const folds = foldsOf(plan, shown, speech);
  if (folds.length === 0) return null;
  // Where the cause is uncertain, the reader has to judge by the bounce's own words.
  const open = confidenceOf(plan.recipients) === 'low' && plan.today.length === 0 ? 'evidence' : null;
  return (
    <div className="folds">
      {folds.map(({ id, title, content }) => (
        <Fold key={id} title={title} open={id === open}>
          {content}
        </Fold>
      ))}
    </div>
  );
}

function foldsOf(
  plan: Plan,
  shown: ReturnType<typeof useAnswer>,
  speech: ReturnType<typeof useSpeech>,
): Folded[] {
  const { t, tell } = speech;
  const { ifAgain, later, needless, addresses, removal, who, today } = plan;
  const counted = (key: string, count: number) =>
    t('panel.folds.counted', { title: t(key), number: String(count) });
  const again = who === 'nobody' && today.length === 0 ? 'panel.steps.lookInto' : 'panel.steps.again';
  const folds: (Folded | false)[] = [
    ifAgain.length > 0 && {
      id: 'again',
      title: counted(again, ifAgain.length),
      content: <StepList plan={plan} steps={ifAgain} label={t(again)} />,
    },
    (later.length > 0 || removal !== null) && {
      id: 'later',
      title: later.length > 0 ? counted('panel.steps.later', later.length) : t('panel.steps.later'),
      content: (
        <>
          <StepList plan={plan} steps={later} label={t('panel.steps.later')} />
          {removal && <p className="mail">{tell(removal)}</p>}
        </>
      ),
    },
    ...messagesOf(shown, plan, speech).map((message) => ({
      id: `message-${message.id}`,
      title: t('help.message.title', { who: t(`help.messages.${message.id}.name`) }),
      content: <MessageText message={message} />,
    })),
    addresses.length > 1 && {
      id: 'addresses',
      title: counted('panel.addresses.all', addresses.length),
      content: <AddressList addresses={addresses} />,
    },
    needless.length > 0 && {
      id: 'needless',
      title: counted('help.needless.title', needless.length),
      content: (
        <ul className="bullets mail">
          {needless.map((text) => (
            <li key={text.key}>{tell(text)}</li>
          ))}
        </ul>
      ),
    },
    evidence(plan, shown, speech),
  ];
  return folds.filter((fold) => fold !== false);
}

function evidence(
  plan: Plan,
  { asked }: ReturnType<typeof useAnswer>,
  { t }: ReturnType<typeof useSpeech>,
): Folded | false {
  const { recipients, facts } = plan;
  if (recipients.length === 0 && facts.length === 0) return false;
  const code = recipients[0] ? codeOf(recipients[0]) : '';
  return {
    id: 'evidence',
    title: (
      <span>
        {t(asked === null ? 'panel.evidence.title' : 'panel.evidence.asked')}
        {code && (
          <>
            {' · '}
            <bdi>{showLine(code)}</bdi>
          </>
        )}
      </span>
    ),
    content: <Evidence plan={plan} />,
  };
}

/** Until when the server goes on by itself. */
export function TryingUntil({ plan: { resend } }: { plan: Plan }) {
  const { t, locale } = useSpeech();
  const time = moment(resend?.tryingUntil ?? null, locale);
  return time && <p>{t('help.time.trying', { time })}</p>;
}
