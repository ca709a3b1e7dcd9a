import { t } from '../../../texts';
import { roles, type KeyRole } from './keys';

/** The roles, each with what a key of it may do. */
export function RoleChooser({ role, onChoose }: { role: KeyRole; onChoose: (role: KeyRole) => void }) {
  return (
    <fieldset class="roles">
      <legend>{t.system.keys.role}</legend>
      {roles.map(known => (
        <div key={known} class="check">
          <input type="radio" name="role" id={`role-${known}`} value={known} checked={role === known} onChange={() => onChoose(known)} />
          <label for={`role-${known}`}><strong>{known}</strong><small class="muted">{t.system.keys.roles[known]}</small></label>
        </div>
      ))}
    </fieldset>
  );
}
