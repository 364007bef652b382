import { f, hours } from '../french';

/** The hours that the binôme shares. */
export const heures = {
  title: f`Heures du binôme`,
  volume: f`Volume de l'année`,
  volumeOf: f`Heures d'enseignement professionnel de l'année`,
  arrete: (count: number) => f`d'après l'arrêté, ${count} h`,
  source: f`D'où vient ce volume`,
  sourcePlaceholder: f`d'où vient ce volume`,
  share: f`À répartir`,
  shareOf: (name: string) => f`Heures de ${name} dans l'année`,
  wrong: f`Un nombre entier d'heures, de 0 à 2000.`,
  left: (count: number) => f`${count} h`,
  over: (count: number) => f`${count} h de trop`,
  whole: f`rien, tout est réparti`,
  planned: f`Prévu dans les situations`,
  together: f`ensemble`,
  open: f`sans personne`,
  ecoDroit: (count: number) => f`Économie-droit, ${count} h`,
  ecoDroitLabel: f`Qui prend l'économie-droit`,
  ecoDroitBy: { X: f`X`, Y: f`Y`, XY: f`X et Y`, autre: f`un autre collègue` },
  service: f`Service`,
  weekly: (weekly: number, service: number) => f`${hours(weekly)} par semaine, sur ${hours(service)}`,
  beyond: (over: number) => f`${hours(over)} au-dessus du service`,
  within: (left: number) => f`encore ${hours(left)}`,
  none: f`Les parts et le service se lisent dès que la connexion est là.`,
} as const;
