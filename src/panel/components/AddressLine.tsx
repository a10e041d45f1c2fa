import { showLine } from '../../engine';
import { tellAddresses } from '../../plan/announce';
import type { Plan } from '../../plan/plan';
import { useSpeech } from '../../parts/speech';
import { CopyButton } from '../../parts/CopyButton';

/** Whom it is about: the first addresses, and all of them with one click. */
export function AddressLine({ plan }: { plan: Plan }) {
  const speech = useSpeech();
  const { addresses } = plan;
  const [only] = addresses;
  if (only === undefined) return null;
  const { t } = speech;
  const label =
    addresses.length > 1 ? t('panel.addresses.copyAll') : t('panel.addresses.copyOne', { address: only });
  return (
    <div className="address-line">
      <bdi className="address mail" title={addresses.length === 1 ? showLine(only) : undefined}>
        {addresses.length > 1 ? tellAddresses(plan, speech) : showLine(only)}
      </bdi>
      <CopyButton
        iconOnly
        appearance="subtle"
        label={label}
        what={() => ({ text: addresses.map((address) => showLine(address)).join('\n') })}
      />
    </div>
  );
}
