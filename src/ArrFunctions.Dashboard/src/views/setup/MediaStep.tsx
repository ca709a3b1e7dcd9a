import { useGet } from '../../api/hooks';
import { Empty } from '../../parts/Empty';
import { Loaded } from '../../parts/Loaded';
import { t } from '../../texts';
import { hasLibrary } from './InstanceRow';
import { MappingEditor } from './MappingEditor';
import { RootsEditor } from './RootsEditor';

export function MediaStep() {
  const instances = useGet('/api/instances');
  return (
    <>
      <RootsEditor />
      <Loaded query={instances}>
        {({ instances: found }) => {
          const libraries = found.filter(hasLibrary);
          return libraries.length === 0 ? <Empty>{t.setup.media.needsInstance}</Empty> : <>{libraries.map(instance => <MappingEditor key={instance.name} instance={instance} />)}</>;
        }}
      </Loaded>
    </>
  );
}
