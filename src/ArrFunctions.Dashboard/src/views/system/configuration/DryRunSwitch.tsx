import { useState } from 'preact/hooks';
import { useAction } from '../../../api/hooks';
import { ConfirmDialog } from '../../../parts/ConfirmDialog';
import { toast } from '../../../parts/Toasts';
import { useMay } from '../../../shell/SessionContext';
import { t } from '../../../texts';
import { SourceNote } from './SourceNote';
import { Switch } from './Switch';
import { change, changes, effectSaid } from './change';
import type { Setting } from './settings';

/** On: it plans. Off is asked for twice, because from then on something is changed. */
export function DryRunSwitch({ setting, tag }: { setting: Setting; tag: string | null }) {
  const may = useMay('admin');
  const [isAsking, setIsAsking] = useState(false);
  const action = useAction((sent: boolean | null) => change(setting.key, sent, tag), changes);
  const isDry = setting.value === 'true';
  const words = t.system.dryRun.of[setting.key] ?? { title: setting.key, dry: setting.description, real: setting.description, confirm: setting.description };
  const set = (next: boolean) => {
    setIsAsking(false);
    // Nothing has to be stored for what is the default.
    const sent = setting.source === 'stored' && String(next) === setting.default ? null : next;
    action.mutate(sent, { onSuccess: changed => toast(effectSaid(changed, sent === null), 'good'), onError: problem => toast(problem.message, 'bad') });
  };

  return (
    <li class="dry-run">
      <Switch label={words.title} isOn={isDry} disabled={!may || setting.isFixed || action.isPending} on={t.system.dryRun.on} off={t.system.dryRun.off}
        title={may ? undefined : t.parts.needs('admin')} onChange={next => next ? set(true) : setIsAsking(true)} />
      <div>
        <p>{isDry ? words.dry : words.real}</p>
        <SourceNote setting={setting} />{setting.isFixed ? <> <small class="muted">{t.system.dryRun.fixed}</small></> : null}
      </div>
      {isAsking
        ? <ConfirmDialog title={t.system.dryRun.confirmTitle(words.title)} body={<p>{words.confirm}</p>} button={t.system.dryRun.confirm} isDanger onConfirm={() => set(false)} onClose={() => setIsAsking(false)} />
        : null}
    </li>
  );
}
