import { Button, Link, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { MailRegular } from '@fluentui/react-icons';
import type { Message } from '../../engine';
import { useSpeech } from '../../parts/speech';
import { CopyButton } from '../../parts/CopyButton';
import { useMessage } from './use-message';

/** A ready text for one of those who must act, to be read before it is sent. */
export function MessageText({ message }: { message: Message }) {
  const { t } = useSpeech();
  const { subject, body, hint } = message;
  const { open, link, failed } = useMessage(message);
  return (
    <div className="stack">
      {hint && (
        <MessageBar layout="multiline">
          <MessageBarBody>{hint}</MessageBarBody>
        </MessageBar>
      )}
      <div className="row">
        <CopyButton label={t('help.message.copy')} what={() => ({ text: `${subject}\n\n${body}` })} />
        {open && (
          <Button size="small" icon={<MailRegular />} onClick={open}>
            {t('help.message.open')}
          </Button>
        )}
        {link && <Link href={link}>{t('help.message.open')}</Link>}
        <span role="status">{failed && t('help.message.notOpened')}</span>
      </div>
      <div className="message mail" dir="auto" tabIndex={0} role="group" aria-label={subject}>
        <p className="strong">{subject}</p>
        <p className="message-body">{body.trimEnd()}</p>
      </div>
    </div>
  );
}
