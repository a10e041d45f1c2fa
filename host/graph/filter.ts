/**
 * The part of OData's $filter that a list of messages takes here:
 *
 *     receivedDateTime ge 2026-11-16T00:00:00Z
 *     startswith(from/emailAddress/address,'postmaster')  contains(subject,'undeliver')
 *     singleValueExtendedProperties/Any(ep: ep/id eq 'String 0x001A' and startswith(ep/value,'REPORT.'))
 *
 * with `and`, `or` and parentheses. Everything else is refused, as is what Graph refuses.
 */
import { GraphError } from './graph-error';
import type { StoredMessage } from './stored-message';

export interface Filter {
  matches: (message: StoredMessage) => boolean;
  /** The property that is compared first; an order by another one is "InefficientFilter". */
  firstProperty: string;
}

type Test = (message: StoredMessage) => boolean;
type Value = string | boolean;

export const MESSAGE_CLASS_ID = 'String 0x001A';

/** @throws GraphError 400 */
export function parseFilter(text: string): Filter {
  const parser = new Parser(text.match(/'(?:[^']|'')*'|[(),]|[^\s(),']+/g) ?? []);
  const matches = parser.all();
  return { matches, firstProperty: parser.firstProperty };
}

const bad = (why: string): GraphError => new GraphError(400, 'BadRequest', `Invalid filter clause: ${why}`);

class Parser {
  firstProperty = '';
  #at = 0;

  constructor(private readonly tokens: readonly string[]) {}

  all(): Test {
    const test = this.#or();
    if (this.#at < this.tokens.length) throw bad(`unexpected ${this.#peek()}`);
    return test;
  }

  #or(): Test {
    const tests = [this.#and()];
    while (this.#take('or')) tests.push(this.#and());
    return (message) => tests.some((test) => test(message));
  }

  #and(): Test {
    const tests = [this.#one()];
    while (this.#take('and')) tests.push(this.#one());
    return (message) => tests.every((test) => test(message));
  }

  #one(): Test {
    if (this.#take('(')) {
      const test = this.#or();
      this.#expect(')');
      return test;
    }
    const name = this.#next();
    if (/^singleValueExtendedProperties\/any$/i.test(name)) return this.#extendedProperty();
    if (this.#take('(')) return this.#function(name);
    return this.#comparison(name);
  }

  #comparison(property: string): Test {
    const read = this.#property(property);
    const operator = this.#next();
    const value = literal(this.#next());
    const compare = COMPARISONS[operator];
    if (!compare) throw bad(`operator ${operator}`);
    return (message) => compare(comparable(read(message)), comparable(value));
  }

  #function(name: string): Test {
    const holds = FUNCTIONS[name];
    if (!holds) throw bad(`function ${name}`);
    const read = this.#property(this.#next());
    this.#expect(',');
    const part = String(literal(this.#next())).toLowerCase();
    this.#expect(')');
    return (message) => holds(String(read(message)).toLowerCase(), part);
  }

  /** `(ep: ep/id eq '…' and startswith(ep/value,'…'))`: one id and one condition on its value, no more. */
  #extendedProperty(): Test {
    this.firstProperty ||= 'singleValueExtendedProperties';
    this.#expect('(');
    const name = this.#next().replace(/:$/, '');
    this.#expect(`${name}/id`);
    this.#expect('eq');
    const id = String(literal(this.#next()));
    if (!this.#take('and')) throw bad('an extended property needs a condition on its value');
    const test = this.#valueTest(name);
    this.#expect(')');
    return (message) =>
      id.toLowerCase() === MESSAGE_CLASS_ID.toLowerCase() && test(message.messageClass.toLowerCase());
  }

  #valueTest(name: string): (value: string) => boolean {
    const first = this.#next();
    const holds = FUNCTIONS[first];
    if (holds) {
      this.#expect('(');
      this.#expect(`${name}/value`);
      this.#expect(',');
      const part = String(literal(this.#next())).toLowerCase();
      this.#expect(')');
      return (value) => holds(value, part);
    }
    if (first !== `${name}/value`) throw bad(`unexpected ${first}`);
    const operator = this.#next();
    const wanted = String(literal(this.#next())).toLowerCase();
    if (operator !== 'eq' && operator !== 'ne') throw bad(`operator ${operator}`);
    return (value) => (value === wanted) === (operator === 'eq');
  }

  #property(name: string): (message: StoredMessage) => Value {
    const read = PROPERTIES[name];
    if (!read) throw bad(`property ${name}`);
    this.firstProperty ||= name;
    return read;
  }

  #peek(): string {
    return this.tokens[this.#at] ?? 'the end';
  }

  #next(): string {
    const token = this.tokens[this.#at++];
    if (token === undefined) throw bad('it ends too early');
    return token;
  }

  #take(token: string): boolean {
    if (this.tokens[this.#at] !== token) return false;
    this.#at++;
    return true;
  }

  #expect(token: string): void {
    if (!this.#take(token)) throw bad(`${token} expected, not ${this.#peek()}`);
  }
}

const PROPERTIES: Readonly<Record<string, (message: StoredMessage) => Value>> = {
  receivedDateTime: ({ receivedDateTime }) => receivedDateTime,
  isRead: ({ isRead }) => isRead,
  subject: ({ subject }) => subject,
  internetMessageId: ({ internetMessageId }) => internetMessageId,
  'from/emailAddress/address': ({ from }) => from.address,
};

const FUNCTIONS: Readonly<Record<string, (text: string, part: string) => boolean>> = {
  startswith: (text, part) => text.startsWith(part),
  contains: (text, part) => text.includes(part),
};

const COMPARISONS: Readonly<Record<string, (one: string | number, other: string | number) => boolean>> = {
  eq: (one, other) => one === other,
  ne: (one, other) => one !== other,
  ge: (one, other) => one >= other,
  gt: (one, other) => one > other,
  le: (one, other) => one <= other,
  lt: (one, other) => one < other,
};

const DATE = /^\d{4}-\d\d-\d\dT/;

function literal(token: string): Value {
  if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
  if (token === 'true' || token === 'false') return token === 'true';
  if (DATE.test(token) && !Number.isNaN(Date.parse(token))) return token;
  throw bad(`${token} is no value`);
}

const comparable = (value: Value): string | number =>
  typeof value === 'string' && DATE.test(value) ? Date.parse(value) : String(value).toLowerCase();
