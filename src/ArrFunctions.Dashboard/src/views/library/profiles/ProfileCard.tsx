import { useMemo } from 'preact/hooks';
import { formatNumber } from '../../../format/numbers';
import { Badge } from '../../../parts/Badge';
import { Card } from '../../../parts/Card';
import { Histogram } from '../../../parts/Histogram';
import { t } from '../../../texts';
import { scoreBands } from '../overview/bands';
import { ratingTone } from '../tones';
import type { Profile } from '../types';

const text = t.library.profiles;

/** How the scores lie under a profile, and what the service says of its settings. */
export function ProfileCard({ profile }: { profile: Profile }) {
  const bands = useMemo(() => scoreBands(profile.histogram), [profile.histogram]);
  const said = [{ title: text.issues, sentences: profile.issues }, { title: text.advice, sentences: profile.advice }].filter(({ sentences }) => sentences.length > 0);
  return (
    <Card title={profile.name} aside={<Badge tone={ratingTone[profile.rating]}>{text.ratings[profile.rating]}</Badge>}>
      <p class="muted">{t.library.files(profile.files)}{profile.scores === undefined ? null : <>, {text.spread(formatNumber(profile.scores.min), formatNumber(profile.scores.max))}</>}</p>
      {said.length === 0 ? <p class="muted">{text.sound}</p> : said.map(({ title, sentences }) => (
        <div key={title} class="said"><h3>{title}</h3><ul>{sentences.map(sentence => <li key={sentence}><bdi>{sentence}</bdi></li>)}</ul></div>
      ))}
      <Histogram label={text.scoresOf(profile.name)} unit={text.files} bands={bands} />
    </Card>
  );
}
