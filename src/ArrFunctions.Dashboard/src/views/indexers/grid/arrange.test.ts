import { expect, test } from 'vitest';
import type { Indexer, InstanceIndexers } from '../shared/types';
import { arrange, byService, copiesOf } from './arrange';

const flags = { rss: true, automaticSearch: true, interactiveSearch: true, areAnyOn: true };
const indexer = (name: string, more: Partial<Indexer> = {}): Indexer => ({
  instance: 'prowlarr', id: 1, name, protocol: 'torrent', priority: 25, isEnabled: true, flags, state: 'working', strikes: 0, availability: { days: [] }, ...more,
});
const instance = (service: InstanceIndexers['service'], indexers: Indexer[] = [], name: string = service): InstanceIndexers =>
  ({ instance: name, service, health: [], indexers });
const names = (indexers: readonly Indexer[]) => indexers.map(({ name }) => name);

test('Prowlarr comes before the others, whatever they are called', () => {
  expect(byService([instance('radarr', [], 'a'), instance('sonarr'), instance('prowlarr', [], 'z')]).map(one => one.service)).toEqual(['prowlarr', 'sonarr', 'radarr']);
});

test('A copy is found under its original and not listed again', () => {
  const copy = indexer('Lamp (Prowlarr)', { instance: 'sonarr', id: 4, managedBy: 'prowlarr/2' });
  expect(copiesOf([instance('sonarr', [copy])]).get('prowlarr/2')).toEqual([copy]);
  expect(arrange([copy], '', 'all', 'name')).toEqual([]);
});

test('A copy of a Prowlarr that is not set up here is listed, because it is listed nowhere else', () => {
  expect(names(arrange([indexer('Far', { managedBy: 'elsewhere' })], '', 'all', 'name'))).toEqual(['Far']);
});

test('The worst state comes first', () => {
  const all = [indexer('A'), indexer('B', { state: 'takenOut' }), indexer('C', { state: 'failing' }), indexer('D', { state: 'switchedOff' })];
  expect(names(arrange(all, '', 'all', 'state'))).toEqual(['C', 'B', 'D', 'A']);
});

test('What is left alone by its instance counts as failing', () => {
  expect(names(arrange([indexer('A'), indexer('B', { state: 'blocked' })], '', 'failing', 'name'))).toEqual(['B']);
});

test('Those of which nothing is known come after those that were up all the time', () => {
  const all = [indexer('Unknown'), indexer('Up', { availability: { days: [], month: 1 } }), indexer('Half', { availability: { days: [], month: 0.5 } })];
  expect(names(arrange(all, '', 'all', 'availability'))).toEqual(['Half', 'Up', 'Unknown']);
});

test('The one that fails the longest comes first, and those that work by name', () => {
  const all = [indexer('B'), indexer('A'), indexer('New', { failingSince: '2026-11-21T00:00:00Z' }), indexer('Old', { failingSince: '2026-11-01T00:00:00Z' })];
  expect(names(arrange(all, '', 'all', 'streak'))).toEqual(['Old', 'New', 'A', 'B']);
});

test('A search looks into the middle of names and does not mind capitals', () => {
  expect(names(arrange([indexer('Quiet Orchard'), indexer('Tin Harbour')], ' orch', 'all', 'name'))).toEqual(['Quiet Orchard']);
});
