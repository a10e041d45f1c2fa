import { Button } from '@fluentui/react-components';
import { MailRegular, OpenRegular } from '@fluentui/react-icons';
import { ENROLMENTS } from '../../engine';
import { firstAct, type Plan } from '../../plan/plan';
import { messagesOf, ticketFor, useAnswer } from '../answer-context';
import { useSpeech } from '../../parts/speech';
import { CopyButton } from '../../parts/CopyButton';
import { useMessage } from './use-message';

interface CardActionsProps {
  plan: Plan;
  /** The plans that are copied, where they are more than the plan itself. */
  plans?: readonly Plan[];
  copyLabel?: string;
  /** Another button of the screen comes first: these are of the second rank. */
  isSecond?: boolean;
}

/** The next act first: the resend where its time has come, else the checklist for those who act. */
export function CardActions({ plan, plans = [plan], copyLabel, isSecond }: CardActionsProps) {
  const speech = useSpeech();
  const { t } = speech;
  const shown = useAnswer();
  const act = firstAct(plan);
  const hasSteps = plans.some(({ today }) => today.length > 0);
  if (!hasSteps) return null;
  const enrolments = shown.links(ENROLMENTS, plan.addresses);
  const [message] = messagesOf(shown, plan, speech);
  return (
    <div className="actions">
      {act === 'resend' && enrolments && (
        <ResendButton url={enrolments} label={t('panel.card.resend')} isSecond={isSecond} />
      )}
      <CopyButton
        appearance={act === 'resend' || isSecond ? 'secondary' : 'primary'}
        label={copyLabel ?? t('panel.copy.checklist')}
        what={() => ticketFor(shown, plans, speech)}
      />
      {message && act !== 'resend' && <MessageButton message={message} />}
    </div>
  );
}

interface ResendButtonProps extends Pick<CardActionsProps, 'isSecond'> {
  url: string;
  label: string;
}

export function ResendButton({ url, label, isSecond }: ResendButtonProps) {
  return (
    <Button
      as="a"
      size="small"
      appearance={isSecond ? 'secondary' : 'primary'}
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      icon={<OpenRegular />}
    >
      {label}
    </Button>
  );
}

/** Writes to whoever acts: in Outlook's own window, else in the mail program. */
function MessageButton({ message }: { message: Parameters<typeof useMessage>[0] }) {
  const { t } = useSpeech();
  const { open, link, failed } = useMessage(message);
  if (!open && !link) return null;
  const whom = t('help.message.title', { who: t(`help.messages.${message.id}.name`) });
  const common = {
    size: 'small' as const,
    icon: <MailRegular />,
    title: whom,
  };
  const label = (
    <>
      <span className="write">{t('panel.card.write')}</span>
      <span className="unseen">: {whom}</span>
    </>
  );
  return (
    <>
      {open ? (
        <Button {...common} onClick={open}>
          {label}
        </Button>
      ) : (
        <Button {...common} as="a" href={link ?? undefined}>
          {label}
        </Button>
      )}
      <span role="status" className={failed ? undefined : 'unseen'}>
        {failed && t('help.message.notOpened')}
      </span>
    </>
  );
}
