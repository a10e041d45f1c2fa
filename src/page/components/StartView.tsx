import { Button } from '@fluentui/react-components';
import { ArrowResetRegular, DocumentAddRegular, FolderAddRegular } from '@fluentui/react-icons';
import { type ChangeEvent, useRef } from 'react';
import { useSpeech } from '../../parts/speech';
import type { CampaignClient } from '../campaign-client';
import { pickedFiles } from '../dropped-files';

interface StartViewProps {
  client: CampaignClient;
  /** Something was read already: more can be added. */
  isSmall: boolean;
  isReading: boolean;
}

/** Where files come in. */
export function StartView({ client, isSmall, isReading }: StartViewProps) {
  const { t } = useSpeech();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement | null>(null);
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const chosen = Array.from(target.files ?? []);
    // The same file can be chosen again.
    target.value = '';
    if (chosen.length > 0) void client.read(pickedFiles(chosen));
  };
  return (
    <header className="campaign-start">
      <h1 className="campaign-title">{t('campaign.page.title')}</h1>
      {!isSmall && <p>{t('campaign.page.intro')}</p>}
      <div className={isSmall ? 'row' : 'campaign-drop'}>
        {!isSmall && <p className="strong">{t('campaign.page.drop')}</p>}
        <div className="row">
          <Button
            appearance={isSmall ? 'secondary' : 'primary'}
            icon={<DocumentAddRegular />}
            disabled={isReading}
            onClick={() => files.current?.click()}
          >
            {t('campaign.page.files')}
          </Button>
          <Button icon={<FolderAddRegular />} disabled={isReading} onClick={() => folder.current?.click()}>
            {t('campaign.page.folder')}
          </Button>
          {isSmall && !isReading && (
            <Button
              appearance="subtle"
              icon={<ArrowResetRegular className="rtl-turned" />}
              onClick={() => client.startAgain()}
            >
              {t('campaign.page.again')}
            </Button>
          )}
        </div>
        <input
          ref={files}
          className="bar-file"
          type="file"
          multiple
          onChange={choose}
          aria-hidden
          tabIndex={-1}
        />
        <input
          ref={(input) => {
            folder.current = input;
            input?.setAttribute('webkitdirectory', '');
          }}
          className="bar-file"
          type="file"
          onChange={choose}
          aria-hidden
          tabIndex={-1}
        />
      </div>
      {!isSmall && (
        <>
          <p className="quiet">{t('campaign.page.compare')}</p>
          <p className="quiet">{t('campaign.page.private')}</p>
        </>
      )}
    </header>
  );
}
