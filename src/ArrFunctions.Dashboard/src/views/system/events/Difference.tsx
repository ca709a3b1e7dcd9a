import { t } from '../../../texts';

/** What was before, struck out, and what is after it. */
export function Difference({ before, after }: { before: string | undefined; after: string | undefined }) {
  const texts = t.system.events;
  return (
    <p class="difference">
      {before === undefined ? <span class="muted">{texts.nothing}</span> : <del><span class="hidden">{texts.before}</span><bdi>{before}</bdi></del>}
      {' → '}
      {after === undefined ? <span class="muted">{texts.nothing}</span> : <ins><span class="hidden">{texts.after}</span><bdi>{after}</bdi></ins>}
    </p>
  );
}
