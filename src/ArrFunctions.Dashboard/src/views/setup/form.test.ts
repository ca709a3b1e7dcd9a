import { expect, test } from 'vitest';
import { emptyForm, freeName } from './form';

test('The first program that is missing is proposed', () => {
  expect(emptyForm(null, [{ name: 'sonarr', service: 'sonarr' }])).toMatchObject({ service: 'radarr', name: 'radarr' });
});

test('A second one gets a name that is free', () => {
  expect(freeName('radarr', [{ name: 'radarr' }, { name: 'radarr-2' }])).toBe('radarr-3');
});

test('The key of an instance is never in its form', () => {
  expect(emptyForm({ name: 'radarr', service: 'radarr', url: 'http://radarr:7878' }, [])).toEqual({ service: 'radarr', name: 'radarr', url: 'http://radarr:7878', apiKey: '' });
});
