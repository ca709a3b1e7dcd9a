import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';

interface Props extends Omit<ButtonHTMLAttributes, 'type' | 'disabled'> {
  children: ComponentChildren;
  type?: 'button' | 'submit';
  isPrimary?: boolean;
  isDanger?: boolean;
  isQuiet?: boolean;
  isBusy?: boolean;
  disabled?: boolean;
}

/** A button that shows when what it began is still going on. */
export function Button({ children, type = 'button', isPrimary = false, isDanger = false, isQuiet = false, isBusy = false, disabled = false, ...rest }: Props) {
  const kind = isPrimary ? 'primary' : isDanger ? 'danger' : isQuiet ? 'quiet' : '';
  return (
    <button {...rest} type={type} class={`${kind}${isBusy ? ' busy' : ''}`} disabled={disabled || isBusy} aria-busy={isBusy}>
      {children}
    </button>
  );
}
