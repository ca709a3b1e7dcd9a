import { formatDateTime } from '../../../format/time';
import { t } from '../../../texts';
import type { Export } from '../types';

interface Props {
  label: string;
  exports: readonly Export[];
  value: string | undefined;
  onChoose: (id: string) => void;
}

/** An export by its date. */
export function ExportSelect({ label, exports, value, onChoose }: Props) {
  return (
    <label class="field">
      <span>{label}</span>
      <select value={value} disabled={exports.length < 2} onChange={event => onChoose(event.currentTarget.value)}>
        {value === undefined || !exports.some(one => one.exportId === value) ? <option value={value ?? ''}>{t.library.compare.pick}</option> : null}
        {exports.map(one => <option key={one.exportId} value={one.exportId}>{formatDateTime(one.started)}</option>)}
      </select>
    </label>
  );
}
