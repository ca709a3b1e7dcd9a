import { useEffect, useRef } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { useAddress } from '../shell/address';

/** The parts of a page, each with an address of its own. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly { path: string; title: string; count?: number | undefined }[] }) {
  const { path } = useAddress();
  const active = tabs.filter(tab => path === tab.path || path.startsWith(`${tab.path}/`)).sort((a, b) => b.path.length - a.path.length)[0] ?? tabs[0];
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a phone the bar scrolls: what is shown should be seen in it.
    const shown = bar.current?.querySelector<HTMLElement>('[aria-current]');
    bar.current?.scrollTo({ left: (shown?.offsetLeft ?? 0) - bar.current.offsetLeft - 40 });
  }, [active?.path]);

  return (
    <nav ref={bar} class="tabs" aria-label={label}>
      {tabs.map(tab => (
        <Link key={tab.path} href={tab.path} aria-current={tab === active ? 'page' : undefined}>
          {tab.title}{tab.count === undefined || tab.count === 0 ? null : <span class="count">{tab.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
