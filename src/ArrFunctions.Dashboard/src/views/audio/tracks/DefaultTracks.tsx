import { ArrowRight } from 'lucide-preact';
import { t } from '../../../texts';
import type { DefaultChange } from '../tracks';

const list = new Intl.ListFormat(t.language, { type: 'conjunction' });
const named = (names: readonly string[]) => names.length === 0 ? t.audio.act.undoUnknown : list.format(names);

/** The default track before and after, at a glance. */
export function DefaultTracks({ change }: { change: DefaultChange }) {
  return (
    <span class={`change${change.isPlan ? ' plan' : ''}`}>
      <span class="hidden">{t.audio.list.isDefault}{':'} </span>
      <span class={change.after === undefined ? '' : 'was'}>{named(change.before)}</span>
      {change.after === undefined ? null : (
        <span class="then">
          <ArrowRight size={14} aria-hidden="true" />
          <span class="hidden">{change.isPlan ? t.audio.list.would : t.audio.list.becomes}</span>
          <strong>{named(change.after)}</strong>
        </span>
      )}
    </span>
  );
}
