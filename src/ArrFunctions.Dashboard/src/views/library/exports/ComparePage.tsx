import { Card } from '../../../parts/Card';
import { Empty } from '../../../parts/Empty';
import { Loaded } from '../../../parts/Loaded';
import { useChoices } from '../../../shell/address';
import { t } from '../../../texts';
import { Choice } from '../Choice';
import { Comparison } from './Comparison';
import { ExportSelect } from './ExportSelect';
import { pairOf } from './pair';
import { useExports } from './useExports';

const text = t.library.compare;

/** Two exports of one instance beside each other; which ones is in the address. Without a choice the last two. */
export function ComparePage({ instances }: { instances: readonly string[] }) {
  const { query, choose } = useChoices();
  const instance = query['instance'] ?? instances[0] ?? '';
  const pages = useExports(instance, 100);
  return (
    <Loaded query={{ ...pages, data: pages.data?.pages.flatMap(page => page.exports) }}>
      {known => {
        const ended = known.filter(one => one.figures !== undefined && one.instance === instance);
        const [from, to] = pairOf(ended, query);
        return (
          <>
            <Card title={text.choose}>
              <div class="filters">
                <div class="field">
                  <span>{t.library.export.instance}</span>
                  <Choice label={t.library.export.instance} value={instance} options={instances.map(name => ({ value: name, title: name }))}
                    onChoose={chosen => choose({ instance: chosen, from: undefined, to: undefined }, true)} />
                </div>
                <ExportSelect label={text.from} exports={ended} value={from} onChoose={id => choose({ instance, from: id, to }, true)} />
                <ExportSelect label={text.to} exports={ended} value={to} onChoose={id => choose({ instance, from, to: id }, true)} />
              </div>
              {ended.length < 2 ? <Empty>{text.tooFew}</Empty> : from === undefined ? <Empty>{text.pick}</Empty> : null}
            </Card>
            {from === undefined || to === undefined || ended.length < 2 ? null : from === to ? <p class="note warn">{text.same1}</p> : <Comparison from={from} to={to} />}
          </>
        );
      }}
    </Loaded>
  );
}
