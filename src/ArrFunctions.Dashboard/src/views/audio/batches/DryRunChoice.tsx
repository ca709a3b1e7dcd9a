import { t } from '../../../texts';

interface Props {
  dryRun: boolean;
  onlyPlans: boolean;
  onChange: (dryRun: boolean) => void;
}

/** Whether files are changed, or it is only told what would be. */
export function DryRunChoice({ dryRun, onlyPlans, onChange }: Props) {
  const choices = [
    { value: true, title: t.audio.start.dryRun, hint: t.audio.start.dryRunHint },
    { value: false, title: t.audio.start.forReal, hint: onlyPlans ? `${t.audio.start.forRealHint} ${t.audio.start.forRealNot}` : t.audio.start.forRealHint },
  ];
  return (
    <fieldset class="choice">
      <legend class="hidden">{t.audio.start.how}</legend>
      {choices.map(({ value, title, hint }) => (
        <label key={title} class="check">
          <input type="radio" name="dryRun" aria-label={title} checked={dryRun === value} onChange={() => onChange(value)} />
          <span><strong>{title}</strong><small class="muted">{hint}</small></span>
        </label>
      ))}
    </fieldset>
  );
}
