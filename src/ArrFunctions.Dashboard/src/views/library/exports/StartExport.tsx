import { Download } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { Button } from '../../../parts/Button';
import { useMay } from '../../../shell/SessionContext';
import { t } from '../../../texts';
import { StartExportDialog } from './StartExportDialog';

interface Props {
  instances: readonly string[];
  /** Undefined: all of them, until another choice. */
  chosen: string | undefined;
  isPrimary?: boolean;
}

export function StartExport({ instances, chosen, isPrimary = false }: Props) {
  const may = useMay('operate');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button isPrimary={isPrimary} disabled={!may} title={may ? undefined : t.parts.needs('operate')} onClick={() => setIsOpen(true)}>
        <Download size={17} aria-hidden="true" />{t.library.export.startShort}
      </Button>
      {isOpen ? <StartExportDialog instances={instances} chosen={chosen} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}
