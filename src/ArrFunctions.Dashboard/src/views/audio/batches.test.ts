import { expect, test } from 'vitest';
import { bodyOf, canRetryBatch, durationOf, linesOf, segmentsOf } from './batches';
import { countTexts, previewOf } from './batches/counts';
import { rootsOf } from './batches/roots';
import { bodyOfForm, emptyForm } from './batches/startForm';
import { aBatch, counts } from './sample';

test('A bar shows only what there is, by its share of all', () => {
  expect(segmentsOf(counts({ total: 4, alreadyCorrect: 3, failed: 1 }))).toEqual([{ name: 'alreadyCorrect', count: 3, share: 0.75 }, { name: 'failed', count: 1, share: 0.25 }]);
});

test('A dry run says how many files would be changed and what of the others', () => {
  expect(previewOf(counts({ planned: 1200, alreadyCorrect: 1, skipped: 2 }))).toBe('1,200 files would be changed, 1 is right, and 2 are left alone.');
});

test('A dry run that found nothing to change says so', () => {
  expect(previewOf(counts({ alreadyCorrect: 2 }))).toBe('Nothing would be changed in this folder. 2 are right.');
});

test('Lists of a batch have their counts, and failed and given up together', () => {
  expect(countTexts(counts({ failed: 1, poisoned: 2, planned: 1000 }))).toEqual({ needsYou: '3', planned: '1,000' });
});

test('A batch for real is that of its dry run with the same filters', () => {
  const batch = aBatch({ recursive: false, patterns: ['**/*.mkv'], filters: { minSize: 50_000_000, maxAge: '30.00:00:00', exclude: ['**/*sample*'] }, priority: 'low' });
  expect(bodyOf(batch, false)).toEqual({
    kind: 'audio', path: '/media/movies', recursive: false, patterns: ['**/*.mkv'], dryRun: false, priority: 'low',
    filters: { minSize: 50_000_000, maxAge: '30d', exclude: ['**/*sample*'] },
  });
});

test('A time span is written in its largest whole unit', () => {
  expect(['30.00:00:00', '12:00:00', '00:45:00', '1.06:00:00', '00:00:90'].map(durationOf)).toEqual(['30d', '12h', '45m', '30h', '90s']);
});

test('A batch is retried only when it has ended and something failed', () => {
  const progress = { total: 2, isPlanned: true, counts: counts({ failed: 1 }), percent: 100 };
  expect((['partlyFailed', 'running', 'cancelled'] as const).map(status => canRetryBatch(aBatch({ status, progress })))).toEqual([true, false, false]);
  expect(canRetryBatch(aBatch())).toBe(false);
});

test('Empty lines of a field are no patterns', () => {
  expect(linesOf(' **/*.mkv \n\n**/*.mp4')).toEqual(['**/*.mkv', '**/*.mp4']);
});

test('A form that is left as it is asks for a dry run without filters', () => {
  expect(bodyOfForm({ ...emptyForm, path: ' /media ' })).toEqual({
    kind: 'audio', path: '/media', recursive: true, dryRun: true, priority: 'normal', patterns: [], filters: { minSize: null, maxAge: null, exclude: [] },
  });
});

test('Folders to choose from are the media folders and those of the last batches', () => {
  const setting = { key: 'Audio:Roots', value: '/media/movies,/media/tv', source: 'file', isSet: true, isSecret: false, isLive: true, isPending: false, isFixed: false, isStorable: true, isList: true, type: 'text', description: '' };
  expect(rootsOf([setting], [aBatch(), aBatch({ path: '/media/tv/Show' }), aBatch({ kind: 'export', path: 'radarr' })])).toEqual(['/media/movies', '/media/tv', '/media/tv/Show']);
});
