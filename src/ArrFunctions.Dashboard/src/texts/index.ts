import { en } from './en';

/** Every text of the page in one language; another one is a folder beside `en` with the same shape. */
export type Texts = typeof en;

const languages: Readonly<Record<string, Texts>> = { en };

const asked = typeof navigator === 'undefined' ? [] : navigator.languages;

/** The texts in the first language of the browser that is there. */
export const t: Texts = asked.map(language => languages[language.split('-', 1)[0] ?? '']).find(found => found !== undefined) ?? en;
