import { Button } from '@fluentui/react-components';
import { type FormEvent, useId, useState } from 'react';
import { useSpeech } from '../speech';
import { Summary } from './Summary';

/** The bounces of another mailbox that the admin may read, such as the one that the training is sent from. */
export function SharedMailbox({ onList }: { onList(address: string): void }) {
  const { t } = useSpeech();
  const id = useId();
  const [address, setAddress] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (address.trim()) onList(address.trim());
  };
  return (
    <details>
      <Summary>{t('panel.recent.shared')}</Summary>
      <form className="stack" onSubmit={submit}>
        <label htmlFor={id}>{t('panel.recent.sharedAddress')}</label>
        <div className="row ask-row">
          <input
            id={id}
            type="email"
            dir="auto"
            autoComplete="off"
            className="field"
            value={address}
            onChange={(event) => setAddress(event.target.value)}
          />
          <Button type="submit">{t('panel.recent.list')}</Button>
        </div>
      </form>
    </details>
  );
}
