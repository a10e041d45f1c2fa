import { useSpeech } from '../../parts/speech';
import type { CampaignClient } from '../campaign-client';
import type { ShownOverview } from '../protocol';
import { CopyAddresses } from './CopyAddresses';

/** Who is new, still failing, mended since the run before. */
export function Compared({ overview, client }: { overview: ShownOverview; client: CampaignClient }) {
  const { t } = useSpeech();
  const { comparison } = overview;
  if (comparison.length === 0) return null;
  return (
    <section className="stack campaign-part">
      <h2>{t('campaign.page.compared')}</h2>
      <ul className="campaign-rows">
        {comparison.map(({ id, says, people }) => (
          <li key={id} className="row row-apart">
            <span>{says}</span>
            {people > 0 && <CopyAddresses client={client} of={{ compared: id }} whose={says} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
