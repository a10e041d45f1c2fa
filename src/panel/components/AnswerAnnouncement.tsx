import type { Explanation } from '../../engine';
import { announce } from '../../plan/announce';
import { answerOf } from '../../plan/answer';
import { useSpeech } from '../../parts/speech';

interface AnswerAnnouncementProps {
  explanation: Explanation;
  knowsDomains: boolean;
}

/** An answer, as it is said aloud. */
export function AnswerAnnouncement({ explanation, knowsDomains }: AnswerAnnouncementProps) {
  const speech = useSpeech();
  const isQuestion = explanation.trust.verdict === 'backscatter' && !knowsDomains;
  const said = announce(answerOf(explanation), speech);
  return isQuestion ? `${speech.t('panel.trust.ask')} ${said}` : said;
}
