import { Copy } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import { Button } from '../../../parts/Button';
import { Dialog } from '../../../parts/Dialog';
import { t } from '../../../texts';
import { copy } from './copy';
import type { CreatedKey } from './keys';

/** A new key, this once. */
export function ShownKey({ created, onClose }: { created: CreatedKey; onClose: () => void }) {
  const texts = t.system.keys;
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setIsCopied] = useState(false);
  const take = () => {
    if (field.current !== null) {
      void copy(field.current).then(setIsCopied);
    }
  };

  return (
    <Dialog title={texts.shownTitle(created.name)} actions={<Button isPrimary onClick={onClose}>{texts.shownDone}</Button>} onClose={onClose}>
      <p class="note warn">{texts.shownOnce}</p>
      <div class="shown-key">
        <label class="field"><span>{texts.key}</span><input ref={field} readOnly value={created.key} onFocus={event => event.currentTarget.select()} /></label>
        <Button onClick={take}><Copy size={16} aria-hidden="true" />{isCopied ? texts.copied : texts.copy}</Button>
      </div>
      <p class="muted">{texts.shownUse}</p>
    </Dialog>
  );
}
