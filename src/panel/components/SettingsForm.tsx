import { Button, Field, Input, Select, Textarea } from '@fluentui/react-components';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { languageTags, loadSharedDomain } from '../../engine';
import type { SettingsHome } from '../../outlook/settings';
import {
  cleanAddresses,
  cleanDomains,
  cleanPlatformUrl,
  cleanServers,
  exportSettings,
  importSettings,
  MAIL_SYSTEMS,
  type MailSystem,
  type Settings,
} from '../../site/setting-values';
import { useSpeech } from '../../parts/speech';
import { CopyButton } from '../../parts/CopyButton';
import { FormHead } from './FormHead';

interface SettingsFormProps {
  settings: Settings;
  onSave(settings: Settings): Promise<SettingsHome>;
  onClose(): void;
}

/** What is typed, before it is made regular. */
type Draft = Record<
  'platform' | 'domains' | 'senders' | 'servers' | 'language' | 'mailSystem' | 'mailAdmin' | 'networkTeam',
  string
>;

const draftOf = (settings: Settings): Draft => ({
  platform: settings.platformUrl,
  domains: settings.ownDomains.join('\n'),
  senders: settings.sendingAddresses.join('\n'),
  servers: settings.sendingServers.join('\n'),
  language: settings.language ?? '',
  mailSystem: settings.mailSystem ?? '',
  mailAdmin: settings.mailAdmin ?? '',
  networkTeam: settings.networkTeam ?? '',
});

/** What the answers need to know of the organisation; each field says what for. */
export function SettingsForm({ settings, onSave, onClose }: SettingsFormProps) {
  const { t, list } = useSpeech();
  const [draft, setDraft] = useState(() => draftOf(settings));
  const [checked, setChecked] = useState(false);
  const [shared, setShared] = useState<string | null>(null);
  const [home, setHome] = useState<SettingsHome | null>(null);
  const [before, setBefore] = useState<Settings | null>(null);
  const { form, leadToFault } = useFirstFault();
  const { ownDomains, sendingAddresses, sendingServers, platformUrl, refused } = cleaned(draft);
  const change =
    (name: keyof Draft) =>
    (_event: unknown, { value }: { value: string }) => {
      if (name === 'domains') setShared(null);
      setHome(null);
      setDraft((now) => ({ ...now, [name]: value }));
    };
  const keep = async (wanted: Settings) => {
    setBefore(settings);
    setDraft(draftOf(wanted));
    setHome(await onSave(wanted));
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    setHome(null);
    setShared(null);
    if (platformUrl === null || Object.values(refused).some((names) => names.length > 0))
      return leadToFault();
    // Where the list of shared domains cannot be had, the admin's word counts.
    const known = ownDomains.length > 0 ? await loadSharedDomain().catch(() => null) : null;
    for (const domain of ownDomains) {
      const why = known?.sharedBy(domain);
      if (!why) continue;
      setShared(t(`panel.trust.shared.${why}`, { domain }));
      return leadToFault();
    }
    await keep({
      ...settings,
      platformUrl,
      ownDomains,
      sendingAddresses,
      sendingServers,
      mailAdmin: oneAddress(draft.mailAdmin),
      networkTeam: oneAddress(draft.networkTeam),
      language: draft.language || null,
      mailSystem: (draft.mailSystem || null) as MailSystem | null,
    });
  };
  const error = (names: readonly string[], key: string) =>
    checked && names.length > 0 ? t(`panel.settings.${key}`, { names: list(names) }) : undefined;
  return (
    <form ref={form} className="stack" onSubmit={(event) => void submit(event)} noValidate>
      <FormHead title={t('panel.ways.settings')} onClose={onClose} />
      <Field
        label={t('panel.settings.platform')}
        hint={t('panel.settings.platformHint')}
        validationMessage={checked && platformUrl === null ? t('panel.settings.platformError') : undefined}
      >
        <Input type="url" dir="ltr" value={draft.platform} onChange={change('platform')} />
      </Field>
      <Field
        label={t('panel.settings.domains')}
        hint={t('panel.settings.domainsHint')}
        validationMessage={error(refused.domains, 'domainsError') ?? shared ?? undefined}
      >
        <Textarea rows={3} dir="ltr" spellCheck={false} value={draft.domains} onChange={change('domains')} />
      </Field>
      {(['senders', 'servers'] as const).map((name) => (
        <Field
          key={name}
          label={t(`panel.settings.${name}`)}
          hint={t(`panel.settings.${name}Hint`)}
          validationMessage={error(refused[name], `${name}Error`)}
        >
          <Textarea rows={2} dir="ltr" spellCheck={false} value={draft[name]} onChange={change(name)} />
        </Field>
      ))}
      <Field label={t('panel.settings.mailSystem')} hint={t('panel.settings.mailSystemHint')}>
        <Select value={draft.mailSystem} onChange={change('mailSystem')}>
          <option value="">{t('panel.settings.mailSystemUnsaid')}</option>
          {Object.entries(MAIL_SYSTEMS).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {(['mailAdmin', 'networkTeam'] as const).map((name) => (
        <Field
          key={name}
          label={t(`panel.settings.${name}`)}
          hint={t('panel.settings.toHint')}
          validationMessage={error(refused[name], 'addressError')}
        >
          <Input type="email" dir="ltr" value={draft[name]} onChange={change(name)} />
        </Field>
      ))}
      <Field label={t('panel.settings.language')} hint={t('panel.settings.languageHint')}>
        <Select value={draft.language} onChange={change('language')}>
          <option value="">{t('panel.settings.asOutlook')}</option>
          {languageTags().map((tag) => (
            <option key={tag} value={tag} lang={tag}>
              {nameOf(tag)}
            </option>
          ))}
        </Select>
      </Field>
      <div className="row">
        <Button type="submit" appearance="primary">
          {t('panel.settings.save')}
        </Button>
        {home && before && (
          <Button onClick={() => void keep(before).then(() => setBefore(null))}>
            {t('panel.settings.undo')}
          </Button>
        )}
        <span role="status">{home && t(`panel.settings.saved.${home}`)}</span>
      </div>
      <Exchange settings={settings} onFound={(found) => setDraft(draftOf(found))} />
    </form>
  );
}

/** Leads to the first field that cannot be used, once it is marked: it may be far above the button. */
function useFirstFault() {
  const form = useRef<HTMLFormElement>(null);
  const [refusals, setRefusals] = useState(0);
  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [refusals]);
  return { form, leadToFault: () => setRefusals((count) => count + 1) };
}

interface ExchangeProps {
  settings: Settings;
  /** They are looked at before they are saved. */
  onFound(settings: Settings): void;
}

/** Settings from one admin to another, as text. */
function Exchange({ settings, onFound }: ExchangeProps) {
  const { t } = useSpeech();
  const [pasted, setPasted] = useState<string | null>(null);
  return (
    <>
      <div className="row">
        <CopyButton label={t('panel.settings.export')} what={() => ({ text: exportSettings(settings) })} />
        <Button
          size="small"
          aria-expanded={pasted !== null}
          onClick={() => setPasted((now) => (now === null ? '' : null))}
        >
          {t('panel.settings.paste')}
        </Button>
      </div>
      {pasted !== null && (
        <Field
          label={t('panel.settings.pasteLabel')}
          validationMessage={pasted.trim() === '' ? undefined : t('panel.settings.pasteError')}
        >
          <Textarea
            rows={3}
            dir="ltr"
            spellCheck={false}
            value={pasted}
            onChange={(_event, { value }) => {
              const found = importSettings(value);
              setPasted(found ? null : value);
              if (found) onFound(found);
            }}
          />
        </Field>
      )}
    </>
  );
}

const oneAddress = (typed: string): string | null => cleanAddresses(typed).addresses[0] ?? null;

/** What the fields hold, and in each what cannot be used. */
function cleaned(draft: Draft) {
  const domains = cleanDomains(draft.domains);
  const senders = cleanAddresses(draft.senders);
  const servers = cleanServers(draft.servers);
  return {
    platformUrl: cleanPlatformUrl(draft.platform),
    ownDomains: domains.domains,
    sendingAddresses: senders.addresses,
    sendingServers: servers.servers,
    refused: {
      domains: domains.refused,
      senders: senders.refused,
      servers: servers.refused,
      mailAdmin: cleanAddresses(draft.mailAdmin).refused,
      networkTeam: cleanAddresses(draft.networkTeam).refused,
    },
  };
}

/** A language's name in itself: whoever looks for it reads it. */
const nameOf = (tag: string): string => new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
