import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useAction } from '../api/hooks';
import type { Problem } from '../api/problem';
import type { Role } from '../api/session';
import { useMay } from '../shell/SessionContext';
import { t } from '../texts';
import { Button } from './Button';
import { ConfirmDialog } from './ConfirmDialog';
import { toast } from './Toasts';

interface Props<R> {
  children: ComponentChildren;
  act: () => Promise<R>;
  /** Beginnings of the routes that tell something else afterwards, such as `/api/jobs`. */
  changes: readonly string[];
  /** What is said when it is done; undefined: nothing, because it shows. */
  done?: (result: R) => string | undefined;
  /** Asks before it acts: a title, and what will happen. */
  confirm?: { title: string; body: ComponentChildren; button: string };
  needs?: Role;
  label?: string;
  isPrimary?: boolean;
  isDanger?: boolean;
  isQuiet?: boolean;
  disabled?: boolean;
}

/** A button that asks something of the service, says when it is refused and why, and cannot be pressed twice. */
export function ActionButton<R>({ children, act, changes, done, confirm, needs = 'operate', label, disabled = false, ...look }: Props<R>) {
  const may = useMay(needs);
  const [isAsking, setIsAsking] = useState(false);
  const action = useAction<undefined, R>(() => act(), changes);
  const run = () => {
    setIsAsking(false);
    // Callbacks of the mutation would be dropped where what was done takes the button away.
    action.mutateAsync(undefined).then(
      result => {
        const said = done?.(result);
        if (said !== undefined) {
          toast(said, 'good');
        }
      },
      (problem: unknown) => toast(saidBy(problem as Problem), 'bad'));
  };

  return (
    <>
      <Button {...look} isBusy={action.isPending} disabled={disabled || !may} aria-label={label}
        title={may ? undefined : t.parts.needs(needs)} onClick={() => confirm === undefined ? run() : setIsAsking(true)}>
        {children}
      </Button>
      {confirm !== undefined && isAsking
        ? <ConfirmDialog {...confirm} isDanger={look.isDanger} onConfirm={run} onClose={() => setIsAsking(false)} />
        : null}
    </>
  );
}

/** What is wrong, where the service names it, rather than that something is. */
const saidBy = ({ findings, message }: Problem) => findings.length === 0 ? message : findings.map(finding => finding.message).join(' ');
