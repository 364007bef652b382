import { f } from '../french';

/** What is offered where a person types « / » or « @ ». */
export const completion = {
  insert: f`Insérer`,
  etape: f`Étape`,
  competence: f`Compétence`,
  canal: f`Canal`,
  alea: f`Aléa`,
  mention: f`Mentionner`,
};
