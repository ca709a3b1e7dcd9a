import { ArrowLeft } from 'lucide-preact';
import { Link } from 'wouter-preact';
import { useGet } from '../../../api/hooks';
import { Card } from '../../../parts/Card';
import { Loaded } from '../../../parts/Loaded';
import { t } from '../../../texts';
import { rootsOf } from './roots';
import { StartForm } from './StartForm';

/** Where a batch begins. */
export function StartPage() {
  const config = useGet('/api/config');
  const recent = useGet('/api/batch', { params: { query: { limit: 20 } } });
  return (
    <section class="page">
      <p class="back"><Link href="/audio/batches"><ArrowLeft size={16} aria-hidden="true" />{t.audio.batch.back}</Link></p>
      <h1>{t.audio.start.title}</h1>
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
