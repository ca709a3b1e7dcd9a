import { Check } from 'lucide-preact';
import { Link, Redirect } from 'wouter-preact';
import { useGet } from '../../api/hooks';
import { Loaded } from '../../parts/Loaded';
import { PageHead } from '../../parts/PageHead';
import { useAddress } from '../../shell/address';
import { t } from '../../texts';
import { InstancesStep } from './InstancesStep';
import { LiveStep } from './LiveStep';
import { MediaStep } from './MediaStep';
import { PreviewStep } from './PreviewStep';
import { ToldStep } from './ToldStep';
import { WebhookStep } from './WebhookStep';
import { currentStep, stepNames, stepsOf, type Step, type StepName } from './steps';
import './setup.css';

const views = { instances: InstancesStep, media: MediaStep, webhook: WebhookStep, preview: PreviewStep, live: LiveStep, told: ToldStep };

/** From nothing to the first file: what is to be done, in its order, and how far it is. A step stays until somebody goes on, so that a second instance can be added. */
export function SetupView() {
  const report = useGet('/api/setup');
  const told = useGet('/api/notifications');
  const { words } = useAddress();
  return (
    <section class="page setup">
      <PageHead title={t.pages.setup} />
      <Loaded query={report} lines={6}>
        {found => {
          const steps = stepsOf(found, (told.data?.targets.length ?? 0) > 0);
          const current = currentStep(steps, words[1]);
          return (
            <>
              {words[1] === undefined ? <Redirect to={`/setup/${current}`} replace /> : null}
              <p class={found.isComplete ? 'note good' : 'muted'}>
                {found.isComplete ? t.setup.complete : t.setup.intro} {found.isComplete ? <Link href="/">{t.setup.toStart}</Link> : null}
              </p>
              <div class="guide">
                <StepList steps={steps} current={current} />
                <CurrentStep step={steps.find(step => step.name === current)} name={current} />
              </div>
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

function StepList({ steps, current }: { steps: readonly Step[]; current: StepName }) {
  const next = steps.find(step => step.state === 'open');
  return (
    <ol class="steps">
      {steps.map((step, place) => (
        <li key={step.name}>
          <Link href={`/setup/${step.name}`} class={step.state} aria-current={step.name === current ? 'step' : undefined}>
            <i aria-hidden="true">{step.state === 'done' ? <Check size={16} /> : place + 1}</i>
            <span>{t.setup.steps[step.name].title}<small>{step === next ? t.setup.next : t.setup.state[step.state]}</small></span>
          </Link>
        </li>
      ))}
    </ol>
  );
}

function CurrentStep({ name, step }: { name: StepName; step: Step | undefined }) {
  const View = views[name];
  const following = stepNames[stepNames.indexOf(name) + 1];
  return (
    <section class="card step" aria-labelledby="step-title">
      <h2 id="step-title">{t.setup.steps[name].title}</h2>
      <p class="muted">{t.setup.steps[name].lead}</p>
      {step?.details.map(detail => <p key={detail} class="note warn">{detail}</p>)}
      <View />
      {step?.state === 'done' && following !== undefined
        ? <p class="onward"><Link class="button primary" href={`/setup/${following}`}>{t.setup.onward(t.setup.steps[following].title)}</Link></p>
        : null}
    </section>
  );
}
