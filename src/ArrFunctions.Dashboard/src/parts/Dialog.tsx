import { X } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '../texts';

interface Props {
  title: string;
  children: ComponentChildren;
  /** Buttons at the bottom. */
  actions?: ComponentChildren;
  isWide?: boolean;
  onClose: () => void;
}

/** A modal dialog: the browser keeps the focus within, closes it by Escape, and gives the focus back. */
export function Dialog({ title, children, actions, isWide = false, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);

  return (
    <dialog ref={dialog} class={isWide ? 'wide' : ''} aria-labelledby={id} onClose={onClose} onCancel={onClose}>
      <header>
        <h2 id={id}>{title}</h2>
        <button type="button" class="quiet" onClick={onClose} aria-label={t.parts.close}><X size={20} aria-hidden="true" /></button>
      </header>
      <div class="body">{children}</div>
      {actions === undefined ? null : <footer>{actions}</footer>}
    </dialog>
  );
}
