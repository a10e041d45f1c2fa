import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useSpeech } from '../../parts/speech';
import type { CampaignClient } from '../campaign-client';
import type { ShownOverview } from '../protocol';
import { ThingCard } from './ThingCard';

interface ThingListProps {
  overview: ShownOverview;
  client: CampaignClient;
  /** Of what was read; null while files are read, since numbers and order still change. */
  version: number | null;
}

/** Things that stand there at first. */
const FIRST = 10;

/** What there is to do, what helps most people first. */
export function ThingList({ overview, client, version }: ThingListProps) {
  const { t } = useSpeech();
  const [isAll, setIsAll] = useState(false);
  const { things, moreThings } = overview;
  const hidden = things.length - FIRST;
  return (
    <>
      <ol className="things">
        {(isAll ? things : things.slice(0, FIRST)).map((thing, at) => (
          <li key={thing.rootCause}>
            <ThingCard thing={thing} at={at} client={client} version={version} isOpen={at < 3} />
          </li>
        ))}
      </ol>
      {!isAll && hidden > 0 && (
        <div>
          <Button size="small" onClick={() => setIsAll(true)}>
            {t('campaign.page.more', { count: String(hidden) })}
          </Button>
        </div>
      )}
      {isAll && moreThings > 0 && (
        <p className="quiet">{t('campaign.page.more', { count: String(moreThings) })}</p>
      )}
    </>
  );
}
