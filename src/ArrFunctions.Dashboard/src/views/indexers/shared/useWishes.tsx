import type { VNode } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { useAction } from '../../../api/hooks';
import type { Problem } from '../../../api/problem';
import { ConfirmDialog } from '../../../parts/ConfirmDialog';
import { toast } from '../../../parts/Toasts';
import { t } from '../../../texts';
import { WishText } from './WishText';
import { send, type Asked, type Wish } from './wishes';
import type { Indexer } from './types';

interface Wishes {
  ask: (wish: Wish, indexer: Indexer) => void;
  /** What is under way, as `wish:instance/id`. */
  busy: ReadonlySet<string>;
  dialog: VNode | null;
}

export const wishKey = (wish: Wish, { instance, id }: { instance: string; id: number }): string => `${wish}:${instance}/${id}`;

/** Tests and switches of any number of indexers, with one dialog for all of them. */
export function useWishes(copies: (indexer: Indexer) => readonly string[]): Wishes {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const { mutate } = useAction(send, ['/api/indexers']);

  const run = useCallback((wanted: Asked) => {
    const key = wishKey(wanted.wish, wanted.indexer);
    setAsked(null);
    setBusy(keys => new Set(keys).add(key));
    mutate(wanted, {
      onSuccess: told => toast(told.text, told.isGood ? 'good' : 'bad'),
      onError: problem => refused(problem, wanted),
      onSettled: () => setBusy(keys => new Set([...keys].filter(other => other !== key))),
    });
    const refused = (problem: Problem, one: Asked) => problem.code === 'tooSoon' && !one.isForced
      ? setAsked({ ...one, isForced: true })
      : toast(problem.message, 'bad');
  }, [mutate]);

  const ask = useCallback((wish: Wish, indexer: Indexer) => {
    const wanted = { wish, indexer, isForced: false };
    (wish === 'test' ? run : setAsked)(wanted);
  }, [run]);

  const dialog = asked === null ? null : (
    <ConfirmDialog title={t.indexers.wish[asked.wish].title(asked.indexer.name)} button={asked.isForced ? t.indexers.allTheSame : t.indexers.wish[asked.wish].button}
      isDanger={asked.wish === 'disable'} body={<WishText {...asked} copies={copies(asked.indexer)} />} onConfirm={() => run(asked)} onClose={() => setAsked(null)} />
  );
  return { ask, busy, dialog };
}
