import { door } from './door.ts';
import { checkups } from '../services/checkups.ts';
import { jobs } from '../services/jobs.ts';
import { people } from '../services/people.ts';

/** Every handler behind the door; a request of the contract without one does not compile. */
export const router = door.router({
  checkups,
  people,
  jobs,
});
