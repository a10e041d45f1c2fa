import { Button } from '@fluentui/react-components';
import type { Start } from '../../outlook/office';
import { useSpeech } from '../speech';
import { nothingOpenKind } from '../state';
import { Headline } from './Headline';

/** No message to read: none selected, Outlook withholds it, or there is no Outlook. */
export function NothingOpen({ start, onRetry }: { start: Start | null; onRetry(): void }) {
  const { t } = useSpeech();
  const kind = nothingOpenKind(start);
  return (
    <div className="stack">
      <Headline level={1} title={t(`panel.nothingOpen.${kind}.title`)} />
      <p>{t(`panel.nothingOpen.${kind}.detail`)}</p>
      {kind !== 'no-mailbox' && (
        <div>
          <Button onClick={onRetry}>{t('panel.nothingOpen.retry')}</Button>
        </div>
      )}
    </div>
  );
}
