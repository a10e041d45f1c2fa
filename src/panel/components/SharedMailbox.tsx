import { Button, Field, Input } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { useSpeech } from '../../parts/speech';
import { Fold } from '../../parts/Fold';

/** The bounces of another mailbox that the admin may read, such as the one that the training is sent from. */
export function SharedMailbox({ onList }: { onList(address: string): void }) {
  const { t } = useSpeech();
  const [address, setAddress] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (address.trim()) onList(address.trim());
  };
  return (
    <div className="folds">
      <Fold title={t('panel.recent.shared')}>
        <form className="ask-row" onSubmit={submit}>
          <Field className="grows" label={t('panel.recent.sharedAddress')}>
            <Input
              type="email"
              dir="auto"
              autoComplete="off"
              value={address}
              onChange={(_event, { value }) => setAddress(value)}
            />
          </Field>
          <Button type="submit">{t('panel.recent.list')}</Button>
        </form>
      </Fold>
    </div>
  );
}
