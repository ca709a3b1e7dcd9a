import { CircleX, Info, TriangleAlert } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { Button } from '../../../parts/Button';
import { Card } from '../../../parts/Card';
import { t } from '../../../texts';
import type { Detail, Notice } from './notice';
import { RepairButton } from './RepairButton';

const icons = { bad: CircleX, warn: TriangleAlert, accent: Info };
const most = 6;

/** What is wrong, the worst first; of many, the rest is shown when it is asked for. */
export function Notices({ notices }: { notices: readonly Notice[] }) {
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll || notices.length <= most + 1 ? notices : notices.slice(0, most);
  return (
    <Card title={t.now.needs} class="notices">
      <ul>{shown.map(notice => <NoticeRow key={notice.id} notice={notice} />)}</ul>
      {shown.length === notices.length ? null : <p class="all"><Button onClick={() => setShowsAll(true)}>{t.now.more(notices.length - shown.length)}</Button></p>}
    </Card>
  );
}

function NoticeRow({ notice: { tone, title, details, repairs } }: { notice: Notice }) {
  const Icon = icons[tone];
  return (
    <li class={tone}>
      <Icon size={20} aria-hidden="true" />
      <div class="words">
        <p><strong><bdi>{title}</bdi></strong></p>
        {details.map(detail => <DetailLine key={`${detail.subject ?? ''} ${detail.text}`} detail={detail} />)}
      </div>
      <div class="actions">{repairs.map(repair => <RepairButton key={repair.kind} repair={repair} />)}</div>
    </li>
  );
}

function DetailLine({ detail: { subject, text } }: { detail: Detail }) {
  return (
    <p class="muted detail">
      {subject === undefined ? null : <bdi class="subject" title={subject}>{subject}</bdi>}
      {subject === undefined || text === '' ? null : ': '}
      <bdi title={text}>{text}</bdi>
    </p>
  );
}
