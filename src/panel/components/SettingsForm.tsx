import { Button } from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { languageTags, loadSharedDomain } from '../../engine';
import type { SettingsHome } from '../../outlook/settings';
import { cleanAddresses, cleanDomains, cleanPlatformUrl, type Settings } from '../../outlook/setting-values';
import { useSpeech } from '../speech';

interface SettingsFormProps {
  settings: Settings;
  onSave(settings: Settings): Promise<SettingsHome>;
}

/** The platform's address, the organisation's own domains, the language. */
export function SettingsForm({ settings, onSave }: SettingsFormProps) {
  const { t, list } = useSpeech();
  const id = useId();
  const [platform, setPlatform] = useState(settings.platformUrl);
  const [language, setLanguage] = useState(settings.language ?? '');
  const [domains, setDomains] = useState(settings.ownDomains.join('\n'));
  const [senders, setSenders] = useState(settings.sendingAddresses.join('\n'));
  const [checked, setChecked] = useState(false);
  const [shared, setShared] = useState<string | null>(null);
  const [home, setHome] = useState<SettingsHome | null>(null);
  const platformUrl = cleanPlatformUrl(platform);
  const { domains: ownDomains, refused } = cleanDomains(domains);
  const { addresses: sendingAddresses, refused: noAddresses } = cleanAddresses(senders);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    setHome(null);
    setShared(null);
    if (platformUrl === null || refused.length + noAddresses.length > 0) return;
    // Where the list of shared domains cannot be had, the admin's word counts.
    const known = ownDomains.length > 0 ? await loadSharedDomain().catch(() => null) : null;
    for (const domain of ownDomains) {
      const why = known?.sharedBy(domain);
      if (why) return setShared(t(`panel.trust.shared.${why}`, { domain }));
    }
    setPlatform(platformUrl);
    setHome(
      await onSave({ ...settings, platformUrl, ownDomains, sendingAddresses, language: language || null }),
    );
  };
  const platformError = checked && platformUrl === null ? t('panel.settings.platformError') : null;
  const domainError =
    checked && refused.length > 0 ? t('panel.settings.domainsError', { names: list(refused) }) : shared;
  const senderError =
    checked && noAddresses.length > 0 ? t('panel.settings.sendersError', { names: list(noAddresses) }) : null;
  return (
    <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
      <Field id={`${id}-platform`} label={t('panel.settings.platform')} error={platformError}>
        <input
          id={`${id}-platform`}
          type="url"
          dir="ltr"
          className="field"
          value={platform}
          aria-describedby={`${id}-platform-error`}
          aria-invalid={platformError !== null}
          onChange={(event) => setPlatform(event.target.value)}
        />
      </Field>
      <Field id={`${id}-domains`} label={t('panel.settings.domains')} error={domainError}>
        <textarea
          id={`${id}-domains`}
          rows={3}
          dir="ltr"
          spellCheck={false}
          className="field"
          value={domains}
          aria-describedby={`${id}-domains-error`}
          aria-invalid={domainError !== null}
          onChange={(event) => {
            setShared(null);
            setDomains(event.target.value);
          }}
        />
      </Field>
      <Field id={`${id}-senders`} label={t('panel.settings.senders')} error={senderError}>
        <textarea
          id={`${id}-senders`}
          rows={2}
          dir="ltr"
          spellCheck={false}
          className="field"
          value={senders}
          aria-describedby={`${id}-senders-error`}
          aria-invalid={senderError !== null}
          onChange={(event) => setSenders(event.target.value)}
        />
      </Field>
      <div className="stack">
        <label htmlFor={`${id}-language`}>{t('panel.settings.language')}</label>
        <select
          id={`${id}-language`}
          className="field"
          value={language}
          onChange={(event) => setLanguage(event.target.value)}
        >
          <option value="">{t('panel.settings.asOutlook')}</option>
          {languageTags().map((tag) => (
            <option key={tag} value={tag} lang={tag}>
              {nameOf(tag)}
            </option>
          ))}
        </select>
      </div>
      <div className="row">
        <Button type="submit" appearance="primary">
          {t('panel.settings.save')}
        </Button>
        <span role="status">{home && t(`panel.settings.saved.${home}`)}</span>
      </div>
    </form>
  );
}

/** A language's name in itself: whoever looks for it reads it. */
const nameOf = (tag: string): string => new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;

interface FieldProps {
  id: string;
  label: string;
  error: string | null;
  children: ReactNode;
}

function Field({ id, label, error, children }: FieldProps) {
  return (
    <div className="stack">
      <label htmlFor={id}>{label}</label>
      {children}
      <p id={`${id}-error`} role="status" className="field-error">
        {error}
      </p>
    </div>
  );
}
