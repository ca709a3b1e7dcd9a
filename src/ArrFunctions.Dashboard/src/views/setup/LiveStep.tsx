import { ActionButton } from '../../parts/ActionButton';
import { useGet } from '../../api/hooks';
import { t } from '../../texts';
import { store } from './settings';

const changes = ['/api/setup', '/api/config', '/health'];

/** The end of the dry run. */
export function LiveStep() {
  const isDry = useGet('/api/setup').data?.dryRun !== false;
  const set = (dryRun: boolean) => () => store({ 'Audio:DryRun': dryRun });
  return (
    <>
      <p class={`note ${isDry ? '' : 'good'}`}>{isDry ? t.setup.live.isDry : t.setup.live.isLive}</p>
      <p class="muted">{t.setup.live.plans}</p>
      <div class="actions">
        {isDry ? (
          <ActionButton isPrimary needs="admin" act={set(false)} changes={changes} done={() => t.setup.live.done}
            confirm={{ title: t.setup.live.onTitle, body: t.setup.live.onBody, button: t.setup.live.on }}>
            {t.setup.live.on}
          </ActionButton>
        ) : <ActionButton needs="admin" act={set(true)} changes={changes} done={() => t.setup.live.undone}>{t.setup.live.off}</ActionButton>}
      </div>
    </>
  );
}
