import { t } from '../../texts';
import { serviceNames, services, type Filled } from './form';

interface Props {
  filled: Filled;
  /** Name and program of one that is there stay. */
  isNew: boolean;
  onChange: (filled: Filled) => void;
}

export function InstanceFields({ filled, isNew, onChange }: Props) {
  const { title, port } = services[filled.service];
  const choose = (service: Filled['service']) => onChange({ ...filled, service, name: filled.name === filled.service ? service : filled.name });
  return (
    <>
      {isNew ? (
        <>
          <label class="field">
            <span>{t.setup.instances.service}</span>
            <select value={filled.service} onChange={event => choose(serviceNames.find(name => name === event.currentTarget.value) ?? filled.service)}>
              {serviceNames.map(name => <option key={name} value={name}>{services[name].title}</option>)}
            </select>
          </label>
          <label class="field">
            <span>{t.setup.instances.name}</span>
            <input required value={filled.name} spellcheck={false} autocomplete="off" onInput={event => onChange({ ...filled, name: event.currentTarget.value })} />
            <small>{t.setup.instances.nameHint}</small>
          </label>
        </>
      ) : null}
      <label class="field">
        <span>{t.setup.instances.url}</span>
        <input type="url" required value={filled.url} placeholder={`http://${filled.service}:${port}`} spellcheck={false} autocomplete="off"
          onInput={event => onChange({ ...filled, url: event.currentTarget.value })} />
        <small>{t.setup.instances.urlHint}</small>
      </label>
      <label class="field">
        <span>{t.setup.instances.key}</span>
        <input type="password" required={isNew} value={filled.apiKey} spellcheck={false} autocomplete="off" onInput={event => onChange({ ...filled, apiKey: event.currentTarget.value })} />
        <small>{t.setup.instances.keyHint(title)} {isNew ? null : t.setup.instances.keyKept}</small>
      </label>
    </>
  );
}
