import { useSpeech } from '../../parts/speech';
import type { Problem } from '../state';
import { CopyButton } from '../../parts/CopyButton';

interface ConsentAddressProps {
  problem: Problem;
  address: string | null;
  /** Where nobody but an administrator can allow it, a refusal means the same. */
  alsoWhenRefused?: boolean;
}

/** Where an administrator allows what was asked for: shown only where that is what is missing. */
export function ConsentAddress({ problem, address, alsoWhenRefused = false }: ConsentAddressProps) {
  const { t } = useSpeech();
  const isMissing =
    problem.code === 'sign-in-blocked' || (alsoWhenRefused && problem.code === 'sign-in-refused');
  if (!isMissing || !address) return null;
  return (
    <div className="stack">
      <code className="quote mail">{address}</code>
      <div>
        <CopyButton size="small" label={t('panel.recent.copyConsent')} what={() => ({ text: address })} />
      </div>
    </div>
  );
}
