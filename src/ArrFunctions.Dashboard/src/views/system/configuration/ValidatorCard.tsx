import { useState } from 'preact/hooks';
import { answer, client } from '../../../api/client';
import { useAction } from '../../../api/hooks';
import { Button } from '../../../parts/Button';
import { Card } from '../../../parts/Card';
import { ErrorNote } from '../../../parts/ErrorNote';
import { useMay } from '../../../shell/SessionContext';
import { t } from '../../../texts';
import { Findings } from './Findings';

const validate = ({ text, connectivity }: { text: string; connectivity: boolean }) => answer(client.POST('/api/config/validate', {
  body: text,
  bodySerializer: body => body as string,
  headers: { 'Content-Type': 'application/yaml' },
  params: { query: { connectivity } },
}));

/** Looks at a `config.yaml` before it is used. Nothing is changed. */
export function ValidatorCard() {
  const texts = t.system.validator;
  const may = useMay('admin');
  const [text, setText] = useState('');
  const [connectivity, setConnectivity] = useState(false);
  const action = useAction(validate, []);
  return (
    <Card title={texts.title}>
      <p class="muted">{texts.what}</p>
      <label class="field">
        <span>{texts.text}</span>
        <textarea class="yaml" rows={8} value={text} spellcheck={false} placeholder={texts.placeholder} onInput={event => setText(event.currentTarget.value)} />
      </label>
      <div class="filters">
        <label class="check"><input type="checkbox" checked={connectivity} onChange={event => setConnectivity(event.currentTarget.checked)} />{texts.connectivity}</label>
        <Button isBusy={action.isPending} disabled={!may} title={may ? undefined : t.parts.needs('admin')} onClick={() => action.mutate({ text, connectivity })}>
          {text.trim() === '' ? texts.current : texts.validate}
        </Button>
      </div>
      {action.error === null ? null : <ErrorNote problem={action.error} />}
      {action.data === undefined ? null : <Findings report={action.data} />}
    </Card>
  );
}
