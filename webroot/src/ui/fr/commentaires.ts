import type { Issue, Nature, SectionName } from '../../parcours/commentaires';
import { f } from '../french';

function count(many: number): string {
  return many === 1 ? f`1 commentaire` : f`${many} commentaires`;
}

/** Sentences of what the class team says of a situation. */
export const commentaires = {
  title: f`Commentaires`,
  count,
  panes: f`Volet`,
  tab: (many: number) => (many === 0 ? f`Commentaires` : f`Commentaires ${many}`),
  here: (many: number, place: string) => f`${count(many)} : ${place}`,
  add: f`Commenter`,
  addKey: f`Ctrl+Alt+M`,
  shown: f`Commentaires montrés`,
  open: (many: number) => f`En cours ${many}`,
  all: (many: number) => f`Tous ${many}`,
  empty: f`Aucun commentaire`,
  emptyHelp: f`L'équipe de la classe relit ici la situation : une question, un lien avec sa discipline, une proposition. Choisissez des mots dans la feuille, puis Ctrl + Alt + M, ou commentez la situation entière.`,
  emptyRead: f`L'équipe de la classe n'a encore rien dit de cette situation.`,
  nothingOpen: f`Tout a reçu une réponse.`,
  about: f`À propos de`,
  whole: f`La situation entière`,
  sections: {
    titre: f`Titre et repères`,
    contexte: f`Contexte professionnel`,
    activites: f`Activités du référentiel`,
    consigne: f`Consigne`,
    deroule: f`Déroulé`,
    envisagees: f`Compétences envisagées`,
    savoirs: f`Savoirs associés`,
    outils: f`Outils numériques`,
    reinvestit: f`Réinvestit`,
    reperes: f`Exigences et mutations`,
    evaluation: f`Évaluation`,
  } satisfies Record<SectionName, string>,
  goneEtape: f`L'étape dont il parlait a été retirée.`,
  go: (place: string) => f`Aller à : ${place}`,
  nature: f`Sorte`,
  natures: { remarque: f`Remarque`, proposition: f`Proposition` } satisfies Record<Nature, string>,
  text: f`Votre commentaire`,
  textOfReply: f`Votre réponse`,
  quoted: f`Mots cités`,
  unquote: f`Ne pas citer`,
  send: f`Commenter`,
  sendReply: f`Répondre`,
  save: f`Enregistrer`,
  empties: f`Écrivez quelques mots.`,
  of: (nature: Nature, name: string, place: string) =>
    nature === 'proposition' ? f`Proposition de ${name}, ${place}` : f`Remarque de ${name}, ${place}`,
  replyOf: (name: string) => f`Réponse de ${name}`,
  reply: f`Répondre`,
  edit: f`Modifier`,
  remove: f`Retirer`,
  toThat: (name: string) => f` : commentaire de ${name}`,
  removed: f`Commentaire retiré`,
  removedReply: f`Réponse retirée`,
  answer: { retenue: f`Retenir`, ecartee: f`Écarter`, reglee: f`Marquer comme réglée` } satisfies Record<
    Issue,
    string
  >,
  answered: {
    retenue: (name: string, day: string) => f`Retenue par ${name} le ${day}`,
    ecartee: (name: string, day: string) => f`Écartée par ${name} le ${day}`,
    reglee: (name: string, day: string) => f`Réglée par ${name} le ${day}`,
  } satisfies Record<Issue, (name: string, day: string) => string>,
  reopen: f`Rouvrir`,
  answeredNow: {
    retenue: f`Proposition retenue`,
    ecartee: f`Proposition écartée`,
    reglee: f`Remarque réglée`,
  },
  tells: {
    commentaire: (name: string, place: string) => f`${name} a commenté : ${place}.`,
    reponse: (name: string, place: string) => f`${name} a répondu à un commentaire : ${place}.`,
    suite: (name: string, place: string) => f`${name} a répondu pour le binôme : ${place}.`,
  },
  equipe: {
    invite: f`Inviter un collègue de l'équipe`,
    lead: f`Pour un collègue d'une autre discipline. Il lira les situations de la classe et les commentera ; le binôme seul les écrit.`,
    discipline: f`Ce qu'il enseigne dans la classe`,
    choose: f`Choisir une discipline`,
    link: f`Envoyez ce lien à votre collègue, ou montrez-lui le code. Il sert une fois, pendant quatorze jours.`,
    teaches: (name: string, disciplines: string) => f`${name}, ${disciplines}`,
  },
};
