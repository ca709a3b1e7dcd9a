import type { components } from '../api/schema';

/** What was found at the address, and what to do where it is not right. */
export function ReportNote({ report }: { report: components['schemas']['ConnectionReport'] }) {
  return <p class={`note ${report.isRight ? 'good' : 'bad'}`} role="status"><bdi>{report.message}</bdi></p>;
}
