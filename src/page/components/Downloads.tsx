import { useSpeech } from '../../parts/speech';
import type { CampaignClient } from '../campaign-client';
import type { ShownOverview } from '../protocol';
import { CopyAddresses } from './CopyAddresses';
import { SaveButton } from './SaveButton';

/** What the reader takes along: lists of people, all of it as files. */
export function Downloads({ overview, client }: { overview: ShownOverview; client: CampaignClient }) {
  const { t } = useSpeech();
  const csv = t('campaign.page.table');
  return (
    <section className="stack campaign-part">
      <h2>{t('campaign.page.lists')}</h2>
      <ul className="campaign-rows">
        {overview.lists.map(({ list, name, people }) => (
          <li key={list} className="row row-apart">
            <span>
              {t('engine.labelled', { name, value: t('campaign.page.people', { count: String(people) }) })}
            </span>
            <span className="row">
              <CopyAddresses client={client} of={{ list }} whose={name} />
              <SaveButton
                client={client}
                asked={{ kind: 'csv', of: { list } }}
                name={`${list}.csv`}
                label={csv}
                spokenLabel={`${csv}: ${name}`}
              />
            </span>
          </li>
        ))}
      </ul>
      <div className="actions">
        <SaveButton
          client={client}
          asked={{ kind: 'lists' }}
          name="bounces.zip"
          label={t('campaign.page.zip')}
        />
        <SaveButton
          client={client}
          asked={{ kind: 'csv', of: null }}
          name="bounces.csv"
          label={t('campaign.page.all')}
        />
        <SaveButton
          client={client}
          asked={{ kind: 'rows' }}
          name="rows.jsonl"
          label={t('campaign.page.rows')}
        />
      </div>
    </section>
  );
}
