import { useEffect, useState } from 'react';
import { CopyButton } from '../../parts/CopyButton';
import { useSpeech } from '../../parts/speech';
import type { CampaignClient } from '../campaign-client';
import type { AddressesOf } from '../protocol';

interface CopyAddressesProps {
  client: CampaignClient;
  of: AddressesOf;
  /** Said where several such buttons stand on the page. */
  whose?: string;
}

/** Addresses to the clipboard. They are fetched ahead: a browser copies only within the click itself. */
export function CopyAddresses({ client, of, whose }: CopyAddressesProps) {
  const { t } = useSpeech();
  const [text, setText] = useState<string | null>(null);
  const asked = JSON.stringify(of);
  useEffect(() => {
    let isWanted = true;
    void client
      .ask('addresses', JSON.parse(asked) as AddressesOf)
      .then((addresses) => isWanted && setText(addresses));
    return () => {
      isWanted = false;
    };
  }, [client, asked]);
  const label = t('campaign.page.addresses');
  return (
    text !== null && (
      <CopyButton
        label={label}
        spokenLabel={whose === undefined ? undefined : `${label}: ${whose}`}
        what={() => ({ text })}
      />
    )
  );
}
