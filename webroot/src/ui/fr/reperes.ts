import { f } from '../french';

/** What a situation shows of the trade as a whole, and with whom it is shared. */
export const reperes = {
  title: f`Repères du métier`,
  visees: f`Exigences de l'accueil`,
  dimensions: f`Relations`,
  mutations: f`Mutations des métiers`,
  shared: f`Partagée avec l'équipe de la discipline`,
  origin: f`D'après`,
  used: (count: number) =>
    count === 1 ? f`déjà dans 1 situation de la classe` : f`déjà dans ${count} situations de la classe`,
} as const;
