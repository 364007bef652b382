import { f } from '../french';

/** A situation moved to another class. */
export const elsewhere = {
  open: f`Changer de classe...`,
  title: f`Changer de classe`,
  lead: f`Elle passe dans l'autre classe avec ses textes et ses étapes, à la fin de la liste. Ce que le référentiel de l'autre classe ne connaît pas, les accords, les propositions, les commentaires et ce qu'elle réinvestit n'y vont pas ; ici, elle reste trente jours dans la corbeille.`,
  noClasse: f`Vous n'avez pas d'autre classe où vous pouvez écrire.`,
  go: f`Déplacer`,
  moving: (title: string, classe: string) => f`« ${title} » part dans ${classe}...`,
  moved: (title: string, classe: string) => f`« ${title} » est maintenant dans ${classe}`,
  unreachable: (title: string, classe: string) =>
    f`${classe} n'a pas pu être ouverte : « ${title} » est restée ici. Réessayez une fois connecté.`,
  unsure: (title: string, classe: string) =>
    f`« ${title} » ira dans ${classe} au retour de la connexion. Elle reste aussi ici : retirez-la ensuite.`,
  changed: (title: string, classe: string) =>
    f`« ${title} » est dans ${classe}, mais quelqu'un vient d'y écrire ici : elle reste aussi dans cette classe.`,
  readOnly: (classe: string) => f`Vous ne pouvez pas écrire dans ${classe}.`,
  tooBig: (size: number, most: number) =>
    f`Cette situation est trop longue pour être déplacée d'un coup (${size} éléments, ${most} au plus).`,
  back: (title: string) => f`« ${title} » est revenue dans sa classe`,
  notBack: (title: string) => f`« ${title} » n'a pas pu revenir : réessayez une fois connecté.`,
};
