import { Switch } from '@fluentui/react-components';
import { useId } from 'react';
import type { Plan } from '../../plan/plan';
import { useAnswer } from '../answer-context';
import { useSpeech } from '../../parts/speech';

/** Only the admin knows whether an account is new; one click, and the answer is another. */
export function NewAccount({ plan: { recipients, addresses } }: { plan: Plan }) {
  const { t } = useSpeech();
  const { onNew } = useAnswer();
  const id = useId();
  const [first] = recipients;
  if (!first) return null;
  const said = first.cause === 'no-mailbox-yet' && first.couldAlsoBe === 'recipient-unknown';
  if (!said && first.couldAlsoBe !== 'no-mailbox-yet') return null;
  return (
    <div>
      <Switch
        checked={said}
        label={t('help.newAccount.say')}
        aria-describedby={id}
        onChange={(_event, { checked }) => onNew(addresses, checked)}
      />
      <p id={id} className="quiet new-account-why">
        {t('help.newAccount.why')}
      </p>
    </div>
  );
}
