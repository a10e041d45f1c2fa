import { FluentProvider } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { directionOf, type Words } from '../engine';
import { AboutMessage } from './components/AboutMessage';
import { Bar } from './components/Bar';
import { CrashScreen } from './components/CrashScreen';
import { DropTarget } from './components/DropTarget';
import { ErrorBoundary } from '../parts/ErrorBoundary';
import { LiveRegion } from './components/LiveRegion';
import { prepareAnswerView, CurrentView } from './components/CurrentView';
import { useLooks } from './looks';
import type { Services } from './services';
import { SpeechProvider } from '../parts/speech';
import { headOf, isListed } from './state';
import { THEMES } from '../parts/themes';
import { type Explainer, useExplainer } from './use-explainer';
import { HeadlineDrawnProvider, useFocus } from './use-focus';
import { usePaste } from './use-paste';
import { useTheme } from './use-surroundings';

/** Nothing is to be said before something was asked for; by then it has come. */
const Notes = lazy(async () => ({
  default: (await import(/* webpackChunkName: "answer" */ './components/Notes')).Notes,
}));

/** The whole pane: which message, the answer, and the other ways in. */
export function App({ services, words: atHand }: { services: Services; words: Words }) {
  useLooks();
  const explainer = useExplainer(services, atHand);
  const { state, settings, words, language } = explainer;
  const mailbox = state.start?.mailbox ?? false;
  const theme = useTheme(services, mailbox);
  const { view } = state;
  const head = headOf(view);
  const scroller = useRef<HTMLDivElement>(null);
  usePaste(services.watchPaste, explainer);
  const headlineDrawn = useFocus(view, scroller);
  useEffect(() => void prepareAnswerView(), []);
  return (
    <FluentProvider
      theme={THEMES[theme]}
      dir={directionOf(words.language)}
      // Outlook may be dark where the system is light: checkboxes and lists to choose from follow Outlook.
      style={{ colorScheme: theme.endsWith('dark') ? 'dark' : 'light' }}
    >
      <SpeechProvider words={words} region={language}>
        <div className="page">
          {/* Apart from the view: it stays in place, or its changes would not be said. */}
          <ErrorBoundary attempt={state.view} fallback={() => null}>
            <LiveRegion state={state} knowsDomains={settings.ownDomains.length > 0} />
          </ErrorBoundary>
          <ErrorBoundary attempt={state.view} fallback={(error) => <CrashScreen error={error} />}>
            {head ? (
              <AboutMessage
                head={head}
                explanation={'explanation' in view ? view.explanation : null}
                onReadOpenItem={mailbox ? explainer.readOpenItem : undefined}
                onShowList={isListed(state) ? explainer.showList : undefined}
              />
            ) : (
              <div />
            )}
            <div ref={scroller} className="scroller">
              <main aria-busy={view.name === 'reading'}>
                {hasNotes(explainer) && (
                  <Suspense>
                    <Notes
                      explainer={explainer}
                      consentAddress={services.doors.recentBounces.adminConsentAddress()}
                    />
                  </Suspense>
                )}
                <HeadlineDrawnProvider value={headlineDrawn}>
                  <CurrentView explainer={explainer} services={services} />
                </HeadlineDrawnProvider>
              </main>
            </div>
          </ErrorBoundary>
          <Bar explainer={explainer} services={services} />
          <DropTarget watchDrags={services.watchDrags} mailbox={mailbox} onDrop={explainer.drop} />
        </div>
      </SpeechProvider>
    </FluentProvider>
  );
}

const hasNotes = ({ saidOwn, state: { notice, doubt } }: Explainer): boolean =>
  doubt || notice !== null || saidOwn !== null;
