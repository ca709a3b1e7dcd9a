interface Props<V extends string> {
  label: string;
  value: V;
  options: readonly { value: V; title: string }[];
  onChoose: (value: V) => void;
}

/** One of a few, all of them seen. */
export function Choice<V extends string>({ label, value, options, onChoose }: Props<V>) {
  return (
    <div class="choice" role="group" aria-label={label}>
      {options.map(option => (
        <button key={option.value} type="button" aria-pressed={option.value === value} onClick={() => onChoose(option.value)}>{option.title}</button>
      ))}
    </div>
  );
}
