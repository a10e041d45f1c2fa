import { KNOWLEDGE_DATE, VERSION } from '../../identity';
import { client } from '../../outlook/client';
import { useSpeech } from '../../parts/speech';
import { deploymentConfig } from '../../site/deployment-config';
import { PLACEHOLDERS, PLATFORM_PLACES } from '../../site/link-templates';
import { CopyDiagnostics, type CopyDiagnosticsProps } from './CopyDiagnostics';
import { FormHead } from './FormHead';

interface WaysInProps extends CopyDiagnosticsProps {
  onClose(): void;
}

/** Which Outlook this is, which ways in work in it, and why the others do not. */
export function WaysIn({ onClose, ...props }: WaysInProps) {
  const { t } = useSpeech();
  const doors = Object.values(props.services.doors);
  const { faults, refusedLinks } = deploymentConfig();
  return (
    <section className="stack" aria-label={t('panel.doors.title')}>
      <FormHead title={t('panel.doors.title')} onClose={onClose} />
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
      {faults.length > 0 && <p>{t('panel.doors.config', { fields: faults.join(', ') })}</p>}
      {refusedLinks.map(({ link, why }, at) => {
        const known = why === 'no-such-link' ? PLATFORM_PLACES : PLACEHOLDERS;
        return <p key={at}>{t(`panel.doors.links.${why}`, { link, known: known.join(', ') })}</p>;
      })}
      <CopyDiagnostics {...props} />
      <p className="quiet">{t('panel.doors.version', { version: VERSION, date: KNOWLEDGE_DATE })}</p>
    </section>
  );
}
