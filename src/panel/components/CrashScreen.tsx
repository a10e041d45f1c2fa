import { showLine } from '../../engine';
import { useSpeech } from '../../parts/speech';
import { Title } from './Title';

/** In place of an answer that could not be drawn. */
export function CrashScreen({ error }: { error: Error }) {
  const { t } = useSpeech();
  return (
    <main className="page-main card" role="alert">
      <Title level={1} tone="failed">
        {t('panel.broken.title')}
      </Title>
      <p>{t('panel.broken.detail')}</p>
      <p className="quiet">{showLine(error.message, 300)}</p>
    </main>
  );
}
