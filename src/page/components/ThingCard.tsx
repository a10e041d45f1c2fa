import { Badge, Checkbox, ProgressBar } from '@fluentui/react-components';
import { useEffect, useId, useState } from 'react';
import type { ShownThing, ThingTexts } from '../../campaign/shown-thing';
import { CopyButton } from '../../parts/CopyButton';
import { Fold } from '../../parts/Fold';
import { useSpeech } from '../../parts/speech';
import type { CampaignClient } from '../campaign-client';
import { SaveButton } from './SaveButton';

interface ThingCardProps {
  thing: ShownThing;
  /** Its number in the list. */
  at: number;
  client: CampaignClient;
  /** Of what was read; null while files are read. */
  version: number | null;
  /** Do its steps stand there at first? */
  isOpen: boolean;
}

/** One thing to do: for how many people, who acts, the steps, the ticket, the list. */
export function ThingCard({ thing, at, client, version, isOpen }: ThingCardProps) {
  const { t } = useSpeech();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const id = useId();
  const { title, sentence, people, share, shareText, who, list, quote, steps } = thing;
  const tick = (step: string, done: boolean) =>
    setTicked(done ? [...ticked, step] : ticked.filter((other) => other !== step));
  return (
    <article className="thing" aria-labelledby={id}>
      <div className="thing-head">
        <h3 id={id} className="thing-title mail">
          {at + 1}. {title}
        </h3>
        <p className="thing-people">
          <span className="strong">{people}</span> ({shareText})
        </p>
      </div>
      <ProgressBar value={share} thickness="large" aria-hidden className="thing-share" />
      {sentence && <p className="mail">{sentence}</p>}
      <p className="row">
        {who && <span>{t('engine.labelled', { name: t('panel.card.who'), value: who })}</span>}
        <Badge appearance="outline" color="informative">
          {list}
        </Badge>
      </p>
      {steps.length > 0 && (
        <Fold title={t('panel.steps.title')} open={isOpen}>
          <ol className="thing-steps">
            {steps.map(({ id: step, text }) => (
              <li key={step}>
                <Checkbox
                  className={ticked.includes(step) ? 'step-box step-done' : 'step-box'}
                  checked={ticked.includes(step)}
                  label={text}
                  onChange={(_event, { checked }) => tick(step, checked === true)}
                />
              </li>
            ))}
          </ol>
        </Fold>
      )}
      {quote && (
        <Fold title={t('panel.evidence.title')}>
          <blockquote className="quote mail" dir="auto">
            {quote}
          </blockquote>
        </Fold>
      )}
      {version !== null && <ThingActions key={version} at={at} client={client} done={ticked} title={title} />}
    </article>
  );
}

interface ThingActionsProps {
  at: number;
  client: CampaignClient;
  done: readonly string[];
  title: string;
}

function ThingActions({ at, client, done, title }: ThingActionsProps) {
  const { t } = useSpeech();
  const [texts, setTexts] = useState<ThingTexts | null>(null);
  useEffect(() => {
    let isWanted = true;
    void client.ask('thing', { thing: at, done }).then((answer) => isWanted && setTexts(answer));
    return () => {
      isWanted = false;
    };
  }, [client, at, done]);
  if (!texts) return null;
  const { text, html, markdown, addresses } = texts;
  const spoken = (label: string) => ({ label, spokenLabel: `${label}: ${title}` });
  return (
    <div className="actions">
      <CopyButton appearance="primary" {...spoken(t('campaign.page.ticket'))} what={() => ({ text, html })} />
      <CopyButton {...spoken(t('panel.copy.markdown'))} what={() => ({ text: markdown })} />
      <CopyButton {...spoken(t('campaign.page.addresses'))} what={() => ({ text: addresses })} />
      <SaveButton
        client={client}
        asked={{ kind: 'csv', of: { thing: at } }}
        name={`${String(at + 1).padStart(2, '0')}.csv`}
        {...spoken(t('campaign.page.table'))}
      />
    </div>
  );
}
