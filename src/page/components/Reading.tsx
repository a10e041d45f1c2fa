import { Button, ProgressBar } from '@fluentui/react-components';
import { showLine } from '../../engine';
import { useSpeech } from '../../parts/speech';
import type { Shown } from '../campaign-client';

/** How far reading has come. */
export function Reading({ shown, onCancel }: { shown: Shown; onCancel(): void }) {
  const { t } = useSpeech();
  const { records, rate, files, file } = shown.progress;
  return (
    <section className="stack campaign-reading">
      <ProgressBar aria-label={t('campaign.page.reading', { count: String(records), rate: String(rate) })} />
      <div className="row row-apart">
        <div className="mail">
          <p>{t('campaign.page.reading', { count: String(records), rate: String(rate) })}</p>
          <p className="quiet campaign-file">
            {t('campaign.page.file', {
              file: showLine(file ?? ''),
              line: String(Math.min(files, shown.found)),
              size: String(shown.found),
            })}
          </p>
        </div>
        <Button onClick={onCancel}>{t('campaign.page.cancel')}</Button>
      </div>
    </section>
  );
}
