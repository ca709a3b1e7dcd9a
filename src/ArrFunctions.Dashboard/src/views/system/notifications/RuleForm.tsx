import { useState } from 'preact/hooks';
import { useAction } from '../../../api/hooks';
import { Button } from '../../../parts/Button';
import { Dialog } from '../../../parts/Dialog';
import { toast } from '../../../parts/Toasts';
import { t } from '../../../texts';
import { ChangeRefusal } from '../configuration/ChangeRefusal';
import { changed, freePlace, type Entry } from './entries';
import { RuleFields } from './RuleFields';
import { filledOf, ruleList, wishOf, type FilledRule } from './rules';
import { changes, store } from './store';
import { isHeartbeat } from './targetForm';
import type { Target } from './told';

interface Props {
  /** The one that is changed; null: a new one, behind all others. */
  entry: Entry | null;
  number: number;
  entries: readonly Entry[];
  targets: readonly Target[];
  tag: string | null;
  onClose: () => void;
}

export function RuleForm({ entry, number, entries, targets, tag, onClose }: Props) {
  const texts = t.system.rules;
  const [filled, setFilled] = useState<FilledRule>(() => filledOf(entry));
  const place = entry?.place ?? freePlace(entries) ?? 0;
  const save = useAction((form: FilledRule) => store(changed(ruleList, place, entry, wishOf(form)), tag), changes);
  const submit = (event: Event) => {
    event.preventDefault();
    save.mutate(filled, {
      onSuccess: stored => {
        toast(stored === 'restart' ? `${texts.saved} ${texts.restart}` : texts.saved, 'good');
        onClose();
      },
    });
  };
  const names = targets.filter(target => !isHeartbeat(target.kind)).map(target => target.name);
  const actions = (
    <>
      <Button onClick={onClose}>{t.parts.cancel}</Button>
      <Button type="submit" form="rule" isPrimary isBusy={save.isPending}>{texts.save}</Button>
    </>
  );
  return (
    <Dialog title={entry === null ? texts.addTitle : texts.changeTitle(number)} actions={actions} onClose={onClose}>
      {entries.length === 0 ? <p class="note warn">{texts.first}</p> : null}
      <form id="rule" class="form" onSubmit={submit}>
        <RuleFields filled={filled} names={[...new Set([...names, ...filled.targets])]} onChange={setFilled} />
        {save.error === null ? null : <ChangeRefusal problem={save.error} settingKey={`${ruleList}:${place}:Events`} />}
      </form>
    </Dialog>
  );
}
