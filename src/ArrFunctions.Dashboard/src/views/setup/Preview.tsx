import type { components } from '../../api/schema';
import { Badge } from '../../parts/Badge';
import { t } from '../../texts';

type Explanation = components['schemas']['ExplainJson'];

/** What would be done to a file, and why. */
export function Preview({ found }: { found: Explanation }) {
  return (
    <div class="preview" role="status">
      <p class={`note ${found.isCorrect === true ? 'good' : found.skip === undefined ? '' : 'warn'}`}>
        <strong>{found.isCorrect === true ? t.setup.preview.right : found.skip === undefined ? t.setup.preview.would : t.setup.preview.skip}</strong> {found.skip ?? found.reason}
      </p>
      <p class="muted">{found.originalLanguage.explanation}</p>
      <div class="scroll" role="region" tabIndex={0} aria-label={t.setup.preview.title}>
        <table class="stacked">
          <thead><tr>{[t.setup.preview.track, t.setup.preview.language, t.setup.preview.now, t.setup.preview.then, t.setup.preview.why].map(head => <th key={head} scope="col">{head}</th>)}</tr></thead>
          <tbody>
            {found.tracks.map(track => (
              <tr key={track.track} class={track.track === found.chosen ? 'chosen' : ''}>
                <th scope="row">{track.track} <bdi class="muted">{track.title}</bdi></th>
                <td data-label={t.setup.preview.language}>{track.language}</td>
                <td data-label={t.setup.preview.now}>{track.default ? <Badge tone="quiet">{t.setup.preview.yes}</Badge> : '–'}</td>
                <td data-label={t.setup.preview.then}>{track.track === found.chosen ? <Badge tone="good">{t.setup.preview.yes}</Badge> : '–'}</td>
                <td data-label={t.setup.preview.why}>{track.why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
