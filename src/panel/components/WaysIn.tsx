import { client } from '../../outlook/client';
import { diagnosticsText } from '../../outlook/diagnostics';
import type { Start } from '../../outlook/office';
import type { Services } from '../services';
import { useSpeech } from '../speech';
import { CopyButton } from './CopyButton';

interface WaysInProps {
  services: Services;
  start: Start | null;
  problems: readonly string[];
}

/** Which Outlook this is, which ways in work in it, and why the others do not. */
export function WaysIn({ services, start, problems }: WaysInProps) {
  const { t } = useSpeech();
  const doors = Object.values(services.doors);
  return (
    <section className="stack" aria-label={t('panel.doors.title')}>
      <p className="strong">{t('panel.doors.title')}</p>
      <p className="quiet">{t('panel.doors.client', { client: t(`panel.clients.${client()}`) })}</p>
      <ul className="doors quiet">
        {doors.map((door) => {
          const obstacle = door.obstacle();
          return (
            <li key={door.id} className={obstacle ? 'door door-shut' : 'door'}>
              <span className="strong">{t(`panel.doors.names.${door.id}`)}</span>{' '}
              {t(obstacle ? `panel.doors.obstacles.${obstacle}` : `panel.doors.hints.${door.id}`)}
            </li>
          );
        })}
      </ul>
      <div>
        <CopyButton
          size="small"
          label={t('panel.doors.diagnostics')}
          text={() => diagnosticsText({ start, doors, problems, now: services.now() })}
        />
      </div>
      <p className="quiet">{t('panel.doors.diagnosticsHold')}</p>
    </section>
  );
}
