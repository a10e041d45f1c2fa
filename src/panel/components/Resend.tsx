import { Button } from '@fluentui/react-components';
import { OpenRegular } from '@fluentui/react-icons';
import type { Group } from '../groups';
import { ENROLMENTS, type LinkUrl, moment, RESEND_HELP } from '../../engine';
import { tellOfGroup } from '../phrases';
import { useSpeech } from '../speech';
import { mayResend, resendNow } from '../when';
import { Addresses } from './Addresses';
import { VerdictBadge } from './VerdictBadge';

interface ResendProps {
  group: Group;
  level: 2 | 3;
  links: LinkUrl;
  now: Date;
}

/** Whether and when to send the training again, and where that is done. */
export function Resend({ group, level, links, now }: ResendProps) {
  const speech = useSpeech();
  const { t, locale } = speech;
  const { advice } = group.first;
  const resend = resendNow(advice, now);
  const Heading = `h${level}` as const;
  const notBefore = resend.verdict === 'wait-until' ? null : moment(resend.until, locale);
  const trying = moment(advice.resend.tryingUntil, locale);
  const sendsAgain = mayResend(resend);
  return (
    <div className="stack">
      <div className="row">
        <Heading className="heading">{t('panel.resend.title')}</Heading>
        <VerdictBadge resend={resend} />
      </div>
      <p className="mail">{tellOfGroup(group, advice.resend.text, speech)}</p>
      {trying && <p>{t('help.time.trying', { time: trying })}</p>}
      {notBefore && <p>{t('panel.resend.notBefore', { time: notBefore })}</p>}
      {advice.removeAddress.verdict !== 'no' && (
        <p className="mail">{tellOfGroup(group, advice.removeAddress.text, speech)}</p>
      )}
      {sendsAgain && group.addresses.length > 0 && <p className="quiet">{t('panel.resend.search')}</p>}
      <Addresses addresses={group.addresses} />
      {sendsAgain && <ResendLinks links={links} />}
    </div>
  );
}

/** The platform has no page for one user: its list of enrolments, and how to go on from there. */
function ResendLinks({ links }: { links: LinkUrl }) {
  const { t } = useSpeech();
  const platform = links(ENROLMENTS);
  const help = links(RESEND_HELP);
  return (
    <div className="row">
      {platform && (
        <Button as="a" href={platform} target="_blank" rel="noopener noreferrer" icon={<OpenRegular />}>
          {t('panel.resend.open')}
        </Button>
      )}
      {help && (
        <a className="link" href={help} target="_blank" rel="noopener noreferrer">
          {t('panel.resend.help')}
        </a>
      )}
    </div>
  );
}
