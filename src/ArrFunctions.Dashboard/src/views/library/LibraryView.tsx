import { Link } from 'wouter-preact';
import { Empty } from '../../parts/Empty';
import { Loaded } from '../../parts/Loaded';
import { useAddress } from '../../shell/address';
import { t } from '../../texts';
import { ExportPages } from './exports/ExportPages';
import { InstanceBar } from './InstanceBar';
import { InstancePages } from './InstancePages';
import './library.css';
import { useInstances } from './useInstances';

/** `/library/:instance/...` and `/library/exports/...`; without a name the first instance. */
export function LibraryView() {
  const { words: [, name, ...rest], query } = useAddress();
  const instances = useInstances();
  return (
    <section class="page">
      <h1>{t.pages.library}</h1>
      <Loaded query={instances}>
        {known => {
          const names = known.map(instance => instance.name);
          const chosen = name ?? names[0];
          if (chosen === undefined) {
            return <Empty><p>{t.library.none}</p><Link class="button primary" href="/setup">{t.library.setUp}</Link></Empty>;
          }

          return (
            <>
              <InstanceBar instances={known} chosen={chosen} part={rest[0]} query={query} />
              {chosen === 'exports' ? <ExportPages words={rest} instances={names} />
                : names.includes(chosen) ? <InstancePages key={chosen} instance={chosen} part={rest[0]} />
                : <Empty><p>{t.library.noSuch(chosen)}</p></Empty>}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
