import { Button } from '@fluentui/react-components';
import { useSpeech } from '../../parts/speech';
import type { TraceState } from '../trace-session';
import { Title } from './Title';

type Running = Exclude<TraceState, { phase: 'asking' | 'done' }>;

/** What is being waited for; Cancel keeps what was read. */
export function TraceProgressView({ state, onCancel }: { state: Running; onCancel(): void }) {
  const { t } = useSpeech();
  return (
    <section className="card" aria-busy>
      <Title level={1}>
        {t(state.phase === 'signing-in' ? 'campaign.trace.signingIn' : 'campaign.trace.asking')}
      </Title>
      <p className="quiet">{saidOf(state, t)}</p>
      <div>
        <Button size="small" onClick={onCancel}>
          {t('panel.recent.cancel')}
        </Button>
      </div>
    </section>
  );
}

function saidOf(state: Running, t: ReturnType<typeof useSpeech>['t']): string {
  switch (state.phase) {
    case 'signing-in':
      return t('campaign.trace.mayAsk');
    case 'reading': {
      const { step, done, all, rows } = state.progress;
      const of = { read: String(done), all: String(all) };
      return step === 'rows'
        ? t('campaign.trace.rows', { count: String(rows), ...of })
        : t('campaign.trace.reasons', of);
    }
    case 'explaining':
      return t('campaign.trace.explaining', { count: String(state.records), all: String(state.rows) });
  }
}
