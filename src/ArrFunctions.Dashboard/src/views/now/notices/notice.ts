/** What a person can do about it from here. */
export type Repair =
  | { kind: 'link'; to: string; text: string }
  | { kind: 'resume'; lane?: string }
  | { kind: 'retry'; jobs: readonly string[] }
  | { kind: 'runSchedule'; name: string }
  | { kind: 'testInstance'; name: string };

/** One line of what is known. What strangers named is kept apart, since its letters may turn the direction of what follows. */
export interface Detail {
  subject?: string;
  text: string;
}

/** Something that is wrong or unfinished, in words. */
export interface Notice {
  id: string;
  /** bad: something does not work; warn: it works on, a person should look; accent: good to know. */
  tone: 'bad' | 'warn' | 'accent';
  title: string;
  details: readonly Detail[];
  repairs: readonly Repair[];
}

const order: readonly Notice['tone'][] = ['bad', 'warn', 'accent'];

/** The worst first; those that are alike stay in their order. */
export const worstFirst = (notices: readonly Notice[]): Notice[] =>
  [...notices].sort((one, other) => order.indexOf(one.tone) - order.indexOf(other.tone));

/** Whether a person has to do something, rather than only to know it. */
export const needsPerson = (notice: Notice): boolean => notice.tone !== 'accent';
