import { f } from '../french';

/** The year of a class. */
export const annee = {
  title: f`Calendrier`,
  sub: (classe: string, year: string) => f`${classe} · ${year}`,
  grid: f`Année`,
  agenda: f`Agenda`,
  view: f`Vue`,
  export: f`Exporter`,
  frame: f`Année de la classe, semaine par semaine`,
  week: (number: number) => f`semaine ${number}`,
  today: f`aujourd'hui`,
  pfmp: (number: number) => f`PFMP ${number}`,
  pfmpRow: (split: string) => f`PFMP ${split}`,
  noPfmp: f`PFMP à planifier`,
  holidays: {
    toussaint: f`Toussaint`,
    noel: f`Noël`,
    hiver: f`Hiver`,
    printemps: f`Printemps`,
    'pont-ascension': f`Ascension`,
  } as Readonly<Record<string, string>>,
  holiday: f`Vacances`,
  holidayOf: (name: string) => f`Vacances (${name})`,
  ferie: f`Jour férié`,
  legend: {
    title: f`Légende`,
    pfmp: f`PFMP, classe absente`,
    holidays: (zone: string) => f`vacances, zone ${zone}`,
    draft: f`idée ou brouillon`,
    ferie: f`jour férié`,
    milestone: f`jalon, séance`,
    today: (day: string) => f`aujourd'hui, ${day}`,
  },
  noZone: f`La zone de vacances n'est pas choisie : toutes les semaines sont montrées comme des semaines de cours.`,
  empty: f`Aucune situation n'a encore de semaines`,
  emptyHelp: f`Placez-les depuis « Sans date », ou choisissez leurs semaines sur leur fiche.`,
  kinds: {
    situation: f`Situation`,
    pfmp: f`Classe en entreprise`,
    fenetre: f`Évaluation`,
    seance: f`Co-intervention`,
    jalon: f`Jalon`,
    vacances: f`Pas de cours`,
    ferie: f`Jour férié`,
  },
  bar: (title: string, weeks: string, rest: string) => f`${title}, ${weeks}${rest}`,

  rulesets: {
    'seed-2019': f`règles du document source (22 semaines)`,
    'reforme-2024': f`règles de la réforme 2024 (20 semaines)`,
  } as Readonly<Record<string, string>>,
  periods: {
    title: f`Périodes en entreprise (PFMP)`,
    add: f`Ajouter une période`,
    change: f`Changer les semaines`,
    lead: f`Des semaines entières, du lundi au vendredi, hors vacances.`,
    none: f`Aucune période pour l'instant.`,
    sum: (weeks: number, asked: number) => f`${weeks} semaines sur ${asked} cette année`,
    rest: (weeks: number) =>
      weeks === 0
        ? f`: le compte y est`
        : weeks > 0
          ? f`: reste ${weeks} ${weeks === 1 ? 'semaine' : 'semaines'}`
          : f`: ${-weeks} ${weeks === -1 ? 'semaine' : 'semaines'} de trop`,
    splits: (splits: string) => f`découpage attendu : ${splits}`,
    or: ' ou ',
    cycle: (weeks: number, asked: number) => f`${weeks} sur ${asked} dans le cycle`,
    weeks: (count: number) => (count === 1 ? f`1 semaine` : f`${count} semaines`),
    open: f`semaines à choisir`,
    proposed: f`Proposée par l'équipe`,
    validated: (names: string) => (names === '' ? f`Validée` : f`Validée par ${names}`),
    validate: (name: string) => f`Valider ${name}`,
    takeBack: f`Retirer ma validation`,
    objectifs: f`Objectifs`,
    objectif: (n: number, pfmp: string) => f`Objectif ${n} de ${pfmp}`,
    objectifPlaceholder: f`Ce que la période doit apporter`,
    competences: (n: number) => f`Compétences de l'objectif ${n}`,
    noObjectif: f`Aucun objectif pour l'instant.`,
    addObjectif: f`Ajouter un objectif`,
    addReady: f`Ajouter les trois objectifs de seconde`,
    ready: [
      f`Découvrir le monde professionnel`,
      f`Expérimenter différents métiers de la relation client`,
      f`Choisir son orientation`,
    ] as readonly string[],
    inHolidays: (names: string) =>
      f`Ces semaines tombent pendant les vacances (${names}). Choisissez des semaines de cours.`,
    overlaps: (pfmp: string) => f`La classe est déjà en entreprise (${pfmp}) ces semaines-là.`,
    overSituations: (titles: string) => f`Déplacez d'abord ce qui est prévu en classe : ${titles}.`,
  },
  ics: {
    open: f`Vers un agenda (ICS)`,
    title: f`Exporter vers un agenda`,
    lead: f`Un fichier ICS, à ouvrir dans votre agenda. Il ne contient le nom de personne.`,
    holidays: f`Avec les vacances et les jours fériés`,
    holidaysHelp: f`Sans eux : situations, PFMP, évaluations, séances et jalons.`,
    submit: f`Enregistrer le fichier`,
    failed: f`Le fichier n'a pas pu être préparé. Vérifiez votre connexion, puis réessayez.`,
    name: (classe: string) => f`${classe} – Binôme`,
    summary: (classe: string, title: string) => f`${classe} : ${title}`,
  },
  settings: {
    title: f`Réglages de l'année`,
    zone: f`Zone de vacances`,
    zoneOf: (zone: string) => f`Zone ${zone}`,
    alsaceMoselle: f`Alsace-Moselle`,
    alsaceMoselleHelp: f`Deux jours fériés de plus.`,
    ruleset: f`Règles des PFMP, pour tout le cycle`,
    planned: f`Toutes les PFMP de l'année sont saisies`,
    plannedHelp: f`Dès lors, leur total doit être juste.`,
    orientation: f`Choix de la spécialité par les élèves`,
    orientationHelp: f`Sans date : le 31 mai.`,
    submit: f`Enregistrer ces réglages`,
  },
  fenetres: {
    title: f`Évaluations`,
    add: f`Ajouter une fenêtre d'évaluation`,
    none: f`Aucune fenêtre d'évaluation pour l'instant.`,
    label: (n: number) => f`Nom de la fenêtre d'évaluation ${n}`,
    placeholder: f`Ce qui est évalué`,
    nature: (title: string) => f`Nature de « ${title} »`,
    collides: (pfmp: string) => f`Ces semaines rencontrent une période en entreprise (${pfmp}).`,
  },

  tray: {
    title: f`Sans date`,
    place: (title: string) => f`Placer « ${title} »`,
    act: f`Placer...`,
  },

  actions: {
    menu: (title: string) => f`Actions sur « ${title} »`,
    open: f`Ouvrir la fiche`,
    weeks: f`Choisir les semaines...`,
    later: f`Une semaine plus tard`,
    earlier: f`Une semaine plus tôt`,
    shift: f`Décaler tout ce qui suit...`,
    undate: f`Retirer les semaines`,
    moved: (title: string, weeks: string) => f`« ${title} » : ${weeks}`,
    undated: (title: string) => f`« ${title} » n'a plus de semaines`,
  },

  lift: {
    hint: f`Une barre se déplace à la souris, au doigt qui la tient un instant, ou au clavier : Espace la saisit, ← et → la déplacent, Maj + ← ou → change sa fin, Espace la pose.`,
    held: (title: string) =>
      f`« ${title} » est saisie. Flèches pour la déplacer, Maj et flèches pour changer sa fin, Espace pour la poser, Échap pour renoncer.`,
    at: (title: string, weeks: string) => f`« ${title} » : ${weeks}.`,
    over: (holidays: string) => f` Enjambe les vacances (${holidays}).`,
    noLesson: f` Aucune semaine de cours.`,
    refused: (pfmp: string) => f` Pas ici : la classe est en entreprise (${pfmp}).`,
    back: (title: string) => f`« ${title} » est revenue à sa place.`,
    gone: (title: string) => f`« ${title} » vient d'être retirée ou déplacée par quelqu'un.`,
  },

  shift: {
    title: f`Décaler tout ce qui suit`,
    lead: (title: string) =>
      f`« ${title} » et toutes les situations qui commencent en même temps ou après, d'une semaine de cours.`,
    direction: f`Sens`,
    later: f`une semaine plus tard`,
    earlier: f`une semaine plus tôt`,
    list: f`Ce qui change`,
    same: (weeks: string) => f`reste ${weeks}`,
    crosses: (holidays: string) => f`enjambe les vacances (${holidays})`,
    beyond: (pfmp: string) => f`passe de l'autre côté de ${pfmp}`,
    outside: f`ne tient plus dans l'année`,
    refused: (count: number) =>
      count === 1
        ? f`Impossible : une situation ne tient plus dans l'année. Raccourcissez-la ou retirez ses semaines.`
        : f`Impossible : ${count} situations ne tiennent plus dans l'année. Raccourcissez-les ou retirez leurs semaines.`,
    tooMany: (most: number) =>
      f`Impossible : plus de ${most} situations à la fois. Partez d'une situation plus tardive.`,
    submit: (count: number) => (count === 1 ? f`Décaler 1 situation` : f`Décaler ${count} situations`),
    done: (count: number) => (count === 1 ? f`1 situation décalée` : f`${count} situations décalées`),
  },
} as const;
