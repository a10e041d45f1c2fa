import { createRoot } from 'react-dom/client';
import { loadWords } from '../engine';
import { ErrorBoundary } from '../parts/ErrorBoundary';
import { deploymentConfig, loadDeploymentConfig } from '../site/deployment-config';
import { guardScripts } from '../site/script-policy';
import { settingsWithoutMailbox } from '../site/settings-in-browser';
import { loadStyleSheet } from '../site/style-sheet';
import { App } from './App';
import { CampaignClient } from './campaign-client';
import { fetchAhead } from './fetch-ahead';

// Before anything more is loaded.
guardScripts(window);

/** Starts the page. Until words and style are there, and if they never come, the page's own text stands. */
async function run(): Promise<void> {
  const root = document.getElementById('root');
  const failed = document.getElementById('failed');
  if (!root || !failed) throw new Error('campaign.html lacks its root');
  try {
    await Promise.all([loadDeploymentConfig(), loadStyleSheet(new URL('./campaign.css', import.meta.url))]);
    const settings = settingsWithoutMailbox();
    const language = settings.language ?? navigator.language;
    const words = await loadWords(language);
    document.documentElement.lang = words.language;
    const client = new CampaignClient(() => ({
      language: words.language,
      region: language,
      context: {
        now: new Date().toISOString(),
        ownDomains: settings.ownDomains,
        platformUrl: settings.platformUrl,
        links: deploymentConfig().links,
        ...(settings.sendingAddresses.length > 0 ? { sendingAddresses: settings.sendingAddresses } : {}),
      },
    }));
    createRoot(root).render(
      <ErrorBoundary fallback={() => <p>{failed.textContent}</p>}>
        <App client={client} words={words} region={language} />
      </ErrorBoundary>,
    );
    void fetchAhead(words.language);
  } catch {
    root.hidden = true;
    failed.hidden = false;
  }
}

void run();
