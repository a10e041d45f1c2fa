import { Button } from '@fluentui/react-components';
import type { Start } from '../../outlook/office';
import { useSpeech } from '../speech';
import { nothingOpenKind } from '../state';
import { Headline } from './Headline';

interface NothingOpenProps {
  start: Start | null;
  onRetry(): void;
  /** Lists recent bounces; absent where that cannot work. */
  onRecent?: () => void;
}

/** No message to read: none selected, Outlook withholds it, or there is no Outlook. */
export function NothingOpen({ start, onRetry, onRecent }: NothingOpenProps) {
  const { t } = useSpeech();
  const kind = nothingOpenKind(start);
  return (
    <div className="stack">
      <Headline level={1} title={t(`panel.nothingOpen.${kind}.title`)} />
      <p>{t(`panel.nothingOpen.${kind}.detail`)}</p>
      <div className="row">
        {onRecent && (
          <Button appearance="primary" onClick={onRecent}>
            {t('panel.recent.show')}
          </Button>
        )}
        {kind !== 'no-mailbox' && <Button onClick={onRetry}>{t('panel.nothingOpen.retry')}</Button>}
      </div>
    </div>
  );
}
