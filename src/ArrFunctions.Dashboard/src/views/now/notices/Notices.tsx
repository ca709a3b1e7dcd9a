import { CircleX, Info, TriangleAlert } from 'lucide-preact';
import { Card } from '../../../parts/Card';
import { t } from '../../../texts';
import type { Notice } from './notice';
import { RepairButton } from './RepairButton';

const icons = { bad: CircleX, warn: TriangleAlert, accent: Info };

export function Notices({ notices }: { notices: readonly Notice[] }) {
  return (
    <Card title={t.now.needs} class="notices">
      <ul>
        {notices.map(notice => <NoticeRow key={notice.id} notice={notice} />)}
      </ul>
    </Card>
  );
}

function NoticeRow({ notice: { tone, title, detail, repairs } }: { notice: Notice }) {
  const Icon = icons[tone];
  return (
    <li class={tone}>
      <Icon size={20} aria-hidden="true" />
      <div class="words">
        <p><strong><bdi>{title}</bdi></strong></p>
        <p class="muted"><bdi>{detail}</bdi></p>
      </div>
      <div class="actions">{repairs.map(repair => <RepairButton key={repair.kind} repair={repair} />)}</div>
    </li>
  );
}
