export const app = {
  name: 'ArrFunctions',
  starting: 'One moment …',
  skip: 'Skip to content',
  navigation: 'Main',
  signedIn: (name: string, role: string) => `${name} (${role})`,
  signOut: 'Sign out',
  notFound: 'There is no such page',
  toStart: 'Go to the start',
  newVersion: 'The service is of another version now.',
  reload: 'Load the page again',
  notDrawn: 'This page cannot be shown',
  notDrawnLong: 'The service told something that this page does not understand. Perhaps the service is of another version now.',
};

export const pages = {
  now: 'Now',
  indexers: 'Indexers',
  audio: 'Audio',
  library: 'Library',
  schedules: 'Schedules',
  system: 'System',
  setup: 'First steps',
};

export const live = {
  label: { stream: 'Live', polling: 'Every 5 s', lost: 'No connection' },
  title: {
    stream: 'What happens is shown at once.',
    polling: 'The stream of events cannot be had here, so the page asks every 5 seconds.',
    lost: 'The service does not answer. The page goes on trying.',
  },
  lostLong: 'The service does not answer. What you see is as it was; the page goes on by itself as soon as it is back.',
};

export const signIn = {
  title: 'Sign in',
  ended: 'Your session is over. Sign in again, and you are where you were.',
  key: 'Key',
  submit: 'Sign in',
  where: 'At its first start the service wrote a key into its data folder, in the file',
  file: 'initial-key',
  places: [
    ['In a container:', 'docker exec arrfunctions cat /config/initial-key'],
    ['Started by hand:', 'cat ~/.local/share/arrfunctions/initial-key'],
  ] as readonly (readonly [string, string])[],
};

export const problems = {
  unreachable: 'The service does not answer. It may be starting; the page goes on trying.',
  status: (status: number) => `The service, or something before it, answered with ${status} and without a reason.`,
};

export const parts = {
  back: 'Back',
  close: 'Close',
  cancel: 'Cancel',
  loading: 'Being fetched',
  more: 'More',
  rows: (from: number, to: number) => `Rows ${from} to ${to}`,
  asTable: 'As a table',
  last: 'Last values',
  day: 'Day',
  band: 'Range',
  needs: (role: string) => `This needs a key with the role ${role}.`,
};

export const time = { now: 'now', day: 'd', hour: 'h', minute: 'min', second: 's' };
