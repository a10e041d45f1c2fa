import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Trust } from '../../engine/explanation';
import { showLine } from '../../engine/advise/show';
import { useSpeech } from '../speech';
import { Summary } from './Summary';

interface TrustNoteProps {
  trust: Trust;
  /** In place of the words for the verdict. */
  detail?: string;
  /** Was there no message, but a question? */
  isQuestion?: boolean;
  /** Has the admin said that the mail is real? */
  saidReal?: boolean;
  onReal?(): void;
  children?: ReactNode;
}

/** Is this bounce what it says? A warning where it is not, a quiet line where it is or nobody can tell. */
export function TrustNote({
  trust,
  detail,
  isQuestion = false,
  saidReal = false,
  onReal,
  children,
}: TrustNoteProps) {
  const { t } = useSpeech();
  const { verdict, signals } = trust;
  if (verdict === 'genuine') return <p className="quiet">{t('engine.trustDetail.genuine')}</p>;
  if (verdict === 'unverified')
    return (
      <div className="stack">
        <p className="quiet" role="status">
          {saidReal ? t('panel.trust.realSaid') : isQuestion ? null : t('engine.trustDetail.unverified')}
        </p>
        {onReal && !saidReal && (
          <div>
            <Button size="small" onClick={onReal}>
              {t('panel.trust.real')}
            </Button>
          </div>
        )}
      </div>
    );
  return (
    <section className={verdict === 'suspicious' ? 'note note-danger stack' : 'note stack'}>
      <p>{detail ?? t(`engine.trustDetail.${verdict}`)}</p>
      {children}
      {signals.length > 0 && (
        <details>
          <Summary>{t('panel.trust.signals')}</Summary>
          <ul className="mail">
            {signals.map(({ id, quote }) => (
              <li key={id}>
                {t(`engine.signals.${id}`)} {quote && <bdi className="quiet">{showLine(quote, 200)}</bdi>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
