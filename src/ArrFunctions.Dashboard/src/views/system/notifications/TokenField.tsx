import { t } from '../../../texts';
import type { Filled } from './targetForm';
import { TextField } from './TextField';

/** A secret of the target that can be given, kept or taken away, and never read. */
export function TokenField({ filled, isSaved, onChange }: { filled: Filled; isSaved: boolean; onChange: (change: Partial<Filled>) => void }) {
  const texts = t.system.targetForm;
  const hint = `${texts.tokenHints[filled.kind] ?? ''}${isSaved ? ` ${texts.tokenKept}` : ''}`;
  return (
    <>
      {filled.isTokenGone ? null : <TextField label={texts.tokens[filled.kind] ?? ''} type="password" value={filled.token} hint={hint} onType={token => onChange({ token })} />}
      {isSaved ? (
        <label class="check">
          <input type="checkbox" checked={filled.isTokenGone} onChange={event => onChange({ isTokenGone: event.currentTarget.checked, token: '' })} />{texts.tokenGone}
        </label>
      ) : null}
    </>
  );
}
