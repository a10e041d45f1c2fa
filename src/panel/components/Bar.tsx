import {
  DocumentRegular,
  InfoRegular,
  MailInboxRegular,
  MailListRegular,
  SettingsRegular,
} from '@fluentui/react-icons';
import { type KeyboardEvent, lazy, type ReactElement, Suspense, useEffect, useId, useRef } from 'react';
import { FILE_ENDINGS } from '../../outlook/chosen-files';
import type { Services } from '../services';
import { useSpeech } from '../../parts/speech';
import type { Explainer } from '../use-explainer';
import { AskField } from './AskField';
import { IconButton } from './IconButton';

/** Asked for by few: they come with the click. */
const SettingsForm = lazy(async () => ({
  default: (await import(/* webpackChunkName: "settings" */ './SettingsForm')).SettingsForm,
}));
const WaysIn = lazy(async () => ({
  default: (await import(/* webpackChunkName: "ways-in" */ './WaysIn')).WaysIn,
}));

interface BarProps {
  explainer: Explainer;
  services: Services;
}

/** Always there, whatever the mailbox does: the field, files, the list of recent bounces, what works here, the settings. */
export function Bar({ explainer, services }: BarProps) {
  const { t } = useSpeech();
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLElement | null>(null);
  const { state, settings, showWays } = explainer;
  const { ways } = state;
  const close = () => {
    showWays('closed');
    opener.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || ways === 'closed') return;
    // Outlook would take the focus out of the pane.
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  return (
    <footer className="bar" onKeyDown={onKeyDown}>
      <div className="bar-row">
        <AskField onAsk={explainer.askLine} onPaste={explainer.paste} />
        {services.doors.recentBounces.obstacle() === null && (
          <IconButton
            icon={<MailInboxRegular />}
            label={t('panel.ways.recent')}
            onClick={() => explainer.listRecent()}
          />
        )}
        {services.doors.messageTrace.obstacle() === null && (
          <IconButton
            icon={<MailListRegular />}
            label={t('panel.ways.trace')}
            onClick={explainer.showTrace}
          />
        )}
        <IconButton
          icon={<DocumentRegular />}
          label={t('panel.ways.file')}
          onClick={() => file.current?.click()}
        />
        {(['doors', 'settings'] as const).map((way) => (
          <IconButton
            key={way}
            icon={way === 'doors' ? <InfoRegular /> : <SettingsRegular />}
            label={t(`panel.ways.${way}`)}
            aria-expanded={ways === way}
            aria-controls={`${id}-ways`}
            onClick={(event) => {
              opener.current = event.currentTarget;
              showWays(ways === way ? 'closed' : way);
            }}
          />
        ))}
      </div>
      <input
        ref={file}
        type="file"
        multiple
        className="bar-file"
        aria-label={t('panel.ways.file')}
        accept={FILE_ENDINGS}
        onChange={({ target }) => {
          const chosen = [...(target.files ?? [])];
          if (chosen.length > 0) explainer.choose(chosen);
          // So that the same file can be chosen again after it was mended.
          target.value = '';
        }}
      />
      <div id={`${id}-ways`} className="bar-form" hidden={ways === 'closed'}>
        <Suspense>
          {ways === 'doors' && (
            <Opened>
              <WaysIn services={services} start={state.start} problems={state.problems} onClose={close} />
            </Opened>
          )}
          {ways === 'settings' && (
            <Opened>
              <SettingsForm settings={settings} onSave={explainer.saveSettings} onClose={close} />
            </Opened>
          )}
        </Suspense>
      </div>
    </footer>
  );
}

/** What has just been opened takes the focus: its first field, else its first button. */
function Opened({ children }: { children: ReactElement }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const inside = (what: string) => place.current?.querySelector<HTMLElement>(what);
    (inside('input, textarea, select') ?? inside('button, a[href]'))?.focus();
  }, []);
  return <div ref={place}>{children}</div>;
}
