import { Button } from '@fluentui/react-components';
import {
  ClipboardPasteRegular,
  DocumentRegular,
  SearchRegular,
  SettingsRegular,
} from '@fluentui/react-icons';
import { useId, useRef } from 'react';
import type { Settings } from '../../outlook/setting-values';
import type { SettingsHome } from '../../outlook/settings';
import { useSpeech } from '../speech';
import type { Ways } from '../state';
import { AskForm } from './AskForm';
import { PasteForm } from './PasteForm';
import { SettingsForm } from './SettingsForm';

interface OtherWaysProps {
  ways: Ways;
  settings: Settings;
  onWays(ways: Ways): void;
  onAsk(text: string): void;
  onPaste(text: string): void;
  onChoose(file: File): void;
  onSave(settings: Settings): Promise<SettingsHome>;
}

/** Always there, whatever the mailbox does: ask, paste a text, choose a file; and the settings. */
export function OtherWays({ ways, settings, onWays, onAsk, onPaste, onChoose, onSave }: OtherWaysProps) {
  const { t } = useSpeech();
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const toggle = (way: Exclude<Ways, 'closed'>) => ({
    appearance: 'subtle' as const,
    size: 'small' as const,
    'aria-expanded': ways === way,
    'aria-controls': `${id}-${way}`,
    onClick: () => onWays(ways === way ? 'closed' : way),
  });
  return (
    <footer className="ways stack">
      <div className="ways-row row">
        <Button icon={<SearchRegular />} {...toggle('ask')}>
          {t('panel.ways.ask')}
        </Button>
        <Button icon={<ClipboardPasteRegular />} {...toggle('paste')}>
          {t('panel.ways.paste')}
        </Button>
        <Button
          appearance="subtle"
          size="small"
          icon={<DocumentRegular />}
          onClick={() => file.current?.click()}
        >
          {t('panel.ways.file')}
        </Button>
        <Button
          className="ways-settings"
          icon={<SettingsRegular />}
          aria-label={t('panel.ways.settings')}
          title={t('panel.ways.settings')}
          {...toggle('settings')}
        />
      </div>
      <input
        ref={file}
        type="file"
        className="ways-file"
        aria-label={t('panel.ways.file')}
        accept=".eml,.msg,.txt,.log,message/rfc822,application/vnd.ms-outlook,text/plain"
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen) onChoose(chosen);
          // So that the same file can be chosen again after it was mended.
          target.value = '';
        }}
      />
      {/* Kept while folded: a half-typed text is not lost. */}
      <div id={`${id}-ask`} hidden={ways !== 'ask'}>
        <AskForm onAsk={onAsk} />
      </div>
      <div id={`${id}-paste`} hidden={ways !== 'paste'}>
        <PasteForm onPaste={onPaste} />
      </div>
      <div id={`${id}-settings`} hidden={ways !== 'settings'}>
        {ways === 'settings' && <SettingsForm settings={settings} onSave={onSave} />}
      </div>
    </footer>
  );
}
