import { Button } from '@fluentui/react-components';
import { useSpeech } from '../speech';
import { Headline } from './Headline';

interface ReadingProps {
  starting: boolean;
  /** Ends the waiting; present while somebody else, such as a sign-in window, is waited for. */
  onCancel?: () => void;
}

/** While Outlook starts or a message is read. */
export function Reading({ starting, onCancel }: ReadingProps) {
  const { t } = useSpeech();
  if (onCancel) {
    return (
      <div className="stack">
        <Headline level={1} title={t('panel.recent.asking')} />
        <p>{t('panel.recent.mayAsk')}</p>
        <div>
          <Button onClick={onCancel}>{t('panel.recent.cancel')}</Button>
        </div>
      </div>
    );
  }
  return <Headline level={1} title={t(starting ? 'panel.starting' : 'panel.reading')} />;
}
