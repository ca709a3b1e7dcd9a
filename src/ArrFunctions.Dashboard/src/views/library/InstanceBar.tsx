import { Clapperboard, FileClock, Tv } from 'lucide-preact';
import { Link } from 'wouter-preact';
import { addressOf, type Query } from '../../shell/address';
import { t } from '../../texts';
import { StartExport } from './exports/StartExport';
import { libraryPath } from './place';

interface Props {
  instances: readonly { name: string; service: string }[];
  chosen: string;
  /** What is shown of the chosen one, and stays when another is chosen. */
  part: string | undefined;
  query: Query;
}

/** Which library is looked at, or the exports of all of them. */
export function InstanceBar({ instances, chosen, part, query }: Props) {
  const stays = chosen === 'exports' || part === undefined ? [] : [part];
  // Filters mean the same of each library, one title does not.
  const filters = chosen === 'exports' ? {} : { ...query, item: undefined };
  return (
    <div class="instance-bar">
      <nav aria-label={t.library.instances}>
        {instances.map(({ name, service }) => {
          const Icon = service === 'sonarr' ? Tv : Clapperboard;
          return <Link key={name} href={addressOf(libraryPath(name, ...stays), filters)} aria-current={name === chosen ? 'page' : undefined}><Icon size={17} aria-hidden="true" /><bdi>{name}</bdi></Link>;
        })}
        <Link href={libraryPath('exports')} aria-current={chosen === 'exports' ? 'page' : undefined}><FileClock size={17} aria-hidden="true" />{t.library.exports}</Link>
      </nav>
      <StartExport instances={instances.map(({ name }) => name)} chosen={chosen === 'exports' ? undefined : chosen} />
    </div>
  );
}
