import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { showDomain } from '../../engine';
import { useSpeech } from '../../parts/speech';
import type { Explainer } from '../use-explainer';
import { ConsentAddress } from './ConsentAddress';
import { IconButton } from './IconButton';

interface NotesProps {
  explainer: Explainer;
  /** For an administrator; null where none is needed or known. */
  consentAddress: string | null;
}

/** What has to be known about the view below: it may be another message's, or the last thing asked for failed. */
export function Notes({ explainer, consentAddress }: NotesProps) {
  const { t } = useSpeech();
  const { saidOwn } = explainer;
  const { notice, doubt } = explainer.state;
  return (
    <div className="notes">
      {doubt && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('panel.doubt.detail')}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={explainer.readOpenItem}>
              {t('panel.doubt.again')}
            </Button>
            <Button size="small" appearance="transparent" onClick={() => explainer.showWays('doors')}>
              {t('panel.doubt.ways')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {saidOwn !== null && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody className="mail">
            {t('panel.trust.oursNow', { domain: showDomain(saidOwn) })}
          </MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={explainer.undoOwnDomain}>
              {t('panel.settings.undo')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {notice && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody className="mail">
            {t(notice.problem.text.key, {
              file: notice.head?.name || t(`panel.about.${notice.head?.door ?? 'chosen-files'}`),
              ...notice.problem.text.values,
            })}
            <ConsentAddress problem={notice.problem} address={consentAddress} />
          </MessageBarBody>
          <MessageBarActions
            containerAction={
              <IconButton
                appearance="transparent"
                size="small"
                icon={<DismissRegular />}
                label={t('panel.copy.close')}
                onClick={explainer.forgetNotice}
              />
            }
          />
        </MessageBar>
      )}
    </div>
  );
}
