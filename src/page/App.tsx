import { FluentProvider, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { type DragEvent, Fragment, useDeferredValue, useState, useSyncExternalStore } from 'react';
import { directionOf, type Words } from '../engine';
import { SpeechProvider, useSpeech } from '../parts/speech';
import { THEMES } from '../parts/themes';
import type { CampaignClient } from './campaign-client';
import { BounceTable } from './components/BounceTable';
import { CauseChart } from './components/CauseChart';
import { Compared } from './components/Compared';
import { Downloads } from './components/Downloads';
import { LeftOut } from './components/LeftOut';
import { Reading } from './components/Reading';
import { StartView } from './components/StartView';
import { ThingList } from './components/ThingList';
import { droppedFiles } from './dropped-files';
import { useTheme } from './use-theme';

interface AppProps {
  client: CampaignClient;
  words: Words;
  /** The reader's own, for dates. */
  region: string;
}

/** A campaign as a page: files in, things to do out. */
export function App({ client, words, region }: AppProps) {
  const theme = useTheme();
  return (
    <FluentProvider theme={THEMES[theme]} dir={directionOf(words.language)} className="campaign-provider">
      <SpeechProvider words={words} region={region}>
        <Campaign client={client} />
      </SpeechProvider>
    </FluentProvider>
  );
}

function Campaign({ client }: { client: CampaignClient }) {
  const { t } = useSpeech();
  // Drawn a few milliseconds at a time: what comes at the end takes longer than a frame.
  const shown = useDeferredValue(useSyncExternalStore(client.subscribe, client.snapshot));
  const [isOver, setIsOver] = useState(false);
  const { phase, overview, version } = shown;
  const drag = (event: DragEvent, over: boolean) => {
    event.preventDefault();
    setIsOver(over && phase !== 'reading');
  };
  const drop = (event: DragEvent) => {
    drag(event, false);
    if (phase !== 'reading') void client.read(droppedFiles(event.dataTransfer));
  };
  return (
    <div
      className={isOver ? 'campaign campaign-over' : 'campaign'}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => drag(event, false)}
      onDrop={drop}
    >
      <main className="campaign-main" aria-busy={phase === 'reading'}>
        <StartView client={client} isSmall={phase !== 'empty'} isReading={phase === 'reading'} />
        {phase === 'failed' && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{t('campaign.page.failed')}</MessageBarBody>
          </MessageBar>
        )}
        {phase === 'reading' && <Reading shown={shown} onCancel={() => client.cancel()} />}
        {overview && (
          <>
            <h2 className="campaign-headline">{overview.headline}</h2>
            {/* Said once, at the end: figures that change each second would be noise. */}
            <p role="status" className="unseen">
              {phase === 'reading' ? '' : overview.headline}
            </p>
            <LeftOut overview={overview} />
            {/* Made anew for each reading: their buttons hold the addresses ready that they copy. */}
            {phase !== 'reading' && <Compared key={version} overview={overview} client={client} />}
            <ThingList overview={overview} client={client} version={phase === 'reading' ? null : version} />
            <ul className="campaign-notes quiet">
              {overview.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
            {overview.timeline && <CauseChart timeline={overview.timeline} />}
            {phase !== 'reading' && overview.rows > 0 && (
              <Fragment key={version}>
                <Downloads overview={overview} client={client} />
                <BounceTable overview={overview} client={client} />
              </Fragment>
            )}
          </>
        )}
      </main>
    </div>
  );
}
