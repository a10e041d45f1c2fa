import { Button } from '@fluentui/react-components';
import {
  ClipboardPasteRegular,
  DocumentRegular,
  InfoRegular,
  MailInboxRegular,
  SearchRegular,
  SettingsRegular,
} from '@fluentui/react-icons';
import { lazy, type ReactElement, Suspense, useId, useRef } from 'react';
import { FILE_ENDINGS } from '../../outlook/chosen-files';
import type { Services } from '../services';
import { useSpeech } from '../speech';
import type { Ways } from '../state';
import type { Explainer } from '../use-explainer';
import { AskForm } from './AskForm';
import { PasteForm } from './PasteForm';

/** Asked for by few: they come with the click. */
const SettingsForm = lazy(async () => ({
  default: (await import(/* webpackChunkName: "settings" */ './SettingsForm')).SettingsForm,
}));
const WaysIn = lazy(async () => ({
  default: (await import(/* webpackChunkName: "ways-in" */ './WaysIn')).WaysIn,
}));

interface OtherWaysProps {
  explainer: Explainer;
  services: Services;
}

/** Always there, whatever the mailbox does: ask, paste a text, choose files; what works here; the settings. */
export function OtherWays({ explainer, services }: OtherWaysProps) {
  const { t } = useSpeech();
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const { state, settings, showWays } = explainer;
  const { ways } = state;
  const toggle = (way: Exclude<Ways, 'closed'>) => ({
    appearance: 'subtle' as const,
    size: 'small' as const,
    'aria-expanded': ways === way,
    'aria-controls': `${id}-${way}`,
    onClick: () => showWays(ways === way ? 'closed' : way),
  });
  const small = (way: 'doors' | 'settings', icon: ReactElement) => (
    <Button icon={icon} aria-label={t(`panel.ways.${way}`)} title={t(`panel.ways.${way}`)} {...toggle(way)} />
  );
  return (
    <footer className="ways stack">
      <div className="ways-row row">
        {services.doors.recentBounces.obstacle() === null && (
          <Button
            appearance="subtle"
            size="small"
            icon={<MailInboxRegular />}
            onClick={() => explainer.listRecent()}
          >
            {t('panel.ways.recent')}
          </Button>
        )}
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
        <span className="ways-small">
          {small('doors', <InfoRegular />)}
          {small('settings', <SettingsRegular />)}
        </span>
      </div>
      <input
        ref={file}
        type="file"
        multiple
        className="ways-file"
        aria-label={t('panel.ways.file')}
        accept={FILE_ENDINGS}
        onChange={({ target }) => {
          const chosen = [...(target.files ?? [])];
          if (chosen.length > 0) explainer.choose(chosen);
          // So that the same file can be chosen again after it was mended.
          target.value = '';
        }}
      />
      {/* Kept while folded: a half-typed text is not lost. */}
      <div id={`${id}-ask`} hidden={ways !== 'ask'}>
        <AskForm onAsk={explainer.askLine} />
      </div>
      <div id={`${id}-paste`} hidden={ways !== 'paste'}>
        <PasteForm onPaste={explainer.paste} />
      </div>
      <div id={`${id}-doors`} hidden={ways !== 'doors'}>
        <Suspense>
          {ways === 'doors' && <WaysIn services={services} start={state.start} problems={state.problems} />}
        </Suspense>
      </div>
      <div id={`${id}-settings`} hidden={ways !== 'settings'}>
        <Suspense>
          {ways === 'settings' && <SettingsForm settings={settings} onSave={explainer.saveSettings} />}
        </Suspense>
      </div>
    </footer>
  );
}
