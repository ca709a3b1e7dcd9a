import { Plus } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useGet } from '../../../api/hooks';
import { Button } from '../../../parts/Button';
import { Card } from '../../../parts/Card';
import { Loaded } from '../../../parts/Loaded';
import { t } from '../../../texts';
import { KeyRow } from './KeyRow';
import { NewKeyDialog } from './NewKeyDialog';
import { RotateDialog } from './RotateDialog';
import { ShownKey } from './ShownKey';
import type { CreatedKey, Key } from './keys';

/** All keys, and the one that was made just now: it is shown until the dialog is closed, and never again. */
export function KeysCard() {
  const texts = t.system.keys;
  const query = useGet('/api/keys');
  const [isNew, setIsNew] = useState(false);
  const [rotated, setRotated] = useState<Key | null>(null);
  const [shown, setShown] = useState<CreatedKey | null>(null);
  const show = (created: CreatedKey) => {
    setIsNew(false);
    setRotated(null);
    setShown(created);
  };

  return (
    <Card title={texts.title} aside={<Button isPrimary onClick={() => setIsNew(true)}><Plus size={16} aria-hidden="true" />{texts.create}</Button>}>
      <p class="muted">{texts.what}</p>
      <Loaded query={query}>
        {({ keys }) => (
          <table class="stacked keys">
            <thead>
              <tr>{[texts.name, texts.role, texts.created, texts.lastUsed, texts.expires].map(title => <th key={title} scope="col">{title}</th>)}<td /></tr>
            </thead>
            <tbody>{keys.map(key => <KeyRow key={key.id} known={key} successor={keys.find(other => other.id === key.replacedBy)} onRotate={() => setRotated(key)} />)}</tbody>
          </table>
        )}
      </Loaded>
      {isNew ? <NewKeyDialog onCreated={show} onClose={() => setIsNew(false)} /> : null}
      {rotated === null ? null : <RotateDialog known={rotated} onRotated={show} onClose={() => setRotated(null)} />}
      {shown === null ? null : <ShownKey created={shown} onClose={() => setShown(null)} />}
    </Card>
  );
}
