import { HALL } from './config';
import { Api } from './lib/api';
import { Errands } from './lib/errands';
import { Entry } from './lib/entry';

/** What all pages share. */
export interface Shared {
  api: Api;
  errands: Errands;
  entry: Entry;
}

const api = new Api(HALL);

App<Shared>({ api, errands: new Errands(), entry: new Entry(api) });
