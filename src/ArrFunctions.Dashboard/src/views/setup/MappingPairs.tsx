import { Plus, Trash2 } from 'lucide-preact';
import { Button } from '../../parts/Button';
import { t } from '../../texts';
import type { Pair } from './pairs';

export function MappingPairs({ name, pairs, onChange }: { name: string; pairs: readonly Pair[]; onChange: (pairs: readonly Pair[]) => void }) {
  const set = (place: number, change: Partial<Pair>) => onChange(pairs.map((pair, other) => other === place ? { ...pair, ...change } : pair));
  return (
    <div class="pairs-editor">
      {pairs.map((pair, place) => (
        <div key={place} class="pair">
          <input aria-label={t.setup.media.from(name)} value={pair.from} placeholder="/tv" spellcheck={false} onInput={event => set(place, { from: event.currentTarget.value })} />
          <span aria-hidden="true">→</span>
          <input aria-label={t.setup.media.to} value={pair.to} placeholder="/data/media/tv" spellcheck={false} onInput={event => set(place, { to: event.currentTarget.value })} />
          <Button isQuiet aria-label={t.setup.media.removePair} onClick={() => onChange(pairs.filter((_, other) => other !== place))}><Trash2 size={18} aria-hidden="true" /></Button>
        </div>
      ))}
      <Button onClick={() => onChange([...pairs, { from: '', to: '' }])}><Plus size={18} aria-hidden="true" />{t.setup.media.addPair}</Button>
    </div>
  );
}
