import { showLine } from '../../engine/advise/show';
import { useSpeech } from '../speech';
import { CopyButton } from './CopyButton';
import { Summary } from './Summary';

/** A campaign can fail for hundreds at once; the first few tell which people it is about. */
const SHOWN = 5;

/** The failed addresses, each with its copy button; the platform has no link that finds a user. */
export function Addresses({ addresses }: { addresses: readonly string[] }) {
  const { t } = useSpeech();
  if (addresses.length === 0) return null;
  const all = addresses.map((address) => showLine(address));
  const rest = all.slice(SHOWN);
  return (
    <div className="stack">
      <AddressList addresses={all.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <details>
          <Summary>{t('panel.addresses.more', { count: String(rest.length) })}</Summary>
          <AddressList addresses={rest} />
        </details>
      )}
      {all.length > 1 && (
        <div className="row">
          <CopyButton size="small" label={t('panel.addresses.copyAll')} text={() => all.join('\n')} />
        </div>
      )}
    </div>
  );
}

function AddressList({ addresses }: { addresses: readonly string[] }) {
  const { t } = useSpeech();
  return (
    <ul>
      {addresses.map((address) => (
        <li key={address} className="row">
          <bdi className="address mail">{address}</bdi>
          <CopyButton
            size="small"
            appearance="subtle"
            label={t('panel.copy.label')}
            spokenLabel={t('panel.addresses.copyOne', { address })}
            text={() => address}
          />
        </li>
      ))}
    </ul>
  );
}
