import { f } from '../french';

/** Following a colleague from place to place. */
export const follow = {
  start: f`Suivre`,
  said: (name: string) => f`Vous suivez ${name}. La première touche y met fin.`,
  stop: f`Ne plus suivre`,
  gone: (name: string) => f`${name} n'est plus ici.`,
} as const;
