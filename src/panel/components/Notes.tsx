import { Button } from '@fluentui/react-components';
import { useSpeech } from '../speech';
import type { Explainer } from '../use-explainer';
import { ConsentAddress } from './ConsentAddress';

interface NotesProps {
  explainer: Explainer;
  /** For an administrator; null where none is needed or known. */
  consentAddress: string | null;
}

/** What has to be known about the view below: it may be another message's, or the last thing asked for failed. */
export function Notes({ explainer, consentAddress }: NotesProps) {
  const { t } = useSpeech();
  const { notice, doubt } = explainer.state;
  return (
    <div className="notes">
      {doubt && (
        <div className="note stack" role="status">
          <p>{t('panel.doubt.detail')}</p>
          <div className="row">
            <Button size="small" onClick={explainer.readOpenItem}>
              {t('panel.doubt.again')}
            </Button>
            <Button size="small" appearance="subtle" onClick={() => explainer.showWays('doors')}>
              {t('panel.doubt.ways')}
            </Button>
          </div>
        </div>
      )}
      {notice && (
        <div className="note stack" role="alert">
          <p className="mail">
            {t(notice.problem.text.key, {
              file: notice.head?.name || t(`panel.about.${notice.head?.door ?? 'chosen-files'}`),
              ...notice.problem.text.values,
            })}
          </p>
          <ConsentAddress problem={notice.problem} address={consentAddress} />
          <div>
            <Button size="small" onClick={explainer.forgetNotice}>
              {t('panel.copy.close')}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
