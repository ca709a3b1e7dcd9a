import type { ComponentChildren } from 'preact';
import { Route, Switch } from 'wouter-preact';
import { Tabs } from '../../parts/Tabs';
import { t } from '../../texts';
import { NotFound } from '../NotFound';
import { BatchPage } from './batches/BatchPage';
import { BatchesPage } from './batches/BatchesPage';
import { StartPage } from './batches/StartPage';
import { ExplainPage } from './explain/ExplainPage';
import { JobPage } from './jobs/JobPage';
import { JobsPage } from './jobs/JobsPage';
import { PlansPage } from './plans/PlansPage';
import { WaitingPage } from './waiting/WaitingPage';
import { useJobStats } from './useJobStats';
import './audio.css';
import './batches.css';

/** What is done to audio tracks: jobs, what waits, what is planned, whole folders, and why a track is chosen. */
export function AudioView() {
  return (
    <Switch>
      <Route path="/audio/jobs/:id">{({ id }) => <JobPage key={id} id={id} />}</Route>
      <Route path="/audio/batches/new"><StartPage /></Route>
      <Route path="/audio/batches/:id">{({ id }) => <BatchPage key={id} id={id} />}</Route>
      <Route path="/audio"><Part><JobsPage /></Part></Route>
      <Route path="/audio/waiting"><Part><WaitingPage /></Part></Route>
      <Route path="/audio/plans"><Part><PlansPage /></Part></Route>
      <Route path="/audio/batches"><Part><BatchesPage /></Part></Route>
      <Route path="/audio/explain"><Part><ExplainPage /></Part></Route>
      <Route><NotFound /></Route>
    </Switch>
  );
}

function Part({ children }: { children: ComponentChildren }) {
  const stats = useJobStats();
  return (
    <section class="page">
      <h1>{t.pages.audio}</h1>
      <Tabs label={t.audio.tabs.label} tabs={[
        { path: '/audio', title: t.audio.tabs.jobs },
        { path: '/audio/waiting', title: t.audio.tabs.waiting, count: stats.data?.now.waiting },
        { path: '/audio/plans', title: t.audio.tabs.plans },
        { path: '/audio/batches', title: t.audio.tabs.batches },
        { path: '/audio/explain', title: t.audio.tabs.explain },
      ]} />
      {children}
    </section>
  );
}
