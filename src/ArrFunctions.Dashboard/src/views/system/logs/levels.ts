import { answer, client } from '../../../api/client';
import type { components } from '../../../api/schema';

export type Level = components['schemas']['LevelView'];

export const words = ['trace', 'debug', 'information', 'warning', 'error', 'critical', 'none'] as const;

/** Null is the configured level again; without a time it holds until it is changed. */
export const setLevel = ({ category, level, time }: { category: string; level: string | null; time: string }) =>
  answer(client.PUT('/api/logs/levels', { body: { levels: { [category]: level } as Record<string, string>, for: time === '' ? null : time } }));

export const changes = ['/api/logs', '/api/events'];

/** Whether somebody changed it while the program runs. */
export const isChanged = ({ level, configured, until }: Level): boolean => until !== undefined || configured !== undefined && level !== configured || configured === undefined;
