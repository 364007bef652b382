import { annee } from './fr/annee';
import { completion } from './fr/completion';
import { constats } from './fr/constats';
import { elsewhere } from './fr/elsewhere';
import { follow } from './fr/follow';
import { hints } from './fr/hints';
import { heures } from './fr/heures';
import { reconduire } from './fr/reconduire';
import { reinvestit } from './fr/reinvestit';
import { reperes } from './fr/reperes';
import { f, hours, list, minutes, number } from './french';
import { parcours } from './fr/parcours';
import { projets } from './fr/projets';
import { changes, filtre, lift, modele, start, tableau } from './fr/tableau';
import type { RefusalReason } from '../wire/protocol.gen';

/** Why an act did not come true: the server's reasons, and those of this device. */
function why(reason: string): string {
  const own: Readonly<Record<string, string>> = {
    expired: f`Rien n'a pu être envoyé pendant quatorze jours : relisez avant d'insérer à nouveau.`,
    hidden: f`Refusé : vous n'avez plus accès à cette classe. Une personne responsable peut vous le rendre.`,
    tooBig: f`Refusé : c'est trop long pour un seul envoi. Insérez-le en plusieurs fois.`,
    malformed: f`Refusé : le serveur n'a pas compris cette modification. Rechargez la page, puis réessayez.`,
  };
  const refusals: Readonly<Record<string, string>> = fr.refusals;
  return own[reason] ?? refusals[reason] ?? fr.failures.unexpected;
}

function waiting(count: number): string {
  return count === 1 ? f`1 modification en attente` : f`${count} modifications en attente`;
}

/** Every sentence that a person reads. Teachers are addressed as « vous ». */
export const fr = {
  product: 'Binôme',
  pageTitle: (page: string) => f`${page} – Binôme`,
  retry: f`Réessayer`,
  close: f`Fermer`,
  understood: f`Compris`,
  cancel: f`Annuler`,
  untitled: f`Sans titre`,
  toVerify: f`à vérifier`,
  toVerifyWhy: f`Cet intitulé n'a pas été relu dans le texte officiel.`,
  formerMember: f`Ancien membre`,
  loading: f`Ouverture...`,
  full: (most: number) => f`Rien n'a été ajouté : ce texte a au plus ${number(most)} caractères.`,
  skip: f`Aller au contenu`,

  welcome: {
    promise: f`Préparez vos situations à deux, sur la même page.`,
    detail: f`Pour les binômes des bacs pro métiers de la relation client. Tout ce que l'un écrit, l'autre le voit aussitôt.`,
  },

  essai: {
    start: f`Essayer`,
    starting: f`Le lycée d'exemple s'ouvre...`,
    signIn: f`Se connecter`,
    what: f`Sans compte. Un lycée d'exemple s'ouvre, avec un collègue simulé qui écrit. Votre copie est effacée après un jour.`,
    shown: f`À côté, une feuille du lycée d'exemple : un collègue simulé y écrit.`,
    dropped: f`Votre copie d'essai est effacée. Vous pouvez en ouvrir une autre.`,
    copy: (day: string, time: string) => f`Copie d'essai, effacée le ${day} à ${time}.`,
    colleague: f`Mehdi est simulé : il écrit sur la feuille que vous regardez.`,
    paused: f`Mehdi est simulé ; il est en pause.`,
    pause: f`Faire une pause`,
    resume: f`Reprendre`,
    leave: f`Quitter l'essai`,
    label: f`Essai`,
    preview: `, un interprète est attendu à 10\u00a0h`,
    noClasse: f`Les classes de la copie d'essai sont celles du lycée d'exemple. Pour créer la vôtre, quittez l'essai et connectez-vous.`,
  },

  signIn: {
    title: f`Se connecter`,
    login: f`Identifiant`,
    password: f`Mot de passe`,
    submit: f`Se connecter`,
    shared: f`Ordinateur partagé`,
    sharedHelp: f`Rien ne reste sur cet ordinateur une fois l'onglet fermé : sans connexion, ce que vous écrivez n'y est pas gardé.`,
    lost: f`Mot de passe perdu ? La personne responsable de Binôme dans votre établissement peut vous donner un lien pour en choisir un autre.`,
  },

  account: {
    name: f`Votre nom, tel que vos collègues le verront`,
    nameHelp: f`Prénom et initiale, par exemple « Claire K. »`,
    login: f`Identifiant`,
    loginHelp: f`Pour vous connecter ; personne d'autre ne le voit.`,
    password: f`Mot de passe`,
    passwordHelp: f`Au moins 12 caractères. Une courte phrase se retient mieux qu'un mot compliqué.`,
    passwordShort: f`Il faut au moins 12 caractères.`,
    required: f`Remplissez ce champ.`,
  },

  setup: {
    title: f`Installer Binôme`,
    lead: f`Ce lien ouvre le premier compte de l'établissement. Il ne sert qu'une fois.`,
    submit: f`Créer mon compte`,
  },

  invitation: {
    title: f`Rejoindre une classe`,
    lead: f`Un collègue vous invite dans une classe. Créez votre compte, ou connectez-vous si vous en avez un.`,
    submit: f`Créer mon compte et rejoindre`,
    join: f`Rejoindre la classe`,
    signedIn: (name: string) => f`Vous êtes ${name}. La classe s'ajoutera à vos classes.`,
    haveAccount: f`J'ai déjà un compte`,
  },

  reset: {
    title: f`Choisir un mot de passe`,
    lead: f`Ce lien ne sert qu'une fois.`,
    submit: f`Enregistrer ce mot de passe`,
    done: f`Mot de passe changé : connectez-vous.`,
  },

  resetLink: {
    title: f`Lien pour un mot de passe perdu`,
    lead: f`Pour un collègue qui ne peut plus se connecter. Le lien sert une fois, pendant 24 heures ; il ferme partout les pages de cette personne.`,
    login: f`Identifiant de cette personne`,
    link: f`Lien à lui transmettre`,
    submit: f`Créer le lien`,
  },

  demonstration: { title: f`Lycée d'exemple` },

  link: {
    copy: f`Copier le lien`,
    copied: f`Lien copié`,
    missing: f`Ce lien est incomplet. Recopiez-le en entier, ou demandez-en un autre.`,
    toSignIn: f`Aller à la page de connexion`,
  },

  failures: {
    wrongCredentials: f`Identifiant ou mot de passe inconnu. Vérifiez-les, puis réessayez.`,
    later: f`Trop d'essais à la suite. Attendez une minute, puis réessayez.`,
    noSuchLink: f`Ce lien a déjà servi ou n'est plus valable. Demandez-en un autre.`,
    noSuchLogin: f`Personne n'a cet identifiant. Vérifiez-le avec votre collègue.`,
    loginTaken: f`Cet identifiant est déjà pris. Choisissez-en un autre.`,
    unsuitableName: f`Ce nom ne convient pas : 60 caractères au plus, sur une ligne.`,
    unsuitableLogin: f`Cet identifiant ne convient pas : de 2 à 80 caractères, sans espace.`,
    unsuitablePassword: f`Ce mot de passe est trop facile à deviner. Choisissez une courte phrase.`,
    invalid: f`Une réponse ne convient pas. Vérifiez le formulaire.`,
    denied: f`Vous n'avez pas ce droit ici. Une personne responsable de la classe peut vous le donner.`,
    trying: f`Vous êtes dans une copie d'essai. Quittez l'essai, puis réessayez.`,
    full: f`Trop de personnes essaient en ce moment. Réessayez dans quelques minutes.`,
    signedIn: f`Vous êtes déjà connecté dans ce navigateur. Rechargez la page.`,
    signedOut: f`Vous n'êtes plus connecté.`,
    offline: f`Le serveur ne répond pas. Vérifiez votre connexion, puis réessayez.`,
    unexpected: f`Cela n'a pas marché, et ce n'est pas de votre fait. Réessayez dans un instant.`,
  },

  refusals: {
    denied: f`Refusé : vous n'avez pas le droit de modifier ici. Une personne responsable de la classe peut vous le donner.`,
    gone: f`Refusé : quelqu'un vient de retirer ce que vous modifiiez. Il est dans la corbeille.`,
    taken: f`Refusé : cela existe déjà.`,
    invalid: f`Refusé : cette valeur ne convient pas ici.`,
    limit: f`Refusé : la limite est atteinte. Retirez quelque chose avant d'ajouter.`,
    stale: f`Votre texte a été mis de côté : il s'appuyait sur une version trop ancienne. Il est dans vos brouillons.`,
    certificativeInSeconde: f`Refusé : aucune évaluation certificative en seconde. Choisissez « formative ».`,
    notOfTheClasse: f`Refusé : cela n'appartient pas aux spécialités de la classe. Choisissez dans la liste.`,
    oneSpecialite: f`Refusé : une classe de première ou de terminale prépare une seule spécialité.`,
    pfmpInHolidays: f`Refusé : ces semaines tombent pendant les vacances de la zone. Choisissez des semaines de cours.`,
    pfmpOverlap: f`Refusé : la classe est déjà en PFMP ces semaines-là. Déplacez d'abord l'autre période.`,
    situationOverPfmp: f`Refusé : la classe est en PFMP ces semaines-là. Placez la situation avant ou après la période.`,
    coInterventionWithoutRap: f`Refusé : une co-intervention part d'une activité du RAP de la classe. Choisissez-la dans la liste.`,
    coInterventionOneSided: f`Refusé : il faut un membre du binôme et un collègue de français ou de mathématiques. Ajoutez-le d'abord à l'équipe, avec sa discipline.`,
    chefDOeuvreInSeconde: f`Refusé : le chef-d'œuvre commence en première.`,
    chefDOeuvreNoEpreuve: f`Refusé : le chef-d'œuvre ne tient lieu d'aucun projet d'épreuve. Laissez l'épreuve vide.`,
    notYours: f`Refusé : personne ne signe pour un autre. Demandez-le à votre collègue.`,
    notYourWords: f`Refusé : seul son auteur modifie ou retire un commentaire. Répondez-lui plutôt.`,
    commentaireIncomplete: f`Refusé : un commentaire a quelques mots et son auteur. Écrivez-le à nouveau.`,
    answerDoesNotFit: f`Refusé : une proposition est retenue ou écartée, une remarque est réglée.`,
    alreadyAnswered: f`Refusé : quelqu'un d'autre vient d'y répondre. Retirez d'abord sa réponse pour donner la vôtre.`,
    notDirection: f`Refusé : seule la direction valide une PFMP. Une personne responsable de la classe peut dire qui en est.`,
    tableauHorsSeconde: f`Refusé : seule une classe de seconde a un tableau des compétences communes.`,
    communeTwice: f`Refusé : cette compétence commune est déjà dans le tableau.`,
    setAsideIncomplete: f`Refusé : un constat s'écarte avec une raison. Écrivez-la en quelques mots.`,
  } satisfies Record<RefusalReason, string>,

  status: {
    saved: f`Enregistré`,
    saving: f`Enregistrement...`,
    reconnecting: f`Reconnexion...`,
    waiting: (count: number) => waiting(count),
    notKept: (count: number) =>
      count === 1
        ? f`1 modification en attente, non gardée sur cet appareil`
        : f`${count} modifications en attente, non gardées sur cet appareil`,
    offline: f`Hors connexion – vos modifications sont gardées sur cet appareil`,
    degraded: f`mode dégradé`,
    degradedWhy: f`Le réseau bloque la connexion directe. Tout est enregistré comme d'habitude, un peu moins vite.`,
    offlineWaiting: (count: number) => f`Hors connexion – ${waiting(count)}`,
    offlineNotKept: f`Hors connexion – rien n'est gardé sur cet appareil : laissez cette page ouverte`,
  },

  shell: {
    home: f`Accueil`,
    classe: f`Classe`,
    parcours: f`Parcours`,
    annee: f`Calendrier`,
    navigation: f`Navigation`,
    here: f`Ici maintenant`,
    account: (name: string) => f`Compte de ${name}`,
    theme: f`Apparence`,
    themes: { system: f`Comme l'appareil`, light: f`Claire`, dark: f`Sombre`, projecteur: f`Projecteur` },
    signOut: f`Se déconnecter`,
    notFound: f`Cette page n'existe pas`,
    notFoundHelp: f`L'adresse est peut-être incomplète, ou ce qu'elle montrait a été retiré.`,
    backHome: f`Revenir à l'accueil`,
  },

  signOut: {
    title: f`Se déconnecter`,
    waiting: (count: number) =>
      count === 1
        ? f`1 modification n'est pas encore enregistrée sur le serveur. Se déconnecter l'effacerait.`
        : f`${count} modifications ne sont pas encore enregistrées sur le serveur. Se déconnecter les effacerait.`,
    drafts: (count: number) =>
      count === 1
        ? f`1 brouillon n'est que sur cet appareil. Se déconnecter l'effacerait.`
        : f`${count} brouillons ne sont que sur cet appareil. Se déconnecter les effacerait.`,
    ready: f`Tout est enregistré sur le serveur.`,
    stay: f`Rester connecté`,
    erase: (count: number) =>
      count === 1
        ? f`Effacer 1 modification et se déconnecter`
        : f`Effacer ${count} modifications et se déconnecter`,
    eraseDrafts: (count: number) =>
      count === 1
        ? f`Effacer 1 brouillon et se déconnecter`
        : f`Effacer ${count} brouillons et se déconnecter`,
    go: f`Se déconnecter`,
  },

  version: {
    ready: f`Une nouvelle version de Binôme est prête.`,
    reload: f`Recharger`,
    sending: f`Envoi de ce qui attend...`,
  },

  drafts: {
    title: f`Brouillons`,
    lead: f`Ce que vous avez écrit et qui n'a pas pu être enregistré. Les brouillons ne sont que sur cet appareil.`,
    count: (count: number) => (count === 1 ? f`1 brouillon` : f`${count} brouillons`),
    empty: f`Aucun brouillon`,
    emptyHelp: f`Tout ce que vous avez écrit est enregistré, ou attend de l'être.`,
    toHome: f`Revenir à l'accueil`,
    see: f`Voir les brouillons`,
    refused: (count: number, reason: string) =>
      count === 1
        ? f`${why(reason)} Votre modification est dans vos brouillons.`
        : f`${count} modifications n'ont pas pu être enregistrées. ${why(reason)} Elles sont dans vos brouillons.`,
    doubled: f`Des modifications ont été envoyées à nouveau. Vérifiez que rien n'est en double.`,
    why,
    merged: f`Votre texte a été fusionné avec celui des autres ; voici comment vous l'aviez écrit.`,
    when: (date: string) => f`Mis de côté le ${date}`,
    where: (classe: string) => f`Classe ${classe}`,
    someClasse: f`une classe`,
    compare: f`Comparer`,
    compareOf: (text: string) => f`Comparer « ${text} »`,
    insert: f`Insérer à nouveau`,
    inserted: f`Inséré à nouveau`,
    restore: f`Restaurer avec mon texte`,
    purged: f`Ce texte a été effacé avec la corbeille : il ne reste que vos mots, à copier.`,
    copy: f`Copier le texte`,
    copied: f`Texte copié`,
    discard: f`Supprimer`,
    discardOf: (text: string) => f`Supprimer « ${text} »`,
    discarded: f`Brouillon supprimé`,
    keep: f`Annuler`,
    mine: f`Votre version`,
    now: f`Version actuelle`,
    nothingNow: f`Ce texte n'existe plus.`,
    acts: {
      create: f`Un ajout`,
      setField: f`Un choix`,
      editText: f`Un texte`,
      move: f`Un déplacement`,
      remove: f`Une mise à la corbeille`,
      restore: f`Une sortie de la corbeille`,
    },
    lost: f`Ce brouillon n'existe plus`,
    lostHelp: f`Il a été inséré ou supprimé, peut-être dans un autre onglet.`,
  },

  bin: {
    title: f`Corbeille`,
    go: f`Ouvrir la corbeille`,
    open: (count: number) => (count === 0 ? f`Corbeille` : f`Corbeille (${count})`),
    lead: f`Ce qui est retiré y reste trente jours, puis s'efface pour de bon.`,
    empty: f`La corbeille est vide`,
    emptyHelp: f`Ce que vous retirez y reste trente jours, et peut en revenir.`,
    kinds: {
      situation: f`Situation`,
      etape: f`Étape`,
      canal: f`Canal`,
      alea: f`Aléa`,
      pfmp: f`PFMP`,
      fenetre: f`Fenêtre d'évaluation`,
      organisation: f`Lieu d'accueil`,
      objectif: f`Objectif de PFMP`,
      coIntervention: f`Co-intervention`,
      seance: f`Séance de co-intervention`,
      chefDOeuvre: f`Chef-d'œuvre`,
      realisation: f`Réalisation`,
      jalon: f`Jalon`,
      commentaire: f`Commentaire`,
      reponse: f`Réponse à un commentaire`,
      communePropre: f`Compétence commune`,
    } as Readonly<Record<string, string>>,
    thing: f`Élément de la classe`,
    named: (kind: string, name: string) => (name === '' ? kind : f`${kind} « ${name} »`),
    inside: (owner: string) => f`dans ${owner}`,
    removed: (name: string, date: string) => f`Retiré par ${name} le ${date}`,
    removing: f`Retiré à l'instant`,
    left: (days: number) =>
      days === 0 ? f`s'efface aujourd'hui` : days === 1 ? f`encore 1 jour` : f`encore ${days} jours`,
    preview: f`Aperçu`,
    restore: f`Restaurer`,
    restoreOf: (name: string) => f`Restaurer : ${name}`,
    restored: (name: string) => f`De retour : ${name}`,
    see: f`Ouvrir`,
    ownerToo: f`Restaurer aussi ce qui le contient ?`,
    ownerTooLead: (name: string, owner: string) =>
      f`${name} : cela se trouve dans ${owner}, qui est aussi à la corbeille.`,
    both: f`Tout restaurer`,
  },

  home: {
    title: f`Mes classes`,
    create: f`Créer une classe`,
    empty: f`Aucune classe pour l'instant`,
    emptyHelp: f`En quatre pas : le diplôme et l'année, la classe, votre collègue, une première situation. Si un collègue a déjà créé la classe, ouvrez plutôt son lien d'invitation.`,
    waits: f`Ce qui vous attend`,
    mention: f`on vous y mentionne`,
    accord: f`votre accord est demandé`,
    propositions: (count: number) =>
      count === 1 ? f`1 proposition attend votre réponse` : f`${count} propositions attendent votre réponse`,
    commentaires: (count: number) =>
      count === 1 ? f`1 commentaire attend une réponse` : f`${count} commentaires attendent une réponse`,
    drafts: f`sur cet appareil seulement`,
    with: (names: readonly string[]) =>
      names.length === 0 ? f`seul pour l'instant` : f`avec ${list(names)}`,
  },

  newClasse: {
    title: f`Créer une classe`,
    label: f`Nom de la classe`,
    labelHelp: f`Comme au lycée : 1MA, 2MRC...`,
    schoolYear: f`Année scolaire`,
    year: f`Année du cycle`,
    specialites: f`Spécialités`,
    specialite: f`Spécialité`,
    secondeHelp: f`La seconde est commune aux trois spécialités ; gardez celles de votre lycée.`,
    needSpecialite: f`Choisissez au moins une spécialité.`,
    submit: f`Créer la classe`,
  },

  years: { seconde: f`Seconde`, premiere: f`Première`, terminale: f`Terminale` },

  keys: {
    title: f`Raccourcis clavier`,
    single: f`Raccourcis d'une seule touche`,
    singleHelp: f`Sans eux, « ? », « # », « N », « X » et « / » ne font qu'écrire. Les menus et les boutons restent.`,
    announce: f`Dire ce que les autres modifient`,
    announceHelp: f`Pour les lecteurs d'écran, au plus une fois en cinq secondes.`,
    groups: [
      {
        title: f`Partout`,
        keys: [
          [f`?`, f`Montrer cette liste`],
          [f`Ctrl + F`, f`Chercher dans la classe`],
          [f`Ctrl + Z`, f`Annuler votre dernière action, dans un texte aussi`],
          [f`Ctrl + Y ou Ctrl + Maj + Z`, f`Rétablir ce qui vient d'être annulé`],
          [f`Échap`, f`Fermer ce qui est ouvert`],
        ],
      },
      {
        title: f`Situations et étapes`,
        keys: [
          [f`Alt + ↑ ou ↓`, f`Déplacer d'une place`],
          [f`Espace`, f`Sur une carte : la soulever, puis la poser ; les flèches la déplacent`],
          [f`N`, f`Sur le tableau : ajouter une situation`],
          [f`X`, f`Sur une carte : la choisir avec d'autres`],
          [f`#`, f`Choisir les compétences de l'étape`],
          [f`Ctrl + Alt + M`, f`Commenter les mots choisis, ou la section`],
          [f`Entrée`, f`Dans un titre d'étape : ajouter une étape`],
        ],
      },
      {
        title: f`Parcours`,
        keys: [
          [f`← ↑ → ↓, Début, Fin`, f`Aller d'une cellule à l'autre`],
          [f`Entrée`, f`Ouvrir les situations de la cellule, ou plier un bloc`],
          [f`N`, f`Aller au manque suivant`],
        ],
      },
      {
        title: f`Calendrier`,
        keys: [
          [f`Espace`, f`Sur une situation : la saisir, puis la poser`],
          [f`← ou →`, f`La déplacer d'une semaine`],
          [f`Maj + ← ou →`, f`Changer sa fin`],
          [f`Entrée`, f`Ouvrir ses actions`],
        ],
      },
      {
        title: f`Textes`,
        keys: [
          [f`Ctrl + B, Ctrl + I`, f`Gras, italique`],
          [f`Ctrl + Alt + 1 ou 2`, f`Titre, sous-titre`],
          [f`Ctrl + Maj + 7 ou 8`, f`Liste numérotée, liste à puces`],
          [f`# ou ##, puis espace`, f`En début de ligne : titre, sous-titre`],
          [f`- ou 1., puis espace`, f`En début de ligne : liste`],
          [f`/`, f`Sur une ligne vide : titre, liste, lien, étape...`],
          [f`@`, f`Mentionner quelqu'un de la classe`],
          [f`Ctrl + K`, f`Lien`],
          [f`Alt + F10`, f`Aller aux outils de mise en forme`],
        ],
      },
    ] as readonly { readonly title: string; readonly keys: readonly (readonly [string, string])[] }[],
  },

  find: {
    title: f`Chercher dans la classe`,
    help: f`Dans les titres et les textes, avec ou sans accents. Ctrl + F encore : la recherche du navigateur.`,
    many: (most: number) => f`Les ${most} premiers résultats ; ajoutez un mot.`,
  },

  print: {
    print: f`Imprimer`,
    teacher: f`Fiche du professeur`,
    student: f`Fiche de l'élève`,
    on: (day: string) => f`Imprimé le ${day}.`,
    online: f`La version en ligne fait foi.`,
    qr: f`Code à photographier pour ouvrir la page en ligne`,
    name: f`Nom et prénom :`,
    handIn: (what: string) => f`À rendre : ${what}`,
  },

  steps: {
    title: f`Premiers pas`,
    diplome: f`Diplôme et année`,
    classe: f`Classe`,
    colleague: f`Collègue`,
    colleagueHelp: f`Envoyez un lien à votre collègue, ou montrez-lui un code à lire avec son téléphone.`,
    situation: f`Première situation`,
    done: f`: fait`,
  },

  classe: {
    situations: f`Situations`,
    add: f`Ajouter une situation`,
    inviteCode: f`Code à lire avec un téléphone`,
    emptyHelp: f`Commencez par une feuille vide : un lieu, un public, ce qui s'y passe.`,
    people: f`Équipe`,
    invite: f`Inviter votre binôme`,
    inviteInstead: (name: string) =>
      f`Ce lien, ou ce code, sert une fois. Qui l'ouvre prend ce jour-là la place de professeur Y ; ce qui précède reste à ${name}.`,
    inviteLead: f`Envoyez ce lien à votre collègue, ou montrez-lui le code. Il sert une fois et ouvre la place de professeur Y.`,
    inviteLink: f`Lien d'invitation`,
    vacant: f`place libre`,
    menu: (title: string) => f`Actions sur « ${title} »`,
    noWeeks: f`sans date`,
  },

  parcours,
  lift,
  tableau,
  filtre,
  changes,
  modele,
  start,
  elsewhere,
  hints,

  move: {
    up: f`Monter`,
    down: f`Descendre`,
    to: f`Déplacer vers...`,
    title: f`Déplacer vers...`,
    place: f`Place`,
    first: f`en tête`,
    after: (title: string) => f`après « ${title} »`,
    stay: f`Ne pas déplacer`,
    go: f`Déplacer`,
    remove: f`Mettre à la corbeille`,
    moved: (title: string, place: number, count: number) => f`« ${title} » : place ${place} sur ${count}`,
    removed: (title: string) => f`« ${title} » est dans la corbeille`,
  },

  undo: {
    undo: f`Annuler`,
    undoKey: f`Ctrl+Z`,
    redo: f`Rétablir`,
    redoKey: f`Ctrl+Y`,
    undone: { done: (place: string) => f`Annulé : ${place}`, nothing: f`Rien à annuler` },
    redone: { done: (place: string) => f`Rétabli : ${place}`, nothing: f`Rien à rétablir` },
    left: (place: string, who: string) => f`« ${place} » a été laissé tel quel : ${who} l'a modifié depuis.`,
    severalLeft: (places: string, who: string) =>
      f`${places} ont été laissés tels quels : ${who} les a modifiés depuis.`,
    otherTab: f`un autre onglet`,
    somebody: f`quelqu'un`,
  },

  situation: {
    kind: f`Situation d'apprentissage`,
    title: f`Titre de la situation`,
    titlePlaceholder: f`Une situation de travail, avec son lieu et son moment`,
    status: f`Avancement`,
    statuses: {
      idee: f`Idée`,
      brouillon: f`Brouillon`,
      pret: f`Prêt`,
      'en-classe': f`En classe`,
      bilan: f`Bilan`,
    },
    noStatus: f`Sans avancement`,
    complexite: f`Complexité`,
    complexites: { courante: f`courante`, complexe: f`complexe`, critique: f`critique` },
    choose: f`à choisir`,
    perimetre: f`Périmètre`,
    nature: f`Nature`,
    univers: f`Univers`,
    duration: f`Durée`,
    weeks: f`Semaines`,
    noWeeks: f`semaines à choisir`,
    contexte: f`Contexte professionnel`,
    organisation: f`Organisation`,
    type: f`Type`,
    public: f`Public`,
    canaux: f`Canaux`,
    canal: (n: number) => f`Canal ${n}`,
    addCanal: f`Ajouter un canal`,
    aleas: f`Aléas`,
    alea: (n: number) => f`Aléa ${n}`,
    addAlea: f`Ajouter un aléa`,
    removeLine: (text: string) => f`Retirer « ${text} »`,
    description: f`Description`,
    descriptionPlaceholder: f`Ce qui se passe, pour qui, à quel moment`,
    activites: f`Activités du référentiel`,
    consigne: f`Consigne`,
    consignePlaceholder: f`Ce que les élèves ont à faire`,
    deroule: f`Déroulé`,
    savoirs: f`Savoirs associés`,
    outils: f`Outils numériques`,
    evaluation: f`Évaluation`,
    evaluationPlaceholder: f`Ce qui est évalué, quand et comment`,
    evaluationNature: f`Nature de l'évaluation`,
    natures: { formative: f`formative`, certificative: f`certificative` },
    envisagees: f`Compétences envisagées`,
    envisageesHelp: f`Elles seront travaillées quand une étape les portera.`,
    withoutEtape: f`sans étape`,
    noneYet: f`aucune pour l'instant`,
    modify: f`Modifier`,
    finish: f`Terminer`,
    readOnly: f`Lecture seule`,
    gone: f`Cette situation a été retirée`,
    goneHelp: f`Elle reste trente jours dans la corbeille de la classe.`,
    backToClasse: f`Revenir à la classe`,
  },

  accord: {
    give: f`Donner mon accord`,
    takeBack: f`Retirer mon accord`,
    all: f`Le binôme est d'accord.`,
    expected: f`Votre accord est attendu.`,
    given: (name: string) => f`${name} est d'accord. Votre accord est attendu.`,
    waits: (names: readonly string[]) => f`En attente de l'accord de ${list(names)}.`,
  },

  proposition: {
    of: (n: number) => f`Proposition pour l'étape ${n}`,
    take: f`Je prends`,
    leave: (name: string) => f`Je laisse à ${name}`,
    together: f`À mener ensemble`,
    takes: (name: string) => f`${name} propose de mener cette étape.`,
    leaves: (name: string) => f`${name} vous laisse cette étape.`,
    both: (name: string) => f`${name} propose de la mener ensemble.`,
    ownTakes: f`Vous proposez de mener cette étape.`,
    ownLeaves: f`Vous laissez cette étape à votre collègue.`,
    ownBoth: f`Vous proposez de la mener ensemble.`,
    accept: f`Accepter`,
    refuse: f`Refuser`,
    takeBack: f`Retirer ma proposition`,
  },

  weeks: {
    title: f`Choisir les semaines`,
    lead: f`Les semaines entières comptent, du lundi au vendredi.`,
    from: f`Première semaine`,
    to: f`Dernière semaine`,
    clear: f`Sans date`,
    submit: f`Choisir ces semaines`,
    notADate: f`Donnez les deux dates.`,
    endsBeforeStart: f`La dernière semaine vient avant la première.`,
  },

  etape: {
    label: (n: number) => f`Étape ${n}`,
    step: f`Étape`,
    add: f`Ajouter une étape`,
    empty: f`Aucune étape`,
    emptyHelp: f`Découpez la situation : chaque étape dit ce qu'on y fait, qui la mène et combien de temps.`,
    title: (n: number) => f`Titre de l'étape ${n}`,
    titlePlaceholder: f`Ce que les élèves font`,
    text: (n: number) => f`Texte de l'étape ${n}`,
    write: f`Écrire un texte`,
    textPlaceholder: f`Détail, consigne propre à l'étape`,
    modalite: (n: number) => f`Modalité de l'étape ${n}`,
    modalitePlaceholder: f`modalité`,
    livrable: (n: number) => f`Livrable de l'étape ${n}`,
    livrablePlaceholder: f`livrable`,
    gives: f`donne`,
    competences: f`Compétences`,
    conduite: f`Mené par`,
    conduiteOf: (n: number) => f`Qui mène l'étape ${n}`,
    minutes: f`Minutes`,
    minutesOf: (n: number) => f`Minutes de l'étape ${n}`,
    minutesWrong: f`Un nombre entier de minutes, de 0 à 6000.`,
    menu: (n: number) => f`Actions sur l'étape ${n}`,
    name: (n: number, title: string) => (title === '' ? f`Étape ${n}` : f`Étape ${n} : ${title}`),
    situation: f`Situation`,
    leaves: f`Elle quitte cette situation avec ses textes, ses compétences et ses propositions.`,
    movedInto: (name: string, situation: string) => f`« ${name} » est dans « ${situation} »`,
    nobody: f`personne pour l'instant`,
    by: { X: f`X`, Y: f`Y`, XY: f`X et Y` },
  },

  completion,
  constats,
  follow,
  heures,
  reinvestit,
  reperes,

  totals: {
    leads: (name: string, count: number) => f`${name} mène ${minutes(count)}`,
    together: (count: number) => f`${minutes(count)} ensemble`,
    open: (count: number) => f`${minutes(count)} sans personne`,
    total: (count: number) => f`soit ${hours(count)}`,
    blocs: f`Blocs mobilisés`,
    noBloc: f`Aucun : les blocs viennent des compétences des étapes.`,
    competences: (count: number) => (count === 1 ? f`1 compétence` : f`${count} compétences`),
    ofCompetences: (some: number, all: number) => f`${some} sur ${all}`,
    balance: f`Équilibre du binôme`,
    ensemble: f`ensemble`,
    bar: (parts: readonly { readonly number: string; readonly minutes: number }[]) =>
      f`Minutes par bloc : ${list(parts.map((part) => f`bloc ${part.number}, ${minutes(part.minutes)}`))}`,
  },

  teacher: { X: f`Professeur X`, Y: f`Professeur Y`, XY: f`X et Y ensemble` },

  picker: {
    add: f`Ajouter`,
    addWithKey: f`Ajouter avec #`,
    search: f`Chercher`,
    searchHelp: f`Un mot de l'intitulé, avec ou sans accents.`,
    nothing: (query: string) => f`Rien ne contient « ${query} ».`,
    found: (count: number) => (count === 1 ? f`1 résultat` : f`${count} résultats`),
    chosen: (count: number) =>
      count === 0 ? f`rien de choisi` : count === 1 ? f`1 choix` : f`${count} choix`,
    remove: (label: string) => f`Retirer ${label}`,
    competences: f`Compétences de l'étape`,
    common: f`Compétences communes de seconde`,
    done: f`Terminé`,
    unknown: f`Intitulé inconnu`,
    replaced: f`n'est plus dans le tableau`,
    ofFormer: f`Compétence d'un ancien tableau`,
  },

  annee,
  projets,
  reconduire,

  bloc: (number: string) => f`Bloc ${number}`,

  presence: {
    writes: (name: string, place: string) => f`${name} écrit dans « ${place} »`,
    reads: (name: string) => f`${name} lit`,
    alone: f`Personne d'autre ici.`,
    unseen: f`L'établissement ne montre pas qui est là.`,
    go: (name: string) => f`Aller où écrit ${name}`,
    more: (count: number) => f`+${count}`,
    andMore: (count: number) =>
      count === 1 ? f`Et un autre changement.` : f`Et ${count} autres changements.`,
    changed: (names: readonly string[]) =>
      names.length === 1 ? f`${list(names)} a modifié la page` : f`${list(names)} ont modifié la page`,
  },

  editor: {
    loading: f`Ouverture de l'éditeur...`,
    tools: f`Mise en forme`,
    bold: f`Gras`,
    italic: f`Italique`,
    heading1: f`Titre`,
    heading2: f`Sous-titre`,
    bullets: f`Liste à puces`,
    numbers: f`Liste numérotée`,
    link: f`Lien`,
    address: f`Adresse du lien`,
    addressHelp: f`Une page (eduscol.education.fr) ou un courriel.`,
    addressWrong: f`Il faut l'adresse d'une page, ou un courriel.`,
    words: f`Mots du lien`,
    wordsHelp: f`Sans mots, l'adresse elle-même.`,
    setLink: f`Poser le lien`,
    unlink: f`Retirer le lien`,
  },
} as const;
