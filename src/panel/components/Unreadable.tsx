import { Button } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import type { SourceHead } from '../../outlook/door';
import { showLine } from '../../engine/advise/show';
import { useSpeech } from '../speech';
import type { Problem } from '../state';
import { ConsentAddress } from './ConsentAddress';
import type { CopyDiagnosticsProps } from './CopyDiagnostics';
import { Headline } from './Headline';
import { Summary } from './Summary';

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
    <div className="stack">
      <Headline level={1} title={t('panel.unreadable.title')} />
      <p className="mail">{t(key, { file, ...values })}</p>
      <ConsentAddress problem={problem} address={consentAddress} />
      {onRetry && (
        <div>
          <Button onClick={onRetry}>{t('panel.unreadable.retry')}</Button>
        </div>
      )}
      <p className="quiet">{t('panel.unreadable.instead')}</p>
      <details>
        <Summary>{t('panel.unreadable.detail')}</Summary>
        <p className="mail">{showLine(problem.detail)}</p>
      </details>
      <Suspense>
        <CopyDiagnostics {...diagnostics} />
      </Suspense>
    </div>
  );
}
