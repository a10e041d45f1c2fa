import { useSpeech } from '../../parts/speech';
import type { Problem } from '../state';
import { CopyButton } from '../../parts/CopyButton';

interface ConsentAddressProps {
  problem: Problem;
  address: string | null;
}

/** Where an administrator allows the list of recent bounces: shown only where that is what is missing. */
export function ConsentAddress({ problem, address }: ConsentAddressProps) {
  const { t } = useSpeech();
  if (problem.code !== 'sign-in-blocked' || !address) return null;
  return (
    <div className="stack">
      <code className="quote mail">{address}</code>
      <div>
        <CopyButton size="small" label={t('panel.recent.copyConsent')} what={() => ({ text: address })} />
      </div>
    </div>
  );
}
