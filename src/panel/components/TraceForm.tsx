import { Button, Field, MessageBar, MessageBarBody, Select, Textarea } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { showLine } from '../../engine';
import { TRACE_SPANS, type TraceSpan } from '../../outlook/graph/trace-query';
import { CopyButton } from '../../parts/CopyButton';
import { useSpeech } from '../../parts/speech';
import type { Problem } from '../state';
import { cleanSenders } from '../trace-senders';
import type { TraceQuery } from '../trace-session';
import { traceProblemKey } from '../trace-problem';
import { ConsentAddress } from './ConsentAddress';
import { CopyDiagnostics, type CopyDiagnosticsProps } from './CopyDiagnostics';
import { Title } from './Title';

interface TraceFormProps {
  /** Why the last question was not answered. */
  problem: Problem | null;
  before: TraceQuery | null;
  /** The addresses that the training is sent from, as the settings say. */
  senders: readonly string[];
  consentAddress: string | null;
  diagnostics: CopyDiagnosticsProps;
  onAsk(query: TraceQuery): void;
}

/** A campaign is looked at the days after it was sent. */
const USUAL_SPAN: TraceSpan = 10;

/** Whose mail, and how far back. */
export function TraceForm({ problem, before, senders, consentAddress, diagnostics, onAsk }: TraceFormProps) {
  const { t, list } = useSpeech();
  const [typed, setTyped] = useState(before?.typed ?? senders.join('\n'));
  const [span, setSpan] = useState<TraceSpan>(before?.span ?? USUAL_SPAN);
  const [isChecked, setIsChecked] = useState(false);
  const cleaned = cleanSenders(typed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (cleaned.refused.length === 0 && cleaned.senders.length > 0)
      onAsk({ span, typed, senders: cleaned.senders });
  };
  const fault =
    cleaned.refused.length > 0
      ? t('panel.settings.sendersError', { names: list(cleaned.refused) })
      : cleaned.senders.length === 0
        ? t('campaign.trace.sendersMissing')
        : undefined;
  return (
    <section className="card">
      <Title level={1}>{t('panel.ways.trace')}</Title>
      {problem && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody className="mail">
            {t(traceProblemKey(problem.code) ?? problem.text.key, problem.text.values)}
          </MessageBarBody>
        </MessageBar>
      )}
      {problem && <Remedy problem={problem} consentAddress={consentAddress} />}
      <p>{t('campaign.trace.intro')}</p>
      <form className="stack" onSubmit={submit} noValidate>
        <Field
          label={t('campaign.trace.senders')}
          hint={t('campaign.trace.sendersHint')}
          validationMessage={isChecked ? fault : undefined}
        >
          <Textarea
            rows={2}
            dir="ltr"
            spellCheck={false}
            value={typed}
            onChange={(_event, { value }) => setTyped(value)}
          />
        </Field>
        <Field label={t('campaign.trace.period')}>
          <Select
            value={String(span)}
            onChange={(_event, { value }) =>
              setSpan(TRACE_SPANS.find((each) => String(each) === value) ?? span)
            }
          >
            {TRACE_SPANS.map((days) => (
              <option key={days} value={days}>
                {t('campaign.trace.days', { count: String(days) })}
              </option>
            ))}
          </Select>
        </Field>
        <div>
          <Button type="submit" appearance="primary" size="small">
            {t('campaign.trace.ask')}
          </Button>
        </div>
      </form>
      {problem && (
        <>
          <p className="quiet mail">
            {t('engine.labelled', { name: t('panel.unreadable.detail'), value: showLine(problem.detail) })}
          </p>
          <CopyDiagnostics
            {...diagnostics}
            problems={[...diagnostics.problems, `${problem.code}: ${problem.detail}`]}
          />
        </>
      )}
    </section>
  );
}

/** Adds Microsoft's own application to the tenant, by Microsoft Graph PowerShell. */
const ADD_SERVICE = 'New-MgServicePrincipal -AppId 8bd644d1-64a1-4d4b-ae52-2e0cbf64e373';

/** What an administrator needs in order to mend it. */
function Remedy({ problem, consentAddress }: { problem: Problem; consentAddress: string | null }) {
  const { t } = useSpeech();
  if (problem.code !== 'trace-not-provisioned')
    return <ConsentAddress problem={problem} address={consentAddress} alsoWhenRefused />;
  return (
    <div className="stack">
      <code className="quote mail" dir="ltr">
        {ADD_SERVICE}
      </code>
      <div>
        <CopyButton size="small" label={t('campaign.trace.command')} what={() => ({ text: ADD_SERVICE })} />
      </div>
    </div>
  );
}
