import { ExternalLink, FileDown } from 'lucide-preact';
import { root } from '../../../api/client';
import { formatBytes } from '../../../format/numbers';
import { Card } from '../../../parts/Card';
import { t } from '../../../texts';
import type { Artifact, Export } from '../types';
import { downloadOf, isAtWork } from './state';

const text = t.library.export;

/** The files of an export. The report is looked at, the others are saved. */
export function DownloadsCard({ shown }: { shown: Export }) {
  const artifacts = shown.artifacts ?? [];
  return (
    <Card title={text.downloads}>
      {artifacts.length === 0
        ? <p class="muted">{isAtWork(shown) ? text.noArtifactsYet : text.noArtifacts}</p>
        : <ul class="rows downloads">{[...artifacts].sort(reportFirst).map(artifact => <Download key={artifact.name} artifact={artifact} />)}</ul>}
    </Card>
  );
}

const isReport = (artifact: Artifact) => artifact.name === 'report.html';
const reportFirst = (a: Artifact, b: Artifact) => Number(isReport(b)) - Number(isReport(a));

function Download({ artifact }: { artifact: Artifact }) {
  const place = downloadOf(artifact.href, root);
  const Icon = isReport(artifact) ? ExternalLink : FileDown;
  return (
    <li>
      {place === undefined ? <bdi>{artifact.name}</bdi> : (
        <a href={place} {...isReport(artifact) ? { target: '_blank', rel: 'noopener noreferrer' } : { download: artifact.name }}>
          <Icon size={17} aria-hidden="true" />{artifact.name}{isReport(artifact) ? <span class="hidden">, {text.opens}</span> : null}
        </a>
      )}
      <span class="number muted">{formatBytes(artifact.size)}</span>
      <small class="muted">{text.artifacts[artifact.name] ?? artifact.mediaType}</small>
    </li>
  );
}
