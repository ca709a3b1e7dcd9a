import { useId } from 'preact/hooks';

interface Props {
  label: string;
  isOn: boolean;
  /** The words beside it. */
  on: string;
  off: string;
  disabled?: boolean;
  title?: string | undefined;
  onChange: (isOn: boolean) => void;
}

export function Switch({ label, isOn, on, off, disabled = false, title, onChange }: Props) {
  const id = useId();
  return (
    <div class="switch" title={title}>
      <button type="button" role="switch" aria-checked={isOn} aria-labelledby={id} disabled={disabled} onClick={() => onChange(!isOn)}><i aria-hidden="true" /></button>
      <span><strong id={id}>{label}</strong> <small class="muted">{isOn ? on : off}</small></span>
    </div>
  );
}
