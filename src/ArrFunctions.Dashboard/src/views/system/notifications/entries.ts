import { valuesOf, type Setting } from '../configuration/settings';

/** The settings of one place of a list, such as `Notifications:Targets:500`. */
export interface Entry {
  place: number;
  /** By the word behind the place. */
  members: ReadonlyMap<string, Setting>;
  /** Where it is written that it cannot be changed here; undefined: it can. */
  fixedBy: string | undefined;
}

/** What is to become of settings: null takes the stored value away. */
export type Wish = Readonly<Record<string, string | boolean | readonly string[] | null>>;

/** Stored entries begin here; the places below are for the file and the environment. */
export const firstPlace = 500;

const lastPlace = 999;

/** The entries of a list, in its order. */
export function entriesOf(settings: readonly Setting[], list: string): readonly Entry[] {
  const places = new Map<number, Map<string, Setting>>();
  for (const setting of settings) {
    const [place = '', member, ...more] = setting.key.startsWith(`${list}:`) ? setting.key.slice(list.length + 1).split(':') : [];
    if (/^\d+$/.test(place) && member !== undefined && more.length === 0) {
      places.set(Number(place), (places.get(Number(place)) ?? new Map<string, Setting>()).set(member, setting));
    }
  }

  return [...places].sort(([one], [other]) => one - other).map(([place, members]) => ({ place, members, fixedBy: fixedBy([...members.values()]) }));
}

function fixedBy(settings: readonly Setting[]): string | undefined {
  const fixed = settings.find(setting => setting.isSet && setting.source !== 'stored' && setting.source !== 'default');
  return fixed === undefined ? undefined : fixed.place ?? fixed.source;
}

/** Where the next one goes: behind all others, or into a gap where that is full; undefined: there is no room. */
export function freePlace(entries: readonly Entry[]): number | undefined {
  const behind = Math.max(firstPlace - 1, ...entries.map(entry => entry.place)) + 1;
  const taken = new Set(entries.map(entry => entry.place));
  return behind <= lastPlace ? behind : Array.from({ length: lastPlace - firstPlace + 1 }, (_, at) => firstPlace + at).find(place => !taken.has(place));
}

export const textOf = (entry: Entry | null, member: string): string => entry?.members.get(member)?.value ?? '';

export const isSet = (entry: Entry | null, member: string): boolean => entry?.members.get(member)?.isSet ?? false;

/** What has to be sent so that the entry is as it is wished: nothing that is so already, and nothing is taken away that is not there. */
export function changed(list: string, place: number, before: Entry | null, wish: Wish): Wish {
  return Object.fromEntries(Object.entries(wish)
    .filter(([member, value]) => value === null ? before?.members.get(member)?.source === 'stored' : !isSame(before, member, value))
    .map(([member, value]) => [`${list}:${place}:${member}`, value]));
}

function isSame(before: Entry | null, member: string, value: string | boolean | readonly string[]): boolean {
  const setting = before?.members.get(member);
  return setting?.source === 'stored' && !setting.isSecret && setting.value !== undefined
    && (typeof value === 'object' ? same(valuesOf(setting.value), value) : setting.value === String(value));
}

const same = (one: readonly string[], other: readonly string[]) => one.length === other.length && one.every((value, at) => value === other[at]);

/** Takes everything away that is stored of it. */
export const removed = (list: string, entry: Entry): Wish =>
  Object.fromEntries([...entry.members].filter(([, setting]) => setting.source === 'stored').map(([member]) => [`${list}:${entry.place}:${member}`, null]));

/** Two entries without secrets change places. */
export function swapped(list: string, one: Entry, other: Entry): Wish {
  return { ...moved(list, one, other), ...moved(list, other, one) };
}

function moved(list: string, from: Entry, to: Entry): Wish {
  const wish = Object.fromEntries([...new Set([...from.members.keys(), ...to.members.keys()])].map(member => [member, storedValue(from, member)]));
  return changed(list, to.place, to, wish);
}

function storedValue(entry: Entry, member: string): string | readonly string[] | null {
  const setting = entry.members.get(member);
  return setting?.source !== 'stored' || setting.value === undefined ? null : setting.isList ? valuesOf(setting.value) : setting.value;
}
