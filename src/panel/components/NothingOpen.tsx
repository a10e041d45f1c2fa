import { Button } from '@fluentui/react-components';
import type { Start } from '../../outlook/office';
import { useSpeech } from '../../parts/speech';
import { nothingOpenKind } from '../state';
import { Title } from './Title';

interface NothingOpenProps {
  start: Start | null;
  onRetry(): void;
  onAsk(text: string): void;
  /** Lists recent bounces; absent where that cannot work. */
  onRecent?: () => void;
}

/** Asked by a click, so that one sees what the field takes. */
const EXAMPLE = '5.7.134';

/** No message to read: none selected, Outlook withholds it, or there is no Outlook. */
export function NothingOpen({ start, onRetry, onAsk, onRecent }: NothingOpenProps) {
  const { t } = useSpeech();
  const kind = nothingOpenKind(start);
  return (
    <section className="card">
      <Title level={1}>{t(`panel.nothingOpen.${kind}.title`)}</Title>
      <p>{t(`panel.nothingOpen.${kind}.detail`)}</p>
      <p className="drop-hint">{t('panel.nothingOpen.drop')}</p>
      <div className="row">
        {onRecent && (
          <Button size="small" appearance="primary" onClick={onRecent}>
            {t('panel.recent.show')}
          </Button>
        )}
        {kind !== 'no-mailbox' && (
          <Button size="small" onClick={onRetry}>
            {t('panel.nothingOpen.retry')}
          </Button>
        )}
        <Button size="small" appearance="subtle" onClick={() => onAsk(EXAMPLE)}>
          {t('panel.nothingOpen.example', { code: EXAMPLE })}
        </Button>
      </div>
      <p className="quiet">{t('panel.nothingOpen.does')}</p>
    </section>
  );
}
