import { FlaskConical, Power, PowerOff } from 'lucide-preact';
import { Button } from '../../../parts/Button';
import { useMay } from '../../../shell/SessionContext';
import { t } from '../../../texts';
import { wishKey } from './useWishes';
import type { Wish } from './wishes';
import type { Indexer } from './types';

interface Props {
  indexer: Indexer;
  ask: (wish: Wish, indexer: Indexer) => void;
  busy: ReadonlySet<string>;
}

/** Test, and the one of both switches that changes something. */
export function WishButtons({ indexer, ask, busy }: Props) {
  const may = useMay('operate');
  const words = t.indexers.wish;
  const toggle = indexer.isEnabled ? 'disable' : 'enable';
  const Icon = indexer.isEnabled ? PowerOff : Power;
  const isElsewhere = indexer.managedBy === 'elsewhere';
  const needs = may ? undefined : t.parts.needs('operate');
  return (
    <div class="actions">
      <Button disabled={!may} title={needs ?? words.test.what} isBusy={busy.has(wishKey('test', indexer))} aria-label={words.test.label(indexer.name)}
        onClick={() => ask('test', indexer)}>
        <FlaskConical size={16} aria-hidden="true" />{words.test.button}
      </Button>
      <Button disabled={!may || isElsewhere} title={needs ?? (isElsewhere ? t.indexers.elsewhere : undefined)} isBusy={busy.has(wishKey(toggle, indexer))}
        aria-label={words[toggle].label(indexer.name)} onClick={() => ask(toggle, indexer)}>
        <Icon size={16} aria-hidden="true" />{words[toggle].button}
      </Button>
    </div>
  );
}
