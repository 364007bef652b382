import { f } from '../french';

/** How a thing is done, said once where it is done. */
export const hints = {
  feuille: f`Vous écrivez à deux, en même temps, et rien n'est à enregistrer. Sur une ligne vide, / propose un titre, une étape, un aléa ; ? montre tous les raccourcis.`,
  tableau: f`Une carte se déplace par sa poignée, ou au clavier : Espace la soulève, les flèches la déplacent, Espace la pose. N commence une situation.`,
  liste: f`Une ligne se déplace par sa poignée, ou par Alt + flèche haut ou bas.`,
  parcours: f`Les flèches vont de case en case, Entrée montre les situations, N va au prochain manque.`,
};
