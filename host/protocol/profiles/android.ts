import { ios } from './ios';
import type { Profile } from './profile';

/** The pages on mobile speak of both systems alike. */
export const android: Profile = {
  ...ios,
  id: 'android',
  label: 'Outlook on Android',
  hostName: 'OutlookAndroid',
  platform: 'Android',
  hostVersion: '5.2545.1',
};
