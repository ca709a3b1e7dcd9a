import { expect, test } from 'vitest';
import { problemOf } from './problem';

test('A refusal has the findings of the service with it', async () => {
  const body = { code: 'configInvalid', detail: 'Nothing was changed.', findings: [{ severity: 'error', code: 'invalidValue', message: 'No.', key: 'Audio:DryRun' }] };
  const problem = await problemOf(new Response(JSON.stringify(body), { status: 422, headers: { 'Content-Type': 'application/problem+json' } }), '');
  expect([problem.code, problem.message, problem.findings.map(finding => finding.key)]).toEqual(['configInvalid', 'Nothing was changed.', ['Audio:DryRun']]);
});

test('A refusal without findings has none', async () => {
  const problem = await problemOf(new Response('{"code":"keyWrong"}', { status: 401, headers: { 'Content-Type': 'application/problem+json' } }), 'refused');
  expect([problem.findings, problem.message]).toEqual([[], 'refused']);
});
