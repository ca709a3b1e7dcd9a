import { useEffect, useRef } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';

/** The parts of a page, each with an address of its own. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly { path: string; title: string; count?: number | undefined }[] }) {
  const location = useLocation()[0].replace(/\?.*/, '');
  const active = tabs.filter(tab => location === tab.path || location.startsWith(`${tab.path}/`)).sort((a, b) => b.path.length - a.path.length)[0] ?? tabs[0];
  const row = useRef<HTMLElement>(null);
  useEffect(() => row.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }), [active?.path]);
  return (
    <nav ref={row} class="tabs" aria-label={label}>
      {tabs.map(tab => (
        <Link key={tab.path} href={tab.path} aria-current={tab === active ? 'page' : undefined}>
          {tab.title}{tab.count === undefined || tab.count === 0 ? null : <span class="count">{tab.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
