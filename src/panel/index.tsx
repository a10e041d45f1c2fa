import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { explainThreads } from './explain-in-worker';
import { readAhead } from '../outlook/open-item';
import { ErrorBoundary } from '../parts/ErrorBoundary';
import { loadDeploymentConfig } from '../site/deployment-config';
import { guardScripts } from '../site/script-policy';
import { loadStyleSheet } from '../site/style-sheet';
import { services } from './services';

// Before anything more is loaded.
guardScripts(window);

/** Starts the pane. Until words and style are there, and if they never come, the page's own text stands. */
async function run(): Promise<void> {
  const root = document.getElementById('root');
  const failed = document.getElementById('failed');
  if (!root || !failed) throw new Error('taskpane.html lacks its root');
  // Needed for the first message, not for the first picture: where it fails, explaining says so.
  explainThreads.prepare();
  void readAhead();
  try {
    const [{ App }, words] = await Promise.all([
      nextTask().then(() => import(/* webpackMode: "eager" */ './App')),
      services.loadWords(navigator.language, ['start']),
      loadStyleSheet(new URL('./panel.css', import.meta.url)),
      loadDeploymentConfig(),
    ]);
    // Drawn in short pieces.
    startTransition(() =>
      createRoot(root).render(
        <ErrorBoundary fallback={() => <p>{failed.textContent}</p>}>
          <App services={services} words={words} />
        </ErrorBoundary>,
      ),
    );
  } catch {
    root.hidden = true;
    failed.hidden = false;
  }
}

/** Fluent's parts are run in a task of their own, after what asks for files. */
const nextTask = () => new Promise((resolve) => setTimeout(resolve));

void run();
