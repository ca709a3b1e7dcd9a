import { t } from '../../../texts';

/** A target as it works. */
export interface Target {
  name: string;
  /** In small letters. */
  kind: string;
  host: string;
  state: 'working' | 'failing' | 'outOfOrder';
  nextTry: string | undefined;
  lastSent: string | undefined;
  trouble: string | undefined;
  /** Messages that wait for it. */
  waiting: number;
  /** What its next digest tells. */
  digest: number;
}

/** A rule in words; with its parts where the service tells them. */
export interface Rule {
  text: string;
  parts: { events: readonly string[]; severity: string; targets: readonly string[]; when: string } | undefined;
}

/** Who is told of what. */
export interface Told {
  targets: readonly Target[];
  rules: readonly Rule[];
  quietHours: string | undefined;
  areQuietNow: boolean;
  /** Seconds; undefined: not said. */
  repeatAfter: number | undefined;
}

/** What `GET notifications` answers, as far as this page reads it. */
export interface Answer {
  targets: readonly {
    name: string;
    kind: string;
    host: string;
    state?: string;
    isOutOfOrder?: boolean;
    nextTry?: string;
    until?: string;
    lastSent?: string;
    lastTrouble?: string;
    trouble?: string;
    waiting: number;
    forDigest?: number;
    digest?: number;
  }[];
  rules: readonly (string | { text: string; events: readonly string[]; severity: string; targets: readonly string[]; when: string })[];
  quietHours?: string | { from: string; to: string; zone: string; isNow: boolean };
  areQuietNow?: boolean;
  repeatAfterSeconds?: number;
  repeatAfter?: string;
}

export function toldOf({ targets, rules, quietHours, areQuietNow, repeatAfterSeconds, repeatAfter }: Answer): Told {
  return {
    targets: targets.map(targetOf),
    rules: rules.map(rule => typeof rule === 'string' ? { text: rule, parts: undefined } : { text: rule.text, parts: rule }),
    quietHours: typeof quietHours === 'object' ? t.system.times.quietHours(quietHours.from, quietHours.to, quietHours.zone) : quietHours,
    areQuietNow: typeof quietHours === 'object' ? quietHours.isNow : areQuietNow === true,
    repeatAfter: repeatAfterSeconds ?? secondsOf(repeatAfter ?? ''),
  };
}

const targetOf = ({ name, kind, host, waiting, ...more }: Answer['targets'][number]): Target => ({
  name,
  kind: kind.toLowerCase(),
  host,
  state: more.isOutOfOrder === true || more.state === 'outOfOrder' ? 'outOfOrder' : more.state === 'failing' ? 'failing' : 'working',
  nextTry: more.nextTry ?? more.until,
  lastSent: more.lastSent,
  trouble: more.lastTrouble ?? more.trouble,
  waiting,
  digest: more.forDigest ?? more.digest ?? 0,
});

/** Seconds of a span as .NET writes it: `06:00:00`, `1.02:00:00`; undefined: it is written in another way. */
export function secondsOf(span: string): number | undefined {
  const found = /^(?:(\d+)\.)?(\d{1,2}):(\d{2}):(\d{2})(?:\.\d+)?$/.exec(span);
  return found === null ? undefined : Number(found[1] ?? 0) * 86_400 + Number(found[2]) * 3600 + Number(found[3]) * 60 + Number(found[4]);
}
