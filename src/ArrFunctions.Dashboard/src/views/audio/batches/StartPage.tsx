import { useGet } from '../../../api/hooks';
import { Card } from '../../../parts/Card';
import { Loaded } from '../../../parts/Loaded';
import { BackLink, PageHead } from '../../../parts/PageHead';
import { t } from '../../../texts';
import { rootsOf } from './roots';
import { StartForm } from './StartForm';

/** Where a batch begins. */
export function StartPage() {
  const config = useGet('/api/config');
  const recent = useGet('/api/batch', { params: { query: { limit: 20 } } });
  return (
    <section class="page">
      <BackLink href="/audio/batches">{t.audio.batch.back}</BackLink>
      <PageHead title={t.audio.start.title} />
      <Card title={t.audio.start.how}>
        <Loaded query={config} lines={6}>
          {({ settings }) => (
            <StartForm folders={rootsOf(settings, recent.data?.batches ?? [])} onlyPlans={settings.some(setting => setting.key === 'Audio:DryRun' && setting.value === 'true')} />
          )}
        </Loaded>
      </Card>
    </section>
  );
}
