import { answer, client } from '../../../api/client';
import { ActionButton } from '../../../parts/ActionButton';
import { Ago } from '../../../parts/Ago';
import { t } from '../../../texts';
import type { Proposal } from '../shared/types';

const changes = ['/api/indexers'];

/** An indexer that a list names, and what a person can do about it. What the list says is only ever text. */
export function ProposalRow({ proposal }: { proposal: Proposal }) {
  const words = t.indexers.discovery;
  const params = { params: { path: { id: proposal.id } } };
  const name = proposal.name ?? proposal.definition ?? proposal.baseUrl ?? proposal.id;
  return (
    <li class="proposal">
      <div>
        <p><strong><bdi>{name}</bdi></strong></p>
        {proposal.baseUrl === undefined || proposal.baseUrl === name ? null : <p><code>{proposal.baseUrl}</code></p>}
        <p class="muted">{words.facts(proposal.definition ?? proposal.implementation, proposal.protocol, proposal.instance)}{' · '}{words.named} <code>{proposal.source}</code> <Ago time={proposal.firstSeen} /></p>
        {proposal.reason === undefined ? null : <p>{proposal.reason}</p>}
      </div>
      {proposal.state === 'proposed' ? (
        <div class="actions">
          <ActionButton needs="admin" act={() => answer(client.POST('/api/indexers/discovery/{id}/confirm', params))} changes={changes} label={words.addLabel(name)}
            done={added => added.reason === undefined ? words.added(name, proposal.instance) : t.indexers.told(name, added.reason)}
            confirm={{ title: words.addLabel(name), body: <p>{words.adds(proposal.instance)}</p>, button: words.add }}>
            {words.add}
          </ActionButton>
          <ActionButton needs="admin" act={() => answer(client.DELETE('/api/indexers/discovery/{id}', params))} changes={changes} label={words.dismissLabel(name)}
            confirm={{ title: words.dismissLabel(name), body: <p>{words.dismisses}</p>, button: words.dismiss }}>
            {words.dismiss}
          </ActionButton>
        </div>
      ) : null}
    </li>
  );
}
