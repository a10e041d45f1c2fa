import { FluentProvider } from '@fluentui/react-components';
import type { Words } from '../engine';
import { AboutMessage } from './components/AboutMessage';
import { Broken } from './components/Broken';
import { ErrorBoundary } from './components/ErrorBoundary';
import { DropTarget } from './components/DropTarget';
import { LiveRegion } from './components/LiveRegion';
import { Notes } from './components/Notes';
import { OtherWays } from './components/OtherWays';
import { Shown } from './components/Shown';
import type { Services } from './services';
import { SpeechProvider } from './speech';
import { headOf, isListed, isQuiet } from './state';
import { THEMES } from './themes';
import { useExplainer } from './use-explainer';
import { usePaste } from './use-paste';
import { useTheme } from './use-surroundings';
import { directionOf } from '../engine';

/** The whole pane: which message, the answer, and the other ways in. */
export function App({ services, words: atHand }: { services: Services; words: Words }) {
  const explainer = useExplainer(services, atHand);
  const { state, settings, words, language } = explainer;
  const mailbox = state.start?.mailbox ?? false;
  const theme = useTheme(services, mailbox);
  const { view } = state;
  const head = headOf(view);
  usePaste(services.watchPaste, explainer);
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
          <ErrorBoundary
            attempt={state.view}
            fallback={(error) => <Broken error={error} onPaste={() => explainer.showWays('paste')} />}
          >
            {head && (
              <AboutMessage
                head={head}
                explanation={'explanation' in view ? view.explanation : null}
                onReadOpenItem={mailbox ? explainer.readOpenItem : undefined}
                onShowList={isListed(state) ? explainer.showList : undefined}
              />
            )}
            <main
              className={isQuiet(view) ? 'page-main page-main-short' : 'page-main'}
              aria-busy={view.name === 'reading'}
            >
              <Notes
                explainer={explainer}
                consentAddress={services.doors.recentBounces.adminConsentAddress()}
              />
              <Shown explainer={explainer} services={services} />
            </main>
          </ErrorBoundary>
          <OtherWays explainer={explainer} services={services} />
          <DropTarget watchDrags={services.watchDrags} mailbox={mailbox} onDrop={explainer.drop} />
        </div>
      </SpeechProvider>
    </FluentProvider>
  );
}
