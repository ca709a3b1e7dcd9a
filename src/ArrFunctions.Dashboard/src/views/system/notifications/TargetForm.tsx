import { useState } from 'preact/hooks';
import { useAction } from '../../../api/hooks';
import { Problem } from '../../../api/problem';
import { Button } from '../../../parts/Button';
import { Dialog } from '../../../parts/Dialog';
import { toast } from '../../../parts/Toasts';
import { t } from '../../../texts';
import { ChangeRefusal } from '../configuration/ChangeRefusal';
import type { Configuration } from '../configuration/useConfiguration';
import { changed, entriesOf, freePlace } from './entries';
import { changes, store } from './store';
import { TargetFields } from './TargetFields';
import { filledOf, isHeartbeat, wishOf, type Filled } from './targetForm';
import { targetList, type TargetLine } from './targets';
import { tested } from './tested';

interface Props {
  /** The one that is changed; null: a new one. */
  line: TargetLine | null;
  names: readonly string[];
  configuration: Configuration;
  onClose: () => void;
}

/** What a target needs. It is stored first and tested then, since only the service sends; where the test does not arrive the form stays. */
export function TargetForm({ line, names, configuration, onClose }: Props) {
  const texts = t.system.targetForm;
  const entries = entriesOf(configuration.settings, targetList);
  const [place, setPlace] = useState(line?.entry?.place);
  const entry = entries.find(known => known.place === place) ?? null;
  const [filled, setFilled] = useState<Filled>(() => filledOf(line?.entry ?? null, names));
  const save = useAction(async (form: Filled) => {
    const at = place ?? freePlace(entries) ?? 0;
    const stored = await store(changed(targetList, at, entry, wishOf(form, entry)), configuration.tag);
    setPlace(at);
    return stored === 'restart' ? { stored } : { stored, refusal: await refusalOf(form.name.trim()) };
  }, changes);
  const submit = (event: Event) => {
    event.preventDefault();
    save.mutate(filled, {
      onSuccess: ({ stored, refusal }) => {
        if (refusal === undefined) {
          toast((stored === 'restart' ? texts.savedRestart : isHeartbeat(filled.kind) ? texts.savedBeat : texts.saved)(filled.name), 'good');
          onClose();
        }
      },
    });
  };
  const actions = (
    <>
      <Button onClick={onClose}>{place === line?.entry?.place ? t.parts.cancel : t.parts.close}</Button>
      <Button type="submit" form="target" isPrimary isBusy={save.isPending}>{texts.save}</Button>
    </>
  );
  return (
    <Dialog title={line === null ? t.system.targets.add : t.system.targets.changeOf(line.name)} actions={actions} onClose={onClose}>
      <form id="target" class="form" onSubmit={submit}>
        <TargetFields filled={filled} entry={entry} host={line?.target?.host} names={names} isNew={line === null && entry === null} onChange={setFilled} />
        {save.error === null ? null : <Refusal problem={save.error} place={place ?? 0} />}
        {save.data?.refusal === undefined ? null : <p class="note bad" role="alert">{texts.savedNotSent} <bdi>{save.data.refusal}</bdi></p>}
      </form>
    </Dialog>
  );
}

function Refusal({ problem, place }: { problem: Problem; place: number }) {
  return problem.status === 412 ? <p class="note warn" role="alert">{t.system.targetForm.stale}</p> : <ChangeRefusal problem={problem} settingKey={`${targetList}:${place}:Url`} />;
}

/** Why a test did not arrive; undefined: it did. */
async function refusalOf(name: string): Promise<string | undefined> {
  try {
    const [result] = await tested(name);
    return result?.isSent === true ? undefined : result?.reason ?? t.system.targets.notSent;
  } catch (fault) {
    return fault instanceof Problem ? fault.message : t.problems.unreachable;
  }
}
