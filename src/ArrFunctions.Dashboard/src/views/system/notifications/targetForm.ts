import { isSet, textOf, type Entry, type Wish } from './entries';
import { valuesOf } from '../configuration/settings';

/** What a kind asks for beside its address. */
export type Field = 'token' | 'user' | 'from' | 'to' | 'tag' | 'schedule' | 'attach';

export const fieldsOf = {
  discord: ['attach'],
  slack: [],
  ntfy: ['token', 'attach'],
  smtp: ['user', 'token', 'from', 'to', 'attach'],
  apprise: ['tag', 'token', 'attach'],
  webhook: ['token'],
  healthchecks: ['schedule'],
  kuma: ['schedule'],
} as const satisfies Readonly<Record<string, readonly Field[]>>;

export type KindName = keyof typeof fieldsOf;

export const kindNames = Object.keys(fieldsOf) as KindName[];

export const has = (kind: KindName, field: Field): boolean => (fieldsOf[kind] as readonly Field[]).includes(field);

/** Gets signs of life, and no messages. */
export const isHeartbeat = (kind: string): boolean => kind === 'healthchecks' || kind === 'kuma';

export interface Filled {
  kind: KindName;
  name: string;
  url: string;
  token: string;
  /** The saved token is taken away. */
  isTokenGone: boolean;
  user: string;
  from: string;
  to: string;
  tag: string;
  schedule: string;
  attach: boolean;
}

/** How the entry of a target calls it, as the service does. */
export const nameOf = (entry: Entry): string => textOf(entry, 'Name') === '' ? textOf(entry, 'Kind').toLowerCase() : textOf(entry, 'Name');

/** The form of a target that is there, without what nobody sees, or of a new one. */
export function filledOf(entry: Entry | null, taken: readonly string[]): Filled {
  const kind = kindNames.find(name => name === textOf(entry, 'Kind').toLowerCase()) ?? 'discord';
  return {
    kind,
    name: entry === null ? freeName(kind, taken) : nameOf(entry),
    url: '',
    token: '',
    isTokenGone: false,
    user: textOf(entry, 'User'),
    from: textOf(entry, 'From'),
    to: valuesOf(textOf(entry, 'To')).join(', '),
    tag: textOf(entry, 'Tag'),
    schedule: textOf(entry, 'Schedule'),
    attach: textOf(entry, 'Attach').toLowerCase() !== 'false',
  };
}

/** The name of the kind, or the first of discord-2, discord-3 ... that nobody has. */
export function freeName(kind: KindName, taken: readonly string[]): string {
  let place = 1;
  while (taken.includes(place === 1 ? kind : `${kind}-${place}`)) {
    place += 1;
  }

  return place === 1 ? kind : `${kind}-${place}`;
}

/** Another kind: a name that was proposed goes along, one that somebody wrote stays. */
export const withKind = (filled: Filled, kind: KindName, taken: readonly string[]): Filled =>
  ({ ...filled, kind, name: filled.name === freeName(filled.kind, taken) ? freeName(kind, taken) : filled.name });

/** The settings that it stands for; what the kind does not ask for is taken away, and secrets that were left empty stay. */
export function wishOf(filled: Filled, entry: Entry | null): Wish {
  const text = (field: Field, value: string) => has(filled.kind, field) && value.trim() !== '' ? value.trim() : null;
  const recipients = filled.to.split(/[,;\n]/).map(one => one.trim()).filter(one => one !== '');
  return {
    ...entry === null || !isSet(entry, 'Kind') ? { Kind: filled.kind } : {},
    ...entry === null ? { Name: filled.name.trim() } : {},
    ...filled.url.trim() === '' ? {} : { Url: filled.url.trim() },
    ...filled.token !== '' && has(filled.kind, 'token') ? { Token: filled.token } : filled.isTokenGone || !has(filled.kind, 'token') ? { Token: null } : {},
    User: text('user', filled.user),
    From: text('from', filled.from),
    To: has(filled.kind, 'to') && recipients.length > 0 ? recipients : null,
    Tag: text('tag', filled.tag),
    Schedule: text('schedule', filled.schedule),
    Attach: has(filled.kind, 'attach') && !filled.attach ? false : null,
  };
}
