import type { Start } from '../../outlook/office';
import { diagnosticsText } from '../../outlook/diagnostics';
import type { Services } from '../services';
import { useSpeech } from '../../parts/speech';
import { CopyButton } from '../../parts/CopyButton';

export interface CopyDiagnosticsProps {
  services: Services;
  start: Start | null;
  /** Problems that were shown since the pane opened, as `code: detail`. */
  problems: readonly string[];
}

/** Copies what somebody who helps has to know; says that nothing of a mail is in it. */
export function CopyDiagnostics({ services, start, problems }: CopyDiagnosticsProps) {
  const { t } = useSpeech();
  const doors = Object.values(services.doors);
  return (
    <>
      <div>
        <CopyButton
          size="small"
          label={t('panel.doors.diagnostics')}
          what={() => ({ text: diagnosticsText({ start, doors, problems, now: services.now() }) })}
        />
      </div>
      <p className="quiet">{t('panel.doors.diagnosticsHold')}</p>
    </>
  );
}
