/**
 * An answer of a service holds a list of events; an event has lists of its own.
 *
 *     {"TotalCount":2,"Bounces":[{"Type":"HardBounce","Email":"user@example.com",…},…]}      answer
 *     {"event":"bounce","to":[{"email":"user@example.com"}],"headers":[{"name":"From",…}]}    event
 */
import { isField } from '../../engine/report/logs/fields';

/** @returns the events of an answer; null where the value is an event itself */
export function eventsOf(value: object): object[] | null {
  if (Array.isArray(value)) return value.filter(isObject);
  const fields = Object.entries(value);
  if (fields.some(([name]) => isField(name, 'recipient'))) return null;
  const events = fields.flatMap(([, list]: [string, unknown]) =>
    Array.isArray(list) && list.some(namesSomebody) ? list.filter(isObject) : [],
  );
  return events.length > 0 ? events : null;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Or does one of its texts hold an event, as a queue's messages do: `{"Body":"{\"notificationType\":…}"}`? */
const namesSomebody = (value: unknown) => isObject(value) && JSON.stringify(value).includes('@');
