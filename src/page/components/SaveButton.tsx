import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { saveFile } from '../../parts/save-file';
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

/** A file of what was read, for the reader to keep. */
export function SaveButton({ client, asked, name, label, spokenLabel }: SaveButtonProps) {
  const [isMaking, setIsMaking] = useState(false);
  const save = async () => {
    setIsMaking(true);
    const file = await client.ask('file', asked);
    setIsMaking(false);
    saveFile(file, name);
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
