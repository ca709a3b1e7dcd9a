import { useState } from 'preact/hooks';
import { answer, client, root } from '../../api/client';
import { useGet } from '../../api/hooks';
import type { components } from '../../api/schema';
import { ActionButton } from '../../parts/ActionButton';
import { Badge } from '../../parts/Badge';
import { Empty } from '../../parts/Empty';
import { Loaded } from '../../parts/Loaded';
import { t } from '../../texts';
import { hasLibrary, type Instance } from './InstanceRow';

export function WebhookStep() {
  const instances = useGet('/api/instances');
  const [url, setUrl] = useState(root);
  return (
    <Loaded query={instances}>
      {({ instances: found }) => {
        const libraries = found.filter(hasLibrary);
        return libraries.length === 0 ? <Empty>{t.setup.webhook.none}</Empty> : (
          <>
            <label class="field">
              <span>{t.setup.webhook.url}</span>
              <input type="url" required value={url} spellcheck={false} onInput={event => setUrl(event.currentTarget.value)} />
              <small>{t.setup.webhook.urlHint}</small>
            </label>
            <ul class="rows">{libraries.map(instance => <Connection key={instance.name} instance={instance} url={url.trim()} />)}</ul>
          </>
        );
      }}
    </Loaded>
  );
}

function Connection({ instance, url }: { instance: Instance; url: string }) {
  const setup = useGet('/api/setup');
  const [made, setMade] = useState<components['schemas']['WebhookSetupView'] | null>(null);
  const state = setup.data?.steps.find(step => step.name === 'webhook')?.instances.find(known => known.instance === instance.name);
  const isDone = state?.status === 'done';
  const connect = async () => setMade(await answer(client.POST('/api/instances/{instance}/webhook', { params: { path: { instance: instance.name } }, body: { url } })));
  return (
    <li class="instance">
      <div>
        <strong><bdi>{instance.name}</bdi></strong> <Badge tone={isDone ? 'good' : 'quiet'}>{t.setup.state[isDone ? 'done' : 'open']}</Badge>
        <div class="muted">{state?.detail}</div>
      </div>
      <div class="actions">
        <ActionButton isPrimary={!isDone} needs="admin" act={connect} changes={['/api/setup', '/api/keys']} done={() => t.setup.webhook.connected(instance.name)}>
          {isDone ? t.setup.webhook.again(instance.name) : t.setup.webhook.connect(instance.name)}
        </ActionButton>
      </div>
      {made === null || made.alsoPosting.length === 0 ? null : <p class="note warn">{t.setup.webhook.also(made.alsoPosting.join(', '))}</p>}
    </li>
  );
}
