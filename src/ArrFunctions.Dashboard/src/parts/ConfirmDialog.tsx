import type { ComponentChildren } from 'preact';
import { t } from '../texts';
import { Button } from './Button';
import { Dialog } from './Dialog';

interface Props {
  title: string;
  body: ComponentChildren;
  button: string;
  isDanger?: boolean | undefined;
  onConfirm: () => void;
  onClose: () => void;
}

export function ConfirmDialog({ title, body, button, isDanger = false, onConfirm, onClose }: Props) {
  const actions = (
    <>
      <Button onClick={onClose}>{t.parts.cancel}</Button>
      <Button isPrimary={!isDanger} isDanger={isDanger} onClick={onConfirm}>{button}</Button>
    </>
  );
  return <Dialog title={title} actions={actions} onClose={onClose}>{body}</Dialog>;
}
