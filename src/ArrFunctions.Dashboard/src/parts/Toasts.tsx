import { useEffect, useState } from 'preact/hooks';
import { X } from 'lucide-preact';
import { t } from '../texts';

type Tone = 'good' | 'bad';

interface Toast {
  id: number;
  text: string;
  tone: Tone;
}

const stay: Record<Tone, number> = { good: 6000, bad: 15_000 };
let last = 0;
let add: ((toast: Toast) => void) | null = null;

/** Says at the edge of the page what became of an action. */
export function toast(text: string, tone: Tone): void {
  last += 1;
  add?.({ id: last, text, tone });
}

export function Toasts() {
  const [shown, setShown] = useState<readonly Toast[]>([]);
  useEffect(() => {
    const remove = (id: number) => setShown(toasts => toasts.filter(other => other.id !== id));
    add = toast => {
      setShown(toasts => [...toasts.slice(-3), toast]);
      setTimeout(() => remove(toast.id), stay[toast.tone]);
    };
    return () => {
      add = null;
    };
  }, []);

  return (
    <div class="toasts" role="status" aria-live="polite">
      {shown.map(({ id, text, tone }) => (
        <p key={id} class={`toast ${tone}`}>
          <span>{text}</span>
          <button type="button" class="quiet" aria-label={t.parts.close} onClick={() => setShown(toasts => toasts.filter(other => other.id !== id))}>
            <X size={16} aria-hidden="true" />
          </button>
        </p>
      ))}
    </div>
  );
}
