import { useEffect, useRef, useState } from 'preact/hooks';
import { onSession } from '../api/session';
import { t } from '../texts';
import { useSession } from './SessionContext';

/** The service was replaced by another version while the page was open: the page is of the old one. */
export function VersionNote() {
  const session = useSession();
  const first = useRef(session.version);
  const [version, setVersion] = useState(session.version);
  useEffect(() => onSession(found => setVersion(found?.version ?? first.current)), []);
  return version === first.current ? null : (
    <p class="banner" role="status">
      {t.app.newVersion} <button type="button" onClick={() => window.location.reload()}>{t.app.reload}</button>
    </p>
  );
}
