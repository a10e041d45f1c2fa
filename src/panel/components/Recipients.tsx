import type { Group } from '../groups';
import { GroupSection, type GroupSectionProps } from './GroupSection';

interface RecipientsProps extends Omit<GroupSectionProps, 'group' | 'place'> {
  groups: readonly Group[];
}

/** One section a cause: several recipients with the same cause share it. Beyond the first they are folded, so that all causes are seen at once. */
export function Recipients({ groups, ...rest }: RecipientsProps) {
  const place = (at: number) => (groups.length === 1 ? 'only' : at === 0 ? 'open' : 'folded');
  return (
    <div className="divided">
      {groups.map((group, at) => (
        <GroupSection key={group.id} group={group} place={place(at)} {...rest} />
      ))}
    </div>
  );
}
