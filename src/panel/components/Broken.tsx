import { Button } from '@fluentui/react-components';
import { showLine } from '../../engine/advise/show';
import { useSpeech } from '../speech';
import { Headline } from './Headline';

/** In place of an answer that could not be drawn. */
export function Broken({ error, onPaste }: { error: Error; onPaste(): void }) {
  const { t } = useSpeech();
  return (
    <main className="page-main stack" role="alert">
      <Headline level={1} title={t('panel.broken.title')} />
      <p>{t('panel.broken.detail')}</p>
      <div>
        <Button onClick={onPaste}>{t('panel.ways.paste')}</Button>
      </div>
      <p className="quiet">{showLine(error.message, 300)}</p>
    </main>
  );
}
