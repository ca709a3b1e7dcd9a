import { useGet } from '../../../api/hooks';
import { Ago } from '../../../parts/Ago';
import { t } from '../../../texts';
import { FromExport } from '../FromExport';
import { AdviceCard } from './AdviceCard';
import { BreakdownCard } from './BreakdownCard';
import { CandidatesStrip } from './CandidatesStrip';
import { CategoriesCard } from './CategoriesCard';
import { FiguresList } from './FiguresList';
import { HealthCard } from './HealthCard';
import { ScoresCard } from './ScoresCard';
import { SharesCard } from './SharesCard';

/** A library at a glance. */
export function Overview({ instance }: { instance: string }) {
  const summary = useGet('/api/library/{instance}/summary', { params: { path: { instance } } });
  return (
    <FromExport instance={instance} query={summary}>
      {data => (
        <>
          <FiguresList summary={data} />
          <CandidatesStrip summary={data} />
          <div class="columns">
            <div class="stack"><HealthCard health={data.health} /><ScoresCard figures={data.figures} /></div>
            <div class="stack"><AdviceCard health={data.health} /><SharesCard figures={data.figures} /></div>
          </div>
          <CategoriesCard categories={data.categories} />
          <BreakdownCard breakdown={data.breakdown} />
          <p class="muted">{t.library.collected} <Ago time={data.collected} /></p>
        </>
      )}
    </FromExport>
  );
}
