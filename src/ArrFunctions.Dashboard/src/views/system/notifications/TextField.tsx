interface Props {
  label: string;
  value: string;
  type?: 'text' | 'url' | 'email' | 'password';
  required?: boolean;
  placeholder?: string | undefined;
  hint?: string;
  onType: (typed: string) => void;
}

/** One line to type into, with a hint below. */
export function TextField({ label, value, type = 'text', required = false, placeholder, hint, onType }: Props) {
  return (
    <label class="field">
      <span>{label}</span>
      <input type={type} required={required} value={value} placeholder={placeholder} spellcheck={false} autocomplete="off" onInput={event => onType(event.currentTarget.value)} />
      {hint === undefined ? null : <small>{hint}</small>}
    </label>
  );
}
