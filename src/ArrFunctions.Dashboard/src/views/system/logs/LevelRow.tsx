import { ActionButton } from '../../../parts/ActionButton';
import { Ago } from '../../../parts/Ago';
import { Badge } from '../../../parts/Badge';
import { Button } from '../../../parts/Button';
import { t } from '../../../texts';
import { changes, isChanged, setLevel, type Level } from './levels';

export function LevelRow({ level, refusal, onEdit }: { level: Level; refusal: string | undefined; onEdit: () => void }) {
  const texts = t.system.logs;
  const { category } = level;
  const isOther = isChanged(level);
  return (
    <tr>
      <td>{category === 'default' ? <strong>{texts.default}</strong> : <code>{category}</code>}</td>
      <td data-label={texts.level}>{isOther ? <Badge tone="accent">{level.level}</Badge> : level.level}</td>
      <td data-label={texts.configured}>{level.configured ?? '–'}</td>
      <td data-label={texts.until}>{level.until === undefined ? isOther ? texts.forever : '–' : <Ago time={level.until} />}</td>
      <td>
        <div class="actions">
          <Button onClick={onEdit} disabled={refusal !== undefined} title={refusal} aria-label={texts.changeOf(category)}>{texts.change}</Button>
          {isOther ? <ActionButton act={() => setLevel({ category, level: null, time: '' })} changes={changes} needs="admin">{texts.reset}</ActionButton> : null}
        </div>
      </td>
    </tr>
  );
}
