import { answer, client } from '../../../api/client';
import { useGet, type Data } from '../../../api/hooks';
import { formatNumber, formatShare } from '../../../format/numbers';
import { ActionButton } from '../../../parts/ActionButton';
import { Card } from '../../../parts/Card';
import { Loaded } from '../../../parts/Loaded';
import { t } from '../../../texts';

type Cache = Data<'/api/caches'>['caches'][number];

export function CachesCard() {
  return (
    <Card title={t.system.figures.caches.title}>
      <Loaded query={useGet('/api/caches')}>{({ caches }) => <ul class="rows">{caches.map(cache => <CacheRow key={cache.name} cache={cache} />)}</ul>}</Loaded>
    </Card>
  );
}

function CacheRow({ cache: { name, description, entries, hits, misses, hitRate, stale, evictions } }: { cache: Cache }) {
  const texts = t.system.figures.caches;
  const clear = () => answer(client.DELETE('/api/caches/{name}', { params: { path: { name: name as 'tmdb' | 'instances' } } }));
  const confirm = { title: texts.clearTitle(name), body: <p>{texts.clearBody(entries)}</p>, button: texts.clear };
  return (
    <li class="cache">
      <div>
        <strong>{name}</strong> <small class="muted">{description}</small>
        <p class="muted">
          {texts.said(entries, formatNumber(hits), formatNumber(misses))}
          {said(stale, texts.stale)}
          {said(evictions, texts.evictions)}
        </p>
      </div>
      <span class="rate"><b>{hitRate === undefined ? '–' : formatShare(hitRate)}</b><small class="muted">{texts.hitRate}</small></span>
      <ActionButton act={clear} changes={['/api/caches', '/api/events']} confirm={confirm} label={texts.clearTitle(name)} disabled={entries === 0}
        done={({ removed }) => texts.cleared(name, removed)}>
        {texts.clear}
      </ActionButton>
    </li>
  );
}

/** Only what there is any of. */
const said = (count: number | null | undefined, text: (count: string) => string) => (count ?? 0) > 0 ? ` ${text(formatNumber(count ?? 0))}` : null;
