import { Card } from '../../../parts/Card';
import { t } from '../../../texts';

/** How the same is done on the machine, and how a file is brought in again. */
export function CommandsCard() {
  const texts = t.system.commands;
  return (
    <Card title={texts.title}>
      {texts.all.map(({ when, command }) => <div key={when}><p>{when}</p><pre>{command}</pre></div>)}
      <p class="muted">{texts.note}</p>
    </Card>
  );
}
