import { answer, client } from '../../../api/client';
import { Problem } from '../../../api/problem';

/** Asks an instance once; what is wrong with it is told like a refusal. */
export async function testInstance(instance: string): Promise<{ message: string }> {
  const report = await answer(client.POST('/api/instances/{instance}/test', { params: { path: { instance } } }));
  if (!report.isRight) {
    throw new Problem(200, report.kind ?? 'wrong', report.message);
  }

  return report;
}
