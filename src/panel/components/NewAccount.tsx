import { useId } from 'react';
import type { Group } from '../groups';
import { useSpeech } from '../speech';

interface NewAccountProps {
  group: Group;
  onNew(addresses: readonly string[], isNew: boolean): void;
}

/** Only the admin knows whether an account is new; one click, and the answer is another. */
export function NewAccount({ group, onNew }: NewAccountProps) {
  const { t } = useSpeech();
  const id = useId();
  const { cause, couldAlsoBe } = group.first;
  const said = cause === 'no-mailbox-yet' && couldAlsoBe === 'recipient-unknown';
  if (!said && couldAlsoBe !== 'no-mailbox-yet') return null;
  return (
    <div className="new-account">
      <input
        id={id}
        type="checkbox"
        role="switch"
        className="step-box"
        checked={said}
        aria-describedby={`${id}-why`}
        onChange={(event) => onNew(group.addresses, event.target.checked)}
      />
      <div>
        <label htmlFor={id} className="step-label">
          {t('help.newAccount.say')}
        </label>
        <p id={`${id}-why`} className="quiet">
          {t('help.newAccount.why')}
        </p>
      </div>
    </div>
  );
}
