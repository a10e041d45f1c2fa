import { Button } from '@fluentui/react-components';
import { MailRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { mailLink, type Message } from '../../engine';
import { useSpeech } from '../speech';
import { CopyButton } from './CopyButton';
import { Summary } from './Summary';

interface MessagesProps {
  messages: readonly Message[];
  /** Opens a new mail in Outlook; false where it could not. Absent where there is no mailbox. */
  onOpen?: (message: Message) => boolean;
}

/** Ready texts for those who must act, each folded below whom it goes to. */
export function Messages({ messages, onOpen }: MessagesProps) {
  if (messages.length === 0) return null;
  return (
    <div className="stack">
      {messages.map((message) => (
        <OneMessage key={message.id} message={message} onOpen={onOpen} />
      ))}
    </div>
  );
}

function OneMessage({ message, onOpen }: { message: Message; onOpen: MessagesProps['onOpen'] }) {
  const { t } = useSpeech();
  const { id, subject, body, hint } = message;
  return (
    <details>
      <Summary>{t('help.message.title', { who: t(`help.messages.${id}.name`) })}</Summary>
      <div className="stack">
        {hint && <p className="note">{hint}</p>}
        <div className="row">
          <CopyButton size="small" label={t('help.message.copy')} text={() => `${subject}\n\n${body}`} />
          <OpenAsMail message={message} onOpen={onOpen} />
        </div>
        <div className="message mail" dir="auto" tabIndex={0} role="group" aria-label={subject}>
          <p className="strong">{subject}</p>
          <p className="message-body">{body.trimEnd()}</p>
        </div>
      </div>
    </details>
  );
}

/** Outlook's own window, else the mail program's; where neither takes the text, copying is left. */
function OpenAsMail({ message, onOpen }: { message: Message; onOpen: MessagesProps['onOpen'] }) {
  const { t } = useSpeech();
  const [failed, setFailed] = useState(false);
  const label = t('help.message.open');
  if (onOpen) {
    return (
      <>
        <Button size="small" icon={<MailRegular />} onClick={() => setFailed(!onOpen(message))}>
          {label}
        </Button>
        <span role="status">{failed && t('help.message.notOpened')}</span>
      </>
    );
  }
  const link = mailLink(message);
  return link === null ? null : (
    <a className="link" href={link}>
      {label}
    </a>
  );
}
