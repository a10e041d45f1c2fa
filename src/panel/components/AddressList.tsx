import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { showLine } from '../../engine';
import { useSpeech } from '../../parts/speech';
import { CopyButton } from '../../parts/CopyButton';

/** A campaign can fail for hundreds at once: more come when they are asked for. */
const AT_ONCE = 20;

/** Each address with its copy button; the platform has no link that finds a user. */
export function AddressList({ addresses }: { addresses: readonly string[] }) {
  const { t } = useSpeech();
  const [shown, setShown] = useState(AT_ONCE);
  const rest = addresses.length - shown;
  return (
    <div className="stack">
      <ul>
        {addresses.slice(0, shown).map((address) => (
          <li key={address} className="address-line">
            <bdi className="address mail">{showLine(address)}</bdi>
            <CopyButton
              iconOnly
              appearance="subtle"
              label={t('panel.addresses.copyOne', { address })}
              what={() => ({ text: showLine(address) })}
            />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <div>
          <Button size="small" onClick={() => setShown(addresses.length)}>
            {t('panel.addresses.more', { count: String(rest) })}
          </Button>
        </div>
      )}
    </div>
  );
}
