import { Link } from 'wouter-preact';
import { useGet } from '../../../api/hooks';
import { Card } from '../../../parts/Card';
import { Empty } from '../../../parts/Empty';
import { Loaded } from '../../../parts/Loaded';
import { t } from '../../../texts';
import { ProposalRow } from './ProposalRow';

const states = ['proposed', 'added', 'refused', 'dismissed'] as const;

/** Indexers that lists name; none is added before a person says so. */
export function DiscoveryView() {
  const list = useGet('/api/indexers/discovery');
  const words = t.indexers.discovery;
  return (
    <Loaded query={list}>
      {({ proposals }) => proposals.length === 0
        ? <Empty><p>{words.none}</p><p>{words.howTo} <code>{words.setting}</code>{'. '}<Link href="/system/configuration">{t.indexers.heal.toSetting}</Link></p></Empty>
        : (
          <>
            {states.map(state => [state, proposals.filter(one => one.state === state)] as const).filter(([, found]) => found.length > 0).map(([state, found]) => (
              <Card key={state} title={words.groups[state]} aside={<span class="muted">{words.count(found.length)}</span>}>
                <ul class="rows">{found.map(proposal => <ProposalRow key={proposal.id} proposal={proposal} />)}</ul>
              </Card>
            ))}
          </>
        )}
    </Loaded>
  );
}
