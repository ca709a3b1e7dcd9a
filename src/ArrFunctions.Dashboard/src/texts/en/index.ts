import { app, live, pages, parts, problems, signIn, time } from './app';
import { audio } from './audio';
import { indexers } from './indexers';
import { laneName } from './lanes';
import { library } from './library';
import { now } from './now';
import { schedules } from './schedules';
import { setup } from './setup';
import { system } from './system';

export const en = { language: 'en', app, pages, live, signIn, problems, parts, time, laneName, now, indexers, audio, library, schedules, system, setup };
