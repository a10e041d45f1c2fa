import { Button } from '@fluentui/react-components';
import { useSpeech } from '../../parts/speech';
import type { CampaignClient } from '../campaign-client';
import { CopyAddresses } from './CopyAddresses';
import { SaveButton } from './SaveButton';

interface SelectedRowsProps {
  client: CampaignClient;
  selected: ReadonlySet<number>;
  onNone(): void;
}

/** What can be done with the rows that are ticked. */
export function SelectedRows({ client, selected, onNone }: SelectedRowsProps) {
  const { t } = useSpeech();
  const rows = [...selected];
  return (
    <div className="row table-selected">
      <span role="status">{t('campaign.page.selected', { count: String(rows.length) })}</span>
      {rows.length > 0 && (
        <>
          <CopyAddresses client={client} of={{ rows }} />
          <SaveButton
            client={client}
            asked={{ kind: 'csv', of: { rows } }}
            name="selected.csv"
            label={t('campaign.page.table')}
          />
          <Button size="small" appearance="subtle" onClick={onNone}>
            {t('campaign.page.selectNone')}
          </Button>
        </>
      )}
    </div>
  );
}
