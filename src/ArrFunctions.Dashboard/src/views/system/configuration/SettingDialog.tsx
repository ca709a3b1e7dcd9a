import { useState } from 'preact/hooks';
import { useAction } from '../../../api/hooks';
import { Button } from '../../../parts/Button';
import { Dialog } from '../../../parts/Dialog';
import { toast } from '../../../parts/Toasts';
import { t } from '../../../texts';
import { ChangeRefusal } from './ChangeRefusal';
import { Described } from './Described';
import { SourceNote } from './SourceNote';
import { ValueEditor } from './ValueEditor';
import { change, changes, effectSaid } from './change';
import { editorOf, initialText, typedValue, type Setting } from './settings';

/** Changes one setting. What somebody else changed since the dialog was opened is told, and not written over. */
export function SettingDialog({ setting, tag, onClose }: { setting: Setting; tag: string | null; onClose: () => void }) {
  const texts = t.system.configuration;
  const editor = editorOf(setting);
  const [typed, setTyped] = useState(initialText(editor, setting));
  const [seen, setSeen] = useState(tag);
  const action = useAction((value: unknown) => change(setting.key, value, seen), changes);
  const value = typedValue(editor, typed);
  const send = (sent: unknown) => action.mutate(sent, {
    onSuccess: changed => {
      toast(effectSaid(changed, sent === null), changed.effect === 'overridden' ? 'bad' : 'good');
      onClose();
    },
  });
  const isStale = action.error?.status === 412;
  const actions = (
    <>
      {setting.source === 'stored' || setting.isFixed ? <Button isDanger isBusy={action.isPending} onClick={() => send(null)}>{texts.remove}</Button> : null}
      <Button onClick={onClose}>{t.parts.cancel}</Button>
      {isStale
        ? <Button isPrimary onClick={() => { setSeen(tag); setTyped(initialText(editor, setting)); action.reset(); }}>{texts.readAgain}</Button>
        : <Button isPrimary isBusy={action.isPending} disabled={value === undefined} onClick={() => send(value)}>{texts.save}</Button>}
    </>
  );

  return (
    <Dialog title={setting.key} actions={actions} onClose={onClose}>
      <p><Described text={setting.description} /></p>
      <p><SourceNote setting={setting} /></p>
      {setting.isFixed ? <p class="note warn">{texts.fixedLong(texts.sources[setting.source] ?? setting.source, setting.place ?? '')}</p> : null}
      <ValueEditor editor={editor} setting={setting} typed={typed} isWrong={action.error?.status === 422} onType={setTyped} />
      <p class="muted">{setting.isLive ? texts.live : texts.afterRestart}</p>
      {action.error === null ? null : <ChangeRefusal problem={action.error} settingKey={setting.key} />}
    </Dialog>
  );
}
