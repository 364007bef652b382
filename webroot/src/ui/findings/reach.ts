import { situationOf } from '../../parcours/situation';
import type { Finding, Todo } from '../../wire/protocol.gen';
import type { BoardModel } from '../model/BoardModel.svelte';
import { paths } from '../route.svelte';

/** What there is to do stands at another place of the sheet than the finding itself. */
const elsewhere: Partial<Record<Todo, string>> = {
  addBloc: 'etapes',
  giveEtape: 'etapes',
  linkEarlier: 'reinvestit',
  changeSomething: 'reinvestit',
  chooseVisee: 'visee',
  askAccord: 'accord',
  addJalon: 'jalon',
  planEvaluation: 'evaluation',
};

/** Where what is missing is added. */
const wanting: Readonly<Record<string, string>> = {
  competence: 'competenceCoIntervention',
  savoir: 'savoirCoIntervention',
  sociale: 'competenceCommune',
  creativite: 'competenceCommune',
};

const COMPLETED: ReadonlySet<Todo> = new Set(['completeContexte', 'completeAnchors', 'addCompetence']);

/** Where in a sheet something can be done about a finding: the name of a place (`data-place`). */
function placeOf({ place: { entity, field }, todo, detail }: Finding): string {
  const missing = COMPLETED.has(todo) && detail.type === 'missing' ? detail.what[0] : undefined;
  const place = missing === undefined ? field : (wanting[missing] ?? missing);
  return `${entity}/${elsewhere[todo] ?? place ?? ''}`;
}

/** Goes to where something can be done about a finding of the sheet that is open. */
export function reach(finding: Finding): void {
  const place = document.querySelector<HTMLElement>(`[data-place="${CSS.escape(placeOf(finding))}"]`);
  if (!place) return;
  place.scrollIntoView({ block: 'center' });
  const takesKeys = 'button, input, select, textarea, a, [tabindex]';
  const first = place.matches(takesKeys) ? place : place.querySelector<HTMLElement>(takesKeys);
  first?.focus({ preventScroll: true });
}

const inParcours: ReadonlySet<Todo> = new Set([
  'coverCompetence',
  'shareBloc',
  'exploreUnivers',
  'varyContextes',
]);

const inAnnee: ReadonlySet<Todo> = new Set([
  'planPfmp',
  'splitPfmp',
  'movePfmp',
  'writeObjectif',
  'askValidation',
  'moveFenetre',
  'completeAnchors',
  'planSeances',
  'addCompetence',
  'addJalon',
  'planEvaluation',
  'reviewStart',
]);

/** Whether a finding is about the year: it is told on its page. */
export function isInAnnee({ todo }: Finding): boolean {
  return inAnnee.has(todo);
}

/** The page on which something can be done about a finding. */
export function pathOf(board: BoardModel, { todo, place }: Finding): string {
  if (inParcours.has(todo)) return paths.parcours(board.id);
  if (inAnnee.has(todo)) return paths.annee(board.id);
  const situation = situationOf(board, place.entity);
  return situation === undefined ? paths.classe(board.id) : paths.situation(board.id, situation);
}
