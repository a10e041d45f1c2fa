import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { CampaignClient } from '../campaign-client';
import type { FileAsked } from '../protocol';

interface SaveButtonProps {
  client: CampaignClient;
  asked: FileAsked;
  /** Of the file: ours, never one that a mail named. */
  name: string;
  label: string;
  spokenLabel?: string;
}

/** Long enough for every browser to have begun. */
const KEPT_MS = 60_000;

/** A file of what was read, for the reader to keep. It is made in memory and goes nowhere else. */
export function SaveButton({ client, asked, name, label, spokenLabel }: SaveButtonProps) {
  const [isMaking, setIsMaking] = useState(false);
  const save = async () => {
    setIsMaking(true);
    const address = URL.createObjectURL(await client.ask('file', asked));
    setIsMaking(false);
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
  };
  return (
    <Button
      size="small"
      icon={<ArrowDownloadRegular />}
      disabledFocusable={isMaking}
      aria-label={spokenLabel}
      onClick={() => void save()}
    >
      {label}
    </Button>
  );
}
