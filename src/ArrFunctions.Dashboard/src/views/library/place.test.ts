import { expect, test } from 'vitest';
import { historyOf } from './place';

test('A movie has one number, an episode two', () => {
  expect(historyOf('radarr', { titleId: 12, episodeId: 0 })).toBe('/library/radarr/history?item=12');
  expect(historyOf('sonarr', { titleId: 17, episodeId: 345 })).toBe('/library/sonarr/history?item=17-345');
});
