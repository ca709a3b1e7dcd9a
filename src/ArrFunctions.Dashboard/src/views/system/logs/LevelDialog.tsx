import { useState } from 'preact/hooks';
import { useAction } from '../../../api/hooks';
import { Button } from '../../../parts/Button';
import { Dialog } from '../../../parts/Dialog';
import { ErrorNote } from '../../../parts/ErrorNote';
import { t } from '../../../texts';
import { changes, setLevel, words } from './levels';

/** Another level for a category, for a while. */
export function LevelDialog({ category, level, onClose }: { category: string; level: string; onClose: () => void }) {
  const texts = t.system.logs;
  const [wish, setWish] = useState({ category, level, time: '1h' });
  const action = useAction(setLevel, changes);
  const submit = (event: Event) => {
    event.preventDefault();
    action.mutate({ ...wish, category: wish.category.trim() }, { onSuccess: onClose });
  };

  return (
    <Dialog title={category === '' ? texts.add : texts.changeOf(category)} onClose={onClose}>
      <form class="form" onSubmit={submit}>
        {category === '' ? (
          <label class="field">
            <span>{texts.category}</span>
            <input required value={wish.category} placeholder="ArrFunctions.Indexers" spellcheck={false} onInput={event => setWish({ ...wish, category: event.currentTarget.value })} />
            <small>{texts.categoryHint}</small>
          </label>
        ) : null}
        <label class="field">
          <span>{texts.level}</span>
          <select value={wish.level} onChange={event => setWish({ ...wish, level: event.currentTarget.value })}>
            {words.map(word => <option key={word} value={word}>{texts.words[word]}</option>)}
          </select>
        </label>
        <label class="field">
          <span>{texts.for}</span>
          <select value={wish.time} onChange={event => setWish({ ...wish, time: event.currentTarget.value })}>
            {Object.entries(texts.times).map(([time, said]) => <option key={time} value={time === 'always' ? '' : time}>{said}</option>)}
          </select>
        </label>
        {action.error === null ? null : <ErrorNote problem={action.error} />}
        <div class="actions end">
          <Button onClick={onClose}>{t.parts.cancel}</Button>
          <Button type="submit" isPrimary isBusy={action.isPending}>{texts.change}</Button>
        </div>
      </form>
    </Dialog>
  );
}
