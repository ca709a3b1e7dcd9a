interface Props {
  /** 0 to 1; undefined: it is not known yet how much there is. */
  share: number | undefined;
  label: string;
}

export function ProgressBar({ share, label }: Props) {
  return <progress aria-label={label} max={1} value={share === undefined ? undefined : Math.min(1, Math.max(0, share))} />;
}
