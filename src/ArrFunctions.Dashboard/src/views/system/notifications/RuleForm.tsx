import { useState } from 'preact/hooks';
import { useAction } from '../../../api/hooks';
import { Button } from '../../../parts/Button';
import { Dialog } from '../../../parts/Dialog';
import { toast } from '../../../parts/Toasts';
import { t } from '../../../texts';
import { ChangeRefusal } from '../configuration/ChangeRefusal';
import { changed, freePlace, type Entry } from './entries';
import { RuleFields } from './RuleFields';
import { filledOf, ruleList, wishOf, type FilledRule, type RuleLine } from './rules';
import { changes, store } from './store';
import { isHeartbeat } from './targetForm';
import type { Told } from './targets';

interface Props {
  /** The one that is changed; undefined: a new one, behind all others. */
  line: RuleLine | undefined;
  number: number;
  entries: readonly Entry[];
  told: Told;
  tag: string | null;
  onClose: () => void;
}

export function RuleForm({ line, number, entries, told, tag, onClose }: Props) {
  const texts = t.system.rules;
  const [filled, setFilled] = useState<FilledRule>(() => filledOf(line?.rule ?? null));
  const place = line?.entry?.place ?? freePlace(entries) ?? 0;
  const save = useAction((form: FilledRule) => store(changed(ruleList, place, line?.entry ?? null, wishOf(form)), tag), changes);
  const submit = (event: Event) => {
    event.preventDefault();
    save.mutate(filled, {
      onSuccess: stored => {
        toast(stored === 'restart' ? `${texts.saved} ${texts.restart}` : texts.saved, 'good');
        onClose();
      },
    });
  };
  const names = told.targets.filter(target => !isHeartbeat(target.kind.toLowerCase())).map(target => target.name);
  const actions = (
    <>
      <Button onClick={onClose}>{t.parts.cancel}</Button>
      <Button type="submit" form="rule" isPrimary isBusy={save.isPending}>{texts.save}</Button>
    </>
  );
  return (
    <Dialog title={line === undefined ? texts.addTitle : texts.changeTitle(number)} actions={actions} onClose={onClose}>
      <form id="rule" class="form" onSubmit={submit}>
        <RuleFields filled={filled} names={[...new Set([...names, ...filled.targets])]} onChange={setFilled} />
        {save.error === null ? null : <ChangeRefusal problem={save.error} settingKey={`${ruleList}:${place}:Events`} />}
      </form>
    </Dialog>
  );
}
