import { Button } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import type { SourceHead } from '../../outlook/door';
import { showLine } from '../../engine';
import { useSpeech } from '../../parts/speech';
import type { Problem } from '../state';
import { ConsentAddress } from './ConsentAddress';
import type { CopyDiagnosticsProps } from './CopyDiagnostics';
import { Title } from './Title';

/** Asked for by few: it comes with the first failure. */
const CopyDiagnostics = lazy(async () => ({
  default: (await import(/* webpackChunkName: "ways-in" */ './CopyDiagnostics')).CopyDiagnostics,
}));

interface UnreadableProps {
  head: SourceHead | null;
  problem: Problem;
  /** For an administrator; null where none is needed or known. */
  consentAddress: string | null;
  diagnostics: CopyDiagnosticsProps;
  /** Tries the open mail again; absent where there is no mailbox. */
  onRetry?: () => void;
}

/** Why a message could not be read, what to do, and a line for whoever helps. */
export function Unreadable({ head, problem, consentAddress, diagnostics, onRetry }: UnreadableProps) {
  const { t } = useSpeech();
  const { key, values } = problem.text;
  const file = head?.name || t(`panel.about.${head?.door ?? 'open-item'}`);
  return (
    <section className="card">
      <Title level={1} tone="failed">
        {t('panel.unreadable.title')}
      </Title>
      <p className="mail">{t(key, { file, ...values })}</p>
      <ConsentAddress problem={problem} address={consentAddress} />
      {onRetry && (
        <div>
          <Button size="small" appearance="primary" onClick={onRetry}>
            {t('panel.unreadable.retry')}
          </Button>
        </div>
      )}
      <p className="quiet">{t('panel.unreadable.instead')}</p>
      <p className="quiet mail">
        {t('engine.labelled', { name: t('panel.unreadable.detail'), value: showLine(problem.detail) })}
      </p>
      <Suspense>
        <CopyDiagnostics {...diagnostics} />
      </Suspense>
    </section>
  );
}
