import { DismissRegular } from '@fluentui/react-icons';
import { useSpeech } from '../../parts/speech';
import { IconButton } from './IconButton';

/** The title of what is opened below the bar, and the way to close it. */
export function FormHead({ title, onClose }: { title: string; onClose(): void }) {
  const { t } = useSpeech();
  return (
    <div className="row row-apart">
      <p className="strong">{title}</p>
      <IconButton
        appearance="transparent"
        size="small"
        icon={<DismissRegular />}
        label={t('panel.copy.close')}
        onClick={onClose}
      />
    </div>
  );
}
