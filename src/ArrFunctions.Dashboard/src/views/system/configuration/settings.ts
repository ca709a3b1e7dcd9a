import type { components } from '../../../api/schema';

export type Setting = components['schemas']['SettingView'];

/** How a value is changed. */
export type Editor = 'switch' | 'choice' | 'lines' | 'secret' | 'number' | 'text';

export function editorOf(setting: Setting): Editor {
  return setting.isSecret ? 'secret'
    : setting.isList ? 'lines'
    : setting.choices !== undefined ? 'choice'
    : setting.type === 'boolean' ? 'switch'
    : setting.type === 'integer' ? 'number'
    : 'text';
}

/** Whether somebody decided about it; a value that is written and the same as the default counts as well. */
export const isChanged = (setting: Setting): boolean => setting.source !== 'default';

/** It plans, or it acts: such a switch has a place of its own, where switching it off is asked for twice. */
export const isDryRun = (setting: Setting): boolean => setting.key.endsWith(':DryRun');

/** Its section: `Audio`; names as other programs use them, such as `SONARR_URL`, are together. */
export const sectionOf = (setting: Setting): string => setting.key.includes(':') ? setting.key.split(':', 1)[0] ?? '' : '';

export interface Section {
  name: string;
  settings: readonly Setting[];
}

/** Those that fit, by section, in the order of the service; flat names come last. */
export function sectionsOf(settings: readonly Setting[], search: string, onlyChanged: boolean): readonly Section[] {
  const words = search.toLowerCase().split(/\s+/).filter(word => word !== '');
  const sections = new Map<string, Setting[]>();
  for (const setting of settings) {
    const text = `${setting.key} ${setting.description} ${setting.value ?? ''}`.toLowerCase();
    if (words.every(word => text.includes(word)) && (!onlyChanged || isChanged(setting) || setting.isPending)) {
      sections.set(sectionOf(setting), [...sections.get(sectionOf(setting)) ?? [], setting]);
    }
  }

  return [...sections].map(([name, found]) => ({ name, settings: found })).sort((a, b) => Number(a.name === '') - Number(b.name === ''));
}

/** The values of a list: commas part them, but not within braces and quotes. */
export function valuesOf(text: string): readonly string[] {
  const values = text.match(/(?:\\.|\{(?:[^{}]|\{[^{}]*\})*\}|"[^"]*"|[^,])+/g) ?? [];
  return values.map(value => value.trim()).filter(value => value !== '');
}

/** What somebody typed, as it is sent; undefined: nothing. */
export function typedValue(editor: Editor, typed: string): string | readonly string[] | boolean | undefined {
  if (editor === 'switch') {
    return typed === 'true';
  }

  const lines = typed.split('\n').map(line => line.trim()).filter(line => line !== '');
  return lines.length === 0 ? undefined : editor === 'lines' ? lines : editor === 'secret' ? typed : typed.trim();
}

/** What an editor begins with. */
export function initialText(editor: Editor, setting: Setting): string {
  return editor === 'secret' ? '' : editor === 'lines' ? valuesOf(setting.value ?? '').join('\n') : setting.value ?? '';
}
