// Written by fr.binome.wire.ProtocolTs from the records of the protocol; not to be edited.
import type { Delta } from '../text/op';

/** What a register holds: a word, a whole number, a flag, a day, a period of days or several words. */
export type Value =
  | string
  | number
  | boolean
  | { readonly day: string }
  | { readonly start: string; readonly end: string }
  | { readonly words: readonly string[] };

export type Command =
  | CreateCommand
  | SetFieldCommand
  | EditTextCommand
  | MoveCommand
  | RemoveCommand
  | RestoreCommand;

export interface CreateCommand {
  readonly type: 'create';
  readonly kind: string;
  readonly id: string;
  readonly in: string;
  readonly after?: string;
  readonly fields: Readonly<Record<string, Value | Delta>>;
}

export interface SetFieldCommand {
  readonly type: 'setField';
  readonly id: string;
  readonly field: string;
  readonly value?: Value;
}

export interface EditTextCommand {
  readonly type: 'editText';
  readonly id: string;
  readonly field: string;
  readonly delta: Delta;
}

export interface MoveCommand {
  readonly type: 'move';
  readonly id: string;
  readonly in: string;
  readonly after?: string;
}

export interface RemoveCommand {
  readonly type: 'remove';
  readonly id: string;
}

export interface RestoreCommand {
  readonly type: 'restore';
  readonly id: string;
}

export type Change =
  | PutChange
  | SetChange
  | MoveChange
  | RemoveChange
  | RestoreChange
  | EditChange
  | PurgeChange;

export interface PutChange {
  readonly type: 'put';
  readonly kind: string;
  readonly id: string;
  readonly in: string;
  readonly rank: string;
  readonly fields: Readonly<Record<string, Value | Delta>>;
}

export interface SetChange {
  readonly type: 'set';
  readonly id: string;
  readonly field: string;
  readonly value?: Value;
}

export interface MoveChange {
  readonly type: 'move';
  readonly id: string;
  readonly in: string;
  readonly rank: string;
}

export interface RemoveChange {
  readonly type: 'remove';
  readonly id: string;
}

export interface RestoreChange {
  readonly type: 'restore';
  readonly id: string;
}

export interface EditChange {
  readonly type: 'edit';
  readonly id: string;
  readonly field: string;
  readonly delta: Delta;
}

export interface PurgeChange {
  readonly type: 'purge';
  readonly id: string;
}

export type Up =
  | UpHello
  | UpJoin
  | UpSubmit
  | UpPresence
  | UpPing
  | UpLeave;

export interface UpHello {
  readonly type: 'hello';
  readonly ticket: string;
  readonly protocol: number;
  readonly build: string;
}

export interface UpJoin {
  readonly type: 'join';
  readonly board: string;
  readonly client?: string;
  readonly incarnation: string;
  readonly since: number;
}

export interface UpSubmit {
  readonly type: 'submit';
  readonly board: string;
  readonly client: string;
  readonly number: number;
  readonly base: number;
  readonly commands: readonly Command[];
}

export interface UpPresence {
  readonly type: 'presence';
  readonly board: string;
  readonly seq: number;
  readonly after: number;
  readonly at?: Place;
}

export interface UpPing {
  readonly type: 'ping';
  readonly id: number;
}

export interface UpLeave {
  readonly type: 'leave';
  readonly board: string;
}

export interface Place {
  readonly id: string;
  readonly field?: string;
  readonly index?: number;
  readonly length?: number;
}

export type Down =
  | DownWelcome
  | DownState
  | DownPeople
  | DownFrame
  | DownAnswer
  | DownRetry
  | DownPresence
  | DownInsight
  | DownPong
  | DownResync
  | DownError
  | DownGoingAway;

export interface DownWelcome {
  readonly type: 'welcome';
  readonly session: number;
  readonly person: string;
  readonly now: string;
  readonly build: string;
  readonly limits: Readonly<Record<string, number>>;
}

export interface DownState {
  readonly type: 'state';
  readonly board: string;
  readonly incarnation: string;
  readonly role: Role;
  readonly head: number;
  readonly pen?: number;
  readonly lastNumber?: number;
  readonly lastSeq?: number;
  readonly quarantined?: boolean;
  readonly unseen?: boolean;
}

export interface DownPeople {
  readonly type: 'people';
  readonly board: string;
  readonly people: Readonly<Record<string, Shown>>;
}

export interface DownFrame {
  readonly type: 'frame';
  readonly board: string;
  readonly from: number;
  readonly to: number;
  readonly submissions: readonly Accepted[];
}

export interface DownAnswer {
  readonly type: 'answer';
  readonly board: string;
  readonly number: number;
  readonly outcome: Outcome;
  readonly seq?: number;
  readonly command?: number;
  readonly reason?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly at: number;
}

export interface DownRetry {
  readonly type: 'retry';
  readonly board: string;
  readonly number: number;
  readonly reason: string;
  readonly afterMs: number;
}

export interface DownPresence {
  readonly type: 'presence';
  readonly board: string;
  readonly sessions: readonly Present[];
}

export interface DownInsight {
  readonly type: 'insight';
  readonly board: string;
  readonly seq: number;
  readonly values: InsightValues;
  readonly gone?: readonly string[];
  readonly by?: readonly string[];
}

export interface DownPong {
  readonly type: 'pong';
  readonly id: number;
  readonly heads: Readonly<Record<string, number>>;
}

export interface DownResync {
  readonly type: 'resync';
  readonly board: string;
  readonly from: ResyncFrom;
  readonly reason: string;
}

export interface DownError {
  readonly type: 'error';
  readonly reason: Fault;
  readonly board?: string;
  readonly number?: number;
  readonly detail?: string;
}

export interface DownGoingAway {
  readonly type: 'goingAway';
  readonly reason: string;
  readonly afterMs: number;
}

export type Role =
  | 'lecture'
  | 'commentaire'
  | 'ecriture'
  | 'responsable';

export interface Shown {
  readonly name: string;
  readonly hue: number;
}

export interface Accepted {
  readonly seq: number;
  readonly by: string;
  readonly pen?: number;
  readonly number?: number;
  readonly at: string;
  readonly changes: readonly Change[];
}

export type Outcome =
  | 'accepted'
  | 'refused'
  | 'old';

export interface Present {
  readonly session: number;
  readonly person: string;
  readonly pen?: number;
  readonly seq: number;
  readonly after: number;
  readonly at?: Place;
  readonly gone?: boolean;
}

export type ResyncFrom =
  | 'tail'
  | 'snapshot';

export type Fault =
  | 'malformed'
  | 'unknownType'
  | 'tooBig'
  | 'notText'
  | 'helloExpected'
  | 'helloTwice'
  | 'ticket'
  | 'protocol'
  | 'notJoined'
  | 'noBoard'
  | 'client'
  | 'numberReused'
  | 'ahead'
  | 'quarantined'
  | 'tooManyBoards';

export interface BoardState {
  readonly incarnation: string;
  readonly seq: number;
  readonly entities: readonly EntityState[];
}

export interface EntityState {
  readonly kind: string;
  readonly id: string;
  readonly in: string;
  readonly rank: string;
  readonly fields: Readonly<Record<string, Value | Delta>>;
  readonly written: Readonly<Record<string, number>>;
  readonly removed?: BinState;
}

export interface BinState {
  readonly at: string;
  readonly by: string;
}

export type Detail =
  | PlainDetail
  | MissingDetail
  | TooFewDetail
  | FewBlocsDetail
  | ThinDetail
  | GapDetail
  | LevelsDetail
  | RecedesDetail
  | UnchangedDetail
  | PersonsDetail
  | HoursSharedDetail
  | OverloadedDetail
  | ReservedDetail
  | SpecialisedDetail
  | ShareDetail
  | SeancesDetail
  | WeeksOfDetail
  | SplitDetail
  | BeyondDetail
  | StartsDetail
  | InHolidaysDetail
  | OverPfmpDetail;

export interface PlainDetail {
  readonly type: 'plain';
}

export interface MissingDetail {
  readonly type: 'missing';
  readonly what: readonly string[];
}

export interface TooFewDetail {
  readonly type: 'tooFew';
  readonly count: number;
  readonly min: number;
}

export interface FewBlocsDetail {
  readonly type: 'fewBlocs';
  readonly blocs: readonly string[];
  readonly min: number;
}

export interface ThinDetail {
  readonly type: 'thin';
  readonly chars: number;
  readonly min: number;
  readonly sansEtape: readonly string[];
}

export interface GapDetail {
  readonly type: 'gap';
  readonly competence: string;
  readonly year: CycleYear;
  readonly drafts: number;
  readonly week?: number;
  readonly monday?: string;
  readonly late: boolean;
}

export interface LevelsDetail {
  readonly type: 'levels';
  readonly expected: Complexite;
  readonly actual?: Complexite;
}

export interface RecedesDetail {
  readonly type: 'recedes';
  readonly competence: string;
  readonly before: CycleYear;
  readonly was: Complexite;
  readonly after: CycleYear;
  readonly is: Complexite;
}

export interface UnchangedDetail {
  readonly type: 'unchanged';
  readonly earlier: string;
}

export interface PersonsDetail {
  readonly type: 'persons';
  readonly persons: readonly string[];
}

export interface HoursSharedDetail {
  readonly type: 'hoursShared';
  readonly hours: number;
  readonly of: number;
}

export interface OverloadedDetail {
  readonly type: 'overloaded';
  readonly person: string;
  readonly weekly: number;
  readonly service: number;
}

export interface ReservedDetail {
  readonly type: 'reserved';
  readonly bloc: string;
  readonly by: string;
}

export interface SpecialisedDetail {
  readonly type: 'specialised';
  readonly person: string;
  readonly univers: readonly string[];
  readonly min: number;
}

export interface ShareDetail {
  readonly type: 'share';
  readonly part: number;
  readonly of: number;
}

export interface SeancesDetail {
  readonly type: 'seances';
  readonly discipline?: string;
  readonly minutes: number;
  readonly hours: number;
}

export interface WeeksOfDetail {
  readonly type: 'weeksOf';
  readonly ruleset: string;
  readonly weeks: number;
  readonly of: number;
}

export interface SplitDetail {
  readonly type: 'split';
  readonly ruleset: string;
  readonly weeks: readonly number[];
}

export interface BeyondDetail {
  readonly type: 'beyond';
  readonly day: string;
  readonly limit: string;
}

export interface StartsDetail {
  readonly type: 'starts';
  readonly day: string;
}

export interface InHolidaysDetail {
  readonly type: 'inHolidays';
  readonly holiday: string;
}

export interface OverPfmpDetail {
  readonly type: 'overPfmp';
  readonly pfmp: string;
}

export type CycleYear =
  | 'seconde'
  | 'premiere'
  | 'terminale';

export type Complexite =
  | 'courante'
  | 'complexe'
  | 'critique';

export interface InsightValues {
  readonly coverage?: CoverageSummary;
  readonly [key: `coverage/${string}`]: Cell;
  readonly [key: `situation/${string}`]: SituationInsight;
  readonly [key: `findings/${string}`]: readonly Finding[];
  readonly blocs?: Blocs;
  readonly hours?: Hours;
  readonly pfmp?: PfmpCycle;
  readonly weeks?: readonly Week[];
  readonly seconde?: Seconde;
  readonly outils?: Outils;
  readonly [key: `parcours/${string}`]: Parcours;
  readonly [key: `annees/${string}`]: AutreAnnee;
  readonly [key: `matrix/${string}`]: ParcoursRow;
}

export interface CoverageSummary {
  readonly total: number;
  readonly covered: number;
  readonly gaps: readonly string[];
}

export interface Cell {
  readonly count: number;
  readonly minutes: number;
  readonly complexite?: Complexite;
  readonly drafts: number;
  readonly situations: readonly string[];
}

export interface SituationInsight {
  readonly minutes: Minutes;
  readonly competences: Readonly<Record<string, number>>;
  readonly blocs: Readonly<Record<string, Minutes>>;
  readonly numbers: readonly string[];
  readonly sansEtape: readonly string[];
  readonly builtOn: readonly Lineage[];
  readonly reusedBy: readonly string[];
}

export interface Finding {
  readonly id: string;
  readonly rule: string;
  readonly source: string;
  readonly level: Level;
  readonly place: FindingPlace;
  readonly todo: Todo;
  readonly detail: Detail;
  readonly setAside?: SetAside;
}

export interface Blocs {
  readonly situations: readonly number[];
  readonly uses: readonly BlocUse[];
}

export interface Hours {
  readonly volume: number;
  readonly arrete: boolean;
  readonly weeks: number;
  readonly x?: string;
  readonly y?: string;
  readonly hoursX?: number;
  readonly hoursY?: number;
  readonly planned: Minutes;
  readonly economieDroit?: string;
  readonly economieDroitHours: number;
  readonly loads: readonly ServiceLoad[];
  readonly coInterventions: Readonly<Record<string, number>>;
}

export interface PfmpCycle {
  readonly ruleset: string;
  readonly weeks: number;
  readonly asked: number;
  readonly splits: readonly (readonly number[])[];
  readonly total: number;
  readonly askedTotal: number;
  readonly planned: boolean;
  readonly periods: readonly PfmpPeriod[];
}

export interface Week {
  readonly number: number;
  readonly monday: string;
  readonly state: WeekState;
  readonly holiday?: string;
  readonly pfmp?: string;
  readonly feries: readonly string[];
}

export interface Seconde {
  readonly univers: readonly Univers[];
  readonly types: Readonly<Record<string, number>>;
}

export interface Outils {
  readonly situations: Readonly<Record<string, number>>;
}

export interface Parcours {
  readonly classes: readonly ParcoursClasse[];
  readonly promotion: readonly ParcoursClasse[];
  readonly titles: Readonly<Record<string, string>>;
}

export interface AutreAnnee {
  readonly label: string;
  readonly year: CycleYear;
  readonly pfmps: readonly Semaines[];
  readonly situations: readonly Placee[];
}

export interface ParcoursRow {
  readonly seconde?: YearCell;
  readonly premiere?: YearCell;
  readonly terminale?: YearCell;
  readonly deja: readonly Deja[];
}

export interface Minutes {
  readonly x: number;
  readonly y: number;
  readonly xy: number;
  readonly open: number;
}

export interface Lineage {
  readonly earlier: string;
  readonly titre?: string;
  readonly year?: CycleYear;
  readonly complexite?: Complexite;
  readonly type?: string;
  readonly perimetre?: string;
  readonly nature?: string;
  readonly isEarlier: boolean;
  readonly changed: readonly string[];
}

export type Level =
  | 'error'
  | 'warn'
  | 'info';

export interface FindingPlace {
  readonly board: string;
  readonly entity: string;
  readonly field?: string;
}

export type Todo =
  | 'addBloc'
  | 'describe'
  | 'giveEtape'
  | 'rename'
  | 'completeContexte'
  | 'coverCompetence'
  | 'reviewComplexite'
  | 'changeSomething'
  | 'linkEarlier'
  | 'fillBinome'
  | 'reviewEquipe'
  | 'shareHours'
  | 'reviewService'
  | 'chooseConduite'
  | 'askAccord'
  | 'shareBloc'
  | 'shareSituation'
  | 'exploreUnivers'
  | 'varyContextes'
  | 'chooseVisee'
  | 'chooseDimension'
  | 'chooseOutil'
  | 'planPfmp'
  | 'splitPfmp'
  | 'movePfmp'
  | 'writeObjectif'
  | 'askValidation'
  | 'moveSituation'
  | 'moveFenetre'
  | 'completeAnchors'
  | 'planSeances'
  | 'addCompetence'
  | 'addJalon'
  | 'planEvaluation'
  | 'reviewStart';

export interface SetAside {
  readonly id: string;
  readonly reason: string;
  readonly by: string;
  readonly on: string;
}

export interface BlocUse {
  readonly bloc: string;
  readonly situations: number;
  readonly minutes: Minutes;
}

export interface ServiceLoad {
  readonly person: string;
  readonly weekly: number;
  readonly service: number;
  readonly classes: readonly ClasseLoad[];
}

export interface PfmpPeriod {
  readonly id: string;
  readonly number: number;
  readonly weeks: number;
  readonly validated: boolean;
}

export type WeekState =
  | 'cours'
  | 'vacances'
  | 'pfmp'
  | 'finDAnnee';

export interface Univers {
  readonly specialite: string;
  readonly situations: number;
  readonly minutes: Minutes;
}

export interface ParcoursClasse {
  readonly board: string;
  readonly label: string;
  readonly year: CycleYear;
  readonly rentree: number;
  readonly lastWeek?: string;
}

export interface Semaines {
  readonly start: string;
  readonly end: string;
}

export interface Placee {
  readonly id: string;
  readonly titre: string;
  readonly complexite?: Complexite;
  readonly start: string;
  readonly end: string;
  readonly ready: boolean;
}

export interface YearCell {
  readonly count: number;
  readonly minutes: number;
  readonly complexite?: Complexite;
  readonly drafts: number;
  readonly required: boolean;
  readonly situations: readonly SituationRef[];
}

export interface Deja {
  readonly board: string;
  readonly rentree: number;
  readonly count: number;
  readonly minutes: number;
  readonly complexite?: Complexite;
}

export interface ClasseLoad {
  readonly board: string;
  readonly label: string;
  readonly weekly: number;
}

export interface SituationRef {
  readonly board: string;
  readonly situation: string;
}

/** How long a text of a kind may be, in UTF-16 units, its final newline included. */
export const LONGEST = {
  classe: { label: 60, annualVolumeSource: 200 },
  ecarte: { raison: 500 },
  communePropre: { label: 200 },
  situation: { titre: 200, organisation: 200, type: 200, public: 200, description: 20000, consigne: 20000, perimetre: 200, nature: 200, evaluation: 20000, acquisAnterieurs: 5000 },
  canal: { label: 200 },
  alea: { label: 200 },
  commentaire: { texte: 5000, citation: 300 },
  reponse: { texte: 5000 },
  etape: { titre: 200, texte: 20000, modalite: 200, livrable: 200 },
  objectif: { label: 300 },
  fenetre: { label: 200 },
  organisation: { label: 200, type: 200 },
  coIntervention: { titre: 200, production: 200 },
  seance: { label: 200 },
  chefDOeuvre: { titre: 200, description: 20000, modalite: 200 },
  competenceCommune: { label: 200 },
  realisation: { label: 200 },
  jalon: { label: 200, periode: 200 },
  evaluation: { label: 200 },
} as const;

/** How many of a kind one parent may have. */
export const MOST = {
  acces: 200,
  specialite: 3,
  lien: 12,
  ecarte: 500,
  communePropre: 40,
  binome: 20,
  enseignant: 30,
  direction: 5,
  situation: 300,
  canal: 20,
  alea: 20,
  activiteRap: 30,
  savoir: 100,
  outil: 60,
  competenceEnvisagee: 60,
  visee: 3,
  dimension: 4,
  mutation: 4,
  reinvestit: 20,
  accord: 10,
  commentaire: 200,
  reponse: 50,
  suite: 10,
  etape: 60,
  competence: 60,
  savoirEtape: 40,
  outilEtape: 20,
  proposition: 2,
  pfmp: 12,
  objectif: 20,
  objectifCompetence: 30,
  validation: 5,
  fenetre: 40,
  organisation: 200,
  organisationUnivers: 10,
  coIntervention: 60,
  capacite: 20,
  competenceCoIntervention: 30,
  savoirCoIntervention: 30,
  seance: 60,
  situationCoIntervention: 20,
  chefDOeuvre: 12,
  competenceChefDOeuvre: 40,
  competenceCommune: 40,
  realisation: 40,
  jalon: 60,
  evaluation: 40,
  enseignantChefDOeuvre: 30,
} as const;

/** Why a server refuses an act. */
export type RefusalReason =
  | 'denied'
  | 'gone'
  | 'taken'
  | 'invalid'
  | 'limit'
  | 'stale'
  | 'certificativeInSeconde'
  | 'notOfTheClasse'
  | 'oneSpecialite'
  | 'tableauHorsSeconde'
  | 'communeTwice'
  | 'pfmpInHolidays'
  | 'pfmpOverlap'
  | 'situationOverPfmp'
  | 'coInterventionWithoutRap'
  | 'coInterventionOneSided'
  | 'chefDOeuvreInSeconde'
  | 'chefDOeuvreNoEpreuve'
  | 'notYours'
  | 'notYourWords'
  | 'commentaireIncomplete'
  | 'answerDoesNotFit'
  | 'alreadyAnswered'
  | 'notDirection'
  | 'setAsideIncomplete';
