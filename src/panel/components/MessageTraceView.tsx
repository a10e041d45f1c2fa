import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Words } from '../../engine';
import { SpeechProvider, useSpeech } from '../../parts/speech';
import type { CopyDiagnosticsProps } from './CopyDiagnostics';
import { traceSessionOf } from '../trace-session';
import { summarizeTrace } from '../trace-summary';
import { Title } from './Title';
import { TraceForm } from './TraceForm';
import { TraceProgressView } from './TraceProgressView';
import { TraceResult } from './TraceResult';

interface MessageTraceViewProps extends CopyDiagnosticsProps {
  /** The addresses that the training is sent from, as the settings say. */
  senders: readonly string[];
  /** BCP 47, with the reader's region. */
  region: string;
}

/** The message trace in the pane: the question, the wait, the things to do. Its words load with it. */
export function MessageTraceView(props: MessageTraceViewProps) {
  const { words: atHand, t } = useSpeech();
  const [words, setWords] = useState<Words | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const { services, region } = props;
  useEffect(() => {
    let isWanted = true;
    services.loadWords(atHand.language, ['command']).then(
      ({ campaign }) => isWanted && setWords({ ...atHand, campaign }),
      (error: unknown) => isWanted && setFailure(error),
    );
    return () => {
      isWanted = false;
    };
  }, [services, atHand]);
  // As with any other part that does not load.
  if (failure) throw failure;
  if (!words)
    return (
      <section className="card">
        <Title level={1}>{t('panel.ways.trace')}</Title>
      </section>
    );
  return (
    <SpeechProvider words={words} region={region}>
      <Shown {...props} words={words} />
    </SpeechProvider>
  );
}

function Shown({ words, ...props }: MessageTraceViewProps & { words: Words }) {
  const { services, region, senders } = props;
  const session = traceSessionOf(services, summarizeTrace);
  const state = useSyncExternalStore(session.subscribe, session.snapshot);
  switch (state.phase) {
    case 'asking':
      return (
        <TraceForm
          problem={state.problem}
          before={session.query}
          senders={senders}
          consentAddress={services.doors.messageTrace.adminConsentAddress()}
          diagnostics={props}
          onAsk={(query) => void session.start(query, { words, region })}
        />
      );
    case 'done':
      return <TraceResult {...state} onAgain={() => session.again()} />;
    default:
      return <TraceProgressView state={state} onCancel={() => session.cancel()} />;
  }
}
